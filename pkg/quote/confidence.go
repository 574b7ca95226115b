package quote

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"quotes/internal/model"
)

// precision holds, for each rule and for the cues that a rule often has, the
// share of quotes that are right on an annotated corpus. The header of the
// file says which and how it is made.
//
//go:embed data/precision.tsv
var precision string

// ruleCue names a rule with a cue's lemma; "*" stands for any.
type ruleCue struct{ rule, lemma string }

var precisions = sync.OnceValue(func() map[ruleCue]float64 {
	m := map[ruleCue]float64{}
	for l := range strings.Lines(model.Text("precision.tsv", precision)) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if len(f) < 3 || strings.HasPrefix(l, "#") {
			continue
		}
		if v, err := strconv.ParseFloat(f[2], 64); err == nil {
			m[ruleCue{f[0], strings.ReplaceAll(f[1], "_", " ")}] = v
		}
	}
	return m
})

// unmeasured is the confidence of a rule that the corpus never shows.
const unmeasured = 0.5

// confidence is the precision of a rule with a cue, or of the rule alone.
func confidence(rule, lemma string) float64 {
	if v, ok := precisions()[ruleCue{rule, lemma}]; ok {
		return v
	}
	if v, ok := precisions()[ruleCue{rule, "*"}]; ok {
		return v
	}
	return unmeasured
}

// calibrationTable holds what the decider's probability is worth. The header of
// the file says how it is made.
//
//go:embed data/calibration.tsv
var calibrationTable string

// knot says which share of records is right at a probability of the decider.
type knot struct{ p, right float64 }

var calibration = sync.OnceValue(func() []knot {
	var out []knot
	for l := range strings.Lines(model.Text("calibration.tsv", calibrationTable)) {
		f := strings.Fields(l)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		p, err1 := strconv.ParseFloat(f[0], 64)
		right, err2 := strconv.ParseFloat(f[1], 64)
		if err1 == nil && err2 == nil {
			out = append(out, knot{p, right})
		}
	}
	return out
})

// calibrated is the share of records that are right at a probability of the
// decider, on a straight line between the knots; p itself without any.
func calibrated(p float64) float64 {
	table := calibration()
	if len(table) == 0 {
		return p
	}
	for i, k := range table {
		if p > k.p {
			continue
		}
		if i == 0 {
			return k.right
		}
		before := table[i-1]
		return before.right + (k.right-before.right)*(p-before.p)/max(k.p-before.p, 1e-9)
	}
	return table[len(table)-1].right
}
