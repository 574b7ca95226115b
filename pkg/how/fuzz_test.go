package how

import (
	"slices"
	"testing"
	"unicode/utf8"

	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// FuzzDescribe holds on any text and any spans of it: the channel is a known
// one, spans lie in the text on rune borders and in the cue's sentence, and a
// second call gives the same.
func FuzzDescribe(f *testing.F) {
	for _, r := range rows {
		doc, a, _, _ := parseRow(f, r.marked)
		f.Add(doc.Text, a.CueLemma, a.Mention.Start, a.Mention.Len(), a.Cue[0].Start, a.Cue[0].Len(), a.Content[0].Start, a.Content[0].Len())
	}
	f.Fuzz(func(t *testing.T, s, lemma string, s0, s1, c0, c1, q0, q1 int) {
		if !utf8.ValidString(s) || len(s) > 1<<12 {
			t.Skip()
		}
		doc := document(s)
		cue, content := cut(doc, c0, c1), cut(doc, q0, q1)
		if cue.Empty() || content.Empty() {
			t.Skip()
		}
		a := &speaker.Attribution{Mention: cut(doc, s0, s1)}
		a.Cue, a.Content, a.Quoted, a.CueLemma = []text.Span{cue}, []text.Span{content}, []text.Span{content}, lemma
		m := Describe(doc, a)
		if m.Polarity != Affirmed && m.Polarity != Denied || m.Channel != "" && !slices.Contains(Channels(), m.Channel) {
			t.Errorf("polarity %q, channel %q", m.Polarity, m.Channel)
		}
		sentence := doc.Sentences[doc.SentenceAt(cue.Start)]
		for _, span := range []text.Span{m.Medium, m.Addressee} {
			if !span.Empty() && (!sentence.Contains(span) || !utf8.ValidString(span.In(s))) {
				t.Errorf("span %v of sentence %v", span, sentence.Span)
			}
		}
		if again := Describe(doc, a); again != m {
			t.Errorf("%v, then %v", m, again)
		}
	})
}

// cut gives whole tokens of a document near the range [start, start+n).
func cut(doc *text.Document, start, n int) text.Span {
	if start < 0 || n <= 0 || n > len(doc.Text) || start > len(doc.Text) || len(doc.Tokens) == 0 {
		return text.Span{}
	}
	first := doc.TokenAt(start)
	last := min(doc.TokenAt(start+n-1)+1, len(doc.Tokens))
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last-1].End}
}
