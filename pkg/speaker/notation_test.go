package speaker

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// The rows of these tests are texts with marks in them: {q:...} round what is
// said, {s:...} round the words that name who says it, {c:...} round the words
// that report. The numbers of several quotes follow the letter: {s2:she}. A
// line is a block of the body, or of the section before "> ". So the rows do
// not depend on how quotes are found.

// parseRow takes the marks out of a row and makes the quotes of them.
func parseRow(t *testing.T, marked string) (*text.Article, []quote.Quote) {
	t.Helper()
	a := &text.Article{ID: "test"}
	found := map[byte]*quote.Quote{}
	var plain strings.Builder
	for line := range strings.SplitSeq(marked, "\n") {
		section := text.Body
		for _, s := range text.Sections {
			if rest, ok := strings.CutPrefix(line, string(s)+"> "); ok {
				section, line = s, rest
			}
		}
		start := plain.Len()
		parseLine(t, line, &plain, found)
		if plain.Len() > start {
			a.Blocks = append(a.Blocks, text.Block{Section: section, Span: text.Span{Start: start, End: plain.Len()}})
		}
		plain.WriteByte('\n')
	}
	a.Text = plain.String()
	var quotes []quote.Quote
	for _, q := range found {
		quotes = append(quotes, *q)
	}
	sort.Slice(quotes, func(i, j int) bool { return quotes[i].Content[0].Start < quotes[j].Content[0].Start })
	return a, quotes
}

func parseLine(t *testing.T, line string, plain *strings.Builder, found map[byte]*quote.Quote) {
	t.Helper()
	for line != "" {
		head, rest, ok := strings.Cut(line, "{")
		plain.WriteString(head)
		if !ok {
			return
		}
		name, rest, _ := strings.Cut(rest, ":")
		words, rest, ok := strings.Cut(rest, "}")
		if !ok || name == "" {
			t.Fatalf("%q: a mark is left open or has no letter", line)
		}
		before := plain.String()
		span := text.Span{Start: plain.Len(), End: plain.Len() + len(words)}
		plain.WriteString(words)
		for _, n := range []byte((name[1:] + "1")[:max(1, len(name)-1)]) {
			addMark(found, n, name[0], span, strings.HasSuffix(before, "“") || strings.HasSuffix(before, `"`))
		}
		line = rest
	}
}

func addMark(found map[byte]*quote.Quote, number, letter byte, span text.Span, quoted bool) {
	q := found[number]
	if q == nil {
		q = &quote.Quote{Type: quote.Indirect, Rule: "test", CueLemma: "say"}
		found[number] = q
	}
	switch {
	case letter == 's':
		q.Source = span
	case letter == 'c':
		q.Cue = append(q.Cue, span)
	default:
		q.Content = append(q.Content, span)
		if quoted {
			q.Type, q.Quoted = quote.Direct, append(q.Quoted, span)
		}
	}
}

// resolve gives who says each quote of a row as "name | kind | role"; "-"
// stands for what is not known.
func resolve(t *testing.T, marked string) []string {
	t.Helper()
	a, quotes := parseRow(t, marked)
	doc := text.NewDocument(a)
	quote.Find(doc, tag.Linear()) // tags the sentences, as in the pipeline
	for i := range doc.Sentences {
		doc.TagSentence(tag.Linear(), i) // and those whose quotes it does not see
	}
	var out []string
	for _, at := range Resolve(doc, quotes) {
		out = append(out, fmt.Sprintf("%s | %s | %s", orDash(at.Speaker), orDash(string(at.Kind)), orDash(at.Role)))
	}
	return out
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// plainly leaves aside what two readers word differently: an article before a
// name or a role, and the capital that only a sentence's start gives.
func plainly(line string) string {
	parts := strings.Split(line, " | ")
	for i, p := range parts {
		first, rest, ok := strings.Cut(p, " ")
		if ok && (strings.EqualFold(first, "the") || strings.EqualFold(first, "a") || strings.EqualFold(first, "an")) {
			p = rest
		}
		if r, n := utf8.DecodeRuneInString(p); n > 0 {
			p = string(unicode.ToLower(r)) + p[n:]
		}
		parts[i] = p
	}
	return strings.Join(parts, " | ")
}

// diffSpeakers compares a row with what comes out; "" where they agree.
func diffSpeakers(t *testing.T, marked string, want []string) string {
	t.Helper()
	got := resolve(t, marked)
	if len(got) == len(want) {
		same := true
		for i := range got {
			same = same && plainly(got[i]) == plainly(want[i])
		}
		if same {
			return ""
		}
	}
	return fmt.Sprintf("%s\ngot:\n\t%s\nwant:\n\t%s", marked, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
}
