package how

import (
	"strings"
	"testing"

	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// BenchmarkDescribe reads the manner of every row; SetBytes counts their
// sentences.
func BenchmarkDescribe(b *testing.B) {
	var docs []*text.Document
	var found []*speaker.Attribution
	size := 0
	for _, r := range rows {
		doc, a, _, _ := parseRow(b, r.marked)
		docs, found = append(docs, doc), append(found, a)
		size += len(doc.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range docs {
			Describe(docs[i], found[i])
		}
	}
}

// TestWorkIsBounded: a sentence a thousand times as long costs no more
// allocations, which count the words that are read.
func TestWorkIsBounded(t *testing.T) {
	work := func(n int) float64 {
		filler := strings.Repeat("in the harbour of the town, ", n)
		doc, a, _, _ := parseRow(t, "{s:Reed} {c:said} "+filler+"that {q:the ferry was late}.")
		return testing.AllocsPerRun(5, func() { Describe(doc, a) })
	}
	if short, long := work(20), work(20000); long > short+1 {
		t.Errorf("%v allocations for a short sentence, %v for a long one", short, long)
	}
}
