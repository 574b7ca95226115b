package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"quotes/internal/warc/warctest"
)

const html = "Content-Type: text/html"

// read lists what a file gives: numbers of records with their block's length,
// and errors.
func read(data string, limit int64) []string {
	r := NewReader(strings.NewReader(data), limit)
	var out []string
	for {
		rec, err := r.Next()
		var e *Error
		switch {
		case err == io.EOF:
			return out
		case errors.As(err, &e):
			out = append(out, "error "+err.Error())
		case err != nil:
			return append(out, fmt.Sprintf("%T", err))
		default:
			out = append(out, fmt.Sprintf("%s %s@%d", rec.Type, strings.TrimLeft(strings.TrimPrefix(rec.ID, "urn:uuid:"), "0"), rec.Offset))
		}
	}
}

// page is the record of a page of about n bytes that does not pack to nothing.
func page(number, n int) string {
	random := rand.New(rand.NewSource(int64(number)))
	body := make([]byte, n)
	for i := range body {
		body[i] = "abcdefghijklmnop     \n"[random.Intn(22)]
	}
	return warctest.Page(number, "https://echo.example/"+fmt.Sprint(number), html, string(body))
}

// packings packs records one by one.
var packings = []struct {
	name string
	pack func(records []string) (data string, starts []int)
}{
	{"plain", func(records []string) (string, []int) { return join(records, func(s string) string { return s }) }},
	{"gzip", func(records []string) (string, []int) { return join(records, warctest.Gzip) }},
	{"zstd", func(records []string) (string, []int) {
		return join(records, func(s string) string { return warctest.Zstd(s, nil) })
	}},
}

func join(records []string, pack func(string) string) (string, []int) {
	var b strings.Builder
	var starts []int
	for _, r := range records {
		starts = append(starts, b.Len())
		b.WriteString(pack(r))
	}
	return b.String(), append(starts, b.Len())
}

func TestReadsRecords(t *testing.T) {
	records := []string{
		warctest.Record("warcinfo", 1, "", "application/warc-fields", "software: none\r\n"),
		warctest.Record("request", 2, "https://echo.example/a", "application/http", "GET / HTTP/1.1\r\n\r\n"),
		page(3, 200_000), page(4, 0), page(5, 100),
	}
	for _, p := range packings {
		data, at := p.pack(records)
		want := []string{fmt.Sprintf("warcinfo 1@%d", at[0]), fmt.Sprintf("request 2@%d", at[1]), fmt.Sprintf("response 3@%d", at[2]),
			fmt.Sprintf("response 4@%d", at[3]), fmt.Sprintf("response 5@%d", at[4])}
		for name, d := range map[string]string{"": data, "zeros behind": data + strings.Repeat("\x00", 1000)} {
			if got := read(d, 1<<20); !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s: got %q, want %q", p.name, name, got, want)
			}
		}
	}
}

