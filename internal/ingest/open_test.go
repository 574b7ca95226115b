package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"
)

const sentence = "The bridge over the Sarn opened on Thursday after a year of repairs."

// pack is data packed with gzip.
func pack(data string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, data)
	z.Close()
	return b.String()
}

// outcome lists what Read yields: IDs and errors, the folder's name left out.
func outcome(dir string, paths []string, o Options) []string {
	var out []string
	for a, err := range Read(paths, o) {
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				return append(out, fmt.Sprintf("%T", err))
			}
			s := "error " + e.Error()
			if e.Skipped {
				s = "skipped " + e.Error()
			}
			out = append(out, strings.ReplaceAll(s, dir+"/", ""))
			continue
		}
		out = append(out, strings.ReplaceAll(a.ID, dir+"/", ""))
	}
	return out
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"b/c.txt": sentence, "b.txt": sentence, "a.html": "<html><p>" + sentence, ".hidden.txt": sentence, ".git/x.txt": sentence,
		"d.txt.gz": pack(sentence), "e.jsonl": `{"id":"one","text":"` + sentence + `"}` + "\n" + `{"text":"` + sentence + `"}`, "f.empty": "",
	})
	if err := syscall.Mkfifo(filepath.Join(dir, "g.fifo"), 0o600); err != nil {
		t.Skip(err)
	}
	for name, target := range map[string]string{"h.link": "b.txt", "i.loop": "j.loop", "j.loop": "i.loop", "k.dir": "b", "l.gone": "nowhere", "m.fifo": "g.fifo"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"a.html", "b.txt", "b/c.txt", "d.txt.gz", "one", "e.jsonl:2",
		"error f.empty: empty input",
		"skipped g.fifo: fifo, passed over",
		"h.link",
		"skipped i.loop: looping link, passed over",
		"skipped j.loop: looping link, passed over",
		"skipped k.dir: link to a folder, passed over",
		"error l.gone: no such file or directory",
		"skipped m.fifo: link to a fifo, passed over",
	}
	if got := outcome(dir, []string{dir}, Options{}); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPathsInOrder(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"z.txt": sentence, "a.txt": sentence})
	got := outcome(dir, []string{filepath.Join(dir, "z.txt"), "-", filepath.Join(dir, "none"), filepath.Join(dir, "a.txt")}, Options{Stdin: strings.NewReader(pack(sentence))})
	want := []string{"z.txt", "-", "error none: no such file or directory", "a.txt"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStops(t *testing.T) {
	lines := strings.Repeat(`{"text":"`+sentence+`"}`+"\n", 10)
	n := 0
	for range Open([]string{"-", "-"}, Options{Stdin: strings.NewReader(lines)}) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d documents after the stop at 3", n)
	}
}

