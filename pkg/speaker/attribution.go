package speaker

import (
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// Kind says what a speaker is.
type Kind string

// The kinds of speaker.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Group        Kind = "group"
	DocumentKind Kind = "document"
	Unnamed      Kind = "unnamed"
)

// Attribution is a quote with its speaker.
type Attribution struct {
	quote.Quote
	Mention text.Span // the noun phrase that names the source where the quote stands; empty if none does
	Speaker string    // canonical name, "" if nobody can be told
	Kind    Kind      // "" if there is no speaker
	Role    string    // title and affiliation as the document words them, "" if none
	// MentionRule and SpeakerRule name the rules that found the mention and resolved it.
	MentionRule, SpeakerRule string
}
