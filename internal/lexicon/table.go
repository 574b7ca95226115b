package lexicon

import (
	"iter"
	"math/bits"
	"strings"
)

// Table is a map from lower-case words or phrases to what a list says of them.
// Rules ask many lists about each word of a text, and nearly always the answer
// is no: a bit for first letter and length, first and last letter, or the hash
// of each entry gives it at once. A table does not change once it is made.
type Table[V any] struct {
	shapes [32]uint32 // by first letter: bit n is set if an entry has n letters, or 31 and more
	ends   [32]uint32 // by first letter: bit n is set if an entry ends in letter n
	marks  []uint64
	slots  []slot // a power of two of them, at most half filled; an entry stands at its hash or behind
	values []V    // of each slot
	text   string // all words
	shift  uint8  // a hash shifted by it is a slot, one shifted by markBits less a mark
}

// slot is the word text[from:to]; empty where there is none. Tables hold no
// pointers to words, which the garbage collector would follow.
type slot struct{ from, to uint32 }

// markBits: there are eight times as many marks as slots.
const markBits = 3

// Set is a set of lower-case words or phrases.
type Set = Table[struct{}]

// SetOf makes a set of words with white space between them.
func SetOf(words string) *Set { return setOfAll(strings.Fields(words)) }

func setOfAll(words []string) *Set { return NewTable(words, make([]struct{}, len(words))) }

// NewTable gives each word its value; of the values of one word the last counts.
func NewTable[V any](words []string, values []V) *Table[V] {
	size := bits.Len(uint(2*len(words) + 7))
	t := &Table[V]{
		marks: make([]uint64, 1<<(size+markBits)/64),
		slots: make([]slot, 1<<size), values: make([]V, 1<<size), text: strings.Join(words, ""), shift: uint8(64 - size),
	}
	end := uint32(0)
	for i, w := range words {
		s := slot{end, end + uint32(len(w))}
		end = s.to
		if w == "" {
			continue
		}
		h := hash(w)
		k := t.at(h)
		for t.word(k) != "" && t.word(k) != w {
			k = t.behind(k)
		}
		t.slots[k], t.values[k] = s, values[i]
		m := h >> (t.shift - markBits)
		t.marks[m/64] |= 1 << (m % 64)
		t.shapes[w[0]&31] |= 1 << min(len(w), 31)
		t.ends[w[0]&31] |= 1 << (w[len(w)-1] & 31)
	}
	return t
}

// TableOf makes a table of a map.
func TableOf[V any](m map[string]V) *Table[V] {
	words, values := make([]string, 0, len(m)), make([]V, 0, len(m))
	for w, v := range m {
		words, values = append(words, w), append(values, v)
	}
	return NewTable(words, values)
}

// hash is a number made of the length and five letters of a word that is not
// empty.
func hash(w string) uint64 {
	n := len(w)
	h := uint64(w[0]) | uint64(w[n/4])<<8 | uint64(w[n/2])<<16 | uint64(w[n-1-n/4])<<24 | uint64(w[n-1])<<32 | uint64(n)<<40
	return h * 0x9E3779B97F4A7C15
}

func (t *Table[V]) at(h uint64) int { return int(h >> (t.shift & 63)) }

func (t *Table[V]) word(slot int) string { return t.text[t.slots[slot].from:t.slots[slot].to] }

func (t *Table[V]) behind(slot int) int { return (slot + 1) & (len(t.slots) - 1) }

// find is the slot of w, -1 if there is none.
func (t *Table[V]) find(w string) int {
	if w == "" || t.shapes[w[0]&31]>>min(len(w), 31)&1 == 0 || t.ends[w[0]&31]>>(w[len(w)-1]&31)&1 == 0 {
		return -1
	}
	h := hash(w)
	if m := h >> ((t.shift - markBits) & 63); t.marks[m/64]>>(m%64)&1 == 0 {
		return -1
	}
	for k := t.at(h); ; k = t.behind(k) {
		switch t.word(k) {
		case w:
			return k
		case "":
			return -1
		}
	}
}

// Has reports whether w, already in lower case, has an entry.
func (t *Table[V]) Has(w string) bool { return t.find(w) >= 0 }

// Of is the value of w, the zero value if it has none.
func (t *Table[V]) Of(w string) V {
	v, _ := t.Find(w)
	return v
}

// Find is the value of w, and whether it has one.
func (t *Table[V]) Find(w string) (v V, ok bool) {
	if k := t.find(w); k >= 0 {
		return t.values[k], true
	}
	return v, false
}

// All gives every word with its value, in no order that means anything.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for k, v := range t.values {
			if w := t.word(k); w != "" && !yield(w, v) {
				return
			}
		}
	}
}
