package model

import (
	"io/fs"
	"strings"
	"testing"
)

// Every file of data/ that is a model can be read and has its own checksum, and
// together they stay below the 8 MB that the binary has for them.
func TestEmbedded(t *testing.T) {
	total := int64(0)
	for _, n := range []string{"pos", "ner", "parser", "first", "second", "decider"} {
		if m := Embedded(n); m != Embedded(n) || m.Len() < 2 {
			t.Errorf("%s: %d labels", n, m.Len())
		}
	}
	if c := EmbeddedClasses(); len(c.slots) == 0 {
		t.Error("no word classes")
	}
	entries, err := fs.ReadDir(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".bin") {
			b, err := fs.ReadFile(files, "data/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := unseal(b); err != nil {
				t.Errorf("%s: %v", e.Name(), err)
			}
		}
		if i, err := e.Info(); err == nil {
			total += i.Size()
		}
	}
	if total > 8<<20 {
		t.Errorf("the files of data/ have %d bytes", total)
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
			must("words", parseClasses)
			for _, n := range []string{"pos", "ner", "parser", "first", "decider"} {
				must(n, parseLinear)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e6, "ms/run")
	})
	for _, n := range []string{"pos", "ner", "parser", "first", "second", "decider"} {
		b.Run(n, func(b *testing.B) {
			file, err := fs.ReadFile(files, "data/"+n+".bin")
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(file); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
