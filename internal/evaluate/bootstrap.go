package evaluate

import (
	"math/rand/v2"
	"slices"
)

// samples is how many samples of the documents give an interval; seed makes
// them the same on every run.
const (
	samples = 1000
	seed    = 20161108
)

// intervals gives where the F1 of content, and of content with source, lies in
// 95 of 100 samples of as many documents, drawn with replacement. Documents
// are drawn, not quotations, since the quotations of one go together. Of fewer
// than two documents there is none.
func intervals(list []counts) (content, both *[2]float64) {
	if len(list) < 2 || sum(list).gold == 0 {
		return nil, nil
	}
	rng := rand.New(rand.NewPCG(seed, uint64(len(list))))
	var contents, boths []float64
	for range samples {
		var gold, found, whole, right int
		for range list {
			c := &list[rng.IntN(len(list))]
			gold, found, whole, right = gold+c.gold, found+c.found, whole+c.whole, right+c.both
		}
		contents = append(contents, f1(whole, found, gold))
		boths = append(boths, f1(right, found, gold))
	}
	return middle(contents), middle(boths)
}

// middle gives the bounds of the middle 95 of 100 values.
func middle(values []float64) *[2]float64 {
	slices.Sort(values)
	cut := len(values) * 25 / 1000
	return &[2]float64{round(values[cut]), round(values[len(values)-1-cut])}
}
