package how

import (
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
