package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"quotes/pkg/text"
)

// A text without odd white space is taken as it is; any other comes out the
// same as cut at white space and joined again.
func TestFold(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "\u2003", "é ü", "a\tb c", "“a” b", "a \u2028 b"} {
		if got, want := fold(s), strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// Identities are in files that people keep, so what they are a hash of stays.
func TestIdentity(t *testing.T) {
	doc := text.NewDocument(&text.Article{ID: "a b.txt", Text: "“é” said Lee, “so it is.”"})
	w := newRecorder(doc, Config{})
	content, cue, none := []text.Span{{Start: 3, End: 5}, {Start: 22, End: 31}}, []text.Span{{Start: 9, End: 13}}, []text.Span(nil)
	for range 2 {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%v\n%v\n%v", "a b.txt", [][2]int{{1, 2}, {15, 24}}, [][2]int{{4, 8}}, [][2]int{}))
		if got, want := w.id(content, cue, none), hex.EncodeToString(sum[:8]); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
