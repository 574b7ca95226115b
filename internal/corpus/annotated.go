package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Document is one annotated document. Spans are half-open and count code points
// of Text.
type Document struct {
	ID     string
	Title  string // "": not told
	Text   string
	Quotes []Quote
}

// Quote is one annotated quotation: where what was said stands, who said it and
// what reports it. Kind is direct, mixed, indirect or "" (not told).
type Quote struct {
	Kind    string   `json:"kind"`
	Content [][2]int `json:"content"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
}

// Annotated yields the annotated documents of a path, or an error that names
// the file and the line, and goes on; a document some of whose annotation is
// bad comes with its error. A path is a file of JSON lines (id, text, quotes), a
// brat file (.ann, beside a .txt), or a folder with such files and folders, which
// are read by name.
func Annotated(path string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return Plain(name, err)
			}
			if d.IsDir() || name != path && !isAnnotation(name) {
				return nil
			}
			for doc, err := range readFile(name) {
				if !yield(doc, err) {
					return fs.SkipAll
				}
			}
			return nil
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// isAnnotation reports whether a file of a folder is one to read.
func isAnnotation(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".ann") || strings.HasSuffix(name, ".jsonl") || strings.HasSuffix(name, ".jsonl.gz")
}

func readFile(name string) iter.Seq2[*Document, error] {
	if strings.EqualFold(filepath.Ext(name), ".ann") {
		return readBrat(name)
	}
	return readJSONL(name)
}

// readJSONL yields the documents of a file of JSON lines.
func readJSONL(name string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		file, err := os.Open(name)
		if err != nil {
			yield(nil, Plain(name, err))
			return
		}
		defer file.Close()
		for line, err := range Read(file) {
			place := fmt.Sprintf("%s:%d", name, line.Number)
			var doc *Document
			if err == nil {
				doc, err = ParseDocument(place, line.Bytes)
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", place, err)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// ErrNoDocument says that a line is no annotated document.
var ErrNoDocument = errors.New("no annotated document (id, text, quotes)")

// ParseDocument reads a line of JSON. A document without an id takes the name
// of its place. Quotations with a span that is not in the text are left out, and
// the error says so.
func ParseDocument(place string, line []byte) (*Document, error) {
	var raw struct {
		ID     json.RawMessage `json:"id"`
		Title  json.RawMessage `json:"title"`
		Text   *string         `json:"text"`
		Quotes *[]Quote        `json:"quotes"`
	}
	if err := Decode(line, &raw); err != nil {
		return nil, err
	}
	if raw.Text == nil || raw.Quotes == nil {
		return nil, ErrNoDocument
	}
	d := &Document{ID: id(raw.ID), Text: strings.ToValidUTF8(*raw.Text, "\ufffd"), Quotes: *raw.Quotes}
	json.Unmarshal(raw.Title, &d.Title) // one that is no string counts as none
	if d.ID == "" {
		d.ID = place
	}
	return d, d.check()
}

// id is an id that is a string or a number, as written.
func id(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	json.Unmarshal(raw, &n)
	return n.String()
}

// check leaves out the quotations with a span that is not in the text.
func (d *Document) check() error {
	n := utf8.RuneCountInString(d.Text)
	all := len(d.Quotes)
	d.Quotes = slices.DeleteFunc(d.Quotes, func(q Quote) bool {
		return !within(n, q.Content) || !within(n, q.Source) || !within(n, q.Cue)
	})
	if out := all - len(d.Quotes); out > 0 {
		return fmt.Errorf("%d of the %d quotes of %q have a span that is not in its text: left out", out, all, d.ID)
	}
	return nil
}

// within reports whether all spans lie in a text of n code points.
func within(n int, spans [][2]int) bool {
	return !slices.ContainsFunc(spans, func(s [2]int) bool { return s[0] < 0 || s[0] > s[1] || s[1] > n })
}

// Plain names a file once: the errors of os name it themselves.
func Plain(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}
