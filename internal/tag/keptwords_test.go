package tag

import (
	"reflect"
	"slices"
	"testing"

	"quotes/internal/model"
)

// TestKeepWords: words that are kept from the tagger to the labeler change
// nothing of what either says, whichever sentences were tagged, and are those
// of the same classes only.
func TestKeepWords(t *testing.T) {
	l := NewLabeler(Embedded())
	other := &model.WordClasses{}
	for _, s := range []string{sample, noise(2000), noise(2 * maxWords), `He said: "No.` + "\n" + `'Yes,' 5 said.`} {
		for every := 1; every < 4; every++ {
			want, doc := document(s), document(s)
			forget := KeepWords(doc)
			for b := range doc.Blocks {
				some := func(s int) bool { return s%every == 0 }
				want.TagBlock(Linear(), b, some)
				if every == 2 {
					NewParagraph(other).fill(doc, 0, len(doc.Tokens), nil)
				}
				doc.TagBlock(Linear(), b, some)
			}
			if !slices.Equal(doc.Tokens, want.Tokens) {
				t.Errorf("every %d. sentence: other tags", every)
			}
			got := l.Label(doc)
			words, spans := slices.Clone(got.Words), slices.Clone(got.Spans)
			if plain := l.Label(want); !slices.Equal(words, plain.Words) || !reflect.DeepEqual(spans, plain.Spans) {
				t.Errorf("every %d. sentence: other labels", every)
			}
			if kept := doc.Kept.(*keptWords); slices.Contains(kept.whole, false) {
				t.Errorf("every %d. sentence: not all words are kept", every)
			}
			if forget(); doc.Kept != nil {
				t.Error("not forgotten")
			}
		}
	}
}
