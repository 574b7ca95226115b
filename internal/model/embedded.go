package model

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed data/*
var files embed.FS

// Embedded gives the model of this name that is part of the binary. It is read
// and checked once. A wrong checksum is a broken build, not bad input, so it
// panics.
func Embedded(name string) *Linear {
	v, ok := loaded.Load(name)
	if !ok {
		v, _ = loaded.LoadOrStore(name, sync.OnceValue(func() *Linear { return must(name, Parse) }))
	}
	return v.(func() *Linear)()
}

var loaded sync.Map

// EmbeddedClasses gives the word classes that are part of the binary.
var EmbeddedClasses = sync.OnceValue(func() *WordClasses { return must("words", ParseClasses) })

func must[T any](name string, parse func([]byte) (T, error)) T {
	b, err := fs.ReadFile(files, "data/"+name+".bin")
	if err != nil {
		panic(fmt.Errorf("model: %w", err))
	}
	v, err := parse(b)
	if err != nil {
		panic(fmt.Errorf("model: %s: %w", name, err))
	}
	return v
}
