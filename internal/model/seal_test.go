package model

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// fileOf is the file of a random model of n labels.
func fileOf(t testing.TB, n int, name string) []byte {
	t.Helper()
	b, err := random(t, n, 2, 1).AppendFile(nil, name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func bodyOf(t testing.TB, file []byte, name string) []byte {
	t.Helper()
	body, err := unseal(file, name)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// sealedAs is a file of a version with a right checksum.
func sealedAs(version byte, rest []byte) []byte {
	sum := sha256.Sum256(rest)
	return append(append(append([]byte(magic), version), sum[:]...), rest...)
}

// Every single changed byte of a file is noticed, and so is every cut.
func TestCorruptFile(t *testing.T) {
	b := fileOf(t, 3, "pos")
	for i := range b {
		bad := bytes.Clone(b)
		bad[i] ^= 0x40
		if _, err := Parse(bad, "pos"); !errors.Is(err, ErrFormat) {
			t.Errorf("byte %d changed: %v", i, err)
		}
		if _, err := Parse(b[:i], "pos"); !errors.Is(err, ErrFormat) {
			t.Errorf("cut at %d: %v", i, err)
		}
	}
}

// A file under the name of another model is noticed, though the labels be the
// same.
func TestFileOfAnotherName(t *testing.T) {
	for _, dir := range []fs.FS{
		fstest.MapFS{"first.bin": {Data: fileOf(t, 7, "second")}},
		fstest.MapFS{"pos.bin": {Data: fileOf(t, 7, "second")}, "models.md": {}},
		fstest.MapFS{"words.bin": {Data: fileOf(t, 7, "second")}},
	} {
		if err := Use(dir); err == nil || !strings.HasSuffix(err.Error(), `.bin: holds the model "second"`) {
			t.Errorf("%v: %v", dir, err)
		}
	}
}

// A file of another version is not read, and says so.
func TestOtherVersion(t *testing.T) {
	b := fileOf(t, 7, "pos")
	for _, v := range []byte{0, version - 1, version + 1} {
		want := fmt.Sprintf("not a model file: of version %d, this program reads %d; train it again", v, version)
		if _, err := Parse(sealedAs(v, b), "pos"); !errors.Is(err, ErrFormat) || err.Error() != want {
			t.Errorf("version %d: %v", v, err)
		}
	}
}

// A small file cannot ask for much memory, nor can a large one.
func TestHostileSizes(t *testing.T) {
	bomb := []byte("\x03pos")
	for range 2 { // two frames, each of which alone would do
		bomb = packer().EncodeAll(make([]byte, maxBody*3/4), bomb)
	}
	dir := fstest.MapFS{"pos.bin": {Data: sealedAs(version, bomb)}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := Use(dir)
	runtime.ReadMemStats(&after)
	if !errors.Is(err, ErrFormat) {
		t.Errorf("a file of %d bytes that unpacks to %d: %v", len(bomb), maxBody*3/2, err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 3*maxBody {
		t.Errorf("%d bytes were taken for it", took)
	}
	for _, name := range []string{"pos.bin", "ranker.txt"} {
		if err := Use(fstest.MapFS{name: {Data: make([]byte, maxBody+1)}}); err == nil || err.Error() != name+": larger than 64 MB" {
			t.Errorf("a file of more than 64 MB: %v", err)
		}
	}
	if _, err := seal(nil, "pos", make([]byte, maxBody+1)); err == nil {
		t.Error("a body is written that cannot be read")
	}
}

// Whatever stands behind a right checksum is read or is not a model file.
func FuzzFile(f *testing.F) {
	f.Add(byte(version), fileOf(f, 3, "pos")[len(magic)+1+sha256.Size:])
	f.Add(byte(version), []byte{200, 'p'})
	f.Add(byte(version), bodyOf(f, fileOf(f, 3, "pos"), "pos"))
	f.Fuzz(func(t *testing.T, version byte, rest []byte) {
		_, err := Parse(sealedAs(version, rest), "pos")
		if err != nil && !errors.Is(err, ErrFormat) && !strings.HasPrefix(err.Error(), "holds the model ") {
			t.Fatalf("odd error %v", err)
		}
	})
}
