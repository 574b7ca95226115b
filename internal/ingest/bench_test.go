package ingest

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// benchmarkPages parses pages whole; SetBytes counts their HTML.
func benchmarkPages(b *testing.B, pages []string) {
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, err := parseHTML("page", []byte(p)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	benchmarkPages(b, []string{samplePage(200)})
}

// BenchmarkHTMLPages runs over real pages where they are at hand.
func BenchmarkHTMLPages(b *testing.B) {
	var pages []string
	for raw, err := range Open([]string{sharedPages}, Options{}) {
		if err != nil {
			b.Skip(err)
		}
		pages = append(pages, string(raw.Data))
	}
	benchmarkPages(b, pages)
}

func BenchmarkPageText(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/dump.txtar")
	if err != nil {
		b.Fatal(err)
	}
	s := string(ar.Files[0].Data)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		parsePageText("dump", s, splitLines(s))
	}
}

func BenchmarkPlain(b *testing.B) {
	s := strings.Repeat("The mayor of Lindow said that the bridge would open in May, and that \"nobody will pay for it.\"\n\n", 200)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		parsePlain("plain", s, "")
	}
}
