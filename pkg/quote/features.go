package quote

import (
	"quotes/internal/model"
	"quotes/internal/tag"
)

// level keeps probabilities apart that mean different things.
func level(p float64) uint32 {
	for i, t := range steps {
		if p < t {
			return uint32(i)
		}
	}
	return uint32(len(steps))
}

var steps = []float64{1e-9, .02, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .98}

// size keeps lengths apart.
func size(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(max(n, 0))
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 24:
		return 8
	}
	return 9
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// seen is what the readings of a report have in common for the decider.
type seen struct {
	asked       bool
	rule, lemma uint32
	cue, src    uint32 // levels: how likely the models find the cue and the source
}

// see looks at a report once; its readings are looked at one by one.
func (f *finder) see(r *report) seen {
	s := seen{
		// A report that is plain by its form is a rule of its own.
		asked: true, rule: model.Hash(r.rule) + flag(r.plain), lemma: model.Hash(r.lemma),
		cue: level(f.evidence.mean(tag.Cue, r.cue...)), src: level(f.evidence.mean(tag.Source, r.src)),
	}
	if r.rule == "learned" {
		s.lemma = model.Hash(f.paragraphs[r.block].low(r.cue[0].last - 1))
	}
	return s
}

// look is one reading as the decider sees it.
type look struct {
	*seen
	out    []uint32
	number uint32 // of the next feature

	origin, side, size, quoted, finite uint32

	exact, mean, least uint32 // levels: of the whole as a span, of its words
}

// features appends what the decider sees of reading k of a report. The model
// knows a feature by its number, so their order stays.
func (f *finder) features(out []uint32, r *report, k int) []uint32 {
	if !r.seen.asked {
		r.seen = f.see(r)
	}
	p, o := f.paragraphs[r.block], r.options[k]
	l := &look{seen: &r.seen, out: out, number: 600, origin: uint32(o.origin)}
	l.weigh(f.evidence, o.phrase)
	l.side = flag(r.cue[0].first < o.first)
	l.size, l.quoted, l.finite = size(o.last-o.first), p.quotedShare(o.phrase), flag(p.hasFinite(o.phrase))
	l.doubts()
	l.borders(p, o.phrase)
	l.surroundings(f, r, o.phrase)
	return l.out
}

func (l *look) add(a, b, c uint32) {
	l.out = append(l.out, model.Triple(l.number, a, b, c))
	l.number++
}

// weigh reads what the models say of a content.
func (l *look) weigh(e *evidence, g phrase) {
	l.exact = level(max(e.exact(tag.Content, g), e.exact(tag.Content, phrase{g.first - 1, g.last})))
	l.mean, l.least = level(e.mean(tag.Content, g)), level(e.least(tag.Content, g))
}

// doubts: how likely the report is, and the content in it.
func (l *look) doubts() {
	l.add(l.rule, l.origin, l.exact)
	l.add(l.mean, l.least, l.exact)
	l.add(l.rule, l.cue, 0)
	l.add(l.cue, l.src, l.mean)
	l.add(l.rule, l.size, l.quoted)
	l.add(l.rule, l.size, l.exact)
}

// borders: the words and tags on both sides of a content's bounds.
func (l *look) borders(p *paragraph, g phrase) {
	tfirst := p.tag32(g.first)
	l.add(l.rule, tfirst, l.finite)
	l.add(l.rule, p.word32(g.last), 0)
	l.add(p.word32(g.last), p.word32(g.last+1), 0)
	l.add(l.rule, p.word32(g.first-1), 0)
	l.add(p.tag32(g.first-1), tfirst, l.side)
}

// surroundings: where a content stands to its cue, its quotations and other
// reports.
func (l *look) surroundings(f *finder, r *report, g phrase) {
	p := f.paragraphs[r.block]
	gap := size(max(g.first-r.cue[len(r.cue)-1].last, r.cue[0].first-g.last))
	clash := flag(f.another(r.draft, g)) | flag(f.reportsIn(r.draft, g))<<1
	l.add(l.rule, l.side, gap)
	l.add(l.rule, clash, l.origin)
	l.add(clash, l.exact, 0)
	l.add(clash, l.mean, l.size)
	l.add(l.lemma, l.finite, l.quoted)
	l.add(l.quoted, flag(p.cutsQuotation(g)), l.origin)
	l.add(l.rule, p.commas(g), l.least)
}

// word32 and tag32 are the hashes of a token's word and tag.
func (p *paragraph) word32(i int) uint32 { return model.Hash(p.low(i)) }

func (p *paragraph) tag32(i int) uint32 {
	if p.inside(i) >= 0 && i >= p.first && p.quotations[p.inside(i)].open == i {
		return 7
	}
	return model.Hash(p.tag(i)) & 0xffff
}

// quotedShare says how much of a phrase stands in quotation marks and where.
func (p *paragraph) quotedShare(g phrase) uint32 {
	if len(p.quotations) == 0 {
		return 0
	}
	words, quoted := p.measure(g)
	switch {
	case quoted == 0:
		return 0
	case quoted == words:
		return 1
	}
	return 2 + flag(p.inside(g.first) >= 0) + 2*flag(p.inside(g.last-1) >= 0)
}

// cutsQuotation reports whether a border of a phrase lies in a quotation.
func (p *paragraph) cutsQuotation(g phrase) bool {
	in := func(i int) bool { return p.inside(i) >= 0 && p.inside(i) == p.inside(i-1) }
	return in(g.first) && p.quotations[p.inside(g.first)].first() != g.first || in(g.last) && p.quotations[p.inside(g.last)].close != g.last
}

// commas counts the commas of a phrase outside quotations, three at most.
func (p *paragraph) commas(g phrase) uint32 {
	n := uint32(0)
	for i := g.first; i < g.last && n < 3; i++ {
		n += flag(p.is(i, isComma) && p.inside(i) < 0)
	}
	return n
}
