package ingest

import (
	"strings"

	"quotes/pkg/text"
)

// part is where in a dump a bodyReader stands.
type part int

const (
	inBody    part = iota
	inRelated      // a list of other stories inside the article
	inList         // a list of other stories beside or after it
	inEnd          // comments, tags, footer
)

// bodyReader reads a dump from the end of its frame on.
type bodyReader struct {
	*dump
	part       part
	pictures   map[string]bool // words of descriptions that stand twice
	paragraphs int             // of body so far
	cut        bool            // a caption or button stood since the last block
	group      int             // first block of the list's story that has no date yet
	date       string          // date printed before a story, for the one that follows
	dateFirst  bool            // this list prints dates before the stories
}

// readBody emits the blocks after the frame.
func (d *dump) readBody() {
	b := &bodyReader{dump: d, pictures: map[string]bool{}}
	for i := d.start; i < len(d.lines); i++ {
		if i != d.headline && !d.lines[i].Empty() {
			b.line(i)
		}
	}
	d.dropTail()
}

// line reads one line by the part it stands in.
func (b *bodyReader) line(i int) {
	s, l := b.text(i), b.lines[i]
	if i > b.main.last && b.site != "" && fold(s) == b.site {
		b.part = inEnd
		return
	}
	if b.label(s, l) {
		return
	}
	if at := inlineStory(s); at > 0 && b.part != inEnd {
		b.emit(text.Related, trim(b.s, text.Span{Start: l.Start + at, End: l.End}))
		return
	}
	switch b.part {
	case inBody:
		if i > b.main.last {
			b.part = inEnd
			return
		}
		b.bodyLine(l, s)
	case inRelated, inList:
		if b.returns(i) {
			b.part = inBody
			b.subheading()
			b.bodyLine(l, s)
			return
		}
		b.story(l, s)
	}
}

// label follows labels, and passes over what says nothing.
func (b *bodyReader) label(s string, l line) bool {
	k := labelOf(s)
	switch {
	case k == noLabel:
		if isPromo(s) {
			b.cut = true
			return true
		}
		return false
	case k == chromeLabel, b.part == inEnd && k == endLabel, b.paragraphs == 0 && k == endLabel:
		b.cut = b.cut || !strings.HasPrefix(wordsOf(s), "adv")
	case k == relatedLabel && b.part != inEnd:
		b.open(inRelated)
	case k == listLabel || k == relatedLabel:
		b.open(inList)
	case k == endLabel:
		b.part = inEnd
	}
	return true
}

// open starts a list of other stories.
func (b *bodyReader) open(p part) {
	b.part, b.group, b.date, b.dateFirst = p, len(b.art.Blocks), "", false
}

// bodyLine reads a line of the article.
func (b *bodyReader) bodyLine(l line, s string) {
	_, date, worth := frameLine(s)
	switch {
	case isBareCredit(s), b.headline >= 0 && s == b.text(b.headline):
		b.cut = true
	case isCaption(s), b.repeats(l, s):
		b.caption(l, s)
	case worth > 0:
		if b.art.Meta.Published == "" {
			b.art.Meta.Published = date
		}
		b.cut = true
	case l.bullet && !isParagraph(s) && countWords(s) < 6, countWords(s) == 1 && !isParagraph(s) && !isHeading(s):
		b.cut = true
	default:
		if b.paragraphs == 1 && b.cut {
			b.makeSummary()
		}
		if isParagraph(s) || b.paragraphs > 0 {
			b.paragraphs++
			b.cut = false
			b.emit(text.Body, l.Span)
		}
	}
}

// isHeading reports a word that may stand alone as a sub-heading.
func isHeading(s string) bool { return len(s) > 3 && (firstUpper(s) || firstRune(s) < '0') }

// makeSummary makes the first paragraph the summary: a picture or buttons part
// it from the next one.
func (b *bodyReader) makeSummary() {
	for i := range b.art.Blocks {
		if b.art.Blocks[i].Section == text.Summary {
			return
		}
	}
	for i := len(b.art.Blocks) - 1; i >= 0; i-- {
		if b.art.Blocks[i].Section == text.Body {
			b.art.Blocks[i].Section = text.Summary
			return
		}
	}
}

