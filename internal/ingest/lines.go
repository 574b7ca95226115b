package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/pkg/text"
)

// line is one line of a text input: its visible part, without white space and
// bullets at its ends. A blank line has an empty span.
type line struct {
	text.Span
	bullet bool
	indent int32 // bytes of white space before the line or its bullet
	next   int32 // index of the next line that is not blank
}

// splitLines cuts a text at line feeds, carriage returns, form feeds and the
// line and paragraph separators of Unicode. CR LF gives one line.
func splitLines(s string) []line {
	out := make([]line, 0, strings.Count(s, "\n")+1)
	for from := 0; from <= len(s); {
		end, next := lineEnd(s, from)
		out = append(out, trimLine(s, from, end))
		from = next
	}
	for i, next := len(out)-1, int32(len(out)); i >= 0; i-- {
		out[i].next = next
		if !out[i].Empty() {
			next = int32(i)
		}
	}
	return out
}

// lineEnd finds the end of the line that starts at from, and the next start.
func lineEnd(s string, from int) (end, next int) {
	for i := from; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '\r':
			if strings.HasPrefix(s[i+1:], "\n") {
				return i, i + 2
			}
			return i, i + 1
		case '\n', '\f', '\v', 0x85, 0x2028, 0x2029:
			return i, i + n
		}
		i += n
	}
	return len(s), len(s) + 1
}

// trimLine finds the visible part of s[from:end].
func trimLine(s string, from, end int) line {
	sp := trim(s, text.Span{Start: from, End: end})
	l := line{Span: sp, indent: int32(sp.Start - from)}
	if sp.Empty() {
		return line{Span: text.Span{Start: from, End: from}}
	}
	for {
		n := bulletLength(l.In(s))
		if n == 0 {
			return l
		}
		l.bullet = true
		l.Span = trim(s, text.Span{Start: l.Start + n, End: l.End})
	}
}

// bulletLength is the length of the bullet that starts a line, 0 if none does.
// A hyphen, dash or star is a bullet only before white space; a long dash is
// none, since dialogue and datelines use it.
func bulletLength(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '▸', '►', '⁃', '∙':
		return n
	case '*', '-', '+', '·':
		if len(s) == n || s[n] == ' ' || s[n] == '\t' {
			return n
		}
	}
	return 0
}

// trim shrinks a span to its visible part.
func trim(s string, sp text.Span) text.Span {
	for sp.Start < sp.End {
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if !invisible(r) {
			break
		}
		sp.Start += n
	}
	for sp.Start < sp.End {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !invisible(r) {
			break
		}
		sp.End -= n
	}
	return sp
}

// invisible reports white space, and marks of no width that pages put at the
// ends of lines.
func invisible(r rune) bool {
	switch r {
	case 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff:
		return true
	}
	return unicode.IsSpace(r)
}

// fold writes white space of any kind and length as one blank.
func fold(s string) string {
	if isFolded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isFolded reports a text whose white space is single blanks between words.
func isFolded(s string) bool {
	gap := true
	for i, c := range []byte(s) {
		switch {
		case c == ' ' && gap, c >= '\t' && c <= '\r':
			return false
		case c >= utf8.RuneSelf && utf8.RuneStart(c):
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		gap = c == ' '
	}
	return !gap || s == ""
}

// countWords counts the runs of visible characters.
func countWords(s string) int {
	n := 0
	gap := true
	for i, c := range []byte(s) {
		space := c == ' ' || c >= '\t' && c <= '\r'
		if c >= utf8.RuneSelf {
			if !utf8.RuneStart(c) {
				continue
			}
			r, _ := utf8.DecodeRuneInString(s[i:])
			space = unicode.IsSpace(r)
		}
		if gap && !space {
			n++
		}
		gap = space
	}
	return n
}

// opens reports whether the letters of ASCII that start s are one of the words,
// whatever their case: a quick look before a pattern is tried.
func opens(s string, words map[string]bool) bool {
	var word [16]byte
	n := 0
	for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
		if n == len(word) {
			return false
		}
		word[n] = s[n] | 0x20
		n++
	}
	return words[string(word[:n])]
}

// wordsOf is s in lower case without anything but letters, digits and single
// blanks: what two wordings of the same line have in common.
func wordsOf(s string) string {
	var buf [256]byte
	out := buf[:0]
	gap := false
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '\'' || r == '’':
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		default:
			gap = len(out) > 0
			continue
		}
		if gap {
			out = append(out, ' ')
			gap = false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// endsSentence reports whether a line ends as a sentence does: in . ! ? or …,
// with closing marks after it or not.
func endsSentence(s string) bool {
	switch lastMark(s) {
	case '.', '!', '?', '…', '。':
		return true
	}
	return false
}

// lastMark is the last character of s that is no closing mark or bracket.
func lastMark(s string) rune {
	s = strings.TrimRight(s, "\"'”’»)] \u00a0")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
