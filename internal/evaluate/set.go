package evaluate

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"quotes/internal/corpus"
)

// quotation is one, annotated or found: where its parts stand, in code
// points of the document.
type quotation struct {
	Type                 string // direct, mixed or indirect
	Content, Source, Cue [][2]int
	words                Words
	reports              bool // said or written, not merely thought
}

// Words are the words of a quotation's parts.
type Words struct {
	Source  string `json:"source"`
	Cue     string `json:"cue"`
	Content string `json:"content"`
}

// document is one with its quotations. Text is nil where nothing but
// quotations is known of it.
type document struct {
	ID     string
	Text   []rune
	Quotes []*quotation
}

// Set is the documents of a file, in its order.
type Set struct {
	documents []*document
	byID      map[string]*document
	shape     shape
}

// Len is the number of documents.
func (s *Set) Len() int { return len(s.documents) }

// First is the name of the first document, if there is one.
func (s *Set) First() string {
	if len(s.documents) == 0 {
		return ""
	}
	return s.documents[0].ID
}

// Records reports whether the set was read from records, which tell nothing of
// documents without quotes.
func (s *Set) Records() bool { return s.shape == records }

// Shares reports whether a document of one set is in the other.
func (s *Set) Shares(o *Set) bool {
	return slices.ContainsFunc(o.documents, func(d *document) bool { return s.byID[d.ID] != nil })
}

// shape is what a line of a file holds.
type shape int

const (
	unknown   shape = iota
	records         // a quotation, as extract writes it
	annotated       // a document with its quotations
)

// Read reads annotated documents (JSONL: id, text, quotes) or records of
// quotes, one a line, packed with gzip or not. Each line that cannot be read is
// handed to report and the others are read.
func Read(name string, r io.Reader, report func(error)) *Set {
	s := &Set{byID: map[string]*document{}}
	for line, err := range corpus.Read(r) {
		if err == nil {
			err = s.add(fmt.Sprintf("%s:%d", name, line.Number), line.Bytes)
		}
		if err != nil {
			report(fmt.Errorf("%s:%d: %w", name, line.Number, err))
		}
	}
	return s
}

// rawLine is a line of either shape.
type rawLine struct {
	ID      json.RawMessage `json:"id"`
	DocID   *string         `json:"doc_id"`
	Text    *string         `json:"text"`
	Quotes  *[]rawQuote     `json:"quotes"`
	Type    json.RawMessage `json:"type"`
	Quote   string          `json:"quote"`
	Mention string          `json:"mention"`
	Cue     string          `json:"cue"`
	Spans   *struct {
		Quote   [][2]int `json:"quote"`
		Mention [][2]int `json:"mention"`
		Cue     [][2]int `json:"cue"`
	} `json:"spans"`
}

// rawQuote is a quotation of an annotated document.
type rawQuote struct {
	Kind    string   `json:"kind"`
	Content [][2]int `json:"content"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
}

// add reads one line; place names a document that has no name of its own.
func (s *Set) add(place string, line []byte) error {
	var raw rawLine
	if err := json.Unmarshal(line, &raw); err != nil {
		return fmt.Errorf("not a line of JSON as it should be: %w", err)
	}
	is := unknown
	switch {
	case raw.DocID != nil && raw.Spans != nil:
		is = records
	case raw.Text != nil && raw.Quotes != nil:
		is = annotated
	default:
		return errors.New("neither a record (doc_id, spans) nor an annotated document (text, quotes)")
	}
	if s.shape == unknown {
		s.shape = is
	}
	switch {
	case is != s.shape:
		return errors.New("records and annotated documents in one file")
	case is == records:
		return s.addRecord(&raw)
	}
	return s.addDocument(place, &raw)
}

// maxSpan bounds what a span of a record may take; the text it stands in is
// not known.
const maxSpan = 1 << 20

func (s *Set) addRecord(raw *rawLine) error {
	for _, part := range [][][2]int{raw.Spans.Quote, raw.Spans.Mention, raw.Spans.Cue} {
		for _, span := range part {
			if span[0] < 0 || span[1] < span[0] || span[1]-span[0] > maxSpan {
				return fmt.Errorf("%v is no span", span)
			}
		}
	}
	d := s.byID[*raw.DocID]
	if d == nil {
		d = s.newDocument(*raw.DocID)
	}
	q := &quotation{Content: raw.Spans.Quote, Source: raw.Spans.Mention, Cue: raw.Spans.Cue}
	json.Unmarshal(raw.Type, &q.Type) // one of another kind counts as none
	q.words = Words{raw.Mention, raw.Cue, raw.Quote}
	q.reports = q.Type != indirect || isSpeech(raw.Cue)
	d.Quotes = append(d.Quotes, q)
	return nil
}

func (s *Set) addDocument(place string, raw *rawLine) error {
	id := documentID(raw.ID)
	if id == "" {
		id = place
	}
	if s.byID[id] != nil {
		return fmt.Errorf("a second document %q", id)
	}
	d := s.newDocument(id)
	d.Text = []rune(*raw.Text)
	outside := 0
	for _, r := range *raw.Quotes {
		q := &quotation{Type: r.Kind, Content: r.Content, Source: r.Source, Cue: r.Cue}
		if !within(len(d.Text), q.Content, q.Source, q.Cue) {
			outside++
			continue
		}
		if q.Type == "" {
			q.Type = typeOf(d.Text, q.Content)
		}
		q.words = Words{wordsOf(d.Text, q.Source), wordsOf(d.Text, q.Cue), wordsOf(d.Text, q.Content)}
		q.reports = q.Type != indirect || isSpeech(q.words.Cue)
		d.Quotes = append(d.Quotes, q)
	}
	if outside > 0 {
		return fmt.Errorf("%d quotes of %q with a span that is not in its text: left out", outside, id)
	}
	return nil
}

func (s *Set) newDocument(id string) *document {
	d := &document{ID: id}
	s.byID[id] = d
	s.documents = append(s.documents, d)
	return d
}

// documentID is an id that is a string or a number, as written.
func documentID(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	json.Unmarshal(raw, &n)
	return n.String()
}

// within reports whether all spans lie in a text of n code points.
func within(n int, parts ...[][2]int) bool {
	for _, spans := range parts {
		for _, s := range spans {
			if s[0] < 0 || s[0] > s[1] || s[1] > n {
				return false
			}
		}
	}
	return true
}

// wordsOf gives the words of some spans, white space folded.
func wordsOf(text []rune, spans [][2]int) string {
	var parts []string
	for _, s := range spans {
		if s[0] >= 0 && s[0] < s[1] && s[1] <= len(text) {
			parts = append(parts, strings.Fields(string(text[s[0]:s[1]]))...)
		}
	}
	return strings.Join(parts, " ")
}
