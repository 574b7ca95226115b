package quote

import (
	"strings"

	"quotes/internal/lexicon"
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
	rule, lemma     uint32
	cueForm, source uint32
	cue, src, rival uint32  // levels: how likely the models find the cue, the source, another cue
	top             float64 // the best probability of a reading as a whole span
}

// see looks at a report once; its readings are looked at one by one.
func (f *finder) see(r *report) *seen {
	p, e, verb := f.paragraphs[r.block], f.evidence, r.cue[0].last-1
	s := &seen{
		rule: model.Hash(r.rule), lemma: model.Hash(r.lemma),
		cueForm: p.tag32(verb)<<3 | flag(p.low(r.cue[0].first-1) == "to")<<2, source: p.sourceKind(r.src),
		cue: level(e.mean(tag.Cue, r.cue...)), src: level(e.mean(tag.Source, r.src)), rival: level(f.rivalCue(r)),
		top: f.bestExact(r),
	}
	if r.rule == "learned" {
		s.lemma = model.Hash(p.low(verb))
	}
	return s
}

// look is one reading as the decider sees it.
type look struct {
	*seen
	out    []uint32
	number uint32 // of the next feature

	origin, best, side   uint32
	size, quoted, finite uint32

	exact, mean, least       uint32 // levels: of the whole as a span, of its words
	left, first, last, right uint32 // levels: of the words at its bounds, outside and inside
}

// features appends what the decider sees of reading k of a report. The model
// knows a feature by its number, so their order stays.
func (f *finder) features(out []uint32, r *report, k int) []uint32 {
	if r.seen == nil {
		r.seen = f.see(r)
	}
	p, o := f.paragraphs[r.block], r.options[k]
	l := &look{seen: r.seen, out: out, number: 600, origin: uint32(o.origin)}
	l.weigh(p, f.evidence, o.phrase)
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
func (l *look) weigh(p *paragraph, e *evidence, g phrase) {
	exact := max(e.exact(tag.Content, g), e.exact(tag.Content, phrase{g.first - 1, g.last}))
	left := e.at(tag.Content, g.first-1)
	if w := p.low(g.first - 1); w == "that" || w == "," || w == ":" {
		left = min(left, e.at(tag.Content, g.first-2))
	}
	l.exact, l.best = level(exact), flag(exact >= l.top)
	l.mean, l.least = level(e.mean(tag.Content, g)), level(e.least(tag.Content, g))
	l.left, l.right = level(left), level(e.at(tag.Content, g.last))
	l.first, l.last = level(e.at(tag.Content, g.first)), level(e.at(tag.Content, g.last-1))
}

// doubts: how likely the report is, and the content in it.
func (l *look) doubts() {
	l.add(l.rule, 0, 0)
	l.add(l.rule, l.lemma, 0)
	l.add(l.rule, l.cueForm, 0)
	l.add(l.rule, l.origin, l.exact)
	l.add(l.rule, l.origin, l.best)
	l.add(l.rule, l.exact, l.best)
	l.add(l.rule, l.mean, 0)
	l.add(l.rule, l.least, 0)
	l.add(l.mean, l.least, l.exact)
	l.add(l.rule, l.left, l.right)
	l.add(l.left, l.first, l.origin)
	l.add(l.right, l.last, l.origin)
	l.add(l.rule, l.cue, 0)
	l.add(l.rule, l.src, l.source)
	l.add(l.cue, l.src, l.mean)
	l.add(l.cue, l.mean, 0)
	l.add(l.rule, l.size, l.quoted)
	l.add(l.rule, l.size, l.exact)
	l.add(l.quoted, l.size, l.mean)
}

// borders: the words and tags on both sides of a content's bounds.
func (l *look) borders(p *paragraph, g phrase) {
	first, before, last, next := p.word32(g.first), p.word32(g.first-1), p.word32(g.last-1), p.word32(g.last)
	tfirst, tbefore, tlast, tnext := p.tag32(g.first), p.tag32(g.first-1), p.tag32(g.last-1), p.tag32(g.last)
	l.add(l.rule, first, 0)
	l.add(l.rule, tfirst, l.finite)
	l.add(l.lemma, tfirst, 0)
	l.add(l.lemma, first, 0)
	l.add(l.rule, tnext, l.right)
	l.add(l.rule, next, 0)
	l.add(next, tnext, l.right)
	l.add(next, p.tag32(g.last+1), l.quoted)
	l.add(next, p.word32(g.last+1), 0)
	l.add(tlast, tnext, l.origin)
	l.add(last, tnext, 0)
	l.add(l.rule, before, 0)
	l.add(before, tfirst, l.left)
	l.add(tbefore, tfirst, l.side)
}

// surroundings: where a content stands to its cue, its sentence, its
// quotations and other reports.
func (l *look) surroundings(f *finder, r *report, g phrase) {
	p := f.paragraphs[r.block]
	gap := size(max(g.first-r.cue[len(r.cue)-1].last, r.cue[0].first-g.last))
	clash := flag(f.another(r.draft, g)) | flag(f.reportsIn(r.draft, g))<<1
	sentence, home := f.doc.SentenceAt(f.doc.Tokens[g.last-1].Start), f.doc.SentenceAt(f.doc.Tokens[r.cue[0].first].Start)
	l.add(l.rule, l.side, gap)
	l.add(l.rule, clash, l.origin)
	l.add(clash, l.exact, 0)
	l.add(clash, l.mean, l.size)
	l.add(l.rule, l.source, 0)
	l.add(l.lemma, l.cue, 0)
	l.add(l.lemma, l.mean, 0)
	l.add(l.lemma, l.finite, l.quoted)
	l.add(l.rule, flag(r.attitude), l.cue)
	l.add(l.quoted, flag(p.cutsQuotation(g)), l.origin)
	l.add(l.rule, p.commas(g), l.least)
	l.add(flag(g.last >= p.sentenceEnd(g.first)), l.right, p.tag32(g.last))
	l.add(l.rule, flag(sentence != home), l.mean)
	l.add(uint32(len(r.options)), l.exact, l.best)
	l.add(l.rival, l.rule, 0)
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
		n += flag(p.low(i) == "," && p.inside(i) < 0)
	}
	return n
}

