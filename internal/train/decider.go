package train

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"quotes/internal/model"
	"quotes/internal/overlap"
	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// The decider learns on the readings that rules and models give of the reports
// of a document, with first-stage models that have not seen the document.

// attribution is what an annotated document says of one quotation.
type attribution struct {
	content, source []text.Span
}

// Labels of a reading, in the order of [quote.Verdicts].
const (
	wrong uint8 = iota
	near
	exact
)

// judged is a reading of a report, or a candidate for its source, with its
// verdict.
type judged struct {
	feats   []uint32
	verdict uint8
}

// choice is what there is to decide on in a report: readings of its content and
// candidates for its source. The verdicts on the latter hold if the content is
// right.
type choice struct {
	contents, sources []judged
}

// judge compares readings with the annotation of a document.
type judge struct {
	runes           []rune
	at              []int // code points before each byte
	content, source []overlap.Letters
}

func newJudge(d *Doc) *judge {
	j := &judge{runes: []rune(d.Text), at: runeOffsets(d.Text)}
	for _, a := range d.quotes {
		j.content = append(j.content, j.letters(a.content))
		j.source = append(j.source, j.letters(a.source))
	}
	return j
}

func (j *judge) letters(spans []text.Span) overlap.Letters {
	var out [][2]int
	for _, s := range spans {
		out = append(out, [2]int{j.at[s.Start], j.at[s.End]})
	}
	return overlap.LettersOf(j.runes, out)
}

// of says how right a content is, near as the measure of the whole counts it
// and exact if its first and last letters are those of the annotation; and
// which attribution it is, -1 for none.
func (j *judge) of(content []text.Span) (verdict uint8, which int) {
	got := j.letters(content)
	which = -1
	for i, g := range j.content {
		if len(got) == 0 || len(g) == 0 || overlap.Dice(got, g) < overlap.Least {
			continue
		}
		if v := verdictOf(true, overlap.SameEnds(got, g)); v > verdict {
			verdict, which = v, i
		}
	}
	return verdict, which
}

func verdictOf(right, same bool) uint8 {
	switch {
	case right && same:
		return exact
	case right:
		return near
	}
	return wrong
}

// named says whether a source is that of an attribution.
func (j *judge) named(source []text.Span, which int) uint8 {
	got, want := j.letters(source), j.source[which]
	return verdictOf(overlap.Covers(got, want), len(got) == 0 || len(want) > 0 && overlap.SameEnds(got, want))
}

// choices gives the reports of a document with their readings and candidates,
// judged by its annotation.
func choices(d *Doc, m tag.Models) []choice {
	j := newJudge(d)
	var out []choice
	for _, c := range quote.Choices(text.NewDocument(d.Article), m.Tagger(), tag.NewLabeler(m)) {
		out = append(out, j.choice(c))
	}
	return out
}

func (j *judge) choice(c quote.Choice) choice {
	var out choice
	best, which := wrong, -1
	for _, o := range c.Contents {
		verdict, w := j.of(o.Spans)
		if v, wide := j.of(o.Wide); v > verdict {
			verdict, w = v, wide
		}
		if verdict > best {
			best, which = verdict, w
		}
		if o.Features != nil {
			out.contents = append(out.contents, judged{o.Features, verdict})
		}
	}
	if which >= 0 {
		for _, o := range c.Sources {
			out.sources = append(out.sources, judged{o.Features, j.named(o.Spans, which)})
		}
	}
	return out
}

// runeOffsets gives the number of code points before each byte of a text, and
// of all.
func runeOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	n := -1
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
		out = append(out, n)
	}
	return append(out, n+1)
}

// The sizes and lengths of training, found on folds of train.
var (
	deciderConfig = crfConfig{bits: 16, epochs: 10, rate: 0.03, drop: 0.5, seed: 6, runs: 10}
	linkerConfig  = crfConfig{bits: 15, epochs: 10, rate: 0.03, drop: 0.1, seed: 7, runs: 3}
)

// trainVerdicts learns from readings, or from candidates.
func trainVerdicts(c crfConfig, list []judged) (*model.Linear, error) {
	var seqs []sequence
	for _, r := range list {
		seqs = append(seqs, sequence{[][]uint32{r.feats}, []uint8{r.verdict}, 1})
	}
	c.labels = quote.Verdicts
	return model.Build(trainCRF(c, seqs))
}

// decision is how probable a decider finds the reading it picked, and whether
// the record would be right.
type decision struct {
	p     float64
	right bool
}

