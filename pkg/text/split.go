package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
)

// maxSentence bounds the tokens of a sentence: what runs on for longer is no
// prose, and the work on a sentence grows faster than its length.
const maxSentence = 250

// appendEnds appends the end (exclusive, as indexes of toks) of each sentence
// of one block. A sentence ends at a stop, question or exclamation mark with
// the marks that close after it, if what follows can start a sentence. The
// words that name who spoke stay with the quotation before them:
// `"Why?" Lee asked.` is one sentence.
func appendEnds(ends []int, text, low string, toks []Token) []int {
	from := 0
	for i := 0; i < len(toks); i++ {
		if i-from >= maxSentence {
			ends = append(ends, i)
			from = i
		}
		if !mayEnd[text[toks[i].End-1]] || !endsSentence(toks[i].In(text)) {
			continue
		}
		j := i + 1
		for j < len(toks) && closes(text, toks, j) {
			j++
		}
		if j < len(toks) && startsSentence(text, low, toks, i, j) {
			ends = append(ends, j)
			from = j
		}
		i = j - 1 // marks that close one end need not be looked at again
	}
	if len(toks) > 0 && from < len(toks) {
		ends = append(ends, len(toks))
	}
	return ends
}

// mayEnd are the bytes that the last word or mark of a sentence can end in.
var mayEnd = func() (t [256]bool) {
	for c := range t {
		t[c] = c == '.' || c == '?' || c == '!' || c >= utf8.RuneSelf
	}
	return t
}()

// endsSentence reports whether w, which ends in a byte of mayEnd, can be the
// last word or mark of a sentence.
func endsSentence(w string) bool {
	return w[len(w)-1] < utf8.RuneSelf || w == "…" || w == "。" || w == "؟"
}

// closes reports whether token j stands glued to the one before it and can
// close a sentence after its stop: quotation marks, brackets, more stops.
func closes(text string, toks []Token, j int) bool {
	if toks[j].Start != toks[j-1].End {
		return false
	}
	switch toks[j].In(text) {
	case "”", "’", "''", "'", `"`, "»", ")", "]", "?", "!", ".", "...", "…":
		return true
	}
	return false
}

// startsSentence reports whether a sentence can start at token j, the one
// before having ended at the mark i.
func startsSentence(text, low string, toks []Token, i, j int) bool {
	next := toks[j]
	if next.Start == toks[j-1].End {
		return glued(text, toks, i, j)
	}
	k := j
	for k < len(toks) && opens(toks[k].In(text)) {
		k++
	}
	if k == len(toks) {
		return true
	}
	word := toks[k].In(text)
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsLower(r) {
		return false
	}
	last := toks[i].In(text)
	if len(last) > 1 && last[len(last)-1] == '.' && !strings.HasPrefix(last, "..") {
		return stopEnds(toks[i].In(low), toks[k].In(low), k > j)
	}
	return j == i+1 || last == "." || !attributes(low, toks, j)
}

// glued decides where no space follows: only after a closing quotation mark
// ("...done.”The"), or a stop between a lower-case word and a capital.
func glued(text string, toks []Token, i, j int) bool {
	r, _ := utf8.DecodeRuneInString(toks[j].In(text))
	if !unicode.IsUpper(r) || j+1 >= len(toks) {
		return false
	}
	if j > i+1 {
		return true
	}
	prev, _ := utf8.DecodeLastRuneInString(text[:toks[i].Start])
	return toks[i].In(text) == "." && unicode.IsLower(prev)
}

func opens(w string) bool {
	switch w {
	case "“", "‘", "``", `"`, "'", "«", "„", "(", "[", "•", "-", "—", "–":
		return true
	}
	return false
}

// stopEnds decides whether an abbreviation that carries its stop also ends
// the sentence, given the word after it, both in lower case.
func stopEnds(abbr, word string, opened bool) bool {
	a := strings.TrimSuffix(abbr, ".")
	switch {
	case lexicon.Abbreviations().Has(a) && !strings.Contains(a, "."):
		return false
	case utf8.RuneCountInString(a) == 1: // an initial
		return false
	}
	return opened || lexicon.Starters().Has(word)
}

// attributes reports whether the words from j on name who said the quotation
// that has just closed: up to five words of a name or a pronoun, and a verb
// of saying, or the other way round; low is the text in lower case.
func attributes(low string, toks []Token, j int) bool {
	verbs := lexicon.Attributing()
	for k := j; k < len(toks) && k < j+6; k++ {
		w := toks[k].In(low)
		if verbs.Has(w) {
			return k > j
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) && w != "," && !isDigit(r) {
			return false
		}
	}
	return false
}
