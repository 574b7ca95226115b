package ingest

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"quotes/internal/warc"
	"quotes/pkg/text"
)

// Format names how an input is written.
type Format string

// The formats. The zero value is told by content, as "auto" is.
const (
	Auto  Format = "auto"
	HTML  Format = "html"
	Text  Format = "text"
	JSONL Format = "jsonl"
	WARC  Format = "warc"
)

// Options holds the choices of reading; the zero value is the default.
type Options struct {
	Format    Format
	URL       string    // address of inputs that state none
	Published string    // ISO 8601 date of inputs that state none
	Stdin     io.Reader // what "-" reads; nil is empty

	// Through, if set, is given every input as it is opened, still packed: an
	// *os.File, or Stdin. What it gives is read in its place; an error passes
	// the input over.
	Through func(in io.Reader) (io.Reader, error)

	// MaxDocument is the size in bytes of the largest document read (a file,
	// a line of JSONL, the page of a WARC record), unpacked. 0 is 16 MB.
	MaxDocument int64
}

// defaultMaxDocument is far above any news page (the largest of some 1,200
// looked at has 4 MB) and keeps a worker's memory bounded.
const defaultMaxDocument = 16 << 20

func (o Options) max() int64 {
	if o.MaxDocument <= 0 {
		return defaultMaxDocument
	}
	return o.MaxDocument
}

// Error is a failure to read one input.
type Error struct {
	Name    string // the input
	Line    int    // 1-based; 0: none
	Offset  int64  // of JSONL and WARC: where the line or record starts, in bytes
	Err     error
	Skipped bool // passed over on purpose: a warning, not a failure
	Record  bool // about one record of a web archive, which may have very many
}

// Error is one line: the input, the line where there is one, the reason.
func (e *Error) Error() string {
	reason := strings.Join(strings.Fields(e.Err.Error()), " ")
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.Name, e.Line, reason)
	}
	return e.Name + ": " + reason
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// The reasons that callers may want to tell apart.
var (
	ErrEmpty    = errors.New("empty input")
	ErrBinary   = errors.New("not text")
	ErrTooLarge = errors.New("larger than the limit")
)

// Raw is a document as it was read: bytes not yet decoded or parsed.
type Raw struct {
	Name   string // the input's own name, doc_id of what it holds
	Line   int    // of JSONL: the line, 1-based; else 0
	Format Format // HTML, Text or JSONL; Auto of a WARC record that states none
	Data   []byte // of a WARC record: the block, as the server sent it

	opts   Options
	record *record // of WARC; else nil
}

// Read yields the article of every document of the paths, in order, or an
// [*Error] about one input, and goes on. See [Open] for what paths may be.
func Read(paths []string, o Options) iter.Seq2[*text.Article, error] {
	return func(yield func(*text.Article, error) bool) {
		for raw, err := range Open(paths, o) {
			var a *text.Article
			if err == nil {
				a, err = raw.Article()
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// Article parses the document. It depends on nothing else, so that documents
// may be parsed in parallel. The error is an [*Error].
func (r *Raw) Article() (*text.Article, error) {
	a, err := r.parse()
	if err == nil && len(a.Blocks) == 0 {
		err = ErrEmpty
		if r.Format == HTML {
			err = fmt.Errorf("%w: no text on the page", ErrEmpty)
		}
	}
	if err != nil {
		return nil, r.fail(err)
	}
	if r.record != nil {
		a.Meta.SourceURL = address(a.Meta.SourceURL, r.record.at.URL)
	}
	if a.Meta.SourceURL == "" {
		a.Meta.SourceURL = r.opts.URL
	}
	if a.Meta.Published == "" {
		a.Meta.Published = r.opts.Published
	}
	return a, nil
}

// fail places an error in the input.
func (r *Raw) fail(err error) *Error {
	if r.record == nil {
		return &Error{Name: r.Name, Line: r.Line, Err: err}
	}
	e := recordError(err, r.record.at)
	e.Name = r.record.file
	return &e
}

// parse decodes and parses the document by its format.
func (r *Raw) parse() (*text.Article, error) {
	if r.Format == JSONL {
		return parseJSONL(r)
	}
	data, contentType, err := r.content()
	if err != nil {
		return nil, err
	}
	format := r.Format
	if format == Auto {
		format = sniff("", data)
	}
	if format == HTML {
		page, err := decodeHTML(data, contentType)
		if err != nil {
			return nil, err
		}
		return parseHTML(r.Name, page)
	}
	s, err := decodeText(data, contentType)
	if err != nil {
		return nil, err
	}
	if lines := splitLines(s); isPageText(s, lines) {
		return parsePageText(r.Name, s, lines), nil
	}
	return parsePlain(r.Name, s, ""), nil
}

// content gives the document's bytes, and the content type that a server
// stated.
func (r *Raw) content() (data []byte, contentType string, err error) {
	if r.record == nil {
		return r.Data, "", nil
	}
	max := r.opts.max()
	data, err = r.record.response.Body(max)
	if errors.Is(err, warc.ErrTooLarge) {
		err = tooLarge(max)
	}
	if err == nil {
		data, err = unmark(data)
	}
	return data, r.record.response.ContentType, err
}
