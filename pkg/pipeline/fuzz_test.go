package pipeline_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

// lineArticle makes an article of any text: a block a line, the first the
// headline, and every fifth in another section.
func lineArticle(s string) *text.Article {
	a := &text.Article{ID: "fuzz", Text: s, Meta: text.Meta{Published: goldenDate}}
	at := 0
	for line := range strings.SplitSeq(s, "\n") {
		if trimmed := strings.TrimFunc(line, blank); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			section := text.Body
			switch n := len(a.Blocks); {
			case n == 0:
				section = text.Headline
			case n%5 == 0:
				section = text.Sections[n/5%len(text.Sections)]
			}
			a.Blocks = append(a.Blocks, text.Block{Section: section, Span: text.Span{Start: start, End: start + len(trimmed)}})
		}
		at += len(line) + 1
	}
	return a
}

// blank is what no block starts or ends with.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("\u200b\ufeff\u2060", r)
}

// FuzzExtract: whatever the text, the records keep the contract in each unit of
// spans, and come out the same on a second run.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"", "\"", "Lee: No\nLee said", "“A,” Lee said. “B.\n“C.”\nLee said:\n“D.”",
		"Mayor says road shut\n\"Why?\" asked Dana Lee, the mayor of Osterby. According to the report, 'it was late'.",
		"A\nLee accused Poe of “lying,” adding that the road was shut; she urged him to go, he told reporters.",
		"A\n«Stay», said he. „Go“, said she. ''No'', they said. Lee’s claim that it said so drew laughter.",
		"A\nB\nC\nD\nE\nLEE: yes and no.\n🐢 “Żółw,” 🐢 said on Monday.\u00a0“\u200b”",
		"according to according to according to Lee, said said said that that that",
		"Lee said Lee said Lee said Lee said Lee said, “Lee said Lee said,” Lee said: Lee said",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := lineArticle(strings.ToValidUTF8(s, "\ufffd"))
		for _, unit := range []pipeline.Offsets{pipeline.CodePoints, pipeline.Bytes, pipeline.UTF16} {
			config := pipeline.Config{Offsets: unit, Attitudes: true}
			first := extractLines(t, a, config)
			if second := extractLines(t, a, config); !bytes.Equal(first, second) {
				t.Fatalf("first run:\n%s\nsecond run:\n%s", first, second)
			}
		}
	})
}

// extractLines gives the records of an article as lines, each held against
// the contract and against those before it: ids are unlike, in text order.
func extractLines(t *testing.T, a *text.Article, c pipeline.Config) []byte {
	t.Helper()
	var out bytes.Buffer
	seen := map[string]bool{}
	for _, r := range pipeline.Extract(a, c) {
		out.Write(checkRecord(t, r, a, c.Offsets))
		out.WriteByte('\n')
		if seen[r.ID] {
			t.Fatalf("the id of %q is not its own", r.Quote)
		}
		seen[r.ID] = true
	}
	return out.Bytes()
}
