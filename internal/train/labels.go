package train

import (
	"fmt"
	"strings"

	"quotes/internal/model"
	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// example is a paragraph made ready for the labels of source, cue and content.
type example struct {
	block
	feats [][]uint32
	// What a first-stage model says that has not seen the example.
	labels    []uint8
	marginals []float32
}

// examples reads the features of the documents' paragraphs.
func examples(docs []*Doc, words *model.WordClasses) []*example {
	var out []*example
	for _, b := range blocks(docs) {
		out = append(out, &example{block: b})
	}
	eachPrepared(out, words, func(e *example, p *tag.Paragraph, _ *example) {
		e.feats = features(p.Len(), p.LabelFeatures)
	})
	return out
}

// eachPrepared calls f with every example and its paragraph, ready for
// LabelFeatures, and with the example before it in the same document or nil.
func eachPrepared(es []*example, words *model.WordClasses, f func(e *example, p *tag.Paragraph, prev *example)) {
	p := tag.NewParagraph(words)
	var prev *example
	carried := false
	for _, e := range es {
		if prev != nil && prev.doc != e.doc {
			prev, carried = nil, false
		}
		p.Fill(e.doc.Document, e.b)
		p.Load(e.doc.annotation(e.block))
		p.SetHints(e.doc.hints[e.first:e.last])
		p.PrepareLabels(carried)
		f(e, p, prev)
		carried, prev = p.LeavesOpen(), e
	}
}

// hint asks the rules what they say of the document's tokens, whose parts of
// speech are a tagger's.
func (d *Doc) hint(by text.Tagger) { d.hints = quote.Hints(text.NewDocument(d.Article), by) }

// features gathers the features of n words, many words a piece of memory.
func features(n int, f func([]uint32, int) []uint32) [][]uint32 {
	out := make([][]uint32, n)
	var buf []uint32
	for i := range out {
		from := len(buf)
		if cap(buf)-from < 256 {
			buf, from = make([]uint32, 0, 1<<13), 0
		}
		buf = f(buf, i)
		out[i] = buf[from:len(buf):len(buf)]
	}
	return out
}

// addSecond appends the features of the second stage to those of the first.
func addSecond(es []*example, words *model.WordClasses) {
	summary := uint32(0)
	eachPrepared(es, words, func(e *example, p *tag.Paragraph, prev *example) {
		if prev == nil {
			summary = 0
		}
		p.SetFirst(e.labels, e.marginals, summary)
		summary = p.Summary(e.labels)
		e.feats = features(p.Len(), func(f []uint32, i int) []uint32 {
			return p.SecondFeatures(append(f, e.feats[i]...), i)
		})
	})
}

// predict fills in what a first-stage model says of examples.
func predict(m *model.Linear, es []*example) {
	var l model.Lattice
	for _, e := range es {
		e.labels = append([]uint8(nil), decode(m, &l, e.feats, tag.FirstLeast)...)
		e.marginals = append([]float32(nil), l.Marginals()...)
	}
}

// jackknife fills in what first-stage models say of examples whose documents
// they have not seen, and counts how right it is.
func jackknife(es []*example, mix mixture, c crfConfig) (models []*model.Linear, seen spanCounts, err error) {
	number := map[*Doc]int{}
	for _, e := range es {
		if _, ok := number[e.doc]; !ok {
			number[e.doc] = len(number)
		}
	}
	for f := range folds {
		var rest, fold []*example
		for _, e := range es {
			if number[e.doc]%folds == f {
				fold = append(fold, e)
			} else {
				rest = append(rest, e)
			}
		}
		m, err := labeller(c, mix.sequences(rest))
		if err != nil {
			return nil, nil, err
		}
		models = append(models, m)
		predict(m, fold)
	}
	seen = spanCounts{}
	for _, e := range es {
		if e.doc.gold != nil {
			count(seen, bioSpans(e.labels), bioSpans(e.doc.gold[e.first:e.last]))
		}
	}
	return models, seen, nil
}

// weights of the kinds of label in training: a teacher's labels of gold texts
// and of texts without gold.
type mixture struct{ gold, silver, news float32 }

// sequences gives the training sequences of examples.
func (m mixture) sequences(es []*example) []sequence {
	var out []sequence
	for _, e := range es {
		add := func(labels []uint8, weight float32) {
			if labels != nil && weight > 0 {
				out = append(out, sequence{e.feats, labels[e.first:e.last], weight})
			}
		}
		if e.doc.gold != nil {
			add(e.doc.gold, m.gold)
			add(e.doc.silver, m.silver)
		} else {
			add(e.doc.silver, m.news)
		}
	}
	return out
}

// follows forbids the middle of a span after anything but the same span.
func follows(from, to int) bool {
	if to == 0 || to%2 == 1 {
		return true
	}
	return from == to || from == to-1
}

// labeller trains one stage.
func labeller(c crfConfig, seqs []sequence) (*model.Linear, error) {
	c.labels = tag.LabelNames()
	c.allow = follows
	return model.Build(trainCRF(c, seqs))
}

// decode gives the labels of an example's best spans.
func decode(m *model.Linear, l *model.Lattice, feats [][]uint32, least []float32) []uint8 {
	k := m.Len()
	scores := l.Reset(m, len(feats))
	for i, f := range feats {
		m.Scores(f, scores[i*k:(i+1)*k])
	}
	l.Marginals()
	out := make([]uint8, len(feats))
	tag.SpanLabels(l.Spans(least, nil), out)
	return out
}

// spanCounts counts spans of each role by paragraph.
type spanCounts map[int]*spanF

func (s spanCounts) String() string {
	var b strings.Builder
	for k, r := range roles {
		fmt.Fprintf(&b, "%s %v  ", r, *at(s, k+1))
	}
	return strings.TrimSpace(b.String())
}

// evaluate compares a model's labels with the gold ones.
func evaluate(m *model.Linear, es []*example, least []float32) spanCounts {
	var l model.Lattice
	out := spanCounts{}
	for _, e := range es {
		got := decode(m, &l, e.feats, least)
		count(out, bioSpans(got), bioSpans(e.doc.gold[e.first:e.last]))
	}
	return out
}
