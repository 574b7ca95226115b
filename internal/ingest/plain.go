package ingest

import (
	"strings"
	"unicode/utf8"

	"quotes/pkg/text"
)

// parsePlain reads a plain article text: its paragraphs, and a headline and
// byline before them where there are any. The text is left as it is. title is
// the headline where the input states it elsewhere, else "".
func parsePlain(id, s, title string) *text.Article {
	a := &text.Article{ID: id, Text: s}
	for _, sp := range paragraphs(s, splitLines(s)) {
		a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: sp})
	}
	markHeadline(a, title)
	takeByline(a)
	a.Meta.Lang = detectLang(s)
	return a
}

// paragraphs joins lines into paragraphs: each line is one, unless the text is
// wrapped at a width, where blank lines alone part them.
func paragraphs(s string, lines []line) []text.Span {
	width, wrapped := wrapWidth(s, lines)
	var out []text.Span
	open := false // the paragraph before may go on
	for i, l := range lines {
		if l.Empty() {
			open = false
			continue
		}
		if open && !l.bullet {
			out[len(out)-1].End = l.End
		} else {
			out = append(out, l.Span)
		}
		open = wrapped && i+1 < len(lines) && goesOn(s, l, lines[i+1], width)
	}
	return out
}

// goesOn tells in a wrapped text whether the next line continues l: it does,
// unless l ends a sentence well before the margin.
func goesOn(s string, l, next line, width int) bool {
	if next.Empty() {
		return false
	}
	short := columns(s, l)+1+firstWord(s, next) < width-10
	return !short || !endsSentence(l.In(s)) && next.indent <= l.indent
}

// Lines of a text that a person or a mail program wrapped: at least minWrapped
// of them, minWidth to maxWidth columns wide.
const (
	minWrapped = 4
	minWidth   = 40
	maxWidth   = 120
)

// wrapWidth tells whether a text is wrapped at a width, and at which: nearly
// all lines that another one follows are so long that the first word of the
// next did not fit.
func wrapWidth(s string, lines []line) (width int, wrapped bool) {
	for _, l := range lines {
		width = max(width, columns(s, l))
		if width > maxWidth {
			return 0, false
		}
	}
	inner, full, mid := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].Empty() || lines[i+1].Empty() {
			continue
		}
		inner++
		if columns(s, lines[i])+1+firstWord(s, lines[i+1]) > width-3 {
			full++
		}
		if !endsSentence(lines[i].In(s)) {
			mid++
		}
	}
	return width, width >= minWidth && inner >= minWrapped && full*4 >= inner*3 && mid*2 >= inner
}

// columns is the number of characters of a line.
func columns(s string, l line) int { return utf8.RuneCountInString(l.In(s)) }

// firstWord is the length of a line's first word in characters.
func firstWord(s string, l line) int {
	word, _, _ := strings.Cut(l.In(s), " ")
	return utf8.RuneCountInString(word)
}

// maxHeadline is the length of the longest headline in words; of the 1,000
// longest of PolNeAR and the pages none has more.
const maxHeadline = 32

// markHeadline makes the first block the headline where its words are those of
// the title, or where it is a short line without a full stop before others.
func markHeadline(a *text.Article, title string) {
	if len(a.Blocks) < 2 {
		return
	}
	first := a.Blocks[0].Span.In(a.Text)
	same := title != "" && wordsOf(first) == wordsOf(title)
	if same || isHeadline(first) && !isByline(first) {
		a.Blocks[0].Section = text.Headline
		a.Meta.Title = fold(first)
	}
}

// isHeadline reports a line that may be a headline by its looks alone.
func isHeadline(s string) bool {
	if n := countWords(s); n > maxHeadline || n < 2 {
		return false
	}
	switch r := lastMark(s); {
	case r == '.' || r == ':' || r == ',' || r == ';' || r == '…':
		return false
	case strings.ContainsRune(`"“«„`, firstRune(s)) && countMarks(s) == 1:
		return false // a quotation that the next paragraph goes on with
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// countMarks counts double quotation marks.
func countMarks(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(`"“”«»„`, r) {
			n++
		}
	}
	return n
}

// bylineBlocks is how many blocks from the start may hold byline and date.
const bylineBlocks = 5

// takeByline moves the lines that name the authors or the date, right after
// the headline, from the blocks to the metadata.
func takeByline(a *text.Article) {
	at := 0
	if len(a.Blocks) > 0 && a.Blocks[0].Section == text.Headline {
		at = 1
	}
	for n := 0; n < bylineBlocks && at < len(a.Blocks)-1; n++ {
		s := a.Blocks[at].Span.In(a.Text)
		names, date := bylineNames(s), dateLine(s)
		if len(names) == 0 && date == "" {
			return
		}
		if len(a.Meta.Authors) == 0 {
			a.Meta.Authors = names
		}
		if a.Meta.Published == "" {
			a.Meta.Published = date
		}
		a.Blocks = append(a.Blocks[:at], a.Blocks[at+1:]...)
	}
}
