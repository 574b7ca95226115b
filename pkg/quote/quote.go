package quote

import "quotes/pkg/text"

// Type says how much of a content stands in quotation marks.
type Type string

// The types of a quote: all of it, part of it, none of it in quotation marks.
const (
	Direct   Type = "direct"
	Mixed    Type = "mixed"
	Indirect Type = "indirect"
)

// Quote is one attribution: what was said, the words that report it and the
// words that name who said it. Spans are bytes of the document's text.
type Quote struct {
	Type Type
	// Content holds what was said, one span for each unbroken stretch, the
	// marks that enclose a whole stretch and a leading "that" left out.
	Content []text.Span
	// Quoted holds the parts of Content that stand in quotation marks.
	Quoted []text.Span
	// Cue holds the words that report; empty for a quotation that goes on
	// from a speaker before.
	Cue []text.Span
	// CueLemma is the cue's dictionary form: "say", "according to", ":".
	CueLemma string
	// Source holds the words that name who speaks, where the quote stands;
	// empty where nothing there does.
	Source text.Span
	// Antecedent holds what Source stands for where that is a relative pronoun:
	// `Lee, who said ...`.
	Antecedent text.Span
	// Attitude marks what a source wants or believes without saying it.
	Attitude bool
	// Rule names the rule that found the quote.
	Rule string
	// Confidence is the rule's precision, 0 to 1.
	Confidence float64
}
