package evaluate

import (
	"slices"
	"strings"
	"unicode"
)

// aligner finds the tokens of a sentence in the text they were made from.
type aligner struct {
	flat []rune // the text, its marks in one form
}

// flatten writes the many forms of marks as one; no mark changes its length.
var flatten = strings.NewReplacer("―", "-", "—", "-", "–", "-", "“", `"`, "”", `"`, "‘", "'", "’", "'", "`", "'", "…", ".", "\u00a0", " ")

func newAligner(text []rune) *aligner {
	return &aligner{[]rune(flatten.Replace(string(text)))}
}

// treebank are marks as the Treebank writes them, and as texts do.
var treebank = map[string]string{"``": `"`, "''": `"`, "-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}", "--": "—"}

// forms are the ways in which a text may write a token, flattened.
func forms(token string) [][]rune {
	list := []string{token, strings.ReplaceAll(token, `\/`, "/")}
	if mark, ok := treebank[strings.ToLower(token)]; ok {
		list = append(list, mark)
	}
	switch token {
	case "``", "''", "`", "'":
		list = append(list, `"`, "``", "'")
	case "--", "...", ". . .":
		list = append(list, "--", "-", "...", ".", ". . .")
	}
	out := make([][]rune, len(list))
	for i, f := range list {
		out[i] = []rune(flatten.Replace(f))
	}
	return out
}

// token finds a token that starts at pos or at most reach behind; the first
// place, and of two forms there the longer one.
func (a *aligner) token(forms [][]rune, pos, reach int) (span [2]int, ok bool) {
	for _, f := range forms {
		for at := pos; at <= pos+reach && at+len(f) <= len(a.flat); at++ {
			if !slices.Equal(a.flat[at:at+len(f)], f) {
				continue
			}
			if !ok || at < span[0] || at == span[0] && at+len(f) > span[1] {
				span, ok = [2]int{at, at + len(f)}, true
			}
			break
		}
	}
	return span, ok
}

// reaches are how far a token is looked for: close by first. What is one
// letter long is found nearly everywhere, so it is looked for close by only,
// and a full stop hardly at all, since the Treebank writes the one of a closing
// abbreviation twice.
func reaches(token string, first bool) []int {
	switch {
	case token == ".":
		return []int{2}
	case len([]rune(token)) > 1 || first:
		return []int{2, 8, 40}
	}
	return []int{2, 8}
}

// nowhere is the span of a token that is not found.
var nowhere = [2]int{-1, -1}

// tokens finds the tokens of a sentence from pos on. It gives their spans,
// how many are found, and where the last one ends.
func (a *aligner) tokens(tokens []string, pos int) (spans [][2]int, found, end int) {
	for n, t := range tokens {
		span, ok := nowhere, false
		for _, reach := range reaches(t, n == 0) {
			if at, here := a.token(forms(t), pos, reach); here {
				span, ok = at, true
				break
			}
		}
		spans = append(spans, span)
		if ok {
			pos = span[1]
			found++
		}
	}
	return spans, found, pos
}

// sentence finds the tokens of a sentence that stands at pos, or further on:
// then it starts where its first words do.
func (a *aligner) sentence(tokens []string, pos int) (spans [][2]int, found, end int) {
	spans, found, end = a.tokens(tokens, pos)
	if 5*(len(spans)-found) <= len(spans) {
		return spans, found, end
	}
	if start := a.anchor(tokens, pos); start >= 0 {
		return a.tokens(tokens, max(0, start-2))
	}
	return spans, found, end
}

// How far on a sentence may start, how many of its words tell where, and how
// many marks may stand between two of them.
const (
	anchorReach = 20000
	anchorWords = 4
	anchorGap   = 6
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// anchor is where the first words of a sentence stand one after the other, -1
// for nowhere near.
func (a *aligner) anchor(tokens []string, pos int) int {
	var words [][]rune
	for _, t := range tokens {
		if w := []rune(flatten.Replace(t)); len(w) > 0 && isWordRune(w[0]) && len(words) < anchorWords {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return -1
	}
	for at := max(0, pos-5); at < len(a.flat) && at < pos+anchorReach; at++ {
		if a.follow(words, at) {
			return at
		}
	}
	return -1
}

// follow reports whether words stand at a place, with marks between them.
func (a *aligner) follow(words [][]rune, at int) bool {
	for n, w := range words {
		gap := 0
		for n > 0 && at < len(a.flat) && !isWordRune(a.flat[at]) {
			at, gap = at+1, gap+1
		}
		if n > 0 && (gap == 0 || gap > anchorGap) || at+len(w) > len(a.flat) || !slices.Equal(a.flat[at:at+len(w)], w) {
			return false
		}
		at += len(w)
	}
	return true
}
