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

// embedded gives the models that are part of the binary.
var embedded = sync.OnceValue(func() Models {
	m := Models{POS: model.Embedded("pos"), NER: model.Embedded("ner"), Parser: model.Embedded("parser")}
	if err := m.check(); err != nil {
		panic(err) // a broken build
	}
	return m
})

// Embedded gives the models that are part of the binary; they are read on the
// first call.
func Embedded() Models { return embedded() }

// paragraphs are used again, so that tagging does not allocate them.
var paragraphs = sync.Pool{New: func() any { return NewParagraph(model.EmbeddedClasses()) }}

// Tag implements text.Tagger.
func (linearTagger) Tag(words []string) []string {
	p := paragraphs.Get().(*Paragraph)
	defer paragraphs.Put(p)
	p.fillWords(words)
	p.Annotate(Models{POS: Embedded().POS})
	tags := make([]string, len(words))
	for i, t := range p.pos {
		tags[i] = posNames[t]
	}
	return tags
}
