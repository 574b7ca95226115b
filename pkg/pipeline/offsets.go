package pipeline

import (
	"encoding/binary"
	"math/bits"
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

// count is the number of units of the characters that start in [from, to). It
// looks at eight bytes at a time.
func (c *counter) count(from, to int) int {
	s := []byte(c.text[from:to])
	n := 0
	for ; len(s) >= 8; s = s[8:] {
		n += 8
		if w := binary.LittleEndian.Uint64(s); w&high != 0 {
			n += c.adjusted(w)
		}
	}
	for _, b := range s {
		n += 1 + c.adjusted(uint64(b))
	}
	return n
}

// high has the high bit of each of eight bytes.
const high = 0x8080808080808080

// adjusted is by how much the units of the characters that start in eight bytes
// differ from eight: bytes that go on with a character start none, and one of
// four bytes is a surrogate pair in UTF-16.
func (c *counter) adjusted(w uint64) int {
	n := -bits.OnesCount64(w &^ (w << 1) & high)
	if c.unit == UTF16 {
		n += bits.OnesCount64(w & (w << 1) & (w << 2) & (w << 3) & high)
	}
	return n
}

// span converts one span.
func (c *counter) span(s text.Span) [2]int { return [2]int{c.at(s.Start), c.at(s.End)} }

// ascii reports whether every unit of s is one byte.
func ascii(s string) bool {
	b := []byte(s)
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&high != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
