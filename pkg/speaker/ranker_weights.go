package speaker

import (
	_ "embed"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"quotes/internal/model"
)

// rankerData holds the ranker's weights; ranker.md beside it is their card.
//
//go:embed data/ranker.txt
var rankerData string

var embedded = sync.OnceValue(func() *Ranker {
	r, err := ParseRanker(model.Text("ranker.txt", rankerData))
	if err != nil {
		panic(err) // a broken build
	}
	return r
})

// Ranker is a log-linear model of choices: one set of weights for the mentions
// that are sources, one for all others.
type Ranker struct {
	Source, Other Weights
}

// Weights says how much each feature speaks for a candidate.
type Weights struct {
	Of        []float64 // of each feature
	Nobody    float64   // what the candidates must outweigh
	Threshold float64   // below this probability nobody is chosen
}

// ParseRanker reads weights as [Ranker.String] writes them. Lines that start
// with # are comments.
func ParseRanker(data string) (*Ranker, error) {
	rows := map[string][2]float64{}
	for line := range strings.Lines(data) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("ranker: a line of %d columns: %q", len(f), strings.TrimSpace(line))
		}
		a, errA := strconv.ParseFloat(f[1], 64)
		b, errB := strconv.ParseFloat(f[2], 64)
		if err := errors.Join(errA, errB); err != nil {
			return nil, fmt.Errorf("ranker: %w", err)
		}
		rows[f[0]] = [2]float64{a, b}
	}
	r := &Ranker{}
	if len(rows) != len(FeatureNames)+2 {
		return nil, fmt.Errorf("ranker: %d rows, want %d", len(rows), len(FeatureNames)+2)
	}
	for i, name := range append(FeatureNames[:len(FeatureNames):len(FeatureNames)], "nobody", "threshold") {
		row, ok := rows[name]
		if !ok {
			return nil, fmt.Errorf("ranker: no weight of %s", name)
		}
		r.Source.set(i, row[0])
		r.Other.set(i, row[1])
	}
	return r, nil
}

// set gives the row i of the file its value.
func (w *Weights) set(i int, value float64) {
	switch i {
	case featureCount:
		w.Nobody = value
	case featureCount + 1:
		w.Threshold = value
	default:
		w.Of = append(w.Of, value)
	}
}

// String writes the weights, one feature a line: its name, its weight for
// sources, its weight for others.
func (r *Ranker) String() string {
	var b strings.Builder
	row := func(name string, source, other float64) {
		fmt.Fprintf(&b, "%s\t%.3f\t%.3f\n", name, source, other)
	}
	for i, name := range FeatureNames {
		row(name, r.Source.Of[i], r.Other.Of[i])
	}
	row("nobody", r.Source.Nobody, r.Other.Nobody)
	row("threshold", r.Source.Threshold, r.Other.Threshold)
	return b.String()
}

// Decide gives the index of the candidate that a choice's mention means, -1
// for none of them.
func (r *Ranker) Decide(c *Choice) int {
	w := &r.Other
	if c.Source {
		w = &r.Source
	}
	k, p := w.Best(c)
	if p < w.Threshold {
		return -1
	}
	return k
}

// Best is the most probable candidate, and how probable it is; of two alike
// the nearer one. -1: there is none.
func (w *Weights) Best(c *Choice) (int, float64) {
	best, top := -1, 0.0
	room := make([]float64, 0, 32) // on the stack
	for i, p := range w.probabilities(room, c)[:len(c.Candidates)] {
		if p > top {
			best, top = i, p
		}
	}
	return best, top
}

// Probabilities are those of a choice's candidates and, last, of nobody.
func (w *Weights) Probabilities(c *Choice) []float64 { return w.probabilities(nil, c) }

// probabilities appends them to p, which is empty.
func (w *Weights) probabilities(p []float64, c *Choice) []float64 {
	top := w.Nobody
	for i := range c.Candidates {
		value := 0.0
		for k, f := range c.Candidates[i].Features {
			value += float64(f * w.Of[k]) // rounded on every machine
		}
		p = append(p, value)
		top = max(top, value)
	}
	p = append(p, w.Nobody)
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
