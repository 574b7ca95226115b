package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"quotes/pkg/text"
)

// Identities are in files that people keep, so what they are a hash of stays.
func TestIdentity(t *testing.T) {
	doc := text.NewDocument(&text.Article{ID: "a b.txt", Text: "“é” said Lee, “so it is.”"})
	w := newRecorder(doc, Config{})
	content, cue := []text.Span{{Start: 3, End: 5}, {Start: 22, End: 31}}, []text.Span{{Start: 9, End: 13}}
	for range 2 {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%v\n%v\n%v", "a b.txt", [][2]int{{1, 2}, {15, 24}}, [][2]int{{4, 8}}, [][2]int{}))
		if got, want := w.id(w.spans(w.points, content), w.spans(w.points, cue), w.spans(w.points, nil)), hex.EncodeToString(sum[:8]); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Lists and words of many records share their room, and none runs into the
// next.
func TestRecorderRoom(t *testing.T) {
	w := newRecorder(text.NewDocument(&text.Article{Text: "“a” 😀 b"}), Config{Offsets: UTF16})
	if got := w.spans(w.unit, nil); got == nil || len(got) != 0 {
		t.Errorf("spans(nil) = %#v, want an empty list", got)
	}
	if w.known("") != nil {
		t.Error("a word for nothing")
	}
	var lists [][][2]int
	var words []*string
	for n := range 60 {
		spans := make([]text.Span, n)
		for i := range spans {
			spans[i] = text.Span{Start: 3, End: 4}
		}
		list := w.spans(w.unit, append(spans, text.Span{Start: 8, End: 12}))
		lists = append(lists, list)
		_ = append(list, [2]int{-1, -1})
		words = append(words, w.known(fmt.Sprint(n)))
	}
	for n, list := range lists {
		if want := append(slices.Repeat([][2]int{{1, 2}}, n), [2]int{4, 6}); !slices.Equal(list, want) {
			t.Errorf("spans = %v, want %v", list, want)
		}
		if *words[n] != fmt.Sprint(n) {
			t.Errorf("%q, want %d", *words[n], n)
		}
	}
}
