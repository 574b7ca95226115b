package quote

import (
	"math"
	"slices"
	"strings"
	"sync"

	"quotes/internal/lexicon"
	"quotes/internal/model"
	"quotes/internal/tag"
)

// The decider is one linear model over the readings of a report: how probable
// it is that a content is wrong, right, or right to the word.

// Verdicts are the decider's labels.
var Verdicts = []string{"wrong", "near", "exact"}

// leastRight is the probability of being right from which a report is kept. On
// a fold of PolNeAR train kept back the sum of quoted and speech e2e hardly
// changes from 0.40 to 0.48.
const leastRight = 0.44

// decide drops the reports that are more likely wrong than right, gives the
// others their best bounds, and adds what only the models see. Reports are
// scored before any is settled, as in training.
func (f *finder) decide(m *model.Linear) {
	reports := f.reports()
	best, right := make([]phrase, len(reports)), make([]float64, len(reports))
	for i, r := range reports {
		k, p := Pick(m, len(r.options), func(feats []uint32, k int) []uint32 { return f.features(feats, r, k) })
		best[i], right[i] = r.options[k].phrase, p
	}
	for i, r := range reports {
		f.settle(r, best[i], right[i])
	}
	f.drafts = slices.DeleteFunc(f.drafts, func(d *draft) bool { return d.dropped })
}

// Pick is the best of n readings and how probable the decider finds it right.
// A reading that may be right to the word counts for half more.
func Pick(m *model.Linear, n int, features func([]uint32, int) []uint32) (best int, right float64) {
	feats := make([]uint32, 0, 64)
	var scores [3]int32
	value := -1.0
	for k := range n {
		feats = features(feats[:0], k)
		m.Scores(feats, scores[:])
		near, exact := verdict(m, scores[:])
		if v := near + exact + exact/2; v > value {
			best, right, value = k, near+exact, v
		}
	}
	return best, right
}

// verdict turns scores into the probabilities of right and of exactly right.
func verdict(m *model.Linear, scores []int32) (near, exact float64) {
	var e [3]float64
	sum := 0.0
	for i, s := range scores {
		e[i] = math.Exp(float64(float32(s+m.Transition(-1, i)) * m.Scale()))
		sum += e[i]
	}
	return e[1] / sum, e[2] / sum
}

// settle gives a report its content, or drops it.
func (f *finder) settle(r *report, g phrase, right float64) {
	d := r.draft
	d.right = right
	f.bounds(d)
	if d.rule != "learned" {
		d.dropped = right < leastRight
		d.fragments[r.varies] = g
		return
	}
	if right < leastRight || f.held(g) {
		return
	}
	d.fragments = []phrase{g}
	d.lemma, d.attitude = f.paragraphs[d.block].lemma(d.cue[0], g)
	f.drafts = append(f.drafts, d)
	f.near.add(f.doc, d)
}

// held reports whether the tokens are a draft's content for the most part.
func (f *finder) held(c phrase) bool {
	return f.any(c, func(d *draft) bool {
		return slices.ContainsFunc(d.fragments, func(g phrase) bool { return shares(g, c, 4) })
	})
}

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

