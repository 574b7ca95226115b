package when

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"quotes/pkg/text"
)

// class says what a word of the sentence is made of.
type class byte

const (
	letters class = iota
	digits        // digits, perhaps with an ordinal's ending
	mark          // one punctuation mark or symbol
	gap           // a stretch of what was said, left out
)

// word is one unit of the sentence. Lower is its text in lower case.
type word struct {
	text.Span
	class class
	lower string
}

// sorted gives spans in the order of their starts.
func sorted(spans []text.Span) []text.Span {
	byStart := func(a, b text.Span) int { return a.Start - b.Start }
	if slices.IsSortedFunc(spans, byStart) {
		return spans
	}
	return slices.SortedFunc(slices.Values(spans), byStart)
}

// scan splits a sentence into words. Each stretch of the cuts, which are sorted,
// becomes one gap, so that what stands on either side of a quotation is close
// together.
func (r *reader) scan(sentence string, cuts []text.Span) {
	out := slices.Grow(r.words[:0], len(sentence)/5+8)
	for at := 0; at < len(sentence); {
		w := next(sentence, at)
		at = w.End
		for len(cuts) > 0 && cuts[0].End <= w.Start {
			cuts = cuts[1:]
		}
		switch {
		case len(cuts) > 0 && cuts[0].Overlaps(w.Span):
			if n := len(out); n > 0 && out[n-1].class == gap {
				out[n-1].End = w.End
				continue
			}
			out = append(out, word{Span: w.Span, class: gap})
		case w.lower != "":
			out = append(out, w)
		}
	}
	r.sentence, r.words = sentence, out
}

// next reads the word at byte offset at; white space has an empty lower.
func next(s string, at int) word {
	r, size := utf8.DecodeRuneInString(s[at:])
	end := at + size
	switch {
	case unicode.IsSpace(r):
		return word{Span: text.Span{Start: at, End: end}}
	case isDigit(r):
		for end < len(s) && (isDigit(rune(s[end])) || isASCIILetter(s[end]) && s[end] != 'T') {
			end++ // "17th" is one word, "17T05" is two
		}
		return word{text.Span{Start: at, End: end}, digits, strings.ToLower(s[at:end])}
	case unicode.IsLetter(r):
		for end < len(s) {
			if isASCIILetter(s[end]) {
				end++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				break
			}
			end += size
		}
		return word{text.Span{Start: at, End: end}, letters, strings.ToLower(s[at:end])}
	}
	return word{text.Span{Start: at, End: end}, mark, s[at:end]}
}

func isDigit(r rune) bool       { return '0' <= r && r <= '9' }
func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// reader looks at the words of one sentence; indexes out of range give an
// empty word.
type reader struct {
	sentence string
	words    []word
	found    []expr
}

// readers keeps the buffers of readers, empty, from one sentence to the next.
var readers = sync.Pool{New: func() any { return &reader{} }}

// release empties a reader and gives it back.
func (r *reader) release() {
	clear(r.words)
	r.sentence = ""
	readers.Put(r)
}

func (r *reader) at(i int) word {
	if i < 0 || i >= len(r.words) {
		return word{class: gap}
	}
	return r.words[i]
}

func (r *reader) is(i int, s string) bool { return r.at(i).lower == s }

// joined reports whether word i touches the word before it.
func (r *reader) joined(i int) bool {
	return i > 0 && i < len(r.words) && r.words[i-1].End == r.words[i].Start
}

// capital reports whether word i starts with a capital letter.
func (r *reader) capital(i int) bool {
	w := r.at(i)
	if w.class != letters {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.sentence[w.Start:])
	return unicode.IsUpper(c)
}

// possessive gives the index after "'s" at i, or i if there is none.
func (r *reader) possessive(i int) int {
	if w := r.at(i).lower; (w == "'" || w == "’") && r.joined(i) && r.is(i+1, "s") && r.joined(i+1) {
		return i + 2
	}
	return i
}

// boundary reports whether word i ends a phrase.
func (r *reader) boundary(i int) bool {
	w := r.at(i)
	if w.class == gap {
		return true
	}
	if w.class != mark {
		return false
	}
	switch w.lower {
	case "'", "’", ".", "$", "%", "&", "/", "#", "@":
		return false
	case "-":
		return !r.joined(i) // a hyphen binds, a dash parts
	}
	return true
}

// indexOf is the index of the word that holds or follows the byte offset.
func (r *reader) indexOf(offset int) int {
	i, _ := slices.BinarySearchFunc(r.words, offset, func(w word, at int) int {
		if w.End <= at {
			return -1
		}
		return 1
	})
	return i
}
