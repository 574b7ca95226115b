package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// Open walks the paths in order and yields their documents one at a time, or
// an [*Error] about one input, and goes on. "-" is Options.Stdin. Folders are
// read recursively, sorted by path; dot files are left out; what is no regular
// file is passed over with an Error whose Skipped is true.
func Open(paths []string, o Options) iter.Seq2[*Raw, error] {
	return func(yield func(*Raw, error) bool) {
		r := &reader{opts: o, yield: yield}
		w := &walker{file: r.open, fail: r.fail}
		for _, p := range paths {
			more := false
			if p == "-" {
				more = r.stdin()
			} else {
				more = w.path(p)
			}
			if !more {
				return
			}
		}
	}
}

// reader turns streams into documents. Its methods return false when the
// consumer wants no more.
type reader struct {
	opts  Options
	yield func(*Raw, error) bool
}

// fail reports a failure about the named input.
func (r *reader) fail(name string, e Error) bool {
	e.Name = name
	return r.yield(nil, &e)
}

func (r *reader) open(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, Error{Err: reason(err)})
	}
	defer f.Close()
	return r.stream(name, f)
}

func (r *reader) stdin() bool {
	if r.opts.Stdin == nil {
		return r.fail("-", Error{Err: ErrEmpty})
	}
	return r.stream("-", r.opts.Stdin)
}

// sniffLength is how much of a stream tells its format, in bytes.
const sniffLength = 8 << 10

// stream unpacks a stream, tells its format and reads its documents.
func (r *reader) stream(name string, in io.Reader) bool {
	if r.opts.Through != nil {
		through, err := r.opts.Through(in)
		if err != nil {
			return r.fail(name, Error{Err: err, Skipped: true})
		}
		in = through
	}
	buf, err := unpack(in)
	if err != nil {
		return r.fail(name, Error{Err: packError(err)})
	}
	head, err := buf.Peek(sniffLength)
	if len(head) == 0 {
		if err == nil || err == io.EOF {
			err = ErrEmpty
		}
		return r.fail(name, Error{Err: packError(reason(err))})
	}
	format := r.opts.Format
	if format == "" || format == Auto {
		format = sniff(name, head)
	}
	if format == JSONL {
		return r.lines(name, buf)
	}
	return r.whole(name, format, buf)
}

// whole reads a stream that is one document.
func (r *reader) whole(name string, format Format, in io.Reader) bool {
	max := r.opts.max()
	data, err := io.ReadAll(io.LimitReader(in, max+1))
	if err == nil && int64(len(data)) > max {
		err = fmt.Errorf("%w of %d bytes", ErrTooLarge, max)
	}
	if err != nil {
		return r.fail(name, Error{Offset: int64(len(data)), Err: packError(reason(err))})
	}
	return r.yield(&Raw{Name: name, Format: format, Data: data, opts: r.opts}, nil)
}

// unpack looks through gzip (by its first two bytes), UTF-16 with a byte order
// mark, and drops the mark of UTF-8.
func unpack(in io.Reader) (*bufio.Reader, error) {
	buf := bufio.NewReaderSize(in, 64<<10)
	if head, _ := buf.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(buf)
		if err != nil {
			return nil, err
		}
		buf = bufio.NewReaderSize(z, 64<<10)
	}
	head, _ := buf.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte{0xef, 0xbb, 0xbf}):
		_, err := buf.Discard(3)
		return buf, err
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		dec := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return bufio.NewReaderSize(dec.Reader(buf), 64<<10), nil
	}
	return buf, nil
}

// packError words the errors of gzip for a reader who packed nothing himself.
func packError(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("truncated gzip: %w", err)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return fmt.Errorf("damaged gzip: %w", err)
	}
	return err
}

// sniff tells a stream's format by its first bytes, and by its name where
// they leave it open.
func sniff(name string, head []byte) Format {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch {
	case strings.HasSuffix(name, ".jsonl"), strings.HasSuffix(name, ".ndjson"), looksJSON(head):
		return JSONL
	case looksHTML(head, hasSuffix(name, ".html", ".htm", ".xhtml")):
		return HTML
	}
	return Text
}

func hasSuffix(name string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// looksJSON: a JSON object starts the text, its first key in the same line.
func looksJSON(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) < 2 || head[0] != '{' {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}

// pageTags are tags that a page has near its start and an article's text not.
var pageTags = []string{"<!doctype", "<html", "<head", "<body", "<meta", "<title", "<link", "<script", "<div", "<article", "<section", "<table", "<h1", "<p>", "<p "}

// looksHTML: a tag starts the text, and one of a page's tags stands near the
// start (anywhere near, when the file's name says that it is a page).
func looksHTML(head []byte, named bool) bool {
	low := bytes.ToLower(bytes.TrimLeft(head, " \t\r\n\f"))
	if !named && !bytes.HasPrefix(low, []byte("<")) {
		return false
	}
	for _, t := range pageTags {
		if bytes.Contains(low, []byte(t)) {
			return true
		}
	}
	return false
}