// decisions gives what a decider and a linker make of reports.
func decisions(decider, linker *model.Linear, list []choice) []decision {
	var out []decision
	for _, c := range list {
		if len(c.contents) == 0 {
			continue
		}
		k, p := quote.Pick(decider, len(c.contents), featuresOf(c.contents))
		right := c.contents[k].verdict != wrong
		if right && len(c.sources) > 0 {
			s, _ := quote.PickSource(linker, len(c.sources), featuresOf(c.sources))
			right = c.sources[s].verdict != wrong
		}
		out = append(out, decision{p, right})
	}
	return out
}

func featuresOf(list []judged) func([]uint32, int) []uint32 {
	return func(feats []uint32, k int) []uint32 { return append(feats, list[k].feats...) }
}

// decider trains the decider and the linker, and counts on folds how right
// they are for each probability that the decider gives; firsts are the
// first-stage models of the folds.
func (r *runner) decider(firsts []*model.Linear) error {
	var parts [folds][]choice
	for i, d := range r.docs {
		m := r.models
		m.Words, m.First, m.Second = r.words, firsts[i%folds], nil
		parts[i%folds] = append(parts[i%folds], choices(d, m)...)
	}
	var all []choice
	var seen []decision
	var found linked
	for f := range parts {
		all = append(all, parts[f]...)
		decider, linker, err := r.trainBoth(slices.Concat(slices.Delete(slices.Clone(parts[:]), f, f+1)...))
		if err != nil {
			return err
		}
		seen = append(seen, decisions(decider, linker, parts[f])...)
		found.count(linker, parts[f])
	}
	r.log("decider: %d reports", len(all))
	r.score("sources on folds: %v", found)
	if err := r.writeText("calibration.tsv", calibration(seen)); err != nil {
		return err
	}
	decider, linker, err := r.trainBoth(all)
	if err != nil {
		return err
	}
	if err := r.keep("decider", decider); err != nil {
		return err
	}
	return r.keep("linker", linker)
}

// linked counts sources of reports whose content is right.
type linked struct {
	reports, rule, chosen, among int
}

// count adds what a linker makes of reports.
func (l *linked) count(linker *model.Linear, list []choice) {
	for _, c := range list {
		if len(c.sources) == 0 {
			continue
		}
		right := func(s judged) bool { return s.verdict != wrong }
		k, _ := quote.PickSource(linker, len(c.sources), featuresOf(c.sources))
		l.reports++
		l.rule += one(right(c.sources[0]))
		l.chosen += one(right(c.sources[k]))
		l.among += one(slices.ContainsFunc(c.sources, right))
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (l linked) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(l.reports, 1)) }
	return fmt.Sprintf("%d, right by rule or nearest %.1f, by the linker %.1f, among the candidates %.1f",
		l.reports, share(l.rule), share(l.chosen), share(l.among))
}

// trainBoth learns from reports which content and which source they have.
func (r *runner) trainBoth(list []choice) (decider, linker *model.Linear, err error) {
	var contents, sources []judged
	for _, c := range list {
		contents, sources = append(contents, c.contents...), append(sources, c.sources...)
	}
	c := deciderConfig
	c.bits = r.size(c.bits)
	if decider, err = trainVerdicts(c, contents); err != nil {
		return nil, nil, err
	}
	c = linkerConfig
	c.bits = r.size(c.bits)
	linker, err = trainVerdicts(c, sources)
	return decider, linker, err
}

// knots is about how many lines a calibration has.
const knots = 12

// calibration is the table from a decider's probability to the share of records
// that are right, never falling: decisions in groups of equal size by
// probability, groups that would fall made one (isotonic regression).
func calibration(seen []decision) string {
	slices.SortStableFunc(seen, func(a, b decision) int { return int(math.Copysign(1, a.p-b.p)) })
	type group struct {
		p, right float64
		n        float64
	}
	var groups []group
	for i := range knots {
		g := group{}
		for _, d := range seen[i*len(seen)/knots : (i+1)*len(seen)/knots] {
			g.n++
			g.p += d.p
			if d.right {
				g.right++
			}
		}
		if g.n == 0 {
			continue
		}
		groups = append(groups, g)
		for k := len(groups) - 1; k > 0 && groups[k].right*groups[k-1].n < groups[k-1].right*groups[k].n; k-- {
			groups[k-1] = group{groups[k-1].p + groups[k].p, groups[k-1].right + groups[k].right, groups[k-1].n + groups[k].n}
			groups = groups[:k]
		}
	}
	var b strings.Builder
	b.WriteString("# What the decider's probability is worth: probability, share of records that are\n# right, how many. Counted on folds of the corpus; see labels.md.\n")
	for _, g := range groups {
		fmt.Fprintf(&b, "%.3f\t%.3f\t%.0f\n", g.p/g.n, g.right/g.n, g.n)
	}
	return b.String()
}
