//go:build !race

// Under the race detector more is allocated, and sync.Pool forgets at random:
// allocations are counted without it.

package pipeline_test

import (
	"runtime/debug"
	"testing"

	"quotes/pkg/pipeline"
)

// TestAllocationsAreLinear: twice the text allocates about twice as often.
// What keeps all pairs of something allocates more.
func TestAllocationsAreLinear(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it empties pools
	count := func(n int) float64 {
		a := story(n)
		return testing.AllocsPerRun(1, func() { pipeline.Extract(a, pipeline.Config{}) })
	}
	small, large := count(350), count(700)
	if large > 2.5*small {
		t.Errorf("%.0f allocations, then %.0f for twice the text", small, large)
	}
}
