package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"quotes/pkg/text"
)

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
