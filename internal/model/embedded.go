package model

import (
	"embed"
	"errors"
	"fmt"
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
	f := sync.OnceValue(func() *WordClasses { return must("words", parseClasses) })
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
	_, body, err := cutSeal(b)
	if err != nil {
		panic(fmt.Errorf("model: %s: %w", name, err))
	}
	v, err := parse(body)
	if err != nil {
		panic(fmt.Errorf("model: %s: %w", name, err))
	}
	return v
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
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	switch {
	case name == "words.bin":
		_, err = ParseClasses(b)
	case strings.HasSuffix(name, ".bin"):
		_, err = Parse(b)
	}
	return b, err
}
