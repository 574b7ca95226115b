package model

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

//go:embed data/*
var files embed.FS

// Embedded gives the model of this name that is part of the binary, or of the
// folder that [Use] names. It is read once. What cannot be read is a broken
// build, not bad input, so it panics. Checksums are not counted again: a test
// does that for the binary's files, [Use] for those of a folder.
func Embedded(name string) *Linear {
	v, ok := loaded.Load(name)
	if !ok {
		v, _ = loaded.LoadOrStore(name, sync.OnceValue(func() *Linear { return must(name, parseLinear) }))
	}
	return v.(func() *Linear)()
}

var loaded sync.Map

// EmbeddedClasses gives the word classes that are part of the binary, or of the
// folder that [Use] names.
func EmbeddedClasses() *WordClasses { return (*classes.Load())() }

var classes = onceClasses()

func onceClasses() *atomic.Pointer[func() *WordClasses] {
	var p atomic.Pointer[func() *WordClasses]
	f := sync.OnceValue(func() *WordClasses { return must(classesName, parseClasses) })
	p.Store(&f)
	return &p
}

func must[T any](name string, parse func(body []byte) (T, error)) T {
	b, ok := replaced[name+".bin"]
	if !ok {
		var err error
		if b, err = fs.ReadFile(files, "data/"+name+".bin"); err != nil {
			panic(fmt.Errorf("model: %w", err))
		}
	}
	v, err := unchecked(b, name, parse)
	if err != nil {
		panic(fmt.Errorf("model: %s: %w", name, err))
	}
	return v
}

// unchecked reads a file whose checksum is known to be right.
func unchecked[T any](b []byte, name string, parse func(body []byte) (T, error)) (v T, err error) {
	s, err := open(b)
	if err != nil {
		return v, err
	}
	body, err := s.body(name)
	if err != nil {
		return v, err
	}
	return parse(body)
}

// replaced holds the files that stand in for those of the binary.
var replaced = map[string][]byte{}

// Text gives a file of words or weights that is part of a package, or the one of
// the same name in the folder that [Use] names.
func Text(name, embedded string) string {
	if b, ok := replaced[name]; ok {
		return string(b)
	}
	return embedded
}

// Use puts the models of a folder (.bin), and its files of words and weights
// (.txt, .tsv), in the place of those that are part of the binary; what the
// folder lacks stays. No document may be at work meanwhile; who holds a model
// keeps it.
func Use(dir fs.FS) error {
	names, err := fs.Glob(dir, "*.*")
	if err != nil {
		return err
	}
	found := map[string][]byte{}
	for _, name := range names {
		if !slices.Contains([]string{".bin", ".txt", ".tsv"}, path.Ext(name)) {
			continue
		}
		if found[name], err = readModel(dir, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(found) == 0 {
		return errors.New("no models there")
	}
	for name, b := range found {
		replaced[name] = b
	}
	loaded.Clear()
	classes.Store(onceClasses().Load())
	return nil
}

// readModel reads and checks a file.
func readModel(dir fs.FS, name string) ([]byte, error) {
	b, err := readBounded(dir, name)
	if err != nil {
		return nil, err
	}
	switch kind, binary := strings.CutSuffix(name, ".bin"); {
	case kind == classesName && binary:
		_, err = ParseClasses(b)
	case binary:
		_, err = Parse(b, kind)
	}
	return b, err
}

// readBounded reads a file that is no larger than the largest body.
func readBounded(dir fs.FS, name string) (b []byte, err error) {
	info, err := fs.Stat(dir, name)
	if err == nil && !info.Mode().IsRegular() { // a fifo would wait
		return nil, errors.New("not a regular file")
	}
	f, err := dir.Open(name)
	if err == nil {
		defer f.Close()
		b, err = io.ReadAll(io.LimitReader(f, maxBody+1))
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err // the caller names the file
	}
	if err == nil && len(b) > maxBody {
		err = fmt.Errorf("larger than %d MB", maxBody>>20)
	}
	return b, err
}
