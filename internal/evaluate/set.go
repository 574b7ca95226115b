package evaluate

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	confidence           *float64
}

// Words are the words of a quotation's parts.
type Words struct {
	Source  string `json:"source"`
	Cue     string `json:"cue"`
	Content string `json:"content"`
}

// document is one with its quotations; of some nothing but these is known, and
// no text.
type document struct {
	ID     string
	Quotes []*quotation
	text   string
	known  bool // the text
}

// runes gives the code points of the text, nil if it is not known.
func (d *document) runes() []rune {
	if !d.known {
		return nil
	}
	if d.text == "" {
		return []rune{}
	}
	return []rune(d.text)
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

// Open reads a file as [Read] does, a brat file or a folder of annotated
// documents (see [corpus.Annotated]).
func Open(path string, report func(error)) *Set {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || strings.EqualFold(filepath.Ext(path), ".ann") {
		return readAnnotated(path, report)
	}
	file, err := os.Open(path)
	if err != nil {
		return readAnnotated(path, report) // which says why it cannot be read
	}
	defer file.Close()
	return Read(path, file, report)
}

func readAnnotated(path string, report func(error)) *Set {
	s := &Set{byID: map[string]*document{}, shape: annotated}
	for d, err := range corpus.Annotated(path) {
		if err != nil {
			report(err)
		}
		if d == nil {
			continue
		}
		if err := s.addDocument(d); err != nil {
			report(fmt.Errorf("%s: %w", path, err))
		}
	}
	return s
}

// Read reads annotated documents (JSON lines: id, text, quotes) or records of
// quotes, one a line, packed with gzip or not. Each line that cannot be read is
// handed to report and the others are read.
func Read(name string, r io.Reader, report func(error)) *Set {
	s := &Set{byID: map[string]*document{}}
	for line, err := range corpus.Read(r) {
		place := fmt.Sprintf("%s:%d", name, line.Number)
		if err == nil {
			err = s.add(place, line.Bytes)
		}
		if err != nil {
			report(fmt.Errorf("%s: %w", place, err))
		}
	}
	return s
}

// record is what is read of a record.
type record struct {
	DocID      *string         `json:"doc_id"`
	Type       json.RawMessage `json:"type"`
	Quote      string          `json:"quote"`
	Mention    string          `json:"mention"`
	Cue        string          `json:"cue"`
	Confidence *float64        `json:"confidence"`
	Spans      *struct {
		Quote   [][2]int `json:"quote"`
		Mention [][2]int `json:"mention"`
		Cue     [][2]int `json:"cue"`
	} `json:"spans"`
}

// add reads one line; place names a document that has no name of its own.
func (s *Set) add(place string, line []byte) error {
	doc, docErr := corpus.ParseDocument(place, line)
	if doc != nil {
		if err := s.take(annotated); err != nil {
			return err
		}
		return cmp.Or(s.addDocument(doc), docErr)
	}
	if !errors.Is(docErr, corpus.ErrNoDocument) {
		return docErr
	}
	var r record
	if err := corpus.Decode(line, &r); err != nil {
		return err
	}
	if r.DocID == nil || r.Spans == nil {
		return errors.New("neither a record (doc_id, spans) nor an annotated document (id, text, quotes)")
	}
	if err := s.take(records); err != nil {
		return err
	}
	return s.addRecord(&r)
}

// take notes what the file holds.
func (s *Set) take(is shape) error {
	if s.shape == unknown {
		s.shape = is
	}
	if s.shape != is {
		return errors.New("records and annotated documents in one file")
	}
	return nil
}

// maxSpan bounds what a span of a record may take; the text it stands in is
// not known.
const maxSpan = 1 << 20

func (s *Set) addRecord(r *record) error {
	for _, part := range [][][2]int{r.Spans.Quote, r.Spans.Mention, r.Spans.Cue} {
		for _, span := range part {
			if span[0] < 0 || span[1] < span[0] || span[1]-span[0] > maxSpan {
				return fmt.Errorf("%v is no span", span)
			}
		}
	}
	d := s.byID[*r.DocID]
	if d == nil {
		d = s.newDocument(*r.DocID)
	}
	q := &quotation{Content: r.Spans.Quote, Source: r.Spans.Mention, Cue: r.Spans.Cue, confidence: r.Confidence}
	json.Unmarshal(r.Type, &q.Type) // one of another kind counts as none
	q.words = Words{r.Mention, r.Cue, r.Quote}
	q.reports = q.Type != indirect || isSpeech(r.Cue)
	d.Quotes = append(d.Quotes, q)
	return nil
}

func (s *Set) addDocument(from *corpus.Document) error {
	if s.byID[from.ID] != nil {
		return fmt.Errorf("a second document %q", from.ID)
	}
	d := s.newDocument(from.ID)
	d.text, d.known = from.Text, true
	text := d.runes()
	for _, r := range from.Quotes {
		q := &quotation{Type: r.Kind, Content: r.Content, Source: r.Source, Cue: r.Cue}
		if q.Type == "" {
			q.Type = typeOf(text, q.Content)
		}
		q.words = Words{wordsOf(text, q.Source), wordsOf(text, q.Cue), wordsOf(text, q.Content)}
		q.reports = q.Type != indirect || isSpeech(q.words.Cue)
		d.Quotes = append(d.Quotes, q)
	}
	return nil
}

func (s *Set) newDocument(id string) *document {
	d := &document{ID: id}
	s.byID[id] = d
	s.documents = append(s.documents, d)
	return d
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
