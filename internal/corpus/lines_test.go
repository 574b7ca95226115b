package corpus

import (
	"bytes"
	"compress/gzip"
	"errors"
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
	for name, content := range map[string][]byte{"plain.jsonl": []byte(lines), "packed.jsonl.gz": packed.Bytes()} {
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
}
