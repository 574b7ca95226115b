package speaker

import (
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// Resolve tells who speaks in each quote. Quotes are in text order.
func Resolve(doc *text.Document, quotes []quote.Quote) []Attribution {
	out := make([]Attribution, len(quotes))
	for i, q := range quotes {
		out[i] = Attribution{Quote: q, Mention: q.Source, MentionRule: "source", SpeakerRule: "none"}
		if !q.Source.Empty() {
			out[i].Speaker, out[i].Kind = q.Source.In(doc.Text), Unnamed
		}
	}
	return out
}
