package ingest

import (
	"bytes"
	"html"
)

// attribute is where the parts of an attribute of a tag end, and its value
// starts.
type attribute struct {
	name, value, end int // end of the name, the value without its marks
	stop             int // end of all of it
	next             int // where the next may start
}

// attributeAt reads the attribute that starts at a place.
func attributeAt(s []byte, at int) attribute {
	for start := at; at < len(s) && (at == start && s[at] == '=' || s[at] != '=' && !isTagBreak(s[at])); {
		at++
	}
	a := attribute{name: at, value: at, end: at, stop: at, next: at}
	if at = pastSpace(s, at); at == len(s) {
		a.next = at
		return a
	}
	switch s[at] {
	case '/':
		a.next = at + 1
	case '=':
		a.value, a.end, a.stop = valueAt(s, pastSpace(s, at+1))
		a.next = a.stop
	}
	return a
}

// valueAt reads the value of an attribute: where it starts and ends, and the
// place behind its marks.
func valueAt(s []byte, at int) (start, end, stop int) {
	if at < len(s) && (s[at] == '"' || s[at] == '\'') {
		n := bytes.IndexByte(s[at+1:], s[at])
		if n < 0 {
			return at + 1, len(s), len(s)
		}
		return at + 1, at + 1 + n, at + 1 + n + 1
	}
	for start = at; at < len(s) && s[at] != '>' && !isTagSpace(s[at]); {
		at++
	}
	return start, at, at
}

// tagEnd passes the attributes of a tag and gives the place behind its ">",
// -1 where there is none.
func tagEnd(s []byte, at int) int {
	for at = pastSpace(s, at); at < len(s); at = pastSpace(s, at) {
		if s[at] == '>' {
			return at + 1
		}
		at = attributeAt(s, at).next
	}
	return -1
}

// rawEnd finds the end tag of an element without markup, -1 if there is none.
func rawEnd(s []byte, from int, name []byte) int {
	for {
		i := bytes.Index(s[from:], []byte("</"))
		if i < 0 {
			return -1
		}
		at := from + i
		end := at + 2 + len(name)
		if end < len(s) && bytes.EqualFold(s[at+2:end], name) && isTagBreak(s[end]) {
			return at
		}
		from = at + 2
	}
}

// commentEnd finds the place behind a comment whose text is s, -1 where it has
// no end or one that is not simple.
func commentEnd(s []byte) int {
	end := bytes.Index(s, []byte("-->"))
	if end < 0 || s[0] == '>' || bytes.HasPrefix(s, []byte("->")) || bytes.Contains(s[:end], []byte("--!>")) {
		return -1
	}
	return end + len("-->")
}

// pastName passes the name of a tag.
func pastName(s []byte, at int) int {
	for at < len(s) && !isTagBreak(s[at]) {
		at++
	}
	return at
}

func pastSpace(s []byte, at int) int {
	for at < len(s) && isTagSpace(s[at]) {
		at++
	}
	return at
}

// lowerIn writes a name in lower case into buf; none where it is longer.
func lowerIn(buf, name []byte) []byte {
	if len(name) > len(buf) {
		return nil
	}
	for i, c := range name {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(name)]
}

// hasFold reports whether s holds the words, given in lower case.
func hasFold(s []byte, low string) bool {
	for i := 0; i+len(low) <= len(s); i++ {
		if s[i]|0x20 == low[0]|0x20 && bytes.EqualFold(s[i:i+len(low)], []byte(low)) {
			return true
		}
	}
	return false
}

// saysFold is hasFold for attributes, whose characters may be escaped.
func saysFold(s []byte, low string) bool {
	return hasFold(s, low) || bytes.IndexByte(s, '&') >= 0 && hasFold([]byte(html.UnescapeString(string(s))), low)
}

func startsWith(s []byte, c byte) bool { return len(s) > 0 && s[0] == c }

// endsText reports a "<" that is not text itself.
func endsText(s []byte) bool {
	return len(s) > 2 && (isLetter(s[1]) || s[1] == '/' || s[1] == '!' || s[1] == '?')
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isTagSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func isTagBreak(c byte) bool { return isTagSpace(c) || c == '/' || c == '>' }
