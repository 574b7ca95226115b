package tag

import (
	"sync"

	"quotes/internal/model"
)

// knownWords keeps what was read of short words, so that one which comes again,
// to the tagger or to the labeler, is not read again: each word has one place,
// which the last to come there holds. What is read of a word does not depend on
// what is kept.
type knownWords struct {
	slots [1 << slotBits]knownWord
	of    *model.WordClasses // what the words were looked up in
}

// slotBits gives room for most words of an article, in what fits the second
// cache of a processor.
const slotBits = 11

// A knownWord is filled if its word's size is not zero. It has 64 bytes, one line
// of a processor's cache.
type knownWord struct {
	first, last uint64 // the first and the last eight bytes, which may overlap
	word        word
}

// maxKnown is the longest word that two times eight bytes hold.
const maxKnown = 16

// spareWords are used again by whoever reads next.
var spareWords = sync.Pool{New: func() any { return new(knownWords) }}

// wordsOf gives kept words of these classes.
func wordsOf(classes *model.WordClasses) *knownWords {
	k := spareWords.Get().(*knownWords)
	if k.of != classes {
		*k = knownWords{of: classes}
	}
	return k
}

// slot gives the place of a word, and whether it is there; nil for one that is
// too long or empty.
func (k *knownWords) slot(s string) (w *knownWord, there bool) {
	n := len(s)
	if n == 0 || n > maxKnown {
		return nil, false
	}
	first, last := ends(s)
	h := (first ^ last*0x9E3779B97F4A7C15 + uint64(n)) * 0xBF58476D1CE4E5B9
	w = &k.slots[h>>(64-slotBits)]
	if w.first == first && w.last == last && int(w.word.size) == n {
		return w, true
	}
	w.first, w.last = first, last
	return w, false
}

// ends gives the first and the last eight bytes of a string of at most 16;
// with its length they tell it from all others.
func ends(s string) (first, last uint64) {
	n := len(s)
	if n >= 8 {
		return eight(s), eight(s[n-8:])
	}
	for i := 0; i < n; i++ {
		first = first<<8 | uint64(s[i])
	}
	return first, 0
}

func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
