//go:build !race

// Under the race detector more is allocated, and sync.Pool forgets at random:
// allocations are counted without it.

package tag

import (
	"runtime/debug"
	"testing"
)

func TestLabelerNoAllocations(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it empties pools
	doc := document(sample)
	l := NewLabeler(Embedded())
	l.Label(doc)
	if n := testing.AllocsPerRun(20, func() { l.Label(doc) }); n != 0 {
		t.Errorf("%g allocations a run", n)
	}
}

func TestAnnotateNoAllocations(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it empties pools
	doc := document(sample)
	p := newEmbedded()
	run := func() {
		for b := range doc.Blocks {
			p.Fill(doc, b)
			p.Annotate(Embedded())
		}
	}
	run()
	if n := testing.AllocsPerRun(20, run); n != 0 {
		t.Errorf("%g allocations a run", n)
	}
}
