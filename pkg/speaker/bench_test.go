package speaker_test

import (
	"fmt"
	"os"
	"testing"

	"quotes/internal/synthtest"
	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// longDocument is an article of at least size bytes, made of the sentences in
// seeds/ with ever new names, and its quotes.
func longDocument(tb testing.TB, size int) (*text.Document, []quote.Quote) {
	tb.Helper()
	a, err := synthtest.OfFolder(os.DirFS("../../seeds"), size)
	if err != nil {
		tb.Fatal(err)
	}
	doc := text.NewDocument(a)
	return doc, quote.Find(doc, tag.Linear())
}

// BenchmarkResolve shows that the throughput does not fall with the length.
func BenchmarkResolve(b *testing.B) {
	for _, kb := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			doc, quotes := longDocument(b, kb*1000)
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				speaker.Resolve(doc, quotes)
			}
		})
	}
}

// TestWorkIsLinear: with ever new names, twice the text compares about twice
// as many candidates and allocates about twice as often.
func TestWorkIsLinear(t *testing.T) {
	work := func(size int) (looks, allocs float64) {
		doc, quotes := longDocument(t, size)
		_, n := speaker.Looks(doc, quotes)
		return float64(n), testing.AllocsPerRun(1, func() { speaker.Resolve(doc, quotes) })
	}
	looks, allocs := work(400_000)
	moreLooks, moreAllocs := work(800_000)
	if looks == 0 || moreLooks > 2.5*looks {
		t.Errorf("%.0f candidates compared, then %.0f for twice the text", looks, moreLooks)
	}
	if moreAllocs > 2.3*allocs {
		t.Errorf("%.0f allocations, then %.0f for twice the text", allocs, moreAllocs)
	}
}
