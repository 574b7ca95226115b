package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// The acts of a record.
const (
	Statement   = "statement"
	AttitudeAct = "attitude"
)

// recorder writes the records of one document.
type recorder struct {
	doc    *text.Document
	base   Record   // what all of the document's records share
	points *counter // code points: identities are hashed in them
	unit   *counter // the unit of spans

	folded text.Span // its white space is folded

	// Buffers.
	key     []byte      // what an identity is hashed of
	exclude []text.Span // the parts of a sentence that do not date what was said

	// Room for what records point to: it is had for many of them at a time.
	texts []string
	pairs [][2]int
}

// known is null for what is not known.
func (w *recorder) known(s string) *string {
	if s == "" {
		return nil
	}
	if len(w.texts) == 0 {
		w.texts = make([]string, 32)
	}
	at := &w.texts[0]
	*at, w.texts = s, w.texts[1:]
	return at
}

// spans converts a list to a unit; an empty one is not nil, so that it is written [].
func (w *recorder) spans(unit *counter, list []text.Span) [][2]int {
	n := len(list)
	if n == 0 {
		return [][2]int{}
	}
	if len(w.pairs) < n {
		w.pairs = make([][2]int, max(n, 32))
	}
	out := w.pairs[:n:n]
	w.pairs = w.pairs[n:]
	for i, s := range list {
		out[i] = unit.span(s)
	}
	return out
}

func newRecorder(doc *text.Document, c Config) *recorder {
	m := doc.Meta
	w := &recorder{doc: doc, points: newCounter(doc.Text, CodePoints)}
	w.unit = w.points
	if c.Offsets != "" && c.Offsets != CodePoints {
		w.unit = newCounter(doc.Text, c.Offsets)
	}
	w.base = Record{
		Schema: Schema, DocID: doc.ID, SourceURL: known(m.SourceURL), Site: known(m.Site), Title: known(m.Title),
		Authors: list(m.Authors), Published: known(m.Published), Lang: known(m.Lang),
	}
	return w
}

// records writes attributions. Each step goes over all of them, so that it has
// the processor's caches to itself.
func (w *recorder) records(found []speaker.Attribution) []Record {
	out := make([]Record, len(found))
	for i := range found {
		w.record(&out[i], &found[i])
	}
	for i := range found {
		w.date(&out[i], &found[i])
	}
	for i := range found {
		w.manner(&out[i], &found[i])
	}
	for i := range found {
		points := out[i].Spans
		if w.unit != w.points {
			points = w.allSpans(w.points, &found[i])
		}
		out[i].ID = w.id(points.Quote, points.Cue, points.Mention)
	}
	return out
}

// record fills in what one attribution says by itself.
func (w *recorder) record(r *Record, a *speaker.Attribution) {
	*r = w.base
	context := w.context(a)
	r.Context = w.fold(context)
	s := w.doc.SentenceAt(a.Content[0].Start)
	w.place(r, w.doc.Sentences[s].Block, s)
	r.Act = act(a)
	r.Type = string(a.Type)
	r.Quote = w.words(a.Content)
	r.Speaker, r.SpeakerKind, r.SpeakerRole = w.known(a.Speaker), w.known(string(a.Kind)), w.known(a.Role)
	r.Mention, r.Cue, r.CueLemma = w.known(w.words(nonEmpty(a.Mention))), w.known(w.words(a.Cue)), w.known(a.CueLemma)
	r.Confidence = math.Round(1000*a.Confidence) / 1000
	r.Rule = a.Rule + "/" + a.MentionRule + "/" + a.SpeakerRule
	r.Spans = w.allSpans(w.unit, a)
}

// allSpans gives the spans of an attribution's words in a unit.
func (w *recorder) allSpans(unit *counter, a *speaker.Attribution) Spans {
	return Spans{
		Quote: w.spans(unit, a.Content), Quoted: w.spans(unit, a.Quoted), Cue: w.spans(unit, a.Cue),
		Mention: w.spans(unit, nonEmpty(a.Mention)), Context: w.spans(unit, []text.Span{w.context(a)}),
	}
}

// date fills in when the quote was said.
func (w *recorder) date(r *Record, a *speaker.Attribution) {
	if d, ok := w.said(a, deref(r.Published)); ok {
		r.Date, r.DateText = w.known(d.ISO), w.known(w.fold(d.Span))
	}
}

// place fills in where the quote stands, and the date of the text it stands
// in: a ticker has none of its own, a related story its own or none.
func (w *recorder) place(r *Record, block, sentence int) {
	b := w.doc.Blocks[block]
	r.Section, r.Paragraph, r.Sentence = string(b.Section), block, sentence
	if b.Section == text.Ticker || b.Section == text.Related {
		r.Published = w.known(b.Published)
	}
}

func act(a *speaker.Attribution) string {
	if a.Attitude && a.Type == quote.Indirect {
		return AttitudeAct
	}
	return Statement
}

// context is the run of whole sentences that holds quote, cue and mention.
func (w *recorder) context(a *speaker.Attribution) text.Span {
	first, last := a.Content[0].Start, a.Content[0].End
	for _, list := range [][]text.Span{nonEmpty(a.Mention), a.Cue, a.Content} {
		for _, s := range list {
			first, last = min(first, s.Start), max(last, s.End)
		}
	}
	from, to := w.doc.SentenceAt(first), w.doc.SentenceAt(last-1)
	return text.Span{Start: w.doc.Sentences[from].Start, End: w.doc.Sentences[to].End}
}

// id is the same on every run: it hashes the document's name and the spans of
// quote, cue and mention, always in code points.
func (w *recorder) id(lists ...[][2]int) string {
	b := append(w.key[:0], w.doc.ID...)
	for _, list := range lists {
		b = append(b, "\n["...)
		for i, p := range list {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(strconv.AppendInt(append(b, '['), int64(p[0]), 10), ' ')
			b = append(strconv.AppendInt(b, int64(p[1]), 10), ']')
		}
		b = append(b, ']')
	}
	w.key = b
	sum := sha256.Sum256(b)
	w.key = hex.AppendEncode(w.key[:0], sum[:8])
	return string(w.key)
}

// words is the text of spans, joined by one space, white space folded.
func (w *recorder) words(spans []text.Span) string {
	switch len(spans) {
	case 0:
		return ""
	case 1:
		return w.fold(spans[0])
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = w.fold(s)
	}
	return strings.Join(parts, " ")
}

// fold is the text of a span of words, white space folded. What needed no folding
// is remembered, as its parts need none: most spans of a record lie in its context.
func (w *recorder) fold(s text.Span) string {
	raw := s.In(w.doc.Text)
	if w.folded.Contains(s) {
		return raw
	}
	out := text.Fold(raw)
	if out == raw {
		w.folded = s
	}
	return out
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func nonEmpty(s text.Span) []text.Span {
	if s.Empty() {
		return nil
	}
	return []text.Span{s}
}
