package pipeline

import (
	"quotes/pkg/speaker"
	"quotes/pkg/text"
	"quotes/pkg/when"
)

// said finds when a quote was said: in the sentence of its cue, else in that
// of its source or content. What was said itself dates nothing.
func (w *recorder) said(a *speaker.Attribution, published string) (when.Date, bool) {
	anchor := a.Content[0].Start
	if !a.Mention.Empty() {
		anchor = a.Mention.Start
	}
	cue := -1
	if len(a.Cue) > 0 {
		anchor = a.Cue[0].Start
		cue = anchor
	}
	sentence := w.doc.Sentences[w.doc.SentenceAt(anchor)].Span
	if cue >= 0 {
		cue -= sentence.Start
	}
	exclude := w.exclude[:0]
	for _, c := range a.Content {
		if c.Overlaps(sentence) {
			exclude = append(exclude, text.Span{Start: max(c.Start-sentence.Start, 0), End: min(c.End, sentence.End) - sentence.Start})
		}
	}
	w.exclude = exclude
	d, ok := when.Resolve(sentence.In(w.doc.Text), cue, exclude, published)
	d.Span.Start += sentence.Start
	d.Span.End += sentence.Start
	return d, ok
}
