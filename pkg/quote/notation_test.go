package quote_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// The rows of these tests are text with marks in it:
//
//	{s:Lee} {c:said} that {i:the road was closed}.
//
// s is the source, c the cue; the content is d, m or i, as its type is direct,
// mixed or indirect. Several pieces of one kind make one list. Where a row
// holds several quotes their numbers follow the letter: {s2:Poe}, and {s12:Lee}
// belongs to quotes 1 and 2. Marks may stand inside marks. A line is a block;
// "headline> ", "ticker> ", "summary> " or "caption> " before it, which is no
// part of the text, says of which section, body else.

// expected is one quote of a row.
type expected struct {
	kind    quote.Type
	content []text.Span
	cue     []text.Span
	source  text.Span
}

var kinds = map[byte]quote.Type{'d': quote.Direct, 'm': quote.Mixed, 'i': quote.Indirect}

// row is a row while it is read.
type row struct {
	t      *testing.T
	plain  strings.Builder
	open   []piece
	quotes map[byte]*expected
}

// piece is a mark that has not been closed yet.
type piece struct {
	letter  byte
	numbers string
	start   int
}

// parseRow takes the marks out of a row.
func parseRow(t *testing.T, marked string) (*text.Article, []expected) {
	t.Helper()
	r := &row{t: t, quotes: map[byte]*expected{}}
	a := &text.Article{ID: "test"}
	for line := range strings.SplitSeq(marked, "\n") {
		section := text.Body
		for _, s := range text.Sections {
			if rest, ok := strings.CutPrefix(line, string(s)+"> "); ok {
				section, line = s, rest
			}
		}
		start := r.plain.Len()
		r.line(line)
		if r.plain.Len() > start {
			a.Blocks = append(a.Blocks, text.Block{Section: section, Span: text.Span{Start: start, End: r.plain.Len()}})
		}
		r.plain.WriteByte('\n')
	}
	if len(r.open) > 0 {
		t.Fatalf("%q: a mark is left open", marked)
	}
	a.Text = r.plain.String()
	return a, r.expected()
}

func (r *row) line(s string) {
	for s != "" {
		switch {
		case s[0] == '{':
			head, rest, ok := strings.Cut(s[1:], ":")
			if !ok || !strings.ContainsAny(head[:1], "scdmi") {
				r.t.Fatalf("%q: no letter behind {", s)
			}
			p := piece{head[0], head[1:], r.plain.Len()}
			if p.numbers == "" {
				p.numbers = "1"
			}
			r.open, s = append(r.open, p), rest
		case s[0] == '}':
			p := r.open[len(r.open)-1]
			r.open = r.open[:len(r.open)-1]
			r.close(p, text.Span{Start: p.start, End: r.plain.Len()})
			s = s[1:]
		default:
			r.plain.WriteByte(s[0])
			s = s[1:]
		}
	}
}

func (r *row) close(p piece, span text.Span) {
	for _, n := range []byte(p.numbers) {
		q := r.quotes[n]
		if q == nil {
			q = &expected{}
			r.quotes[n] = q
		}
		switch p.letter {
		case 's':
			q.source = span
		case 'c':
			q.cue = append(q.cue, span)
		default:
			q.kind = kinds[p.letter]
			q.content = append(q.content, span)
		}
	}
}

func (r *row) expected() []expected {
	var out []expected
	for n, q := range r.quotes {
		if len(q.content) == 0 {
			r.t.Fatalf("quote %c has no content", n)
		}
		out = append(out, *q)
	}
	sortExpected(out)
	return out
}

func sortExpected(qs []expected) {
	key := func(q expected) string {
		return fmt.Sprintf("%06d %06d %v", q.content[0].Start, q.content[0].End, q.cue)
	}
	sort.Slice(qs, func(i, j int) bool { return key(qs[i]) < key(qs[j]) })
}

// find gives what the package finds in an article, as rows want it.
func find(a *text.Article) []expected {
	var out []expected
	for _, q := range quote.Find(text.NewDocument(a), tag.Linear()) {
		if q.Attitude && q.Type == quote.Indirect { // what is thought and not said is no quote
			continue
		}
		out = append(out, expected{q.Type, q.Content, q.Cue, q.Source})
	}
	sortExpected(out)
	return out
}

// diffQuotes compares a row with what is found; "" where they agree.
func diffQuotes(t *testing.T, marked string) (diff string) {
	t.Helper()
	a, want := parseRow(t, marked)
	defer func() {
		if r := recover(); r != nil {
			diff = fmt.Sprintf("%s\npanic: %v", strings.TrimSpace(a.Text), r)
		}
	}()
	got := find(a)
	if fmt.Sprint(got) == fmt.Sprint(want) {
		return ""
	}
	return fmt.Sprintf("%s\ngot:%s\nwant:%s", strings.TrimSpace(a.Text), show(a, got), show(a, want))
}

func show(a *text.Article, qs []expected) string {
	words := func(spans []text.Span) string {
		var parts []string
		for _, s := range spans {
			parts = append(parts, s.In(a.Text))
		}
		return strings.Join(parts, " ... ")
	}
	var b strings.Builder
	for _, q := range qs {
		fmt.Fprintf(&b, "\n\t%-8s [%s] {%s} %s", q.kind, q.source.In(a.Text), words(q.cue), words(q.content))
	}
	return b.String()
}
