package lexicon

import (
	"iter"
	"math/bits"
	"strings"
)

// Table is a map from lower-case words or phrases to what a list says of them.
// Rules ask many lists about each word of a text, and nearly always the answer
// is no: a bit for the hash of each entry gives it at once. A table does not
// change once it is made.
type Table[V any] struct {
	marks []uint64
	slots []entry[V] // a power of two of them, at most half filled; an entry stands at its hash or behind
	shift uint8      // a hash shifted by it is a slot, one shifted by markBits less a mark
}

type entry[V any] struct {
	word  string // "": an empty slot
	value V
}

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
	t := &Table[V]{slots: make([]entry[V], 1<<size), marks: make([]uint64, 1<<(size+markBits)/64), shift: uint8(64 - size)}
	for i, w := range words {
		if w == "" {
			continue
		}
		h := hash(w)
		k := t.slot(h)
		for t.slots[k].word != "" && t.slots[k].word != w {
			k = t.behind(k)
		}
		t.slots[k] = entry[V]{w, values[i]}
		m := h >> (t.shift - markBits)
		t.marks[m/64] |= 1 << (m % 64)
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

func (t *Table[V]) slot(h uint64) int { return int(h >> (t.shift & 63)) }

func (t *Table[V]) behind(slot int) int { return (slot + 1) & (len(t.slots) - 1) }

// find is the entry of w, nil if there is none.
func (t *Table[V]) find(w string) *entry[V] {
	if w == "" {
		return nil
	}
	h := hash(w)
	if m := h >> ((t.shift - markBits) & 63); t.marks[m/64]>>(m%64)&1 == 0 {
		return nil
	}
	for k := t.slot(h); t.slots[k].word != ""; k = t.behind(k) {
		if t.slots[k].word == w {
			return &t.slots[k]
		}
	}
	return nil
}

// Has reports whether w, already in lower case, has an entry.
func (t *Table[V]) Has(w string) bool { return t.find(w) != nil }

// Of is the value of w, the zero value if it has none.
func (t *Table[V]) Of(w string) V {
	v, _ := t.Find(w)
	return v
}

// Find is the value of w, and whether it has one.
func (t *Table[V]) Find(w string) (v V, ok bool) {
	if e := t.find(w); e != nil {
		return e.value, true
	}
	return v, false
}

// All gives every word with its value, in no order that means anything.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, e := range t.slots {
			if e.word != "" && !yield(e.word, e.value) {
				return
			}
		}
	}
}
