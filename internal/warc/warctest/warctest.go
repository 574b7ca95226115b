// Package warctest writes WARC files for tests.
package warctest

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Record is one record: its type, number (which makes its ID), address,
// content type and block.
func Record(kind string, n int, url, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%08d>\r\nWARC-Target-URI: %s\r\n"+
		"WARC-Date: 2024-07-18T05:54:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, n, url, contentType, len(block), block)
}

// Page is the record of a server's answer: its header's further lines, and the
// body as it was sent.
func Page(n int, url, header, body string) string {
	return Record("response", n, url, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n"+body)
}

// Chunked is a body in chunks of size bytes.
func Chunked(body string, size int) string {
	var b strings.Builder
	for len(body) > 0 {
		n := min(size, len(body))
		fmt.Fprintf(&b, "%x;part\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	return b.String() + "0\r\n\r\n"
}

// Gzip packs data as one member.
func Gzip(data string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(data))
	z.Close()
	return b.String()
}

// Zstd packs data as one frame, with a dictionary where dict is not nil.
func Zstd(data string, dict []byte) string {
	options := []zstd.EOption{zstd.WithEncoderConcurrency(1)}
	if dict != nil {
		options = append(options, zstd.WithEncoderDictRaw(0, dict))
	}
	z, err := zstd.NewWriter(nil, options...)
	if err != nil {
		panic(err)
	}
	return string(z.EncodeAll([]byte(data), nil))
}

// Dictionary is the frame that holds the dictionary of a .warc.zst.
func Dictionary(dict string) string {
	n := len(dict)
	return "\x5d\x2a\x4d\x18" + string([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}) + dict
}
