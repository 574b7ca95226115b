package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// paragraph is one block under analysis: its tokens, the quotations among
// them, and its units.
type paragraph struct {
	doc         *text.Document
	block       int
	first, last int // tokens
	start       int // the first behind a dateline
	quotations  []quotation
	within      []int32 // of each token: the quotation that holds it (its marks too), or -1
	kinds       []kind  // of each token
	holds       kind    // of all of them together
	units       []unit
	headline    bool // title case or telegram style: tags cannot be trusted

	lowered    *lowered // the document's words in lower case
	found      *draft   // the last one that starts in the block
	carried    *draft   // one of an earlier block that goes on here
	carriedEnd int      // the token where that ends

	bySource map[phrase][]*draft // the block's drafts that may be gone on with, up to draft listed of the document
	listed   int
}

// unit is a run of sentences that a quotation holds together: a sentence, or
// several where a quotation runs over their borders.
type unit struct{ first, last int }

// sheet is the room for all paragraphs of a document.
type sheet struct {
	paragraphs []paragraph
	within     []int32
	kinds      []kind
	units      []unit
}

func newSheet(doc *text.Document) *sheet {
	s := &sheet{make([]paragraph, len(doc.Blocks)), make([]int32, len(doc.Tokens)), make([]kind, len(doc.Tokens)), make([]unit, len(doc.Sentences))}
	for i := range s.within {
		s.within[i] = -1
	}
	return s
}

// paragraph tells the kinds of a block's words and pairs its marks.
func (s *sheet) paragraph(doc *text.Document, block int) *paragraph {
	first, last := doc.BlockTokens(block)
	p := &s.paragraphs[block]
	p.doc, p.block, p.first, p.last = doc, block, first, last
	p.within, p.kinds = s.within[first:last:last], s.kinds[first:last:last]
	p.holds = fillKinds(p.kinds, doc, first)
	p.quotations = pairMarks(doc, first, last)
	for k, q := range p.quotations {
		for i := q.open; i < q.end(last); i++ {
			p.within[i-first] = int32(k)
		}
	}
	p.headline = telegraphic(doc, block, first, last)
	return p
}

// tagWith tags the sentences that can hold a quote.
func (p *paragraph) tagWith(tagger text.Tagger) {
	if len(p.quotations) > 0 || p.holds&(canReport|isNoun|isManner) != 0 {
		p.doc.TagBlock(tagger, p.block, func(s int) bool { return p.worthTagging(p.doc.Sentences[s]) })
	}
}

// cut makes the units, in the room that the document's sentences have.
func (p *paragraph) cut(room []unit) {
	first, last := p.doc.BlockSentences(p.block)
	p.units = room[first:first:last]
	for _, sent := range p.doc.Sentences[first:last] {
		if n := len(p.units); n > 0 && (p.glued(sent.First) || p.attributes(sent)) {
			p.units[n-1].last = sent.Last
			continue
		}
		p.units = append(p.units, unit{sent.First, sent.Last})
	}
	p.start = p.behindDateline()
	for len(p.units) > 0 && p.units[0].last <= p.start {
		p.units = p.units[1:]
	}
	if len(p.units) > 0 {
		p.units[0].first = max(p.units[0].first, p.start)
	}
}

// glued reports whether a quotation runs over the border before token i.
func (p *paragraph) glued(i int) bool {
	return i > p.first && p.inside(i) >= 0 && p.inside(i) == p.inside(i-1)
}

// attributes reports whether a sentence does no more than say whose the question or
// the shout in quotation marks before it was: `"Who?" Mayor Lee asked.`
func (p *paragraph) attributes(s text.Sentence) bool {
	i := s.First
	if p.headline || p.inside(i-1) < 0 || p.inside(i) >= 0 || !stops.Has(p.low(i-2)) {
		return false
	}
	k := p.phraseAfter(i, s.Last)
	if k == i {
		return false
	}
	for k < s.Last && (p.tag(k) == "RB" || p.is(k, isComma)) {
		k++
	}
	if !p.is(k, isVerb) || p.inside(k) >= 0 || !p.closesClause(k+1) && p.tag(k+1) != "IN" || p.low(k+1) == "that" {
		return false
	}
	if p.low(i-2) == "." && p.low(k+1) != "." { // `"Go." Lee said Poe left` has the sentence to itself
		return false
	}
	for _, f := range lexicon.Cues().Of(p.low(k)) {
		if f.Has(lexicon.Quotation) && f.Form&(lexicon.Past|lexicon.ThirdPerson) != 0 && strings.HasPrefix(p.tag(k), "V") {
			return true
		}
	}
	return false
}

var stops = lexicon.SetOf(". ? !")

func (p *paragraph) worthTagging(s text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if p.inside(i) >= 0 || p.is(i, canReport) || p.is(i, isNoun|isManner) && p.attributesAround(i) {
			return true
		}
	}
	return false
}

// attributesAround reports whether the words beside a noun may tell whose words
// are reported: "the claim that", "a warning by", "in Lee's view", "in the words of".
func (p *paragraph) attributesAround(i int) bool {
	switch p.low(i + 1) {
	case "that", "by", "from":
		return p.is(i, isNoun)
	case "of":
		return p.is(i, isManner) && p.low(i-1) == "the" && p.low(i-2) == "in"
	}
	switch p.low(i - 1) {
	case "'s", "’s", "'", "’", "his", "her", "their", "own":
		return p.is(i, isManner)
	}
	return false
}

// low is the lower-case word of token i; "" outside the paragraph.
func (p *paragraph) low(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.doc.Lower(i)
}

func (p *paragraph) word(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.doc.Word(i)
}

func (p *paragraph) tag(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.doc.Tokens[i].Tag
}

// inside is the index of the quotation that holds token i, or -1.
func (p *paragraph) inside(i int) int {
	if i < p.first || i >= p.last {
		return -1
	}
	return int(p.within[i-p.first])
}

func (p *paragraph) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.word(i))
	return unicode.IsUpper(r)
}

// span is the bytes of the tokens [first, last).
func (p *paragraph) span(first, last int) text.Span {
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: p.doc.Tokens[first].Start, End: p.doc.Tokens[last-1].End}
}

// telegraphic reports whether a block is written as headlines are: it stands
// in a headline's place, or most of its longer words start with a capital.
func telegraphic(doc *text.Document, block, first, last int) bool {
	switch doc.Blocks[block].Section {
	case text.Headline, text.Ticker, text.Related:
		return true
	case text.Caption, text.Summary:
		return false
	}
	if last-first >= 30 {
		return false
	}
	long, capital := 0, 0
	for i := first; i < last; i++ {
		w := doc.Word(i)
		if len(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long >= 4 && capital*10 >= long*7
}
