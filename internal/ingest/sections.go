package ingest

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"quotes/pkg/text"
)

// page is a page while its sections and metadata are told apart.
type page struct {
	*pageWalker
	st       *stated
	sections []text.Section
	headline int // block of the headline, -1: none
	first    int // first block of the body
	last     int // last one
	title    string
}

// readPage tells the sections of a page apart.
func readPage(root *html.Node, classes classCache) *page {
	p := &page{pageWalker: visibleBlocks(root, classes), st: readStated(root, classes), headline: -1}
	p.settle()
	p.sections = make([]text.Section, len(p.blocks))
	p.bodySections(p.sections)
	p.bounds()
	p.findHeadline()
	p.findSummary()
	p.findLead()
	p.findCaptions()
	p.findTicker()
	p.findRelated()
	p.dropRepeated()
	return p
}

// bounds finds the first and last block of the body.
func (p *page) bounds() {
	p.first, p.last = len(p.blocks), -1
	for i, s := range p.sections {
		if s == text.Body {
			p.first = min(p.first, i)
			p.last = i
		}
	}
}

// findHeadline finds the block that is the headline: an h1 that says what the
// page's head states, another heading that does, or the only h1 before the
// body.
func (p *page) findHeadline() {
	stated := p.st.titles()
	titles := make([]string, len(stated))
	for i, t := range stated {
		titles[i] = wordsOf(t)
	}
	best, worth := -1, 0
	only := p.onlyTitle()
	for i, b := range p.blocks {
		if i > p.last && p.last >= 0 || b.marks&markHidden != 0 || len(b.text) > maxTitle {
			continue
		}
		n := p.headlineWorth(b, titles)
		if n == 0 && i == only {
			n = 1
		}
		if n > worth {
			best, worth = i, n
		}
	}
	p.headline = best
	switch {
	case best >= 0:
		p.sections[best] = text.Headline
		p.title = p.blocks[best].text
	case len(stated) > 0:
		p.title = stated[0]
	}
}

// skipFirst is bounds for where the body can only have lost its first block.
func (p *page) skipFirst() {
	for p.first < len(p.blocks) && p.sections[p.first] != text.Body {
		p.first++
	}
	if p.first == len(p.blocks) {
		p.last = -1
	}
}

// maxTitle is the length in bytes of the longest block taken for a headline.
const maxTitle = 500

