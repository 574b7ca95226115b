package pipeline

import (
	"quotes/pkg/how"
	"quotes/pkg/speaker"
)

// manner fills in how the quote was said.
func (w *recorder) manner(r *Record, a *speaker.Attribution) {
	m := how.Describe(w.doc, a)
	r.Polarity, r.Channel = string(m.Polarity), w.known(m.Channel)
	r.Medium, r.Addressee = w.known(w.words(nonEmpty(m.Medium))), w.known(w.words(nonEmpty(m.Addressee)))
}
