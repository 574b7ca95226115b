package evaluate

import (
	"strings"
	"testing"
)

// FuzzCompare: no input makes a panic, every share lies between 0 and 100, and
// a set compared with itself is all right, whatever of it could be read.
func FuzzCompare(f *testing.F) {
	f.Add(annotation, recordLine)
	f.Add(annotation+"\n"+annotation, `{"doc_id":"7","spans":{"quote":[[0,1048576],[3,3]]}}`)
	f.Add(`{"id":1e9,"text":"\ud800“","quotes":[{"content":[[0,1],[1,2]],"kind":"x"}]}`, "{}")
	f.Fuzz(func(t *testing.T, gold, found string) {
		ignore := func(error) {}
		g, p := Read("g", strings.NewReader(gold), ignore), Read("p", strings.NewReader(found), ignore)
		r := Compare(g, p, Options{Errors: 9, Tier: "all"})
		for name, f := range r.Tiers() {
			for _, s := range []Score{f.Content, f.Content30, f.Exact, f.Chars, f.E2E} {
				if s.P < 0 || s.P > 100 || s.R < 0 || s.R > 100 || s.F1 < 0 || s.F1 > 100 {
					t.Errorf("%s: %+v", name, s)
				}
			}
		}
		if self := Compare(g, g, Options{}).All; self.Gold > 0 && self.Gold == self.Found && self.Chars.F1 != 100 {
			t.Errorf("a set against itself: %+v", self)
		}
	})
}
