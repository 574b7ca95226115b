package warc

import (
	"bufio"
	"bytes"
	"errors"
	"strings"
)

// maxHead is the length of the longest header read, in bytes, of a record or
// of a response.
const maxHead = 64 << 10

// maxField is the length from which on a value does not grow.
const maxField = 4 << 10

var errHead = errors.New("header without an end")

// readHead reads lines up to the blank line that ends a header.
func readHead(in *bufio.Reader) ([]byte, error) {
	var head []byte
	for {
		line, err := in.ReadSlice('\n')
		head = append(head, line...)
		switch {
		case err != nil && err != bufio.ErrBufferFull:
			return nil, noEOF(err)
		case err != nil || len(head) > maxHead:
			return nil, errHead
		case len(bytes.TrimRight(line, "\r\n")) == 0:
			return head, nil
		}
	}
}

// cutHead parts a header from what follows the blank line after it.
func cutHead(block []byte) (head, rest []byte, ok bool) {
	for at := 0; at < min(len(block), maxHead); {
		n := bytes.IndexByte(block[at:], '\n')
		if n < 0 {
			break
		}
		if len(bytes.TrimRight(block[at:at+n], "\r")) == 0 {
			return block[:at], block[at+n+1:], true
		}
		at += n + 1
	}
	return nil, nil, false
}

// fields maps the names of a header, in lower case, to their values. Values of
// a name that stands twice are joined by commas, and folded lines by a blank,
// up to a length that no honest header has.
func fields(lines []byte) map[string]string {
	m := map[string]string{}
	last := ""
	for line := range strings.Lines(string(lines)) {
		if line[0] == ' ' || line[0] == '\t' {
			if more := strings.TrimSpace(line); last != "" && len(m[last]) < maxField {
				m[last] += " " + more
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		last, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		before, twice := m[last]
		switch {
		case !twice:
			m[last] = value
		case len(before) < maxField:
			m[last] = before + ", " + value
		}
	}
	return m
}
