package ranker

import (
	"math"

	"quotes/pkg/speaker"
)

// How the weights are fitted: gradient ascent over all examples at once with a
// step for each weight (AdaGrad), and a penalty on large weights.
const (
	rounds  = 300
	rate    = 0.5
	penalty = 2.0 // over two standard deviations squared, for all examples together
)

// fit finds the weights under which the right answers are most probable. A
// feature that no example has gets none.
func fit(list []example) speaker.Weights {
	w := speaker.Weights{Of: make([]float64, len(speaker.FeatureNames))}
	squares := make([]float64, len(w.Of)+1)
	for range rounds {
		g := gradient(list, &w)
		for k := range g {
			x := &w.Nobody
			if k < len(w.Of) {
				x = &w.Of[k]
			}
			g[k] -= float64(penalty * *x)
			if squares[k] += float64(g[k] * g[k]); squares[k] > 0 {
				*x += rate * g[k] / math.Sqrt(squares[k])
			}
		}
	}
	return w
}

// gradient of the logarithm of the right answers' probability; its last entry
// belongs to nobody being meant.
func gradient(list []example, w *speaker.Weights) []float64 {
	n := len(w.Of)
	g := make([]float64, n+1)
	for i := range list {
		e := &list[i]
		p := w.Probabilities(&e.Choice)
		want := e.wanted(p)
		g[n] += want[len(p)-1] - p[len(p)-1]
		for c, x := range e.Candidates {
			if d := want[c] - p[c]; d != 0 {
				for k, f := range x.Features {
					g[k] += float64(d * f)
				}
			}
		}
	}
	return g
}

// wanted shares certainty among the right answers as p does.
func (e *example) wanted(p []float64) []float64 {
	out := make([]float64, len(p))
	if e.none {
		out[len(p)-1] = 1
		return out
	}
	sum := 0.0
	for i, r := range e.right {
		if r {
			sum += p[i]
		}
	}
	for i, r := range e.right {
		if r {
			out[i] = p[i] / sum
		}
	}
	return out
}
