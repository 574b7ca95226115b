package model

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// A file holds: the magic, the version of the format, the SHA-256 of the rest;
// then the model's name behind its length, so that a file under another's name
// is noticed, and the body, packed by zstd.
//
// The version also stands for what a feature's hash is: files of another one
// say nothing here, and are not read.
const (
	magic   = "quotesLM"
	version = 3
)

// maxBody bounds a body, so that a small file cannot ask for much memory; the
// largest model of the program has 2 MB.
const maxBody = 64 << 20

// ErrFormat is wrapped by every error about a file that is not a model.
var ErrFormat = errors.New("not a model file")

// packer packs alike on every run: by one goroutine, at a fixed level, which is
// the one that does most for weights.
var packer = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderCRC(false))
	if err != nil { // the options are always these
		panic(err)
	}
	return e
})

// seal appends the file of a model to b.
func seal(b []byte, name string, body []byte) ([]byte, error) {
	if len(name) > 255 || len(body) > maxBody {
		return nil, fmt.Errorf("model: %.20q has %d bytes, more than %d", name, len(body), maxBody)
	}
	rest := append([]byte{byte(len(name))}, name...)
	rest = packer().EncodeAll(body, rest)
	sum := sha256.Sum256(rest)
	b = append(append(b, magic...), version)
	return append(append(b, sum[:]...), rest...), nil
}

// sealed are the parts of a file.
type sealed struct {
	sum  []byte
	rest []byte
}

// open tells the parts of a file.
func open(b []byte) (sealed, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	switch {
	case !ok || len(rest) < 1+sha256.Size:
		return sealed{}, fmt.Errorf("%w: wrong magic", ErrFormat)
	case rest[0] != version:
		return sealed{}, fmt.Errorf("%w: of version %d, this program reads %d; train it again", ErrFormat, rest[0], version)
	}
	return sealed{rest[1 : 1+sha256.Size], rest[1+sha256.Size:]}, nil
}

// check compares the checksum.
func (s sealed) check() error {
	if got := sha256.Sum256(s.rest); !bytes.Equal(got[:], s.sum) {
		return fmt.Errorf("%w: wrong checksum", ErrFormat)
	}
	return nil
}

// body gives the body of the model of this name.
func (s sealed) body(name string) ([]byte, error) {
	if len(s.rest) == 0 || len(s.rest) < 1+int(s.rest[0]) {
		return nil, fmt.Errorf("%w: name cut off", ErrFormat)
	}
	end := 1 + int(s.rest[0])
	if got := string(s.rest[1:end]); got != name {
		return nil, fmt.Errorf("holds the model %q", got)
	}
	return inflate(s.rest[end:])
}

// inflate gives what zstd packed, up to maxBody.
func inflate(packed []byte) ([]byte, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBody))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	body, err := d.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return body, nil
}

// unseal checks a file and gives the body of the model of this name.
func unseal(b []byte, name string) ([]byte, error) {
	s, err := open(b)
	if err == nil {
		err = s.check()
	}
	if err != nil {
		return nil, err
	}
	return s.body(name)
}
