// Package overlap compares spans of a text by the letters they hold, so that
// marks and spaces at their ends do not count. It is how the project's quotes
// are held against annotation, to measure them and to learn from it.
package overlap

import (
	"cmp"
	"slices"
	"unicode"
)

// Letters is a set of offsets of letters and digits, in order.
type Letters []int

// LettersOf gives the letters of text that spans cover; spans and text count
// code points. Of a text that is not known (nil) every code point counts.
func LettersOf(text []rune, spans [][2]int) Letters {
	var out Letters
	for _, s := range spans {
		end := s[1]
		if text != nil {
			end = min(end, len(text))
		}
		for i := max(s[0], 0); i < end; i++ {
			if text == nil || unicode.IsLetter(text[i]) || unicode.IsNumber(text[i]) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Common counts the letters of both.
func Common(a, b Letters) int {
	if len(a) == 0 || len(b) == 0 || a[len(a)-1] < b[0] || b[len(b)-1] < a[0] {
		return 0
	}
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

// Union gives the letters of any.
func Union(sets []Letters) Letters {
	out := Letters(slices.Concat(sets...))
	slices.Sort(out)
	return slices.Compact(out)
}

// Dice is twice the common letters by the sum of both, 0 to 1.
func Dice(a, b Letters) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(Common(a, b)) / float64(len(a)+len(b))
}

// Covers reports whether a mention holds half of the shorter of mention and
// annotated source; where both are empty it is right too.
func Covers(got, want Letters) bool {
	if len(got) == 0 || len(want) == 0 {
		return len(got) == len(want)
	}
	return 2*Common(got, want) >= min(len(got), len(want))
}

// Least is the Dice at which a content counts as found.
const Least = 0.8

// SameEnds reports whether two sets that hold some have the same first and last
// letter.
func SameEnds(a, b Letters) bool {
	return a[0] == b[0] && a[len(a)-1] == b[len(b)-1]
}

// Match pairs annotated and found contents one to one, best overlaps first and
// none below least; it gives for each found one the index of its annotation, or
// -1. Of equal overlaps the later contents are paired first.
func Match(gold, found []Letters, least float64) []int {
	type pair struct {
		dice       float64
		gold, pred int
	}
	var pairs []pair
	for i, g := range gold {
		for j, f := range found {
			if d := Dice(g, f); d >= least {
				pairs = append(pairs, pair{d, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.dice, a.dice), cmp.Compare(b.gold, a.gold), cmp.Compare(b.pred, a.pred))
	})
	out, used := slices.Repeat([]int{-1}, len(found)), make([]bool, len(gold))
	for _, p := range pairs {
		if out[p.pred] < 0 && !used[p.gold] {
			out[p.pred], used[p.gold] = p.gold, true
		}
	}
	return out
}
