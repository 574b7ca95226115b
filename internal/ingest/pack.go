package ingest

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// packing is how a stream is packed.
type packing string

const (
	notPacked  packing = ""
	gzipPacked packing = "gzip"
	zstdPacked packing = "zstd"
	bzipPacked packing = "bzip2"

	// zstdWithDictionary is how web archives pack, and nobody else: a frame
	// that holds the dictionary comes first.
	zstdWithDictionary packing = "zstd with a dictionary"
)

// packingOf tells by its first bytes how a stream is packed.
func packingOf(head []byte) packing {
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzipPacked
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 3 && head[3] >= '1' && head[3] <= '9':
		return bzipPacked
	case len(head) < 4:
		return notPacked
	}
	switch magic := binary.LittleEndian.Uint32(head); {
	case magic == 0xfd2fb528:
		return zstdPacked
	case magic == 0x184d2a5d:
		return zstdWithDictionary
	}
	return notPacked
}

// maxWindow is the largest window of zstd that is unpacked, that of --long.
const maxWindow = 128 << 20

// unpacker reads what is packed; of gzip and bzip2 all members, of zstd all
// frames.
func unpacker(in io.Reader, p packing) (io.Reader, error) {
	switch p {
	case gzipPacked:
		return gzip.NewReader(in)
	case bzipPacked:
		return bzip2.NewReader(in), nil
	case zstdPacked, zstdWithDictionary:
		return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	}
	return in, nil
}

// unpackHead unpacks as much of the start as it can.
func unpackHead(head []byte, p packing) []byte {
	if p == notPacked {
		return head
	}
	z, err := unpacker(bytes.NewReader(head), p)
	if err != nil {
		return nil
	}
	out := make([]byte, sniffLength)
	n, _ := io.ReadFull(z, out)
	return out[:n]
}

// packError words the errors of unpacking for a reader who packed nothing
// himself.
func packError(err error, p packing) error {
	var bz bzip2.StructuralError
	var disk syscall.Errno
	switch {
	case err == nil, p == notPacked, errors.As(err, &disk), errors.Is(err, ErrEmpty), errors.Is(err, ErrTooLarge):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("truncated %s: %w", p, err)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &bz), p == zstdPacked:
		return fmt.Errorf("damaged %s: %w", p, err)
	}
	return err
}

// unpack gives the bytes of a stream as UTF-8 or as they are: unpacked, UTF-16
// decoded, the mark of UTF-8 dropped.
func unpack(in *bufio.Reader, p packing) (*bufio.Reader, error) {
	if p != notPacked {
		z, err := unpacker(in, p)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReaderSize(z, 64<<10)
	}
	head, _ := in.Peek(sniffLength)
	mark, wide := byteOrder(head)
	if mark == 0 && wide == nil {
		return in, nil
	}
	_, err := in.Discard(mark)
	if wide != nil {
		in = bufio.NewReaderSize(wide.NewDecoder().Reader(in), 64<<10)
	}
	return in, err
}

// byteOrder tells of what a byte order mark says its length and, for UTF-16,
// the encoding. UTF-16 without a mark shows by the zeros of its ASCII.
func byteOrder(head []byte) (mark int, wide encoding.Encoding) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(head, []byte{0xef, 0xbb, 0xbf}):
		return 3, nil
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return 2, little
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return 2, big
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch few, most := len(head)/64, len(head)/5; {
	case len(head) < 16:
		return 0, nil
	case zeros[1] > most && zeros[0] <= few:
		return 0, little
	case zeros[0] > most && zeros[1] <= few:
		return 0, big
	}
	return 0, nil
}
