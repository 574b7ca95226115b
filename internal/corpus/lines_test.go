package corpus

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	const lines = "one\ntwo\nthree"
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(lines))
	z.Close()
	for name, content := range map[string][]byte{"plain.jsonl": []byte("\ufeff" + lines), "packed.jsonl": packed.Bytes()} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		var got []string
		err := Lines(path, func(line []byte) error {
			got = append(got, strings.TrimSpace(string(line)))
			return nil
		})
		if err != nil || strings.Join(got, "|") != "one|two|three" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		bad := errors.New("bad")
		err = Lines(path, func(line []byte) error {
			if line[0] == 't' {
				return bad
			}
			return nil
		})
		if !errors.Is(err, bad) || !strings.HasSuffix(err.Error(), ":2: bad") {
			t.Errorf("%s: %v, want the second line's error", name, err)
		}
	}
	if err := Lines("nowhere.jsonl", nil); err == nil || err.Error() != "nowhere.jsonl: no such file or directory" {
		t.Errorf("a file that is not there: %v", err)
	}
}

// TestBinary: what is no text is one error, not one a line. A zero byte far
// behind costs its own line only.
func TestBinary(t *testing.T) {
	for content, want := range map[string]string{
		"PK\x03\x04\n\x00\nx\n":                              "1 not text: NUL at byte 5",
		"one\n" + strings.Repeat("x", 8<<10) + "\x00\nthree": "one|8193 bytes|three",
	} {
		var got []string
		for line, err := range Read(strings.NewReader(content)) {
			text := strings.TrimSpace(string(line.Bytes))
			switch {
			case err != nil:
				text = fmt.Sprintf("%d %v", line.Number, err)
			case len(text) > 100:
				text = fmt.Sprintf("%d bytes", len(text))
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("got %q, want %q", s, want)
		}
	}
}

// TestLongLine: a line beyond the limit is an error and is not kept; the lines
// after it are read. The last line needs no end.
func TestLongLine(t *testing.T) {
	long := io.MultiReader(strings.NewReader("one\n\n"), io.LimitReader(letters{}, maxLine+1), strings.NewReader("\nfour"))
	var got []string
	for line, err := range Read(long) {
		if err != nil {
			got = append(got, fmt.Sprintf("%d %v", line.Number, err))
			continue
		}
		got = append(got, fmt.Sprintf("%d %s", line.Number, strings.TrimSpace(string(line.Bytes))))
	}
	if want := "1 one|3 line longer than 64 MB|4 four"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// letters is an endless stream of one letter.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// TestCutGzip: what stands before the end of a cut file is read, and then the
// reason given.
func TestCutGzip(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte("one\n"))
	z.Flush()
	whole := packed.Len()
	z.Write([]byte("two\n"))
	z.Close()
	n := 0
	var last error
	for line, err := range Read(bytes.NewReader(packed.Bytes()[:whole])) {
		if err == nil && strings.TrimSpace(string(line.Bytes)) == "one" {
			n++
		}
		last = err
	}
	if n != 1 || last == nil || last.Error() != "truncated gzip" {
		t.Errorf("%d lines, %v", n, last)
	}
}
