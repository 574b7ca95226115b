package warc

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"quotes/internal/warc/warctest"
)

const text = "<html><p>The ferry sails on Monday, said Ada Okoro, the harbour master.</p></html>"

// packed writes text through a packer.
func packed(t *testing.T, text string, pack func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := pack(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zlibs(w io.Writer) io.WriteCloser   { return zlib.NewWriter(w) }
func brotlis(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }

func flates(w io.Writer) io.WriteCloser {
	z, _ := flate.NewWriter(w, 6)
	return z
}

// response is the record of an answer with these header lines.
func response(header, body string) *Record {
	return &Record{Type: "response", Block: []byte("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body)}
}

func TestBody(t *testing.T) {
	gzipped, brotlied := warctest.Gzip(text), packed(t, text, brotlis)
	tests := []struct{ name, header, body, want string }{
		{"as it is", "Server: x", text, text},
		{"identity", "Content-Encoding: identity", text, text},
		{"chunked", "Transfer-Encoding: chunked", warctest.Chunked(text, 7), text},
		{"chunked, cut", "Transfer-Encoding: chunked", warctest.Chunked(text, 7)[:40], text[:14]},
		{"chunked, trailer", "Transfer-Encoding: chunked", warctest.Chunked(text, 1000) + "X: y\r\n\r\n", text},
		{"chunked, not so", "Transfer-Encoding: chunked", text, text},
		{"gzip", "Content-Encoding: gzip", gzipped, text},
		{"gzip, two members", "Content-Encoding: gzip", gzipped + gzipped, text + text},
		{"gzip, not so", "Content-Encoding: gzip", text, text},
		{"gzip in chunks", "content-encoding: x-gzip\r\nTRANSFER-ENCODING: Chunked", warctest.Chunked(gzipped, 5), text},
		{"gzip by transfer", "Transfer-Encoding: gzip, chunked", warctest.Chunked(gzipped, 5), text},
		{"deflate, zlib", "Content-Encoding: deflate", packed(t, text, zlibs), text},
		{"deflate, raw", "Content-Encoding: deflate", packed(t, text, flates), text},
		{"deflate, not so", "Content-Encoding: deflate", text, text},
		{"br", "Content-Encoding: br", brotlied, text},
		{"br, not so", "Content-Encoding: br", text, text},
		{"zstd", "Content-Encoding: zstd", warctest.Zstd(text, nil), text},
		{"zstd, not so", "Content-Encoding: zstd", text, text},
		{"two", "Content-Encoding: br, gzip", warctest.Gzip(brotlied), text},
		{"two lines", "Content-Encoding: br\r\nContent-Encoding: gzip", warctest.Gzip(brotlied), text},
		{"not known", "Content-Encoding: lzma", gzipped, "error content encoding lzma: not known"},
		{"none such", "Content-Encoding: UTF-8", text, text},
		{"none such, packed", "Content-Encoding: gzip, utf-8", warctest.Gzip(text), "error content encoding utf-8: not known"},
		{"gzip, cut", "Content-Encoding: gzip", gzipped[:40], "error content encoding gzip: unexpected EOF"},
		{"br, cut", "Content-Encoding: br", brotlied[:20], "error content encoding br: unexpected EOF"},
		{"many", "Content-Encoding: gzip, gzip, gzip, gzip", gzipped, "error 4 content encodings"},
		{"empty", "Content-Length: 0", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := ParseResponse(response(tt.header, tt.body))
			if err != nil {
				t.Fatal(err)
			}
			body, err := r.Body(1 << 20)
			got := string(body)
			if err != nil {
				got = "error " + err.Error()
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestBombs: what unpacks to more than the limit is refused and not held.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 20<<20)
	for coding, body := range map[string]string{
		"gzip": warctest.Gzip(zeros), "zstd": warctest.Zstd(zeros, nil), "br": packed(t, zeros, brotlis),
		"deflate": packed(t, zeros, zlibs), "gzip, gzip": warctest.Gzip(warctest.Gzip(zeros)),
	} {
		r, err := ParseResponse(response("Content-Encoding: "+coding, body))
		if err != nil {
			t.Fatal(err)
		}
		if body, err := r.Body(1 << 20); !errors.Is(err, ErrTooLarge) || body != nil {
			t.Errorf("%s: %d bytes, %v", coding, len(body), err)
		}
	}
}

func TestParseResponse(t *testing.T) {
	tests := []struct {
		name, block string
		status      int
		kind        string
	}{
		{"plain", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", 200, "text/html"},
		{"line feeds alone", "HTTP/1.0 404\nContent-Type: TEXT/Plain\n\nx", 404, "text/plain"},
		{"version 2", "HTTP/2 301 \r\nLocation: /x\r\n\r\n", 301, ""},
		{"broken type", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset\r\n\r\n", 200, "text/html"},
		{"type twice", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Type: text/html\r\n\r\n", 200, "text/html"},
		{"two types", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Type: image/png\r\n\r\n", 200, "text/html"},
		{"no header", "<html>", 0, ""},
		{"no status", "HTTP/1.1 OK\r\n\r\n", 0, ""},
		{"no end", "HTTP/1.1 200 OK\r\nA: b", 0, ""},
		{"empty", "", 0, ""},
	}
	for _, tt := range tests {
		r, err := ParseResponse(&Record{Type: "response", Block: []byte(tt.block)})
		if err != nil {
			if !errors.Is(err, ErrHTTP) || tt.status != 0 {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		if r.Status != tt.status || r.MediaType() != tt.kind {
			t.Errorf("%s: got %d %q, want %d %q", tt.name, r.Status, r.MediaType(), tt.status, tt.kind)
		}
	}
	r, err := ParseResponse(&Record{Type: "resource", ContentType: "text/html", Block: []byte(text)})
	if body, _ := r.Body(1000); err != nil || r.MediaType() != "text/html" || string(body) != text {
		t.Errorf("resource: %v, %q", err, body)
	}
}