// sentenceEnd is the token behind the last word of the sentence of token i.
func (p *paragraph) sentenceEnd(i int) int {
	end := p.doc.Sentences[p.doc.SentenceAt(p.doc.Tokens[i].Start)].Last
	for end > i && p.inside(end-1) < 0 && punctuation(p.low(end-1)) {
		end--
	}
	return end
}

// sourceKind says what a source is made of.
func (p *paragraph) sourceKind(src phrase) uint32 {
	if src.empty() {
		return 0
	}
	switch t := p.tag(src.last - 1); {
	case strings.HasPrefix(t, "PRP"):
		return 1
	case strings.HasPrefix(t, "W"):
		return 2
	case strings.HasPrefix(t, "NNP"):
		return 3
	case lexicon.Roles().Has(p.low(src.last-1)) || lexicon.Groups().Has(p.low(src.last-1)):
		return 4
	}
	return 5
}

// bestExact is the best probability of a reading as a whole span.
func (f *finder) bestExact(r *report) float64 {
	best := 1e-9
	for _, o := range r.options {
		best = max(best, f.evidence.exact(tag.Content, o.phrase), f.evidence.exact(tag.Content, phrase{o.first - 1, o.last}))
	}
	return best
}

// rivalCue is the probability of the likeliest other cue between a report's
// cue and its content.
func (f *finder) rivalCue(r *report) float64 {
	best := 0.0
	g := r.options[0].phrase
	from, to := r.cue[len(r.cue)-1].last, g.first
	if g.last <= r.cue[0].first {
		from, to = g.last, r.cue[0].first
	}
	for i := from; i < to; i++ {
		best = max(best, f.evidence.at(tag.Cue, i))
	}
	return best
}