// TestOneMember: a file packed as a whole has its records too.
func TestOneMember(t *testing.T) {
	all := page(1, 1000) + page(2, 100_000) + page(3, 10)
	for _, data := range []string{warctest.Gzip(all), warctest.Zstd(all, nil)} {
		want := []string{"response 1@0", "response 2@0", "response 3@0"}
		if got := read(data, 1<<20); !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestRecordFields(t *testing.T) {
	data := "WARC/1.1\r\nwarc-type: Response\r\nWARC-Record-ID: <urn:uuid:7>\r\nWARC-Target-URI:\r\n <https://echo.example/a>\r\n" +
		"Content-Type: application/http\r\nContent-Length: 5\r\n\r\nHELLO"
	rec, err := NewReader(iotest.OneByteReader(strings.NewReader(data)), 100).Next()
	if err != nil {
		t.Fatal(err)
	}
	want := &Record{Type: "response", ID: "urn:uuid:7", URL: "https://echo.example/a", ContentType: "application/http", Block: []byte("HELLO"), Length: 5}
	if rec.URL = strings.Trim(rec.URL, " <"); !reflect.DeepEqual(rec, want) {
		t.Errorf("got %+v, want %+v", rec, want)
	}
}

// TestDictionary: the records of a .warc.zst need the dictionary in front of
// them, which may be packed itself.
func TestDictionary(t *testing.T) {
	dict := strings.Repeat("The ferry sails on Monday. ", 40)
	records := warctest.Zstd(page(1, 500), []byte(dict)) + warctest.Zstd(page(2, 500), []byte(dict))
	for name, front := range map[string]string{"raw": warctest.Dictionary(dict), "packed": warctest.Dictionary(warctest.Zstd(dict, nil))} {
		if got := read(front+records, 1<<20); len(got) != 2 || !strings.HasPrefix(got[1], "response 2@") {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := read(warctest.Dictionary(dict)[:100], 1<<20); len(got) != 1 || !strings.Contains(got[0], "unexpected EOF") {
		t.Errorf("cut: got %q", got)
	}
}

// TestDamage: one error a damaged record, and those after it are read.
func TestDamage(t *testing.T) {
	records := []string{page(1, 3000), page(2, 3000), page(3, 3000), page(4, 3000)}
	for _, p := range packings {
		data, at := p.pack(records)
		third := data[at[2]:]
		damaged := map[string]string{
			"cut inside":    data[:at[1]] + data[at[1]:at[1]+900] + third,
			"bytes changed": data[:at[1]+400] + strings.Repeat("\xff", 40) + data[at[1]+440:],
			"rubbish":       data[:at[1]] + strings.Repeat("rubbish ", 9000) + third,
		}
		if p.name == "plain" {
			delete(damaged, "bytes changed") // nothing shows
			damaged["length too small"] = data[:at[1]] + strings.Replace(data[at[1]:at[2]], "Content-Length: 3", "Content-Length: 2", 1) + third
			damaged["length too large"] = data[:at[1]] + strings.Replace(data[at[1]:at[2]], "Content-Length: 3", "Content-Length: 5", 1) + third
			damaged["no length"] = data[:at[1]] + strings.Replace(data[at[1]:at[2]], "Content-Length: 3", "Content-Length: x", 1) + third
		}
		for name, d := range damaged {
			got := read(d, 1<<20)
			if len(got) != 4 || got[0] != "response 1@0" || !strings.HasPrefix(got[1], "error record at byte ") ||
				!strings.HasPrefix(got[2], "response 3@") || !strings.HasPrefix(got[3], "response 4@") {
				t.Errorf("%s, %s: got %q", p.name, name, got)
			}
		}
		got := read(data[:len(data)-1500], 1<<20)
		if p.name == "gzip" {
			got = read(data[:len(data)-5], 1<<20)
		}
		if want := fmt.Sprintf("error record at byte %d: unexpected EOF", at[3]); len(got) != 4 || got[3] != want {
			t.Errorf("%s: cut at the end: got %q, want %q", p.name, got, want)
		}
	}
}

// TestDamageInOneMember: a bad record in a file packed as a whole costs that
// record alone.
func TestDamageInOneMember(t *testing.T) {
	second := strings.Replace(page(2, 3000), "Content-Length: 3", "Content-Length: 2", 1)
	all := page(1, 3000) + second + page(3, 10)
	for _, data := range []string{warctest.Gzip(all), warctest.Zstd(all, nil)} {
		want := []string{"response 1@0", fmt.Sprintf("error record at byte %d of what is packed at byte 0: wrong Content-Length", len(page(1, 3000))), "response 3@0"}
		if got := read(data, 1<<20); !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestFailingInput: an error of the disk is told once and ends the file.
func TestFailingInput(t *testing.T) {
	for _, p := range packings {
		data, at := p.pack([]string{page(1, 3000), page(2, 300_000)})
		disk := errors.New("disk on fire")
		r := NewReader(io.MultiReader(strings.NewReader(data[:at[1]+9000]), iotest.ErrReader(disk)), 1<<20)
		if _, err := r.Next(); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
		if _, err := r.Next(); !errors.Is(err, disk) {
			t.Errorf("%s: got %v, want %v", p.name, err, disk)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("%s: got %v, want EOF", p.name, err)
		}
	}
}

// TestLimit: of a record above the limit the start is kept, and the next is
// read.
func TestLimit(t *testing.T) {
	for _, p := range packings {
		data, _ := p.pack([]string{page(1, 200_000), page(2, 100)})
		r := NewReader(strings.NewReader(data), 1000)
		rec, err := r.Next()
		if err != nil || !rec.Cut() || len(rec.Block) != maxHead {
			t.Fatalf("%s: %v, %d bytes", p.name, err, len(rec.Block))
		}
		if rec, err = r.Next(); err != nil || rec.Cut() || rec.ID != "urn:uuid:00000002" {
			t.Errorf("%s: %v, %v", p.name, err, rec)
		}
	}
}

// work is the number of bytes that a file's reader was handed: those of the
// file, and those read again.
func work(data string) int64 {
	r := NewReader(strings.NewReader(data), 16<<20)
	for {
		if _, err := r.Next(); err == io.EOF {
			return r.src.fresh + r.src.spent
		}
	}
}

// TestHostileFiles: files made to be read over and over are read no more than
// twice, maxKept bytes aside, however long they are.
func TestHostileFiles(t *testing.T) {
	const slack = 128 << 10
	greedy := "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900000\r\n\r\n"
	broken := warctest.Gzip(page(1, 2000))
	for name, part := range map[string]string{
		"lengths that swallow the rest": greedy,
		"version lines":                 "WARC/1.0\r\n",
		"blank lines":                   "\r\n",
		"gzip starts":                   "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00",
		"gzip members cut":              broken[:len(broken)/2],
		"zstd starts":                   "\x28\xb5\x2f\xfd",
		"zstd frames cut":               warctest.Zstd(page(1, 2000), nil)[:500],
		"dictionaries":                  warctest.Dictionary("abcdefgh"),
		"stored gzip":                   broken + "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00",
		"folded header":                 "WARC/1.0\r\n" + strings.Repeat("a:\n b\n", 5000),
	} {
		for _, n := range []int{1 << 20, 2 << 20, 4 << 20} {
			if got := work(strings.Repeat(part, n/len(part)+1)); got > int64(2*n+maxKept+slack) {
				t.Errorf("%s: %d bytes read for a file of %d", name, got, n)
			}
		}
	}
}

func FuzzWARC(f *testing.F) {
	records := []string{page(1, 300), warctest.Page(2, "u", html+"\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", warctest.Chunked(warctest.Gzip("<p>x"), 5)), page(3, 10)}
	for _, p := range packings {
		data, at := p.pack(records)
		f.Add([]byte(data))
		f.Add([]byte(data[:at[1]+20] + data[at[2]:]))
	}
	f.Add([]byte(warctest.Dictionary("abc") + warctest.Zstd(records[0], []byte("abc"))))
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1 << 16
		r := NewReader(bytes.NewReader(data), limit)
		for n := 0; ; n++ {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if n > 2*len(data) {
				t.Fatal("no end")
			}
			var e *Error
			if err != nil && (!errors.As(err, &e) || e.Offset < 0 || e.Offset > int64(len(data))) {
				t.Fatalf("error %#v", err)
			}
			if err != nil {
				continue
			}
			if len(rec.Block) > limit+maxHead || int64(len(rec.Block)) > rec.Length {
				t.Fatalf("block of %d, stated %d", len(rec.Block), rec.Length)
			}
			if res, err := ParseResponse(rec); err == nil {
				if body, err := res.Body(limit); err == nil && len(body) > limit {
					t.Fatalf("body of %d", len(body))
				}
			}
		}
		if r.src.spent > 2*r.src.fresh+maxKept {
			t.Fatalf("%d bytes read again of %d", r.src.spent, r.src.fresh)
		}
	})
}
