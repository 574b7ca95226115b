package pipeline

import (
	"unicode/utf8"

	"quotes/pkg/text"
)

// stride is the distance in bytes between the marks of a counter: a look-up
// reads at most this much text, and a mark costs eight bytes.
const stride = 32

// counter turns byte offsets of a text into another unit. It reads the text
// once, forward; a look-up then goes on from the mark before it.
type counter struct {
	text  string
	unit  Offsets
	marks []int // units before byte i*stride, counted by the characters that start there; nil: units are bytes
}

// newCounter counts the units of s.
func newCounter(s string, unit Offsets) *counter {
	c := &counter{text: s, unit: unit}
	if unit == Bytes || ascii(s) {
		return c
	}
	c.marks = make([]int, 0, len(s)/stride+1)
	n := 0
	for from := 0; from < len(s); from += stride {
		c.marks = append(c.marks, n)
		n += c.count(from, min(from+stride, len(s)))
	}
	return c
}

// at is the number of units before byte i, which starts a character.
func (c *counter) at(i int) int {
	if c.marks == nil || i == 0 {
		return i
	}
	m := (i - 1) / stride
	return c.marks[m] + c.count(m*stride, i)
}

// count is the number of units of the characters that start in [from, to).
func (c *counter) count(from, to int) int {
	n := 0
	for _, b := range []byte(c.text[from:to]) {
		if utf8.RuneStart(b) {
			n++
		}
		if b >= 0xF0 && c.unit == UTF16 { // four bytes: a surrogate pair
			n++
		}
	}
	return n
}

// span converts one span.
func (c *counter) span(s text.Span) [2]int { return [2]int{c.at(s.Start), c.at(s.End)} }

// ascii reports whether every unit of s is one byte.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
