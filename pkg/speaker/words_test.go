package speaker

import (
	"strings"
	"testing"

	"quotes/pkg/text"
)

func TestJointOf(t *testing.T) {
	for _, w := range []string{"", "Lee", "al-Haddad", "O'Brien", "O’Brien", "élan-vital", "“", "…’", "-", "x–y"} {
		if got, want := jointOf(w), strings.IndexAny(w, "-’'"); got != want {
			t.Errorf("%q: %d, want %d", w, got, want)
		}
	}
}

// A word that gets shorter in lower case (the sign for kelvin does) is read to
// its joint as it is written.
func TestCapital(t *testing.T) {
	for w, want := range map[string]bool{
		"Lee": true, "lee": false, "al-Haddad": true, "co-Founder": false, "l’Aigle": true, "o'clock": false, "Élan": true, "élan": false,
		"7th": false, "“": false, "日本": true, "a\u212a\u212a\u212a\u212a-Bar": false, "al\u212a-Bar": false,
	} {
		doc := text.NewDocument(&text.Article{Text: w, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(w)}}}})
		if r := newReader(doc); len(doc.Tokens) != 1 || r.named(0) != want {
			t.Errorf("%q: %v in %d tokens, want %v", w, r.named(0), len(doc.Tokens), want)
		}
	}
}
