package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
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

// stream tells how a stream is packed and its format, and reads its documents.
func (r *reader) stream(name string, in io.Reader) bool {
	if r.opts.Through != nil {
		through, err := r.opts.Through(in)
		if err != nil {
			return r.fail(name, Error{Err: err, Skipped: true})
		}
		in = through
	}
	size := sizeOf(in)
	raw := bufio.NewReaderSize(in, 64<<10)
	head, err := raw.Peek(sniffLength)
	if len(head) == 0 {
		return r.fail(name, Error{Err: reason(emptyOr(err))})
	}
	pack := packingOf(head)
	if r.isWARC(name, head, pack) {
		return r.packedWARC(name, raw, pack)
	}
	buf, err := unpack(raw, pack)
	if err != nil {
		return r.fail(name, Error{Err: packError(reason(err), pack)})
	}
	if head, err = buf.Peek(sniffLength); len(head) == 0 {
		return r.fail(name, Error{Err: packError(reason(emptyOr(err)), pack)})
	}
	format := r.opts.Format
	if format == "" || format == Auto {
		format = sniff(name, head)
	}
	if format == JSONL {
		return r.lines(name, buf, pack)
	}
	return r.whole(name, format, buf, pack, size)
}

// emptyOr is the error of a stream that gave nothing.
func emptyOr(err error) error {
	if err == nil || err == io.EOF {
		return ErrEmpty
	}
	return err
}

// isWARC tells web archives, whose records are packed one by one, before
// anything is unpacked.
func (r *reader) isWARC(name string, head []byte, pack packing) bool {
	if f := r.opts.Format; f != "" && f != Auto {
		return f == WARC
	}
	return pack == zstdWithDictionary || strings.HasSuffix(unpackedName(name), ".warc") || looksWARC(unpackHead(head, pack))
}

// packedWARC reads a web archive; bzip2, which archives do not use, is
// unpacked before.
func (r *reader) packedWARC(name string, in io.Reader, pack packing) bool {
	if pack == bzipPacked {
		in, _ = unpacker(in, pack) // fails only when it is read
	}
	return r.warc(name, in)
}

// whole reads a stream that is one document, of about size bytes.
func (r *reader) whole(name string, format Format, in io.Reader, pack packing, size int64) bool {
	max := r.opts.max()
	data, err := readAll(io.LimitReader(in, max+1), min(size, max))
	if err == nil && int64(len(data)) > max {
		err = tooLarge(max)
	}
	if err != nil {
		return r.fail(name, Error{Err: packError(reason(err), pack)})
	}
	return r.yield(&Raw{Name: name, Format: format, Data: data, opts: r.opts}, nil)
}

// sizeOf is the size of a file, 0 where it is not known.
func sizeOf(in io.Reader) int64 {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

// readAll is io.ReadAll, with room for a size that may be wrong.
func readAll(in io.Reader, size int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err := b.ReadFrom(in)
	return b.Bytes(), err
}

// tooLarge is the error of a document above the limit.
func tooLarge(max int64) error { return fmt.Errorf("%w of %d bytes", ErrTooLarge, max) }

// sniff tells a stream's format by its first bytes, and by its name where
// they leave it open.
func sniff(name string, head []byte) Format {
	name = unpackedName(name)
	switch {
	case strings.HasSuffix(name, ".jsonl"), strings.HasSuffix(name, ".ndjson"), looksJSON(head):
		return JSONL
	case looksHTML(head, hasSuffix(name, ".html", ".htm", ".xhtml")):
		return HTML
	}
	return Text
}

// unpackedName is a file's name in lower case without the end that says how it
// is packed.
func unpackedName(name string) string {
	name = strings.ToLower(name)
	for _, end := range []string{".gz", ".zst", ".bz2"} {
		if cut, ok := strings.CutSuffix(name, end); ok {
			return cut
		}
	}
	return name
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
