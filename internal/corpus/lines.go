// Package corpus reads the files that models are learnt from and measured on.
package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
)

// Line is one line of a file: its number, counted from 1, and its bytes, which
// are good until the next line is read.
type Line struct {
	Number int
	Bytes  []byte
}

// maxLine bounds the memory for one line; a document has 16 MB at most, and its
// annotation stands beside it.
const maxLine = 64 << 20

// Lines calls f with the lines of a file, unpacked if it is packed with gzip.
// It ends at the first error, which names the file and the line.
func Lines(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return Plain(path, err)
	}
	defer file.Close()
	for line, err := range Read(file) {
		if err == nil {
			err = f(line.Bytes)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, line.Number, err)
		}
	}
	return nil
}

// Decode reads a line of JSON. The error is one for who wrote the line: it names
// the key, not where the value would have gone.
func Decode(line []byte, v any) error {
	err := json.Unmarshal(line, v)
	if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		if kind.Field == "" {
			err = fmt.Errorf("a JSON %s, no object", kind.Value)
		} else {
			err = fmt.Errorf("%q cannot be a JSON %s", kind.Field, kind.Value)
		}
	}
	if err != nil {
		return fmt.Errorf("not a line of JSON as it should be: %w", err)
	}
	return nil
}

// Read yields the lines of a stream that are not blank, unpacked if it is
// packed with gzip. A line that is too long is an error and is passed over; any
// other error ends the reading. What has zero bytes near its start is no text,
// and none of its lines is yielded.
func Read(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in, err := unpack(bufio.NewReaderSize(r, 1<<16))
		if err == nil {
			err = binary(in)
		}
		if err != nil {
			yield(Line{Number: 1}, err)
			return
		}
		var line []byte
		for n := 1; ; n++ {
			line, err = readLine(in, line[:0])
			ends := err != nil && !errors.Is(err, errTooLong)
			if err == io.EOF {
				err = nil
			}
			if (err != nil || len(bytes.TrimSpace(line)) > 0) && !yield(Line{n, line}, err) || ends {
				return
			}
		}
	}
}

// binary tells of a stream that is no text by its first 8 KB, since each of its
// lines would be an error of its own.
func binary(in *bufio.Reader) error {
	head, _ := in.Peek(8 << 10) // an error comes again with the lines
	if i := bytes.IndexByte(head, 0); i >= 0 {
		return fmt.Errorf("not text: NUL at byte %d", i)
	}
	return nil
}

var errTooLong = fmt.Errorf("line longer than %d MB", maxLine>>20)

// readLine appends one line to buf. What is beyond maxLine is not kept.
func readLine(in *bufio.Reader, buf []byte) ([]byte, error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(buf)+len(part) > maxLine; !long {
			buf = append(buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && (err == nil || err == io.EOF):
			return nil, errTooLong
		}
		return buf, packError(err)
	}
}

// unpack gives the content of a stream that may be packed with gzip.
func unpack(in *bufio.Reader) (*bufio.Reader, error) {
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
			in.Discard(len(mark))
		}
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, packError(err)
	}
	return bufio.NewReaderSize(z, 1<<16), nil
}

// packError words the errors of files, and those of gzip for a reader who packed
// nothing himself.
func packError(err error) error {
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return path.Err // who reads names the file
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("truncated gzip")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return errors.New("damaged gzip")
	}
	return err
}
