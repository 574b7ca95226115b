//go:build !race

// Under the race detector more is allocated, and sync.Pool forgets at random:
// allocations are counted without it.

package text

import (
	"runtime"
	"strings"
	"testing"
)

// TestDenseText: a text of nothing but marks, each a token, costs no more than
// its tokens and a copy.
func TestDenseText(t *testing.T) {
	const n, perByte = 1 << 20, 50
	a := &Article{Text: strings.Repeat(`"`, n), Blocks: []Block{{Section: Body, Span: Span{0, n}}}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d := NewDocument(a)
	runtime.ReadMemStats(&after)
	if len(d.Tokens) != n {
		t.Errorf("%d tokens of %d marks", len(d.Tokens), n)
	}
	if got := (after.TotalAlloc - before.TotalAlloc) / n; got > perByte {
		t.Errorf("%d bytes a byte, want %d at most", got, perByte)
	}
}
