package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Record is one record of a file.
type Record struct {
	Type        string // "response", "resource", "request" ...
	ID          string // WARC-Record-ID, without angle brackets
	URL         string // WARC-Target-URI
	ContentType string // of the block
	Offset      int64  // where the record's member starts in the file
	Inside      int64  // where the record starts in the member, unpacked

	// Block is what the record holds. It is empty for records that hold no
	// document (all but responses and resources), and only the start of it
	// where Length, the true length, is above the reader's limit.
	Block  []byte
	Length int64
}

// Cut reports a record whose block is above the reader's limit.
func (r *Record) Cut() bool { return int64(len(r.Block)) < r.Length }

// HoldsDocument reports a record that may hold a document: a server's response
// or a resource.
func (r *Record) HoldsDocument() bool { return r.Type == "response" || r.Type == "resource" }

// Error is a record that could not be read.
type Error struct {
	Offset int64 // where its member starts in the file
	Inside int64 // where it starts in the member, unpacked
	Err    error
}

func (e *Error) Error() string {
	if e.Inside > 0 { // several records are packed as one
		return fmt.Sprintf("record at byte %d of what is packed at byte %d: %v", e.Inside, e.Offset, e.Err)
	}
	return fmt.Sprintf("record at byte %d: %v", e.Offset, e.Err)
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// ErrFormat is a place in a file where a record should start and none does.
var ErrFormat = errors.New("no WARC record")

var errLength = errors.New("wrong Content-Length")

// Reader reads the records of a file.
type Reader struct {
	src     *source
	members members
	limit   int64
	body    *bufio.Reader // the open member's bytes, unpacked
	member  counted       // what body reads from, if it is packed
	open    bool
	start   int64 // of the member
	inside  int64 // of the record in the member, unpacked
}

// counted counts what is read.
type counted struct {
	in io.Reader
	n  int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

// NewReader reads a file. Blocks longer than limit bytes and the header of a
// response are cut.
func NewReader(in io.Reader, limit int64) *Reader {
	r := &Reader{src: newSource(in), limit: limit + maxHead}
	r.members = membersOf(r.src)
	if _, plain := r.members.(plainRecords); plain {
		r.body = r.src.buf
	} else {
		r.body = bufio.NewReaderSize(nil, 32<<10)
	}
	return r
}

// Next gives the next record, an [*Error] where one cannot be read, or io.EOF.
// After an Error it may be called again.
func (r *Reader) Next() (*Record, error) {
	rec, err := r.next()
	if err == nil || err == io.EOF {
		return rec, err
	}
	failed := &Error{Offset: r.start, Inside: r.inside, Err: err}
	r.resync(err)
	return nil, failed
}

// resync goes on to the next record: of the same packed member where the
// packing is whole, or else of a member after it.
func (r *Reader) resync(err error) {
	packed := r.body != r.src.buf
	if packed && r.open && (errors.Is(err, ErrFormat) || errors.Is(err, errLength) || errors.Is(err, errHead)) {
		find(r.body, versionMagic, recordStart.Match)
		if _, err := r.body.Peek(1); err == nil {
			return
		}
	}
	r.open = false
	if r.src.err == nil {
		r.src.back()
		r.members.seek(r.src)
	}
}

func (r *Reader) next() (*Record, error) {
	if r.src.err != nil {
		return nil, io.EOF // has been reported
	}
	for !r.open {
		if err := r.openMember(); err != nil {
			return nil, err
		}
		err := skipBlank(r.body)
		r.open = err == nil
		if err != nil && err != io.EOF {
			return nil, err
		}
	}
	r.markRecord()
	rec, err := r.record()
	if err != nil {
		return nil, err
	}
	return rec, r.finish()
}

// openMember starts the next member; io.EOF where there is none.
func (r *Reader) openMember() error {
	if err := skipBlank(r.src.buf); err != nil {
		return err
	}
	r.markHere()
	body, err := r.members.open(r.src)
	if err != nil {
		return noEOF(err)
	}
	if r.body != r.src.buf {
		r.member = counted{in: body}
		r.body.Reset(&r.member)
	}
	return nil
}

// markRecord marks the start of a record: in the file, where it is the start
// of a member too, and else in the member.
func (r *Reader) markRecord() {
	if r.body == r.src.buf {
		r.markHere()
		return
	}
	r.inside = r.member.n - int64(r.body.Buffered())
}

func (r *Reader) markHere() {
	r.src.setMark()
	r.start, r.inside = r.src.place(), 0
}

// skipBlank passes over line ends between records, and zeros that fill up a
// file; io.EOF at the end.
func skipBlank(in *bufio.Reader) error {
	for {
		head, err := in.Peek(1)
		if err != nil {
			return err
		}
		if head[0] != '\r' && head[0] != '\n' && head[0] != 0 {
			return nil
		}
		in.Discard(1)
	}
}

// record reads header and block.
func (r *Reader) record() (*Record, error) {
	if head, err := r.body.Peek(len(versionMagic)); !bytes.Equal(head, versionMagic) {
		if err != nil && err != io.EOF {
			return nil, err
		}
		return nil, ErrFormat
	}
	head, err := readHead(r.body)
	if err != nil {
		return nil, err
	}
	f := fields(head[bytes.IndexByte(head, '\n')+1:])
	length, err := strconv.ParseInt(f["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("%w %q", errLength, f["content-length"])
	}
	rec := &Record{
		Type:        strings.ToLower(f["warc-type"]),
		ID:          strings.Trim(f["warc-record-id"], "<>"),
		URL:         strings.Trim(f["warc-target-uri"], "<>"),
		ContentType: f["content-type"],
		Offset:      r.start,
		Inside:      r.inside,
		Length:      length,
	}
	return rec, r.block(rec)
}

// block reads what of the block is wanted and passes over the rest.
func (r *Reader) block(rec *Record) error {
	want := int64(0)
	switch {
	case rec.HoldsDocument() && rec.Length <= r.limit:
		want = rec.Length
	case rec.HoldsDocument():
		want = maxHead
	}
	var b bytes.Buffer
	b.Grow(int(min(want, 1<<20)) + bytes.MinRead) // a header may promise more than comes
	if _, err := io.CopyN(&b, r.body, want); err != nil {
		return noEOF(err)
	}
	rec.Block = b.Bytes()
	_, err := io.CopyN(io.Discard, r.body, rec.Length-want)
	return noEOF(err)
}

// finish reads to the next record of the member, or to its end, where the
// checksums of a packed one are. Two line ends show that the length was right,
// whatever comes after them.
func (r *Reader) finish() error {
	end, _ := r.body.Peek(4)
	closed := bytes.HasPrefix(end, []byte("\r\n\r\n")) || bytes.HasPrefix(end, []byte("\n\n"))
	if err := skipBlank(r.body); err != nil {
		r.open = false
		return notEOF(err)
	}
	if head, _ := r.body.Peek(len(versionMagic)); !closed && !bytes.Equal(head, versionMagic) {
		return errLength
	}
	return nil
}

// notEOF is for places where the stream may end.
func notEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
