package cli

import (
	"math"
	"runtime/debug"
)

const (
	// defaultBudget is how many bytes of documents are in flight at most where
	// no limit of memory is set.
	defaultBudget = 64 << 20
	// footprint is about how much memory the program takes for each byte of a
	// document at work, measured on long ones.
	footprint = 64
)

// inFlight gives the budget of bytes in flight that fits the limit of the
// runtime's memory, which GOMEMLIMIT sets. One document is always let through.
func inFlight() int64 {
	if limit := debug.SetMemoryLimit(-1); limit < math.MaxInt64 {
		return max(limit/footprint, 1)
	}
	return defaultBudget
}
