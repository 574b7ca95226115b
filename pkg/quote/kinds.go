package quote

import (
	"sync"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// kind says of a word what the rules ask of every word of a text, so that each
// is looked up once.
type kind uint8

const (
	isMark      kind = 1 << iota // of punctuation
	isComma                      // ","
	isColon                      // ":"
	isVerb                       // a form of a reporting verb
	isNoun                       // reports as a noun: "claim"
	isAccording                  // "according"
	isManner                     // "in the words of"
)

// canReport are the kinds of words that can make a quote of a sentence.
const canReport = isVerb | isColon | isAccording

// reporting are the words that report, with their kinds; they start with letters
// of ASCII.
var reporting = sync.OnceValue(func() *lexicon.Table[kind] {
	kinds := map[string]kind{"according": isAccording}
	for w := range lexicon.Cues().All() {
		kinds[w] |= isVerb
	}
	for w := range lexicon.NounCues().All() {
		kinds[w] |= isNoun
	}
	for w := range manners.All() {
		kinds[w] |= isManner
	}
	return lexicon.TableOf(kinds)
})

// fillKinds tells the kinds of the tokens from first on, and those of all of
// them together.
func fillKinds(kinds []kind, doc *text.Document, first int) (all kind) {
	words := reporting()
	for k := range kinds {
		if w := doc.Lower(first + k); 'a' <= w[0] && w[0] <= 'z' {
			kinds[k] = words.Of(w)
		} else {
			kinds[k] = markOf(w)
		}
		all |= kinds[k]
	}
	return all
}

// markOf tells the kinds of what starts with no letter of ASCII.
func markOf(w string) kind {
	switch {
	case w == ",":
		return isMark | isComma
	case w == ":":
		return isMark | isColon
	case punctuation(w):
		return isMark
	}
	return 0
}

// is reports whether token i is of one of some kinds; none outside the
// paragraph is.
func (p *paragraph) is(i int, kinds kind) bool {
	k := i - p.first
	return k >= 0 && k < len(p.kinds) && p.kinds[k]&kinds != 0
}
