package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerOdd keeps apart the tokens that have more or fewer bytes in lower case,
// which are rare.
func (d *Document) lowerOdd() {
	d.odd = map[int]string{}
	for i, t := range d.Tokens {
		low := t.In(d.low)
		if w := strings.ToLower(low); w != low {
			d.odd[i] = w
		}
	}
}

// lowOf is token i in lower case where some are odd.
func (d *Document) lowOf(i int) string {
	if w, ok := d.odd[i]; ok {
		return w
	}
	return d.Tokens[i].In(d.low)
}

// lowered is s in lower case but for the characters that would change their
// length; same is false if there are any.
func lowered(s string) (low string, same bool) {
	var b strings.Builder
	b.Grow(len(s))
	same = true
	from := 0 // what stands before it is written
	for i := 0; i < len(s); {
		c := s[i]
		if !cased[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			b.WriteString(s[from:i])
			b.WriteByte(c + 'a' - 'A')
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		l := unicode.ToLower(r)
		if l != r && utf8.RuneLen(l) == n {
			b.WriteString(s[from:i])
			b.WriteRune(l)
			from = i + n
		}
		same = same && utf8.RuneLen(l) == n
		i += n
	}
	b.WriteString(s[from:])
	return b.String(), same
}

// cased are the bytes that may start a character with a lower case.
var cased = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
	}
	return t
}()
