package tag

import (
	"sync"

	"quotes/internal/model"
	"quotes/pkg/text"
)

// keptWords are the words of a document's sentences that [Linear] has read, so
// that the labeler need not read them again.
type keptWords struct {
	of    *model.WordClasses // what the words were looked up in
	words []word             // of each token
	whole []bool             // of each sentence: its words are kept
}

// spareKept are used again for the next document.
var spareKept = sync.Pool{New: func() any { return new(keptWords) }}

// maxKept bounds the tokens of a document whose words are kept: no article has
// so many, and a long text would take a third more memory.
const maxKept = 1 << 17

// KeepWords has what is read of a document's words kept for who reads them
// next, until the function that it gives is called.
func KeepWords(doc *text.Document) (forget func()) {
	if len(doc.Tokens) > maxKept {
		return func() {}
	}
	k := spareKept.Get().(*keptWords)
	k.of = nil
	k.words, k.whole = room(k.words, len(doc.Tokens)), resize(k.whole, len(doc.Sentences))
	doc.Kept = k
	return func() {
		doc.Kept = nil
		spareKept.Put(k)
	}
}

// keptOf gives the kept words of a document that were looked up in some
// classes; nil if none are kept.
func keptOf(doc *text.Document, classes *model.WordClasses) *keptWords {
	k, _ := doc.Kept.(*keptWords)
	if k != nil && k.of != classes {
		clear(k.whole)
		k.of = classes
	}
	return k
}

// has reports whether the words of sentence s are kept.
func (k *keptWords) has(s int) bool { return k != nil && k.whole[s] }