// features appends what the decider sees of reading k of a report.
func (f *finder) features(out []uint32, r *report, k int) []uint32 {
	p, e, o := f.paragraphs[r.block], f.evidence, r.options[k]
	g := o.phrase
	rule, lemma := model.Hash(r.rule), model.Hash(r.lemma)
	if r.rule == "learned" {
		lemma = model.Hash(p.low(r.cue[0].last - 1))
	}
	exact := max(e.exact(tag.Content, g), e.exact(tag.Content, phrase{g.first - 1, g.last}))
	mean, least := e.mean(tag.Content, g), e.least(tag.Content, g)
	left, right := e.at(tag.Content, g.first-1), e.at(tag.Content, g.last)
	if w := p.low(g.first - 1); w == "that" || w == "," || w == ":" {
		left = min(left, e.at(tag.Content, g.first-2))
	}
	cue, src := e.mean(tag.Cue, r.cue...), e.mean(tag.Source, r.src)
	first, before, last, next := p.word32(g.first), p.word32(g.first-1), p.word32(g.last-1), p.word32(g.last)
	tfirst, tbefore, tlast, tnext := p.tag32(g.first), p.tag32(g.first-1), p.tag32(g.last-1), p.tag32(g.last)
	n := size(g.last - g.first)
	quoted := p.quotedShare(g)
	origin := uint32(o.origin)
	side := flag(r.cue[0].first < g.first)
	gap := size(max(g.first-r.cue[len(r.cue)-1].last, r.cue[0].first-g.last))
	finite := flag(p.hasFinite(g))
	best := flag(exact >= f.bestExact(r))
	clash := flag(f.another(r.draft, g)) | flag(f.reportsIn(r.draft, g))<<1
	source := p.sourceKind(r.src)
	cueForm := p.tag32(r.cue[0].last-1)<<3 | flag(p.low(r.cue[0].first-1) == "to")<<2
	t := uint32(600)
	add := func(a, b, c uint32) {
		out = append(out, model.Triple(t, a, b, c))
		t++
	}
	add(rule, 0, 0)
	add(rule, lemma, 0)
	add(rule, cueForm, 0)
	add(rule, origin, level(exact))
	add(rule, origin, best)
	add(rule, level(exact), best)
	add(rule, level(mean), 0)
	add(rule, level(least), 0)
	add(level(mean), level(least), level(exact))
	add(rule, level(left), level(right))
	add(level(left), level(e.at(tag.Content, g.first)), origin)
	add(level(right), level(e.at(tag.Content, g.last-1)), origin)
	add(rule, level(cue), 0)
	add(rule, level(src), source)
	add(level(cue), level(src), level(mean))
	add(level(cue), level(mean), 0)
	add(rule, n, quoted)
	add(rule, n, level(exact))
	add(quoted, n, level(mean))
	add(rule, first, 0)
	add(rule, tfirst, finite)
	add(lemma, tfirst, 0)
	add(lemma, first, 0)
	add(rule, tnext, level(right))
	add(rule, next, 0)
	add(next, tnext, level(right))
	add(next, p.tag32(g.last+1), quoted)
	add(next, p.word32(g.last+1), 0)
	add(tlast, tnext, origin)
	add(last, tnext, 0)
	add(rule, before, 0)
	add(before, tfirst, level(left))
	add(tbefore, tfirst, side)
	add(rule, side, gap)
	add(rule, clash, origin)
	add(clash, level(exact), 0)
	add(clash, level(mean), n)
	add(rule, source, 0)
	add(lemma, level(cue), 0)
	add(lemma, level(mean), 0)
	add(lemma, finite, quoted)
	add(rule, flag(r.attitude), level(cue))
	add(quoted, flag(p.cutsQuotation(g)), origin)
	add(rule, p.commas(g), level(least))
	add(flag(g.last >= p.sentenceEnd(g.first)), level(right), tnext)
	add(rule, flag(f.doc.SentenceAt(f.doc.Tokens[g.last-1].Start) != f.doc.SentenceAt(f.doc.Tokens[r.cue[0].first].Start)), level(mean))
	add(uint32(len(r.options)), level(exact), best)
	add(level(f.rivalCue(r)), rule, 0)
	return out
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
	words, quoted, _ := p.measure(g)
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

// decider is the model that is part of the binary.
var decider = sync.OnceValue(func() *model.Linear { return model.Embedded("decider") })

// leastBounds is the probability from which the models' bounds of a cue or a
// source take the place of the rule's.
const leastBounds = 0.5

// bounds gives the cue and the source the models' bounds where they are sure of
// them. Unless all that the corpus annotates is wanted the rule's cue stands,
// and its source may only grow to the left.
func (f *finder) bounds(d *draft) {
	if len(d.cue) == 1 && f.all {
		if g, ok := f.surest(tag.Cue, d.cue[0]); ok && !crosses(g, d.fragments) {
			d.cue[0] = g
		}
	}
	if d.src.empty() {
		return
	}
	g, ok := f.surest(tag.Source, d.src)
	if g = f.paragraphs[d.block].bareSource(g, f.all); !ok || g.empty() || crosses(g, d.fragments) || crosses(g, d.cue) {
		return
	}
	if f.all || g.last == d.src.last && g.first < d.src.first {
		d.src = g
	}
}

// surest is the likeliest span of a role that shares a token with a phrase.
func (f *finder) surest(role tag.Role, g phrase) (phrase, bool) {
	best, out := leastBounds, phrase{}
	f.evidence.over(role, g, func(s tag.LabelSpan) {
		if float64(s.P) > best {
			best, out = float64(s.P), phrase{s.First, s.Last}
		}
	})
	return out, !out.empty()
}

// bareSource leaves out what names nobody at a source's end: a day, the
// occasion, a comma. One that closes an apposition may be kept, as the corpus
// has it.
func (p *paragraph) bareSource(g phrase, keep bool) phrase {
	commas := 0
	for i := g.first + 1; i < g.last; i++ {
		switch p.low(i) {
		case "when":
			g.last = i
		case ",":
			commas++
		}
	}
	for g.last > g.first+1 && (p.timeWord(g.last-1) || p.low(g.last-1) == "," && !(keep && commas > 1) || p.dash(g.last-1)) {
		g.last--
	}
	return g
}
