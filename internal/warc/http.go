package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// Response is what a server answered, or a resource as it was archived.
type Response struct {
	Status      int    // 200 for a resource
	ContentType string // as stated, with its charset
	body        []byte
	codings     []string // in the order they were applied
	chunked     bool
}

var (
	// ErrHTTP is a response that has no HTTP header.
	ErrHTTP = errors.New("no HTTP response")
	// ErrTooLarge is a body that has more bytes than asked for.
	ErrTooLarge = errors.New("body above the limit")
)

// ParseResponse parses the header of what a record holds.
func ParseResponse(rec *Record) (*Response, error) {
	if rec.Type == "resource" {
		return &Response{Status: 200, ContentType: rec.ContentType, body: rec.Block}, nil
	}
	head, body, ok := cutHead(rec.Block)
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	version, status, _ := strings.Cut(string(first), " ")
	if !ok || !strings.HasPrefix(version, "HTTP/") {
		return nil, ErrHTTP
	}
	status, _, _ = strings.Cut(strings.TrimSpace(status), " ")
	code, err := strconv.Atoi(status)
	if err != nil {
		return nil, ErrHTTP
	}
	f := fields(rest)
	r := &Response{Status: code, ContentType: f["content-type"], body: body}
	r.codings = codings(f["content-encoding"])
	for _, c := range codings(f["transfer-encoding"]) {
		if c == "chunked" {
			r.chunked = true
		} else {
			r.codings = append(r.codings, c)
		}
	}
	return r, nil
}

// codings lists the codings that a header names.
func codings(value string) []string {
	var out []string
	for c := range strings.SplitSeq(strings.ToLower(value), ",") {
		if c = strings.TrimSpace(c); c != "" && c != "identity" && c != "none" {
			out = append(out, c)
		}
	}
	return out
}

// MediaType is the content type without parameters, in lower case, "" where
// none is stated.
func (r *Response) MediaType() string {
	if kind, _, err := mime.ParseMediaType(r.ContentType); err == nil {
		return kind
	}
	kind := r.ContentType
	if end := strings.IndexAny(kind, ";,"); end >= 0 { // a comma where the header stands twice
		kind = kind[:end]
	}
	return strings.ToLower(strings.TrimSpace(kind))
}

// maxCodings is how many codings one over the other are undone.
const maxCodings = 3

// Body is the body without the codings it was sent in. Above limit bytes it
// is ErrTooLarge. A coding that the header states and the body does not have
// is passed over: archives unpack bodies and keep the header.
func (r *Response) Body(limit int64) ([]byte, error) {
	body := r.body
	if r.chunked {
		body = unchunk(body)
	}
	if len(r.codings) > maxCodings {
		return nil, fmt.Errorf("%d content encodings", len(r.codings))
	}
	for i := len(r.codings) - 1; i >= 0; i-- {
		var err error
		if body, err = decode(r.codings[i], body, limit); err != nil {
			return nil, err
		}
	}
	if int64(len(body)) > limit {
		return nil, ErrTooLarge
	}
	return body, nil
}

// unchunk joins the chunks of a body. What is cut off ends it; a body that
// does not start with a chunk is none.
func unchunk(body []byte) []byte {
	out := []byte{}
	for rest := body; len(rest) > 0; {
		end := bytes.IndexByte(rest[:min(len(rest), maxHead)], '\n')
		size, ok := chunkSize(rest[:max(end, 0)])
		if !ok && len(rest) == len(body) {
			return body
		}
		if !ok || size == 0 {
			break
		}
		rest = rest[end+1:]
		size = min(size, len(rest))
		out = append(out, rest[:size]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[size:], []byte("\r")), []byte("\n"))
	}
	return out
}

// chunkSize reads the line before a chunk.
func chunkSize(line []byte) (int, bool) {
	digits, _, _ := bytes.Cut(line, []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(digits)), 16, 31)
	return int(n), err == nil
}

// decode undoes one coding.
func decode(coding string, body []byte, limit int64) ([]byte, error) {
	z, err := decoder(coding, body)
	var out []byte
	switch {
	case err != nil: // a coding that is none ("utf-8"), or that is not known
	case z == nil:
		return body, nil
	default:
		out, err = io.ReadAll(io.LimitReader(z, limit+1))
	}
	switch {
	case err != nil && looksPlain(body):
		return body, nil
	case err != nil:
		return nil, fmt.Errorf("content encoding %s: %w", coding, err)
	case int64(len(out)) > limit:
		return nil, ErrTooLarge
	}
	return out, nil
}

// decoder is the reader that undoes a coding, nil where the body has it not.
func decoder(coding string, body []byte) (io.Reader, error) {
	in := bytes.NewReader(body)
	switch coding {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic) {
			return nil, nil
		}
		return gzip.NewReader(in)
	case "deflate":
		if len(body) > 1 && body[0]&0xf == 8 && (int(body[0])<<8|int(body[1]))%31 == 0 {
			return zlib.NewReader(in)
		}
		return flate.NewReader(in), nil
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		if !bytes.HasPrefix(body, zstdMagic) {
			return nil, nil
		}
		return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(8<<20))
	}
	return nil, errors.New("not known")
}

// looksPlain reports a body that is a page or text as it stands.
func looksPlain(body []byte) bool {
	head := bytes.TrimSpace(body[:min(len(body), 512)])
	return bytes.HasPrefix(head, []byte("<")) || bytes.IndexFunc(head, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == utf8.RuneError
	}) < 0
}
