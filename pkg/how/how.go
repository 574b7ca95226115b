package how

import (
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// Polarity says whether the source stands for what is reported.
type Polarity string

// The polarities of a quote.
const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"
)

// Manner is how a quote was said. Spans are bytes of the document's text;
// empty where the sentence does not say.
type Manner struct {
	Polarity Polarity
	// Channel is one of [Channels], or "".
	Channel string
	// Medium is the name of what carried it or of where it was said: a news
	// organisation, a platform, a body, an event.
	Medium text.Span
	// Addressee is the noun phrase of whom it was said to.
	Addressee text.Span
}

// Describe reads the manner of one attribution. It is a pure function.
func Describe(doc *text.Document, a *speaker.Attribution) Manner {
	m := Manner{Polarity: Affirmed}
	if len(a.Cue) == 0 || len(a.Content) == 0 {
		return m
	}
	f := newFrame(doc, a)
	m.Polarity = f.polarity()
	if f.first >= f.last || a.CueLemma == ":" {
		return m
	}
	f.adjuncts()
	f.settle()
	m.Channel, m.Medium, m.Addressee = f.channel, f.span(f.medium), f.span(f.addressee)
	return m
}

// adjuncts reads the places where the sentence can say how: what comes first
// counts.
func (f *frame) adjuncts() {
	f.document()
	f.behindCue(f.cue.last, f.a.CueLemma)
	f.beforeSource()
	f.beforeCue()
	f.behindContent()
}

// settle fills in what the cue says by itself: "testified", "tweeted", and
// what was told to the press.
func (f *frame) settle() {
	if f.channel == "" || f.channel == remarks {
		if f.toPress {
			f.channel = press
		}
	}
	if f.channel == "" {
		f.channel = sayings[f.a.CueLemma]
	}
}