// onlyTitle is the block of the only h1 before the end of the body, -1 where
// there are none or several.
func (p *page) onlyTitle() int {
	at := -1
	for i, b := range p.blocks {
		if b.frame.marks&markTitle == 0 || b.marks&(markHidden|markRelated|markComments) != 0 || b.count < 3 || i > p.last {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// headlineWorth is how surely a block is the headline, 0: not.
// titles are the words of the stated headlines.
func (p *page) headlineWorth(b *pageBlock, titles []string) int {
	if b.marks&(markRelated|markComments) != 0 {
		return 0
	}
	same := (b.marks&markHeading != 0 || b.marks&markDrop == 0 && b.links == 0) &&
		slices.ContainsFunc(titles, func(t string) bool { return sameTitle(b.wording(), t) })
	switch {
	case same && b.marks&markTitle != 0:
		return 5
	case same && b.marks&markHeading != 0:
		return 4
	case same && b.marks&markDrop == 0 && b.links == 0:
		return 3
	case b.marks&markTitle != 0 && b.marks&away == 0 && b.count >= 4:
		return 2
	}
	return 0
}

// sameTitle reports whether the words of two wordings are one headline: the
// same, or one holds the other and little else.
func sameTitle(x, y string) bool {
	if x == "" || y == "" {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return x == y || len(x) > 20 && len(x)*10 >= len(y)*6 && strings.Contains(y, x)
}

// maxSummary is the length in words of the longest summary.
const maxSummary = 90

// findSummary finds the standfirst: a block round the headline and before the
// body that calls itself one or says what the head's description says, or the
// first blocks of the body where they call themselves so.
func (p *page) findSummary() {
	if p.headline < 0 {
		return
	}
	described := p.st.descriptionWords()
	for i := max(0, p.headline-2); i < len(p.blocks) && i <= p.first; i++ {
		b := p.blocks[i]
		if p.sections[i] != leftOut && p.sections[i] != text.Body || b.marks&(markRelated|markComments|markHidden|markTicker|markCaption) != 0 || b.count < minStory || b.count > maxSummary {
			continue
		}
		says := b.marks&markSummary != 0 && b.links*2 < len(b.text) && b.label() == noLabel && !isByline(b.text) && b.date() == ""
		if says || p.sections[i] == leftOut && describes(b, described) {
			p.sections[i] = text.Summary
			p.skipFirst()
		}
	}
}

// findLead adds the running text between headline and body that stands outside
// the body's frame and in no other part: a lead set apart, a quoted statement.
func (p *page) findLead() {
	if p.headline < 0 {
		return
	}
	for i := p.headline + 1; i < p.first && p.first < len(p.blocks); i++ {
		b := p.blocks[i]
		if p.sections[i] == leftOut && b.prose && b.links == 0 && b.marks&away == 0 && blockSection(b) == text.Body && !isNotice(b.text) {
			p.sections[i] = text.Body
		}
	}
	p.bounds()
}

// descriptionWords are the words of the descriptions in the page's head that
// are long enough to tell a block by.
func (st *stated) descriptionWords() []string {
	var out []string
	for _, d := range st.descriptions() {
		if d = wordsOf(d); countWords(d) >= 6 {
			out = append(out, d)
		}
	}
	return out
}

// describes reports a block that the page's head gives as its description.
func describes(b *pageBlock, descriptions []string) bool {
	if len(descriptions) == 0 {
		return false
	}
	w := b.wording()
	return slices.ContainsFunc(descriptions, func(d string) bool {
		return d == w || len(d) > 60 && strings.HasPrefix(w, d[:len(d)*9/10])
	})
}

// findCaptions adds the captions between headline and body, where the lead
// picture stands.
func (p *page) findCaptions() {
	if p.headline < 0 {
		return
	}
	for i := p.headline + 1; i < len(p.blocks) && i < p.first; i++ {
		b := p.blocks[i]
		if p.sections[i] == leftOut && b.marks&markCaption != 0 && b.marks&(markDrop|markRelated|markComments|markHidden|markTicker) == 0 &&
			b.count >= minStory && !isBareCredit(b.text) && b.links*2 < len(b.text) {
			p.sections[i] = text.Caption
		}
	}
}

// findTicker finds the strip of breaking news before the headline.
func (p *page) findTicker() {
	for i := 0; i < p.headline; i++ {
		b := p.blocks[i]
		if p.sections[i] == leftOut && b.marks&markTicker != 0 && b.marks&(markHidden|markComments|markRelated) == 0 &&
			b.count >= minStory && b.label() == noLabel && !isPromo(b.text) && b.marks&markDrop == 0 {
			b.setText(b.text[max(inlineTicker(b.text), tickerLead(b.text)):])
			p.sections[i] = text.Ticker
		}
	}
}

// maxRelated is how many headlines of other stories are kept of a page.
const maxRelated = 60

// findRelated finds the headlines of other stories: links in the parts of the
// page that hold such lists, or under their labels, with the dates by them.
func (p *page) findRelated() {
	labelled := false // the last label opened a list
	found, last := 0, -1
	for i, b := range p.blocks {
		if k := b.label(); k != noLabel {
			labelled = k == relatedLabel || k == listLabel || labelled && k == chromeLabel
			continue
		}
		if b.prose || p.sections[i] == text.Body {
			labelled = false
		}
		if p.sections[i] != leftOut || i <= p.headline || found >= maxRelated {
			continue
		}
		if date := b.date(); date != "" && last >= 0 && i-last <= 2 && p.blocks[last].published == "" {
			p.blocks[last].published = date
			continue
		}
		if p.takeStory(b, labelled) {
			p.sections[i], last = text.Related, i
			found++
		}
	}
}

// takeStory tells whether a block is another story's headline, and cuts from
// it what is none: the label before it, the date after it.
func (p *page) takeStory(b *pageBlock, labelled bool) bool {
	at := inlineStory(b.text)
	if !(at > 0 && b.links > 0 && b.marks&(markHidden|markComments) == 0) && !p.isStory(b, labelled) {
		return false
	}
	b.setText(strings.TrimSpace(b.text[at:]))
	if m := dateTailIndex(b.text); m != nil && m[0] > 0 {
		if date := isoDate(b.text[m[0]:]); date != "" {
			b.setText(strings.TrimRight(b.text[:m[0]], " |,–-"))
			b.published = date
		}
	}
	return true
}

// dateTail is a date at the end of a headline, parted from it by style alone.
var dateTail = regexp.MustCompile(`(?i)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)(?:[ ,]+\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?$`)

// dateTailIndex is where dateTail matches, nil where it does not.
func dateTailIndex(s string) []int {
	if !hasYear(s) {
		return nil
	}
	return dateTail.FindStringIndex(s)
}

// isStory reports a block that is the headline of another story.
func (p *page) isStory(b *pageBlock, labelled bool) bool {
	listed := labelled || b.marks&markRelated != 0 || linkedHeading(b) && b.marks&markItem != 0
	return listed && b.marks&(markHidden|markComments|markByline|markTicker) == 0 &&
		b.links*10 >= len(b.text)*8 && b.count >= minStory && b.count <= maxHeadline && (b.count <= 14 || !endsSentence(b.text)) && !isPromo(b.text) && !isByline(b.text) && b.date() == ""
}

// maxRepeats is how many blocks are looked up inside others.
const maxRepeats = 100

// dropRepeated leaves out blocks that say the words of another block again:
// pull quotes, and lists printed twice.
func (p *page) dropRepeated() {
	seen := map[string]bool{}
	var all strings.Builder
	for i, b := range p.blocks {
		if p.sections[i] == leftOut {
			continue
		}
		w := b.wording()
		key := string(p.sections[i]) + " " + w
		if seen[key] && countWords(w) >= minStory {
			p.sections[i] = leftOut
			continue
		}
		seen[key] = true
		if p.sections[i] == text.Body && b.marks&(markQuote|markHeading) == 0 {
			all.WriteString(w + "\n")
		}
	}
	body := all.String()
	tries := 0
	for i, b := range p.blocks {
		if p.sections[i] == text.Body && b.marks&(markQuote|markHeading) != 0 && tries < maxRepeats {
			tries++
			if w := b.wording(); countWords(w) >= 5 && strings.Contains(body, w) {
				p.sections[i] = leftOut
			}
		}
	}
}
