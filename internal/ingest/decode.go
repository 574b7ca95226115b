package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// unmark is unpack for the marks of bytes in memory.
func unmark(data []byte) ([]byte, error) {
	mark, wide := byteOrder(data[:min(len(data), sniffLength)])
	if data = data[mark:]; wide == nil {
		return data, nil
	}
	return wide.NewDecoder().Bytes(data)
}

// decodeText gives the text of bytes in whatever character set, contentType
// being what a server said of it or "". NULs and other control characters show
// that there is no text.
func decodeText(data []byte, contentType string) (string, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", fmt.Errorf("%w: NUL at byte %d", ErrBinary, i)
	}
	return decode(data, contentType)
}

// decodeHTML is decodeText for a page; a stray NUL is left out there, as
// browsers do, unless the page starts with NULs.
func decodeHTML(data []byte, contentType string) (string, error) {
	if i := bytes.IndexByte(data[:min(len(data), 1024)], 0); i >= 0 {
		return "", fmt.Errorf("%w: NUL at byte %d", ErrBinary, i)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		data = bytes.ReplaceAll(data, []byte{0}, nil)
	}
	return decode(data, contentType)
}

// decode checks for UTF-8 first: finding the character set costs more, and
// nearly all text is UTF-8.
func decode(data []byte, contentType string) (string, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", ErrEmpty
	}
	if utf8.Valid(data) {
		return checkText(string(data))
	}
	if s, ok := nearlyUTF8(data); ok {
		return checkText(s)
	}
	enc, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType)
	if name == "utf-8" {
		enc, name = charset.Lookup("windows-1252") // declared, and not so
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: not %s: %w", ErrBinary, name, err)
	}
	return checkText(string(bytes.ToValidUTF8(out, []byte("\uFFFD"))))
}

// nearlyUTF8 accepts text in which fewer than one in twenty of the characters
// beyond ASCII is broken (a page cut in the middle of a character, a stray
// byte from another page), and puts U+FFFD for them.
func nearlyUTF8(data []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), bad*20 < good
}

// checkText refuses what decodes but is no text: more than one in a hundred
// of its characters (and more than one) are control characters or could not be
// decoded.
func checkText(s string) (string, error) {
	odd, n := 0, 0
	for _, r := range s {
		n++
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85:
		case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError:
			odd++
		}
	}
	if odd*100 > n+100 {
		return "", fmt.Errorf("%w: %d of %d characters are control characters or broken", ErrBinary, odd, n)
	}
	return s, nil
}
