// Package evaluate compares quotes with an annotated corpus the way the
// project's accuracy is measured: a content is found where its letters overlap
// those of the annotation by Dice >= 0.8, and its speaker is right where the
// mention covers half of the shorter of the two sources.
package evaluate

import (
	"slices"
	"unicode"
)

// Letters is a set of offsets of letters and digits, in order.
type Letters []int

// LettersOf gives the letters of text that spans cover; spans and text count
// code points.
func LettersOf(text []rune, spans [][2]int) Letters {
	var out Letters
	for _, s := range spans {
		for i := max(s[0], 0); i < min(s[1], len(text)); i++ {
			if unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// common counts the letters of both.
func common(a, b Letters) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// Dice is twice the common letters by the sum of both, 0 to 1.
func Dice(a, b Letters) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

// Covers reports whether a mention holds half of the shorter of mention and
// annotated source; where both are empty it is right too.
func Covers(got, want Letters) bool {
	if len(got) == 0 || len(want) == 0 {
		return len(got) == len(want)
	}
	return 2*common(got, want) >= min(len(got), len(want))
}

// Least is the Dice at which a content counts as found.
const Least = 0.8

// Match pairs annotated and found contents one to one, best overlaps first;
// it gives for each found one the index of its annotation, or -1.
func Match(gold, found []Letters) []int {
	type pair struct {
		dice       float64
		gold, pred int
	}
	var pairs []pair
	for i, g := range gold {
		for j, f := range found {
			if d := Dice(g, f); d >= Least {
				pairs = append(pairs, pair{d, i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.dice > b.dice:
			return -1
		case a.dice < b.dice:
			return 1
		}
		return 0
	})
	out, used := make([]int, len(found)), map[int]bool{}
	for j := range out {
		out[j] = -1
	}
	for _, p := range pairs {
		if out[p.pred] < 0 && !used[p.gold] {
			out[p.pred], used[p.gold] = p.gold, true
		}
	}
	return out
}
