//go:build !race

// Under the race detector more is allocated, and sync.Pool forgets at random:
// allocations are counted without it.

package how

import (
	"strings"
	"testing"
)

// TestWorkIsBounded: a sentence a thousand times as long costs no more
// allocations, which count the words that are read.
func TestWorkIsBounded(t *testing.T) {
	work := func(n int) float64 {
		filler := strings.Repeat("in the harbour of the town, ", n)
		doc, a, _, _ := parseRow(t, "{s:Reed} {c:said} "+filler+"that {q:the ferry was late}.")
		return testing.AllocsPerRun(5, func() { Describe(doc, a) })
	}
	if short, long := work(20), work(20000); long > short+1 {
		t.Errorf("%v allocations for a short sentence, %v for a long one", short, long)
	}
}
