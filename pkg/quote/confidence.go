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
