package quote

import (
	"testing"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// A word is of the kinds that its lists say, and a mark is one.
func TestKinds(t *testing.T) {
	s := "Lee's claim, according to 3 % of them: “Ärger … said it!” @home"
	doc := text.NewDocument(&text.Article{Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(s)}}}})
	kinds := make([]kind, len(doc.Tokens))
	all := kind(0)
	for i := range doc.Tokens {
		w := doc.Lower(i)
		has := func(is bool, k kind) kind {
			if is {
				return k
			}
			return 0
		}
		want := has(punctuation(w), isMark) | has(w == ",", isComma) | has(w == ":", isColon) | has(w == "according", isAccording) |
			has(lexicon.Cues().Has(w), isVerb) | has(lexicon.NounCues().Has(w), isNoun)
		if got := fillKinds(kinds[:1], doc, i); got != want || kinds[0] != want {
			t.Errorf("%q is of the kinds %b, want %b", w, kinds[0], want)
		}
		all |= want
	}
	if got := fillKinds(kinds, doc, 0); got != all || all != isMark|isComma|isColon|isVerb|isNoun|isAccording {
		t.Errorf("all together %b, want %b", got, all)
	}
	for w := range reporting().All() {
		if w[0] < 'a' || w[0] > 'z' {
			t.Errorf("%q starts with no letter", w)
		}
	}
}
