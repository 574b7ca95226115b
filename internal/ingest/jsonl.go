package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"quotes/pkg/text"
)

// lines yields every line of a JSONL stream that is not blank.
func (r *reader) lines(name string, in *bufio.Reader) bool {
	offset := int64(0)
	for n := 1; ; n++ {
		line, size, err := readLine(in, r.opts.max())
		if err != nil && err != io.EOF && !errors.Is(err, ErrTooLarge) {
			return r.fail(name, Error{Line: n, Offset: offset, Err: packError(reason(err))})
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
			return nil, size, fmt.Errorf("%w of %d bytes", ErrTooLarge, max)
		}
		return line, size, err
	}
}

// parseJSONL reads the document of one line. Keys are matched exactly, which
// encoding/json does only for maps.
func parseJSONL(r *Raw) (*text.Article, error) {
	if !utf8.Valid(r.Data) {
		return nil, errors.New("not UTF-8")
	}
	if r.Data = bytes.TrimSpace(r.Data); len(r.Data) == 0 || r.Data[0] != '{' {
		return nil, errors.New("not a JSON object")
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(r.Data, &keys); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	var body *string
	if err := json.Unmarshal(keys["text"], &body); err != nil || body == nil {
		return nil, errors.New(`no string "text"`)
	}
	id := jsonID(keys["id"])
	if id == "" {
		id = fmt.Sprintf("%s:%d", r.Name, r.Line)
	}
	title := jsonString(keys["title"])
	a := parsePlain(id, *body, title)
	a.Meta.SourceURL = jsonString(keys["url"])
	a.Meta.Title = title
	a.Meta.Published = isoDate(jsonString(keys["published"]))
	return a, nil
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
