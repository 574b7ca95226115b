package quote

import (
	"sort"
	"strings"
	"sync"

	"quotes/internal/lexicon"
	"quotes/internal/model"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// The models label each word as source, cue or content. The rules read who
// says what to whom; the models know better where a content without marks
// ends, which reports the rules see are none, and cues that no list has.

// evidence is what the models say of a document. The slices are the labeler's,
// good until its next use.
type evidence struct {
	words  []tag.Label
	spans  []tag.LabelSpan // apart from each other
	likely []tag.LabelSpan // by their last word
}

// labelers work with the first stage alone: with the second the whole costs
// half as much again and the quotes change little (docs/accuracy.md).
var labelers = sync.Pool{New: func() any {
	return tag.NewLabeler(tag.FirstStage())
}}

// newEvidence labels the words of those blocks that are wanted.
func newEvidence(l *tag.Labeler, doc *text.Document, hints []uint8, want func(block int) bool) *evidence {
	out := l.LabelBlocks(doc, hints, want)
	return &evidence{out.Words, out.Spans, out.Likely}
}

// certain rules are left as they are: a label, a signature or "according to"
// leave no doubt, or the models were made for nothing of the kind.
var certain = lexicon.SetOf("floating nested colon-block source-colon name-colon colon-source headline-says quote-dash according-to noun-that in-words as-said said-by called-by called-what")

// unsure tells of which blocks the models are asked: those with a quote whose
// rule leaves its bounds or itself in doubt, and those with a reporting word
// that is no quote's cue.
func (f *finder) unsure() func(block int) bool {
	ask := make([]bool, len(f.paragraphs))
	claimed := make([]bool, len(f.doc.Tokens)) // by a cue
	for _, d := range f.drafts {
		ask[d.block] = ask[d.block] || !certain.Has(d.rule)
		for _, c := range d.cue {
			for i := c.first; i < c.last; i++ {
				claimed[i] = true
			}
		}
	}
	for b, p := range f.paragraphs {
		for i := p.first; i < p.last && !ask[b]; i++ {
			ask[b] = p.inside(i) < 0 && !claimed[i] && p.mayReport(i)
		}
	}
	return func(b int) bool { return f.all || ask[b] }
}

// mayReport reports whether a word can head a report of something said.
func (p *paragraph) mayReport(i int) bool {
	if !p.is(i, isVerb|isNoun) {
		return false
	}
	for _, f := range lexicon.Cues().Of(p.low(i)) {
		if !f.Has(lexicon.Attitude) && f.Frames != lexicon.QuotedNoun && strings.HasPrefix(p.tag(i), "V") {
			return true
		}
	}
	return lexicon.NounCues().Has(p.low(i))
}

// mean is the mean probability of a role over the tokens of some phrases.
func (e *evidence) mean(role tag.Role, phrases ...phrase) float64 {
	sum, n := 0.0, 0
	for _, f := range phrases {
		for i := f.first; i < f.last; i++ {
			sum += float64(e.words[i].P[role])
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// least is the smallest probability of a role over the tokens of a phrase.
func (e *evidence) least(role tag.Role, f phrase) float64 {
	out := 1.0
	for i := f.first; i < f.last; i++ {
		out = min(out, float64(e.words[i].P[role]))
	}
	return out
}

// within gives the spans that share a token with a phrase.
func (e *evidence) within(f phrase) []tag.LabelSpan {
	from := sort.Search(len(e.spans), func(i int) bool { return e.spans[i].Last > f.first })
	to := from
	for to < len(e.spans) && e.spans[to].First < f.last {
		to++
	}
	return e.spans[from:to]
}

// over calls fn with the likely spans of a role that share a token with a
// phrase.
func (e *evidence) over(role tag.Role, f phrase, fn func(tag.LabelSpan)) {
	from := sort.Search(len(e.likely), func(i int) bool { return e.likely[i].Last > f.first })
	for _, s := range e.likely[from:] {
		if s.Last > f.last+model.MaxSpan {
			return
		}
		if s.Role == role && s.First < f.last {
			fn(s)
		}
	}
}

// exact is the probability that exactly this phrase is a span of a role, 0
// where it is less than likely.
func (e *evidence) exact(role tag.Role, f phrase) float64 {
	from := sort.Search(len(e.likely), func(i int) bool { return e.likely[i].Last >= f.last })
	for _, s := range e.likely[from:] {
		if s.Last > f.last {
			break
		}
		if s.Role == role && s.First == f.first {
			return float64(s.P)
		}
	}
	return 0
}
