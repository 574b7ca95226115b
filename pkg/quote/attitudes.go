package quote

import (
	"slices"
	"sync"

	"quotes/internal/tag"
	"quotes/pkg/text"
)

// Attitudes are what a source wants, believes or feels without saying it. Few
// rules know them: what both stages of the labeller see is linked.

// fullLabelers work with both stages.
var fullLabelers = sync.Pool{New: func() any { return tag.NewLabeler(tag.Embedded()) }}

// FindAll lists the quotes that [Find] lists and, beside them, what the models
// take for reported without an act of saying; it costs several times as much.
func FindAll(doc *text.Document, tagger text.Tagger) []Quote {
	f := newFinder(doc, tagger)
	f.all = true
	l := labelers.Get().(*tag.Labeler)
	f.read(l)
	labelers.Put(l)
	f.decide(decider())
	l = fullLabelers.Get().(*tag.Labeler)
	f.evidence = newEvidence(l, doc, func(int) bool { return true })
	fullLabelers.Put(l)
	f.attitudes()
	return f.quotes()
}

// attitudes links the contents that no draft holds to a cue and a source.
func (f *finder) attitudes() {
	for i, s := range f.evidence.spans {
		if s.Role != tag.Content {
			continue
		}
		p := f.paragraphs[f.doc.Sentences[f.doc.SentenceAt(f.doc.Tokens[s.First].Start)].Block]
		g := p.trim(phrase{s.First, s.Last})
		if g.empty() || g.last > p.last || f.held(g) {
			continue
		}
		cue, ok := f.nearest(i, tag.Cue, p)
		if !ok {
			continue
		}
		src, _ := f.nearest(i, tag.Source, p)
		d := &draft{rule: "labelled", cue: []phrase{cue}, src: src, stands: p.standsFor(src), fragments: []phrase{g}, block: p.block, lastBlock: p.block}
		d.lemma, d.attitude = p.lemma(cue, g)
		f.drafts = append(f.drafts, d)
		f.near.add(f.doc, d)
	}
	f.drafts = slices.DeleteFunc(f.drafts, func(d *draft) bool { return d.dropped })
}