// A picture's alternative text has at least minRepeat words (a sub-heading whose
// words the next paragraph takes up has fewer), and its caption stands at most
// repeatReach lines below.
const (
	minRepeat   = 6
	repeatReach = 6
)

// repeats reports a line whose words start one of the next lines too: a
// picture's alternative text before its caption.
func (b *bodyReader) repeats(l line, s string) bool {
	if countWords(s) < minRepeat {
		return false
	}
	w := wordsOf(s)
	at := int(l.next)
	for n := 0; n < repeatReach && at < len(b.lines); n++ {
		if next := b.text(at); len(next) >= len(s)-2 && strings.HasPrefix(wordsOf(next), w) {
			b.pictures[w] = true
			return true
		}
		at = int(b.lines[at].next)
	}
	return b.pictures[w]
}

// caption emits a caption, once: of the same description twice, the longer.
func (b *bodyReader) caption(l line, s string) {
	b.cut = true
	if n := len(b.art.Blocks) - 1; n >= 0 && b.art.Blocks[n].Section == text.Caption {
		before, now := wordsOf(b.art.Blocks[n].Span.In(b.s)), wordsOf(s)
		if before == now {
			return
		}
		if strings.HasPrefix(now, before) {
			b.art.Blocks[n].Span = l.Span
			return
		}
	}
	b.emit(text.Caption, l.Span)
}

// returns tells whether the article goes on at line i after a list: with one
// paragraph inside the article, with two in a row after a list beside it,
// which prints summaries of its stories too.
func (b *bodyReader) returns(i int) bool {
	need := 1
	if b.part == inList && b.paragraphs > 0 {
		need = 2
	}
	for ; i < len(b.lines); i++ {
		s := b.text(i)
		if s == "" {
			continue
		}
		if b.lines[i].bullet || !isParagraph(s) || countWords(s) < 10 && lastMark(s) != ':' || isCaption(s) || labelOf(s) != noLabel || isPromo(s) {
			return false
		}
		if need--; need == 0 {
			return true
		}
	}
	return false
}

// subheading gives the last line of a list back to the article where it is too
// short for a story: it is the heading of the paragraph that follows.
func (b *bodyReader) subheading() {
	n := len(b.art.Blocks) - 1
	if n < 0 || n < b.group || b.art.Blocks[n].Section != text.Related || b.paragraphs == 0 {
		return
	}
	if countWords(b.art.Blocks[n].Span.In(b.s)) <= 4 {
		b.art.Blocks[n].Section = text.Body
		b.art.Blocks[n].Published = ""
	}
}

// minStory is the number of words of the shortest headline of another story:
// shorter lines are categories and buttons.
const minStory = 4

// story reads a line of a list of other stories.
func (b *bodyReader) story(l line, s string) {
	if _, date, worth := frameLine(s); worth > 0 {
		b.storyDate(date)
		return
	}
	if countWords(s) < minStory && !(b.part == inRelated && countWords(s) > 1 && !l.bullet) {
		return
	}
	if n := len(b.art.Blocks) - 1; n >= b.group && wordsOf(b.art.Blocks[n].Span.In(b.s)) == wordsOf(s) {
		return
	}
	b.emit(text.Related, l.Span)
	if b.date != "" {
		b.art.Blocks[len(b.art.Blocks)-1].Published = b.date
	}
}

// storyDate gives a printed date to the lines of the story it belongs to: those
// before it, or those after it where the list starts with a date.
func (b *bodyReader) storyDate(date string) {
	if date == "" {
		return
	}
	if b.group == len(b.art.Blocks) && b.date == "" {
		b.dateFirst = true
	}
	if b.dateFirst {
		b.date = date
		return
	}
	for i := b.group; i < len(b.art.Blocks); i++ {
		b.art.Blocks[i].Published = date
	}
	b.group = len(b.art.Blocks)
}

// dropTail leaves out the short lines after the last paragraph: tags, buttons
// and topics.
func (d *dump) dropTail() {
	last := -1
	for i, bl := range d.art.Blocks {
		if bl.Section == text.Body && isParagraph(bl.Span.In(d.s)) {
			last = i
		}
	}
	kept := d.art.Blocks[:0]
	for i, bl := range d.art.Blocks {
		if bl.Section != text.Body || i <= last {
			kept = append(kept, bl)
		}
	}
	d.art.Blocks = kept
}
