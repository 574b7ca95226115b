package ingest

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"quotes/internal/warc/warctest"
)

const pageType = "Content-Type: text/html; charset=utf-8"

// ferryPage is a page with a sentence to tell it by.
func ferryPage(head, name string) string {
	return "<html><head>" + head + "</head><body><h1>The ferry of " + name + "</h1><p>The ferry of " + name + " sails on Monday, said the harbour master of the town.</p></body></html>"
}

// archive is a WARC file with what crawlers write: pages, and more that is none.
func archive() []string {
	return []string{
		warctest.Record("warcinfo", 1, "", "application/warc-fields", "software: test\r\n"),
		warctest.Record("request", 2, "https://echo.example/a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"),
		warctest.Page(3, "https://echo.example/a", pageType, ferryPage("", "A")),
		warctest.Page(4, "https://echo.example/b?x", pageType+"\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", warctest.Chunked(warctest.Gzip(ferryPage("<link rel=canonical href=https://echo.example/b>", "B")), 50)),
		strings.Replace(warctest.Page(5, "https://echo.example/c", pageType, ferryPage("", "C")), "200 OK", "404 No", 1),
		warctest.Page(6, "https://echo.example/d.png", "Content-Type: image/png", "\x89PNG"),
		warctest.Record("resource", 7, "https://echo.example/e", "application/xhtml+xml", ferryPage("", "E")),
		warctest.Page(8, "https://echo.example/f", "Content-Type: text/plain", sentence),
		warctest.Page(9, "https://echo.example/g", "Server: x", ferryPage("", "G")),
		warctest.Record("revisit", 10, "https://echo.example/a", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
		warctest.Record("advertisement", 11, "", "text/html", ferryPage("", "K")),
	}
}

// TestWARC reads one archive in every packing, by content and from a stream.
func TestWARC(t *testing.T) {
	dir := t.TempDir()
	each := func(pack func(string) string) string {
		var b strings.Builder
		for _, r := range archive() {
			b.WriteString(pack(r))
		}
		return b.String()
	}
	plain := each(func(s string) string { return s })
	dict := strings.Repeat("The ferry of A sails on Monday", 20)
	files := map[string]string{
		"a.warc": plain, "b.warc.gz": each(warctest.Gzip), "c.warc.gz": warctest.Gzip(plain), "no-name": each(warctest.Gzip), "no-name.txt": plain,
		"d.warc.zst": each(func(s string) string { return warctest.Zstd(s, nil) }), "no-name-zst": warctest.Zstd(plain, nil),
		"e.warc.zst": warctest.Dictionary(dict) + each(func(s string) string { return warctest.Zstd(s, []byte(dict)) }),
	}
	writeFiles(t, dir, files)
	want := []string{
		"urn:uuid:00000003 https://echo.example/a", "urn:uuid:00000004 https://echo.example/b", "urn:uuid:00000007 https://echo.example/e",
		"urn:uuid:00000008 https://echo.example/f", "urn:uuid:00000009 https://echo.example/g",
		"6 records without a page passed over (1 other content, 1 other status, 1 other type, 1 request, 1 revisit, 1 warcinfo)",
	}
	for name, data := range files {
		if got := archived(filepath.Join(dir, name), Options{}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q", name, got)
		}
		if got := archived("-", Options{Stdin: strings.NewReader(data)}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s from standard input: got %q", name, got)
		}
		if got := archived("-", Options{Stdin: strings.NewReader(data), Format: WARC}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s by format: got %q", name, got)
		}
	}
}

// archived lists IDs and addresses of what a file gives, and reasons.
func archived(name string, o Options) []string {
	var out []string
	for a, err := range Read([]string{name}, o) {
		if err != nil {
			_, reason, _ := strings.Cut(err.Error(), ": ")
			out = append(out, reason)
			continue
		}
		out = append(out, a.ID+" "+a.Meta.SourceURL)
	}
	return out
}

// TestBadWARC: one line a bad record, with its place, and the others are read.
func TestBadWARC(t *testing.T) {
	first, last := warctest.Gzip(warctest.Page(1, "u", pageType, ferryPage("", "A"))), warctest.Gzip(warctest.Page(9, "u", pageType, ferryPage("", "B")))
	bad := func(header, body string) string { return warctest.Gzip(warctest.Page(5, "u", header, body)) }
	good := bad(pageType, ferryPage("", "C"))
	tests := []struct{ name, middle, want string }{
		{"cut member", good[:150], "unexpected EOF|flate: corrupt input|gzip: invalid checksum"},
		{"damaged member", good[:100] + "\xff\xff\xff\xff\xff" + good[105:], "flate: corrupt input|gzip: invalid checksum"},
		{"no HTTP", warctest.Gzip(warctest.Record("response", 5, "u", "application/http", ferryPage("", "C"))), "no HTTP response"},
		{"coding", bad(pageType+"\r\nContent-Encoding: lzw", "\x1f\x9d\x90"), "content encoding lzw: not known"},
		{"cut coding", bad(pageType+"\r\nContent-Encoding: gzip", warctest.Gzip(ferryPage("", "C"))[:60]), "content encoding gzip: unexpected EOF"},
		{"bomb", bad(pageType+"\r\nContent-Encoding: gzip", warctest.Gzip(strings.Repeat("<p>", 100_000))), "larger than the limit of 2000 bytes"},
		{"large", bad(pageType, strings.Repeat("<p>", 100_000)), "larger than the limit of 2000 bytes"},
		{"large header", bad(pageType, "")[:0] + warctest.Gzip("WARC/1.0\r\nX: "+strings.Repeat("x", 100_000)+"\r\n\r\n"), "header without an end"},
		{"no text", bad(pageType, "<html></html>"), "empty input: no text on the page"},
		{"binary", bad(pageType, "<p>\x00"), "not text: NUL at byte 3"},
	}
	for _, tt := range tests {
		got := archived("-", Options{Stdin: strings.NewReader(first + tt.middle + last), MaxDocument: 2000})
		if len(got) != 3 || got[0] != "urn:uuid:00000001 u" || got[2] != "urn:uuid:00000009 u" {
			t.Errorf("%s: got %q", tt.name, got)
			continue
		}
		place := fmt.Sprintf("record at byte %d: ", len(first))
		reason, ok := strings.CutPrefix(got[1], place)
		fits := false
		for want := range strings.SplitSeq(tt.want, "|") {
			fits = fits || strings.HasPrefix(reason, want)
		}
		if !ok || !fits {
			t.Errorf("%s: got %q, want %s%s", tt.name, got[1], place, tt.want)
		}
	}
	for name, data := range map[string]string{"nothing": "", "blank lines": "\r\n\r\n"} {
		if got := archived("-", Options{Stdin: strings.NewReader(data), Format: WARC}); !reflect.DeepEqual(got, []string{"empty input"}) {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := archived("-", Options{Stdin: strings.NewReader(sentence), Format: WARC}); !reflect.DeepEqual(got, []string{"record at byte 0: no WARC record"}) {
		t.Errorf("no archive: got %q", got)
	}
}

// TestPackedAsOne: where several records are packed as one, a record's place is
// that in what is unpacked, and one without an ID is named by it.
func TestPackedAsOne(t *testing.T) {
	nameless := func(s string) string { return strings.Replace(s, "WARC-Record-ID", "X-Record-ID", 1) }
	first, second := nameless(warctest.Page(1, "u", pageType, ferryPage("", "A"))), warctest.Record("response", 2, "u", "application/http", "not HTTP")
	third := nameless(warctest.Page(3, "u", pageType, ferryPage("", "B")))
	data := warctest.Gzip("") + warctest.Gzip(first+second+third)
	start := len(warctest.Gzip(""))
	got := archived("-", Options{Stdin: strings.NewReader(data), Format: WARC})
	want := []string{
		fmt.Sprintf("-:%d u", start),
		fmt.Sprintf("record at byte %d of what is packed at byte %d: no HTTP response", len(first), start),
		fmt.Sprintf("-:%d+%d u", start, len(first)+len(second)),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNoText: a document without text is passed over in an archive; elsewhere
// it is an error.
func TestNoText(t *testing.T) {
	for _, tt := range []struct {
		contentType, body string
		skipped           bool
	}{
		{pageType, "<html><title>Moved</title></html>", true},
		{pageType, "", true},
		{"Content-Type: text/plain", " \n", true},
		{pageType, "<p>\x00", false},
	} {
		for _, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(warctest.Page(1, "u", tt.contentType, tt.body))}) {
			if e, ok := err.(*Error); !ok || e.Skipped != tt.skipped || !e.Record {
				t.Errorf("%s, %q: got %#v", tt.contentType, tt.body, err)
			}
		}
	}
	for _, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader("<html><title>Moved</title></html>")}) {
		if e, ok := err.(*Error); !ok || e.Skipped || e.Record {
			t.Errorf("a page: got %#v", err)
		}
	}
}

// TestFrontPage: an address that comes with a page counts before the site's
// front page, which templates state, and after all else that a page states.
func TestFrontPage(t *testing.T) {
	for _, tt := range []struct{ page, with, want string }{
		{"https://a.example/x", "https://a.example/y", "https://a.example/x"},
		{"https://a.example/", "https://a.example/y", "https://a.example/y"},
		{"https://a.example", "https://a.example/?p=1", "https://a.example/?p=1"},
		{"https://a.example/", "http://www.a.example/", "https://a.example/"},
		{"https://a.example/", "", "https://a.example/"},
		{"", "https://a.example/", "https://a.example/"},
		{"", "", ""},
	} {
		if got := address(tt.page, tt.with); got != tt.want {
			t.Errorf("%q with %q: got %q, want %q", tt.page, tt.with, got, tt.want)
		}
	}
}

// TestHTTPCharset: what the server says of the character set counts where the
// bytes are not UTF-8, a byte order mark always.
func TestHTTPCharset(t *testing.T) {
	const cyrillic = "<p>\xcf\xf0\xe8\xe2\xe5\xf2"
	wide := func(mark, s string) string {
		for _, r := range s {
			mark += string([]byte{byte(r), byte(r >> 8)})
		}
		return mark
	}
	for _, tt := range []struct{ contentType, body, want string }{
		{"text/html; charset=windows-1251", cyrillic, "Привет"},
		{"text/html; charset=windows-1251", "<meta charset=windows-1252>" + cyrillic, "Привет"},
		{"text/html; charset=windows-1251", "<p>Café", "Café"},
		{"text/html; charset=utf-8", "<p>Caf\xe9", "Café"},
		{"text/html; charset=nonsense", "<p>Caf\xe9", "Café"},
		{"text/html", "\xef\xbb\xbf<p>Café", "Café"},
		{"text/html", wide("\xff\xfe", "<p>Café"), "Café"},
		{"text/html; charset=utf-16", wide("", "<html><p>Café"), "Café"},
	} {
		data := warctest.Page(1, "u", "Content-Type: "+tt.contentType, tt.body)
		for a, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(data)}) {
			if err != nil || a.Text != tt.want {
				t.Errorf("%s, %q: got %v, %v", tt.contentType, tt.body, a, err)
			}
		}
	}
}
