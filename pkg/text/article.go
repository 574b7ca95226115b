package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of bytes [Start, End) of an article's text.
type Span struct {
	Start, End int
}

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether all of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In is the part of text that s covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Fold makes each run of white space one space, and none at either end.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for w := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// folded reports whether all white space of s is single spaces between words.
func folded(s string) bool {
	for i := 0; i < len(s); i++ {
		if visible[s[i]] {
			continue
		}
		if single := s[i] == ' ' && i > 0 && i+1 < len(s) && s[i+1] != ' '; single {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// visible are the characters of ASCII that are seen.
var visible = func() (t [256]bool) {
	for c := '!'; c <= '~'; c++ {
		t[c] = true
	}
	return t
}()

// Section says which part of a page a block belongs to.
type Section string

// The sections of a page, as records name them.
const (
	Headline Section = "headline"
	Summary  Section = "summary"
	Body     Section = "body"
	Caption  Section = "caption"
	Ticker   Section = "ticker"
	Related  Section = "related"
)

// Sections lists every section in the order of a page.
var Sections = []Section{Ticker, Headline, Summary, Body, Caption, Related}

// Block is one paragraph of a page: a run of text without a paragraph break
// (a line of a dump, a block element of a page), and the section it stands in.
type Block struct {
	Section Section
	Span    Span
	// Published is the date of the text that holds this block where that is
	// not the page's own: a related story's printed date. "" otherwise.
	Published string
}

// Meta is what a page states about itself. "" and nil mean: not stated.
type Meta struct {
	SourceURL string   // canonical URL
	Site      string   // name of the publisher's site
	Title     string   // headline
	Authors   []string // names only, in the page's order
	Published string   // ISO 8601, as precise as stated, offset only if stated
	Lang      string   // BCP 47
}

// Article is one document as ingestion hands it over. Blocks lie in text
// order, do not overlap, and start and end at visible characters.
type Article struct {
	ID     string // the input's own name
	Text   string // valid UTF-8
	Blocks []Block
	Meta   Meta
}
