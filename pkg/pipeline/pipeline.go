package pipeline

import (
	"quotes/pkg/text"
)

// Config holds the choices of a run; its zero value is the default.
type Config struct {
	Offsets       Offsets        // unit of spans; "" is CodePoints
	MinConfidence float64        // records below are left out
	Sections      []text.Section // sections to report; empty: all
	Types         []string       // types to report (direct, mixed, indirect); empty: all
}

// Extract finds the quotes of one article. It is a pure function, safe for
// concurrent use.
func Extract(a *text.Article, c Config) []Record {
	return nil
}
