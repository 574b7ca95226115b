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

// reading is a reading of a report with its verdict, and whether its source
// names who spoke.
type reading struct {
	feats   []uint32
	verdict uint8
	named   bool
}

// choice is the readings of a report in doubt.
type choice []reading

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
// whether the source is that one's.
func (j *judge) of(content []text.Span, source text.Span) (verdict uint8, named bool) {
	got, who := j.letters(content), j.letters([]text.Span{source})
	for i, g := range j.content {
		if len(got) == 0 || len(g) == 0 || overlap.Dice(got, g) < overlap.Least {
			continue
		}
		v := near
		if got[0] == g[0] && got[len(got)-1] == g[len(g)-1] {
			v = exact
		}
		if v > verdict {
			verdict, named = v, len(who) == 0 || overlap.Covers(who, j.source[i])
		}
	}
	return verdict, named
}

// choices gives the reports in doubt of a document, judged by its annotation.
func choices(d *Doc, m tag.Models) []choice {
	j := newJudge(d)
	var out []choice
	for _, c := range quote.Choices(text.NewDocument(d.Article), m.Tagger(), tag.NewLabeler(m)) {
		var r choice
		for _, o := range c {
			verdict, named := j.of(o.Content, o.Source)
			if v, n := j.of(o.Wide, o.Source); v > verdict {
				verdict, named = v, n
			}
			r = append(r, reading{o.Features, verdict, named})
		}
		out = append(out, r)
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

// deciderConfig was found on a fold of train.
var deciderConfig = crfConfig{bits: 16, epochs: 10, rate: 0.03, drop: 0.5, seed: 6, runs: 10}

// trainDecider learns from reports.
func trainDecider(c crfConfig, list []choice) (*model.Linear, error) {
	var seqs []sequence
	for _, ch := range list {
		for _, r := range ch {
			seqs = append(seqs, sequence{[][]uint32{r.feats}, []uint8{r.verdict}, 1})
		}
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

// decisions gives what a decider makes of reports.
func decisions(m *model.Linear, list []choice) []decision {
	var out []decision
	for _, c := range list {
		best, p := quote.Pick(m, len(c), func(feats []uint32, k int) []uint32 { return append(feats, c[k].feats...) })
		out = append(out, decision{p, c[best].verdict != wrong && c[best].named})
	}
	return out
}

// decider trains the decider, and counts on folds how right it is for each
// probability it gives; firsts are the first-stage models of the folds.
func (r *runner) decider(firsts []*model.Linear) error {
	var parts [folds][]choice
	for i, d := range r.docs {
		m := r.models
		m.Words, m.First, m.Second = r.words, firsts[i%folds], nil
		parts[i%folds] = append(parts[i%folds], choices(d, m)...)
	}
	c := deciderConfig
	c.bits = r.size(c.bits)
	var all []choice
	var seen []decision
	for f := range parts {
		all = append(all, parts[f]...)
		m, err := trainDecider(c, slices.Concat(slices.Delete(slices.Clone(parts[:]), f, f+1)...))
		if err != nil {
			return err
		}
		seen = append(seen, decisions(m, parts[f])...)
	}
	r.log("decider: %d reports", len(all))
	if err := r.writeText("calibration.tsv", calibration(seen)); err != nil {
		return err
	}
	m, err := trainDecider(c, all)
	if err != nil {
		return err
	}
	return r.keep("decider", m)
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
