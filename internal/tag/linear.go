package tag

import (
	"sync"

	"quotes/internal/model"
	"quotes/pkg/text"
)

// Linear is the tagger of the embedded model: about ten times as fast as
// [Prose] and closer to the Treebank.
func Linear() text.Tagger { return linearTagger{} }

type linearTagger struct{}

// paragraphs are used again, so that tagging does not allocate them.
var paragraphs = sync.Pool{New: func() any { return NewParagraph(model.EmbeddedClasses()) }}

// spare gives a paragraph that knows the words in use.
func spare() *Paragraph {
	if p := paragraphs.Get().(*Paragraph); p.reader.words == model.EmbeddedClasses() {
		return p
	}
	return NewParagraph(model.EmbeddedClasses())
}

// Tag implements text.Tagger.
func (linearTagger) Tag(words []string) []string {
	p := spare()
	defer paragraphs.Put(p)
	p.fillWords(words)
	p.Annotate(Models{POS: model.Embedded("pos")})
	tags := make([]string, len(words))
	for i, t := range p.pos {
		tags[i] = posNames[t]
	}
	return tags
}

// TagBlock implements text.BlockTagger.
func (linearTagger) TagBlock(doc *text.Document, first, last int, want func(sentence int) bool) {
	if first == last {
		return
	}
	p := spare()
	defer paragraphs.Put(p)
	p.wanted = p.wanted[:0]
	any := false
	for s := first; s < last; s++ {
		p.wanted = append(p.wanted, want(s))
		any = any || p.wanted[s-first]
	}
	if !any {
		return
	}
	from := doc.Sentences[first].First
	p.fill(doc, from, doc.Sentences[last-1].Last, p.wanted)
	for s := range p.Sentences() {
		if !p.wanted[s] {
			continue
		}
		p.tagSentence(model.Embedded("pos"), s)
		for i := p.starts[s]; i < p.starts[s+1]; i++ {
			doc.Tokens[from+i].Tag = posNames[p.pos[i]]
		}
	}
}