// TestBadInput holds one line for each bad input, and that what can be read is.
func TestBadInput(t *testing.T) {
	long := `{"text":"` + strings.Repeat("x", 2000) + `"}`
	packed := pack(strings.Repeat(sentence+"\n", 10))
	tests := []struct{ name, data, want string }{
		{"empty", "", "error -: empty input"},
		{"blank", " \n\r\n\t", "error -: empty input"},
		{"mark alone", "\ufeff", "error -: empty input"},
		{"binary", "\x7fELF\x01\x00\x00", "error -: not text: NUL at byte 5"},
		{"control characters", strings.Repeat("\x01\x02\x03abc", 20), "error -: not text: 60 of 120 characters are control characters or broken"},
		{"too large", strings.Repeat("a b. ", 300), "error -: larger than the limit of 1000 bytes"},
		{"truncated gzip", packed[:len(packed)-10], "error -: truncated gzip: unexpected EOF"},
		{"no gzip", "\x1f\x8b" + sentence, "error -: damaged gzip: gzip: invalid header"},
		{"damaged gzip", packed[:len(packed)-6] + "\x00" + packed[len(packed)-5:], "error -: damaged gzip: gzip: invalid checksum"},
		{"page without text", "<html><body><script>x</script></body></html>", "error -: empty input: no text on the page"},
		{"bad line", `{"id":"a","text":"` + sentence + "\"}\n{\"text\"}\n" + `{"id":"c","text":"` + sentence + `"}`, "a|error -:2: not a JSON object: expected colon after object key|c"},
		{"long line", `{"id":"a","text":"` + sentence + "\"}\n" + long + "\n" + `{"id":"c","text":"` + sentence + `"}`, "a|error -:2: larger than the limit of 1000 bytes|c"},
		{"long last line", `{"id":"a","text":"` + sentence + "\"}\n" + long, "a|error -:2: larger than the limit of 1000 bytes"},
		{"invalid bytes in a line", `{"id":"a","text":"` + sentence + "\"}\n{\"text\":\"\xff\xfe\"}", "a|error -:2: not UTF-8"},
		{"truncated lines", pack(`{"id":"a","text":"` + sentence + "\"}\n" + strings.Repeat(long+"\n", 50))[:100], ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := outcome("", []string{"-"}, Options{Stdin: strings.NewReader(tt.data), MaxDocument: 1000})
			if tt.want == "" {
				if n := len(got); n == 0 || !strings.Contains(got[n-1], "truncated gzip") {
					t.Errorf("got %q", got)
				}
				return
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// TestHostilePages are pages that overflow stacks or take quadratic time in
// parsers that do not mind.
func TestHostilePages(t *testing.T) {
	const n = 200_000
	deep := `"We are here," said Ann Lee, and nobody could tell from where she spoke.`
	for name, page := range map[string]string{
		"div":        "<html><body>" + strings.Repeat("<div>", n) + deep + strings.Repeat("</div>", n),
		"blockquote": "<html><body>" + strings.Repeat("<blockquote>", n) + deep,
		"inline":     "<html><body><p>" + strings.Repeat("<b><i>", n/2) + deep,
		"table":      "<html><body>" + strings.Repeat("<table><tr><td>", n/4) + deep,
		"quotes":     "<html><body><p>" + strings.Repeat("<q>", 300) + deep,
		"teasers":    "<html><body><p>" + deep + "</p>" + strings.Repeat("<article><h2><a href=x>Some other story here</a></h2><p>It has a sentence of ten words in it here.</article>", n/20),
		"json":       `<html><body><script type="application/ld+json">` + strings.Repeat("[", n) + "</script><p>" + deep,
	} {
		t.Run(name, func(t *testing.T) {
			a, err := parseHTML("page", []byte(page))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			if !strings.Contains(a.Text, "said Ann Lee") {
				t.Errorf("the text is lost: %.200q", a.Text)
			}
		})
	}
}

func TestHostileTexts(t *testing.T) {
	for _, s := range []string{strings.Repeat(`"`, 300_000), strings.Repeat("a\n", 300_000), strings.Repeat("• Home\nShare\n", 100_000), strings.Repeat(" \u200b", 100_000) + "x"} {
		a, err := (&Raw{Name: "text", Format: Text, Data: []byte(s)}).Article()
		if err != nil {
			if !errors.Is(err, ErrEmpty) {
				t.Errorf("%.20q: %v", s, err)
			}
			continue
		}
		if a.Text != s {
			t.Errorf("%.20q: the text changed", s)
		}
		checkArticle(t, a)
	}
}

func TestDecode(t *testing.T) {
	utf16 := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return string(b)
	}
	tests := []struct{ name, data, want string }{
		{"utf-8", "Café “Ä”", "Café “Ä”"},
		{"mark", "\ufeffCafé\r\nx", "Café\r\nx"},
		{"utf-16", utf16("Café “Ä”"), "Café “Ä”"},
		{"windows-1252", "Caf\xe9 \x93\xc4\x94", "Café “Ä”"},
		{"one stray byte", strings.Repeat("“Ä” ", 10) + "\xe9", strings.Repeat("“Ä” ", 10) + "\uFFFD"},
	}
	for _, tt := range tests {
		for a, err := range Read([]string{"-"}, Options{Format: Text, Stdin: strings.NewReader(tt.data)}) {
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
			} else if a.Text != tt.want {
				t.Errorf("%s: got %q, want %q", tt.name, a.Text, tt.want)
			}
		}
	}
	pages := []struct{ name, head, body, want string }{
		{"declared", `<meta charset="windows-1251">`, "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"},
		{"declared wrongly", `<meta charset="utf-8">`, "Caf\xe9 du port", "Café du port"},
		{"not declared", "", "Caf\xe9 du port", "Café du port"},
	}
	for _, tt := range pages {
		a, err := (&Raw{Format: HTML, Data: []byte("<html><head>" + tt.head + "</head><body><p>" + tt.body)}).Article()
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if a.Text != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, a.Text, tt.want)
		}
	}
}

