package ingest

import (
	"encoding/base64"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"quotes/internal/warc/warctest"
)

// bzip2Sentence is the sentence packed with bzip2, which Go only unpacks.
const bzip2Sentence = "QlpoOTFBWSZTWdur7ykAAAcTgEABDAA34d8gIABIiabUDQ00App6RpoaA0pjXkioS4XdbHDdLqEm7k7Muee67DhTEotoiNCMh4adIPTioPi7kinChIbdX3lI"

// packZstd is data packed with zstd.
func packZstd(data string) string { return warctest.Zstd(data, nil) }

// TestPacking: every format in every packing, in several parts too.
func TestPacking(t *testing.T) {
	bz, err := base64.StdEncoding.DecodeString(bzip2Sentence)
	if err != nil {
		t.Fatal(err)
	}
	line := `{"id":"a","text":"` + sentence + `"}` + "\n"
	half := len(line) / 2
	for name, data := range map[string]string{
		"gzip": pack(sentence), "gzip in parts": pack(sentence[:20]) + pack("") + pack(sentence[20:]), "an empty part first": pack("") + pack(sentence),
		"zstd": packZstd(sentence), "zstd in parts": packZstd(sentence[:20]) + packZstd(sentence[20:]),
		"bzip2": string(bz), "marks": pack("\ufeff" + sentence),
	} {
		for a, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(data)}) {
			if err != nil || a.Text != sentence {
				t.Errorf("%s: %v, %v", name, a, err)
			}
		}
	}
	for name, data := range map[string]string{"gzip": pack(line[:half]) + pack(line[half:]+line), "zstd": packZstd(line[:half]) + packZstd(line[half:]+line)} {
		if got := outcome("", []string{"-"}, Options{Stdin: strings.NewReader(data)}); !reflect.DeepEqual(got, []string{"a", "a"}) {
			t.Errorf("lines in %s: got %q", name, got)
		}
	}
	bad := map[string]string{
		packZstd(sentence)[:30]:      "error -: truncated zstd: unexpected EOF",
		string(bz[:30]):              "error -: damaged bzip2: ",
		packZstd(sentence)[:7] + "x": "error -: ",
	}
	for data, want := range bad {
		if got := outcome("", []string{"-"}, Options{Stdin: strings.NewReader(data)}); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestBombs: what unpacks to more than the limit is one error, the limit a
// document's and not a file's.
func TestBombs(t *testing.T) {
	const big = 40 << 20
	line := `{"id":"a","text":"` + sentence + `"}` + "\n"
	for name, tt := range map[string]struct {
		data string
		want []string
	}{
		"text":            {pack(strings.Repeat("a ", big/2)), []string{"error -: larger than the limit of 1048576 bytes"}},
		"zstd":            {packZstd(strings.Repeat("a ", big/2)), []string{"error -: larger than the limit of 1048576 bytes"}},
		"an endless line": {pack(line + `{"text":"` + strings.Repeat(" ", big) + "\n" + line), []string{"a", "error -:2: larger than the limit of 1048576 bytes", "a"}},
		"many lines":      {pack(strings.Repeat(line, 2<<20/len(line))), nil},
	} {
		got := outcome("", []string{"-"}, Options{Stdin: strings.NewReader(tt.data), MaxDocument: 1 << 20})
		if tt.want == nil {
			if len(got) != 2<<20/len(line) || got[len(got)-1] != "a" {
				t.Errorf("%s: %d documents", name, len(got))
			}
		} else if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestUTF16 reads UTF-16 with a mark and without, in either order of bytes.
func TestUTF16(t *testing.T) {
	const story = "Café “Sarn” — " + sentence
	for _, big := range []int{0, 1} {
		for _, mark := range []string{"", "\ufeff"} {
			var b []byte
			for _, u := range utf16.Encode([]rune(mark + story)) {
				pair := [2]byte{byte(u), byte(u >> 8)}
				b = append(b, pair[big], pair[1-big])
			}
			for a, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(string(b))}) {
				if err != nil || a.Text != story {
					t.Errorf("big endian %d, mark %q: %v, %v", big, mark, a, err)
				}
			}
		}
	}
}
