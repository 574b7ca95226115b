package quote

import (
	"testing"

	"quotes/pkg/text"
)

// However often it is asked, the answer is the same.
func TestLowered(t *testing.T) {
	s := "Floods: the Mayor said ÄRGER and ärger."
	doc := text.NewDocument(&text.Article{Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(s)}}}})
	l := &lowered{doc: doc}
	for range 2 * fewAsked {
		for w, want := range map[string]bool{"the": true, "said": true, "ärger": true, ".": true, "floods": false, "mayor": false, "th": false, "": false} {
			if got := l.has(w); got != want {
				t.Errorf("%q: %v, asked %d times", w, got, l.asked)
			}
		}
	}
}