func TestSniff(t *testing.T) {
	tests := []struct {
		name, head string
		want       Format
	}{
		{"a", "<!DOCTYPE html><html>", HTML},
		{"a", "\n <p>One</p>", HTML},
		{"a.txt", "<?xml version='1.0'?><html>", HTML},
		{"a.html", "stray text <body>", HTML},
		{"a.html", "no tag at all", Text},
		{"a", "<b>bold</b> claim", Text},
		{"a", "We use <p> tags here.", Text},
		{"a", `{"text": "x"}`, JSONL},
		{"a", "{ braces } of a text", Text},
		{"a.jsonl.gz", "broken", JSONL},
		{"a", "Plain text.", Text},
	}
	for _, tt := range tests {
		if got := sniff(tt.name, []byte(tt.head)); got != tt.want {
			t.Errorf("%s %q: got %s, want %s", tt.name, tt.head, got, tt.want)
		}
	}
}

// TestOptions: what the input states counts, else what the options say.
func TestOptions(t *testing.T) {
	o := Options{URL: "https://echo.example/o", Published: "2024-01-02"}
	in := `{"text":"` + sentence + `"}` + "\n" + `{"text":"` + sentence + `","url":"https://echo.example/a","published":"2024-07-18"}`
	o.Stdin = strings.NewReader(in)
	var got []string
	for a, err := range Read([]string{"-"}, o) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a.Meta.SourceURL+" "+a.Meta.Published)
	}
	want := []string{"https://echo.example/o 2024-01-02", "https://echo.example/a 2024-07-18"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestThrough: what Options.Through gives is read in an input's place, still
// packed; an error of it passes the input over.
func TestThrough(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"a.txt": sentence, "b.txt": sentence, "c.txt.gz": pack(sentence)})
	var names []string
	var packed bytes.Buffer
	through := func(in io.Reader) (io.Reader, error) {
		f, ok := in.(*os.File)
		if !ok {
			return in, nil
		}
		names = append(names, filepath.Base(f.Name()))
		if filepath.Base(f.Name()) == "b.txt" {
			return nil, errors.New("not wanted")
		}
		return io.TeeReader(in, &packed), nil
	}
	got := outcome(dir, []string{dir, "-"}, Options{Through: through, Stdin: strings.NewReader(sentence)})
	want := []string{"a.txt", "skipped b.txt: not wanted", "c.txt.gz", "-"}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(names, []string{"a.txt", "b.txt", "c.txt.gz"}) {
		t.Errorf("got %q of %q, want %q", got, names, want)
	}
	if packed.String() != sentence+pack(sentence) {
		t.Errorf("%d bytes went through, want %d", packed.Len(), len(sentence+pack(sentence)))
	}
}

// TestOddCharacters: eight bytes at a time count what characters one by one do.
func TestOddCharacters(t *testing.T) {
	odd := func(r rune) bool {
		return r < 0x20 && !strings.ContainsRune("\t\n\v\f\r", r) || r >= 0x7f && r < 0xa0 && r != 0x85 || r == utf8.RuneError
	}
	all := ""
	for r := rune(0); r < 0x3000; r++ {
		all += string(r)
	}
	for _, r := range all + "\uFFFC\uFFFD\uFFFE€漢" {
		for pad := range 9 {
			s := strings.Repeat("a", pad) + string(r) + "bcdefghi" + string(r)
			want := 0
			if odd(r) {
				want = 2
			}
			if got := oddCharacters([]byte(s)); got != want {
				t.Errorf("%U behind %d: got %d, want %d", r, pad, got, want)
			}
		}
	}
}
