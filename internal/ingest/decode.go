package ingest

import (
	"bytes"
	"encoding/binary"
	"fmt"
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
	s, err := decode(data, contentType)
	return string(s), err
}

// decodeHTML is decodeText for a page; a stray NUL is left out there, as
// browsers do, unless the page starts with NULs.
func decodeHTML(data []byte, contentType string) ([]byte, error) {
	if i := bytes.IndexByte(data[:min(len(data), 1024)], 0); i >= 0 {
		return nil, fmt.Errorf("%w: NUL at byte %d", ErrBinary, i)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		data = bytes.ReplaceAll(data, []byte{0}, nil)
	}
	return decode(data, contentType)
}

// decode checks for UTF-8 first, which it gives as it is: finding the
// character set costs more, and nearly all text is UTF-8.
func decode(data []byte, contentType string) ([]byte, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, ErrEmpty
	}
	if utf8.Valid(data) {
		return checkText(data)
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
		return nil, fmt.Errorf("%w: not %s: %w", ErrBinary, name, err)
	}
	return checkText(bytes.ToValidUTF8(out, []byte("\uFFFD")))
}

// nearlyUTF8 accepts text in which fewer than one in twenty of the characters
// beyond ASCII is broken (a page cut in the middle of a character, a stray
// byte from another page), and puts U+FFFD for them.
func nearlyUTF8(data []byte) ([]byte, bool) {
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
	if bad*20 >= good {
		return nil, false
	}
	return bytes.ToValidUTF8(data, []byte("\uFFFD")), true
}

// checkText refuses what decodes but is no text: more than one in a hundred
// of its characters (and more than one) are control characters or could not be
// decoded.
func checkText(s []byte) ([]byte, error) {
	odd := oddCharacters(s)
	if odd < 2 {
		return s, nil
	}
	if n := utf8.RuneCount(s); odd*100 > n+100 {
		return nil, fmt.Errorf("%w: %d of %d characters are control characters or broken", ErrBinary, odd, n)
	}
	return s, nil
}

// oddCharacters counts in UTF-8 the control characters that text has not, and
// those that could not be decoded. It looks at eight bytes at a time where
// they are plain ASCII.
func oddCharacters(s []byte) int {
	odd, i := 0, 0
	for ; i+8 <= len(s); i += 8 {
		if w := binary.LittleEndian.Uint64(s[i:]); !plainASCII(w) {
			for j := i; j < i+8; j++ {
				odd += oddAt(s, j)
			}
		}
	}
	for ; i < len(s); i++ {
		odd += oddAt(s, i)
	}
	return odd
}

// plainASCII reports eight bytes that are all visible ASCII, blanks, or what
// ends or indents lines.
func plainASCII(w uint64) bool {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	// The high bit of each byte below 0x80 of w|high - n*ones says that it is n or more.
	visible := (w | high) - 0x20*ones
	spaces := ((w | high) - '\t'*ones) &^ ((w | high) - ('\r'+1)*ones)
	deleted := (w | high) - 0x7f*ones
	return (visible|spaces)&^deleted&^w&high == high
}

// oddAt is 1 where an odd character starts at a place.
func oddAt(s []byte, i int) int {
	switch c := s[i]; {
	case c >= '\t' && c <= '\r', c >= 0x20 && c < 0x7f:
		return 0
	case c < 0x20, c == 0x7f,
		c == 0xc2 && s[i+1] < 0xa0 && s[i+1] != 0x85,  // U+0080 to U+009F but the line end
		c == 0xef && s[i+1] == 0xbf && s[i+2] == 0xbd: // U+FFFD
		return 1
	}
	return 0
}
