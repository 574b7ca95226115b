package train

import (
	"os"
	"strings"
	"testing"

	"quotes/internal/tag"
)

const sharedDev = "../../../shared/corpora/polnear/dev"

// The committed models still fit the tokeniser and the features they are given:
// the figures of their cards, half a point below.
func TestEmbeddedOnDev(t *testing.T) {
	if _, err := os.Stat(sharedDev + ".jsonl.gz"); err != nil {
		t.Skip("no shared corpora")
	}
	dev, err := ReadCorpus(sharedDev + ".jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	if err := ReadTokens(sharedDev+".tokens.jsonl.gz", dev); err != nil {
		t.Fatal(err)
	}
	var pos ratio
	spans := spanCounts{}
	l := tag.NewLabeler(tag.Embedded())
	for _, d := range dev {
		d.hint(tag.Linear())
		got := l.LabelBlocks(d.Document, d.hints, func(int) bool { return true })
		labels := make([]uint8, len(d.Tokens))
		for _, s := range got.Spans {
			for i := s.First; i < s.Last; i++ {
				labels[i] = 2 * uint8(s.Role)
			}
			labels[s.First]--
		}
		for i, w := range got.Words {
			if d.pos[i] != none {
				pos.add(w.POS == d.pos[i])
			}
		}
		for _, b := range blocks([]*Doc{d}) {
			count(spans, bioSpans(labels[b.first:b.last]), bioSpans(d.gold[b.first:b.last]))
		}
	}
	if pos.percent() < 97 {
		t.Errorf("parts of speech: %.2f", pos.percent())
	}
	for k, least := range []float64{75.5, 71, 62} {
		if f := at(spans, k+1).f1(); f < least {
			t.Errorf("%s: F1 %.1f, want %.1f (%v)", roles[k], f, least, strings.TrimSpace(spans.String()))
		}
	}
}
