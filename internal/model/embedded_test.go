package model

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every file of data/ that is a model can be read, has its own checksum, and
// together they stay below the 6 MB that the binary has for them.
func TestEmbedded(t *testing.T) {
	for _, n := range []string{"pos", "parser", "first", "second", "decider", "linker"} {
		if m := Embedded(n); m != Embedded(n) || m.Len() < 2 {
			t.Errorf("%s: %d labels", n, m.Len())
		}
	}
	if c := EmbeddedClasses(); len(c.slots) == 0 {
		t.Error("no word classes")
	}
	names, err := filepath.Glob("data/*.bin")
	if err != nil || len(names) < 6 {
		t.Fatalf("%q, %v", names, err)
	}
	total := 0
	for _, file := range names {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".bin")
		if _, err := unseal(b, name); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		total += len(b)
	}
	if total > 6<<20 {
		t.Errorf("the models have %d bytes", total)
	}
}

func TestEmbeddedMissing(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a model that is not there does not stop the build")
		}
	}()
	Embedded("no such model")
}

// BenchmarkLoad reads what a run reads before its first quote, and each model.
func BenchmarkLoad(b *testing.B) {
	b.Run("run", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			must(classesName, parseClasses)
			for _, n := range []string{"pos", "parser", "first", "decider", "linker"} {
				must(n, parseLinear)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e6, "ms/run")
	})
	for _, n := range []string{"pos", "parser", "first", "second", "decider", "linker"} {
		b.Run(n, func(b *testing.B) {
			file, err := fs.ReadFile(files, "data/"+n+".bin")
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(file, n); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
