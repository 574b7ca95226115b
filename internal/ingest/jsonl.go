package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"quotes/pkg/text"
)

// lines yields every line of a JSONL stream that is not blank.
func (r *reader) lines(name string, in *bufio.Reader, pack packing) bool {
	offset := int64(0)
	for n := 1; ; n++ {
		line, size, err := readLine(in, r.opts.max())
		if err != nil && err != io.EOF && !errors.Is(err, ErrTooLarge) {
			return r.fail(name, Error{Line: n, Offset: offset, Err: packError(reason(err), pack)})
		}
		more := true
		if errors.Is(err, ErrTooLarge) {
			more = r.fail(name, Error{Line: n, Offset: offset, Err: err})
		} else if len(bytes.TrimSpace(line)) > 0 {
			more = r.yield(&Raw{Name: name, Line: n, Format: JSONL, Data: line, opts: r.opts}, nil)
		}
		if !more || err == io.EOF {
			return more
		}
		offset += size
	}
}

// readLine reads one line without its end, and says how many bytes it took.
// A line above max bytes is read to its end but not kept.
func readLine(in *bufio.Reader, max int64) (line []byte, size int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		if size <= max {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if size > max && (err == nil || err == io.EOF) {
			return nil, size, tooLarge(max)
		}
		return line, size, err
	}
}

// lineKeyNames are the keys of a line that are read; others are left alone.
var lineKeyNames = []string{"id", "url", "title", "published", "text", "html"}

// parseJSONL reads the document of one line.
func parseJSONL(r *Raw) (*text.Article, error) {
	if !utf8.Valid(r.Data) {
		return nil, errors.New("not UTF-8")
	}
	keys, err := lineKeys(r.Data)
	if err != nil {
		return nil, err
	}
	id := jsonID(keys["id"])
	if id == "" {
		id = fmt.Sprintf("%s:%d", r.Name, r.Line)
	}
	stated := text.Meta{
		SourceURL: jsonString(keys["url"]),
		Title:     jsonString(keys["title"]),
		Published: statedDate(jsonString(keys["published"])),
	}
	var body, page *string
	switch {
	case json.Unmarshal(keys["text"], &body) == nil && body != nil:
		return lineText(id, *body, stated), nil
	case json.Unmarshal(keys["html"], &page) == nil && page != nil:
		return linePage(id, *page, stated)
	}
	return nil, errors.New(`no string "text" or "html"`)
}

// lineText is the document of a line with an article's text.
func lineText(id, body string, stated text.Meta) *text.Article {
	a := parsePlain(id, body, stated.Title)
	a.Meta.SourceURL, a.Meta.Title, a.Meta.Published = stated.SourceURL, stated.Title, stated.Published
	return a
}

// linePage is the document of a line with a page. Title and date that the line
// states count before what the page does; its url after the page's own.
func linePage(id, page string, stated text.Meta) (*text.Article, error) {
	decoded, err := decodeHTML([]byte(page), "")
	if err != nil {
		return nil, err
	}
	a, err := parseHTML(id, decoded)
	if err != nil {
		return nil, err
	}
	a.Meta.SourceURL = address(a.Meta.SourceURL, stated.SourceURL)
	a.Meta.Title = cmp.Or(stated.Title, a.Meta.Title)
	a.Meta.Published = cmp.Or(stated.Published, a.Meta.Published)
	return a, nil
}

// lineKeys gives the values of the keys that are read, matched exactly, which
// encoding/json does only for maps; a map of all of them would hold as many
// as a line made for it has.
func lineKeys(line []byte) (map[string]json.RawMessage, error) {
	keys := map[string]json.RawMessage{}
	d := json.NewDecoder(bytes.NewReader(line))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil, errNoObject
	}
	var other json.RawMessage
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, noObject(err)
		}
		if err := d.Decode(&other); err != nil {
			return nil, noObject(err)
		}
		if name, _ := key.(string); slices.Contains(lineKeyNames, name) {
			keys[name] = bytes.Clone(other)
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, noObject(err)
	}
	if rest := bytes.TrimSpace(line[d.InputOffset():]); len(rest) > 0 {
		return nil, fmt.Errorf("%w: %.10q after it", errNoObject, rest)
	}
	return keys, nil
}

var errNoObject = errors.New("not a JSON object")

// noObject says why a line is no object.
func noObject(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("unexpected end of JSON input")
	}
	return fmt.Errorf("%w: %w", errNoObject, err)
}

// jsonString is the value where it is a string, folded to one line.
func jsonString(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return fold(s)
}

// jsonID is the value where it is a string or a number, as written.
func jsonID(raw json.RawMessage) string {
	var n json.Number
	if len(raw) > 0 && raw[0] != '"' && json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	return jsonString(raw)
}
