package tag

import (
	"sync"

	"quotes/internal/model"
	"quotes/pkg/text"
)

// Linear is the tagger of the embedded model: about ten times as fast as
// [Prose] and closer to the Treebank.
func Linear() text.Tagger { return linearTagger{} }

// linearTagger tags by its models, or by those in use if it has none.
type linearTagger struct {
	words *model.WordClasses
	pos   *model.Linear
}

func (t linearTagger) model() *model.Linear {
	if t.pos != nil {
		return t.pos
	}
	return model.Embedded("pos")
}

// paragraphs are used again, so that tagging does not allocate them.
var paragraphs = sync.Pool{New: func() any { return NewParagraph(model.EmbeddedClasses()) }}

// spare gives a paragraph that knows the tagger's words.
func (t linearTagger) spare() *Paragraph {
	words := t.words
	if words == nil {
		words = model.EmbeddedClasses()
	}
	if p := paragraphs.Get().(*Paragraph); p.reader.words == words {
		return p
	}
	return NewParagraph(words)
}

// Tag implements text.Tagger.
func (t linearTagger) Tag(words []string) []string {
	p := t.spare()
	defer paragraphs.Put(p)
	p.fillWords(words)
	p.Annotate(Models{POS: t.model()})
	tags := make([]string, len(words))
	for i, pos := range p.pos {
		tags[i] = posNames[pos]
	}
	return tags
}

// TagBlock implements text.BlockTagger.
func (t linearTagger) TagBlock(doc *text.Document, first, last int, want func(sentence int) bool) {
	if first == last {
		return
	}
	p := t.spare()
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
	m := t.model()
	for s := range p.Sentences() {
		if !p.wanted[s] {
			continue
		}
		p.tagSentence(m, s)
		for i := p.starts[s]; i < p.starts[s+1]; i++ {
			doc.Tokens[from+i].Tag = posNames[p.pos[i]]
		}
	}
}
