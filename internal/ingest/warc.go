package ingest

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"quotes/internal/warc"
)

// looksWARC: the version line of a WARC record starts the stream.
func looksWARC(head []byte) bool {
	return len(head) > 6 && string(head[:5]) == "WARC/" && head[5] >= '0' && head[5] <= '9'
}

// documentKinds are the media types of records that are read. A record that
// states none is judged by its content.
var documentKinds = map[string]Format{
	"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": Text, "": Auto,
}

// warc yields the pages and texts of a web archive.
func (r *reader) warc(name string, in io.Reader) bool {
	file := warc.NewReader(in, r.opts.max())
	passed := passedOver{}
	for n := 0; ; n++ {
		rec, err := file.Next()
		if err == io.EOF {
			return r.endWARC(name, n, passed)
		}
		var raw *Raw
		if err == nil {
			raw, err = r.record(name, rec, passed)
		}
		switch {
		case err != nil && !r.fail(name, recordError(err, rec)):
			return false
		case raw != nil && !r.yield(raw, nil):
			return false
		}
	}
}

// passedOver counts the records that are no documents, by reason.
type passedOver map[string]int

// recordTypes are the types that the standard names and that hold no document
// as a server sent it.
var recordTypes = []string{"warcinfo", "request", "metadata", "revisit", "conversion", "continuation"}

// count counts a record of a type.
func (p passedOver) count(kind string) {
	if !slices.Contains(recordTypes, kind) {
		kind = "other type"
	}
	p[kind]++
}

// record is the document of a record; nil where it holds none.
func (r *reader) record(name string, rec *warc.Record, passed passedOver) (*Raw, error) {
	if !rec.HoldsDocument() {
		passed.count(rec.Type)
		return nil, nil
	}
	response, err := warc.ParseResponse(rec)
	if err != nil {
		return nil, err
	}
	format, ok := documentKinds[response.MediaType()]
	switch {
	case response.Status < 200 || response.Status > 299:
		passed["other status"]++
		return nil, nil
	case !ok:
		passed["other content"]++
		return nil, nil
	case rec.Cut():
		return nil, tooLarge(r.opts.max())
	}
	raw := &Raw{Name: rec.ID, Format: format, Data: rec.Block, opts: r.opts, record: &record{file: name, at: rec, response: response}}
	if raw.Name == "" {
		raw.Name = placeName(name, rec)
	}
	return raw, nil
}

// placeName names a record without an ID by its place.
func placeName(file string, rec *warc.Record) string {
	if rec.Inside > 0 {
		return fmt.Sprintf("%s:%d+%d", file, rec.Offset, rec.Inside)
	}
	return fmt.Sprintf("%s:%d", file, rec.Offset)
}

// record is where a document stands in a web archive, and what it came with.
type record struct {
	file     string
	at       *warc.Record
	response *warc.Response
}

// endWARC ends an archive: with an error where there was nothing in it, and
// else with a line on what was passed over.
func (r *reader) endWARC(name string, n int, passed passedOver) bool {
	if n == 0 {
		return r.fail(name, Error{Err: ErrEmpty})
	}
	if len(passed) == 0 {
		return true
	}
	return r.fail(name, Error{Err: errors.New(passed.String()), Skipped: true})
}

// String words the counts, the reasons in order.
func (p passedOver) String() string {
	sum := 0
	var reasons []string
	for why, n := range p {
		sum += n
		reasons = append(reasons, fmt.Sprintf("%d %s", n, why))
	}
	sort.Strings(reasons)
	return fmt.Sprintf("%d records without a page passed over (%s)", sum, strings.Join(reasons, ", "))
}

// recordError places an error in the file. A page without text is none: servers
// send many.
func recordError(err error, rec *warc.Record) Error {
	var e *warc.Error
	if !errors.As(err, &e) {
		e = &warc.Error{Offset: rec.Offset, Inside: rec.Inside, Err: err}
	}
	return Error{Offset: e.Offset, Err: e, Record: true, Skipped: errors.Is(err, ErrEmpty)}
}
