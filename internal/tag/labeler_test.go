package tag

import (
	"slices"
	"strings"
	"testing"

	"quotes/internal/model"
	"quotes/pkg/text"
)

// spansOf writes the spans found as "role: words", joined by " | ".
func spansOf(l *Labeler, s string) string {
	doc := document(s)
	var out []string
	for _, sp := range l.Label(doc).Spans {
		out = append(out, []string{"", "source", "cue", "content"}[sp.Role]+": "+strings.Join(doc.Words(sp.First, sp.Last), " "))
	}
	return strings.Join(out, " | ")
}

func TestLabeler(t *testing.T) {
	l := NewLabeler(Embedded())
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"The ferry leaves at nine.", ""},
		{"“The harbour will not wait,” Mayor Oda Brekke said on Friday.",
			"content: “ The harbour will not wait , ” | source: Mayor Oda Brekke | cue: said"},
		{"Brekke said that the pier is unsafe.", "source: Brekke | cue: said | content: that the pier is unsafe"},
		{"According to the report, the tram was empty.", "cue: According to | source: the report | content: the tram was empty"},
	} {
		if got := spansOf(l, c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// Whatever the text, the labels and the spans say the same, spans lie inside a
// paragraph in order, probabilities are probabilities, and the same text gives
// the same labels whatever the labeler saw before.
func TestLabelerInvariants(t *testing.T) {
	used := NewLabeler(Embedded())
	for _, s := range []string{sample, "", "”", `" " "`, "“\n“\n“", strings.Repeat("so he said ", 500), noise(2000), noise(2 * maxWords), strings.Repeat("word ", maxWords+9), sample} {
		checkLabels(t, used, s)
	}
}

func FuzzLabeler(f *testing.F) {
	f.Add(sample)
	f.Add("“A,” said “B. 'C' \"D")
	used := NewLabeler(Embedded())
	f.Fuzz(func(t *testing.T, s string) {
		checkLabels(t, used, strings.ToValidUTF8(s, "?"))
	})
}

func checkLabels(t *testing.T, used *Labeler, s string) {
	t.Helper()
	doc := document(s)
	got := used.Label(doc)
	if len(got.Words) != len(doc.Tokens) {
		t.Fatalf("%d labels for %d tokens", len(got.Words), len(doc.Tokens))
	}
	at := 0
	for _, sp := range got.Spans {
		if sp.First < at || sp.Last <= sp.First || sp.Role < Source || sp.Role > Content || !(sp.P > 0 && sp.P <= 1) {
			t.Fatalf("span %+v after token %d", sp, at)
		}
		if block(doc, sp.First) != block(doc, sp.Last-1) {
			t.Fatalf("span %+v leaves its paragraph", sp)
		}
		for i := sp.First; i < sp.Last; i++ {
			if w := got.Words[i]; w.Role != sp.Role || w.First != (i == sp.First) {
				t.Fatalf("token %d is %+v in span %+v", i, w, sp)
			}
		}
		for ; at < sp.First; at++ {
			if got.Words[at].Role != Outside {
				t.Fatalf("token %d has a role outside all spans", at)
			}
		}
		at = sp.Last
	}
	for i, w := range got.Words {
		sum := w.P[0] + w.P[1] + w.P[2] + w.P[3]
		if !(sum > 0.99 && sum < 1.01) || w.Head >= int32(len(doc.Tokens)) || w.Head < -1 {
			t.Fatalf("token %d: %+v", i, w)
		}
	}
	fresh := NewLabeler(Embedded()).Label(doc)
	if !slices.Equal(fresh.Words, got.Words) || !slices.Equal(fresh.Spans, got.Spans) {
		t.Fatal("a labeler used before gives other labels")
	}
}

// block is the number of the block that holds a token.
func block(doc *text.Document, tok int) int {
	return doc.Sentences[doc.SentenceAt(doc.Tokens[tok].Start)].Block
}

// A model of other labels is not taken.
func TestModelsCheck(t *testing.T) {
	m, err := model.Build(model.Weights{Labels: []string{"a", "b"}, Bits: 1, Rows: make([]float32, 4), Trans: make([]float32, 6)})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []Models{{POS: m}, {Parser: m}, {First: m}, {Second: m}} {
		if bad.check() == nil {
			t.Errorf("%+v: no error", bad)
		}
	}
	if err := Embedded().check(); err != nil {
		t.Error(err)
	}
}

func BenchmarkLabeler(b *testing.B) {
	doc := document(strings.Repeat(sample+"\n", 10))
	l := NewLabeler(Embedded())
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		l.Label(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
