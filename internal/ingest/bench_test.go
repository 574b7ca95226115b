package ingest

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

// benchmarkPages parses pages whole; SetBytes counts their HTML.
func benchmarkPages(b *testing.B, pages [][]byte) {
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, err := parseHTML("page", p); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	benchmarkPages(b, [][]byte{[]byte(samplePage(200))})
}

// BenchmarkHTMLPages runs over real pages where they are at hand.
func BenchmarkHTMLPages(b *testing.B) {
	benchmarkPages(b, realPages(b))
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

// BenchmarkAgainstParsing sets the steps of reading a page against goquery's
// parse of it: x-decode, x-lean, x-tree (the parse of what lean leaves) and
// x-read (all of it) are how many parses each costs. All take turns, and the
// least time of each page counts, so that what else the machine does matters
// little. It needs the measuring sets beside the project.
func BenchmarkAgainstParsing(b *testing.B) {
	pages := realPages(b)
	leaned := make([][]byte, len(pages))
	for i, page := range pages {
		leaned[i] = lean(page, classCache{})
	}
	steps := []struct {
		name string
		do   func(i int) error
	}{
		{"", func(i int) error { _, err := goquery.NewDocumentFromReader(bytes.NewReader(pages[i])); return err }},
		{"x-decode", func(i int) error { _, err := decodeHTML(pages[i], ""); return err }},
		{"x-lean", func(i int) error { lean(pages[i], classCache{}); return nil }},
		{"x-tree", func(i int) error { _, err := html.Parse(bytes.NewReader(leaned[i])); return err }},
		{"x-read", func(i int) error { _, err := (&Raw{Format: HTML, Data: pages[i]}).Article(); return err }},
	}
	least := make([][]time.Duration, len(steps))
	for s := range steps {
		least[s] = slices.Repeat([]time.Duration{time.Hour}, len(pages))
	}
	for b.Loop() {
		for i := range pages {
			for s, step := range steps {
				start := time.Now()
				if err := step.do(i); err != nil {
					b.Fatal(err)
				}
				least[s][i] = min(least[s][i], time.Since(start))
			}
		}
	}
	sums := make([]time.Duration, len(steps))
	for s := range steps {
		for _, d := range least[s] {
			sums[s] += d
		}
		if s > 0 {
			b.ReportMetric(float64(sums[s])/float64(sums[0]), steps[s].name)
		}
	}
}

// realPages are the pages that are there on some machines only.
func realPages(b testing.TB) (pages [][]byte) {
	b.Helper()
	for raw, err := range Open([]string{sharedPages}, Options{}) {
		if err != nil {
			b.Skip(err)
		}
		pages = append(pages, raw.Data)
	}
	return pages
}
