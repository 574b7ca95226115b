package ingest

import (
	"strings"

	"quotes/pkg/text"
)

// A page-text dump is what a browser saves of a page as text: its visible
// lines, menus and footers among them. This file finds the article's frame
// (headline, byline, date); pagebody.go reads what follows it.

// dumpScore is the number of different signs of a page that make a text a
// dump. A plain article with byline and date shows two.
const dumpScore = 4

// isPageText tells a dump from the plain text of an article by its menus and
// labels.
func isPageText(s string, lines []line) bool {
	menu, score := 0, 0
	seen := map[string]bool{}
	sign := func(key string, n int) {
		if !seen[key] {
			seen[key] = true
			score += n
		}
	}
	for _, l := range lines {
		w := l.In(s)
		if l.Empty() || len(w) > maxByline {
			continue
		}
		if l.bullet && countWords(w) <= 4 && !endsSentence(w) {
			menu++
		}
		switch k := labelOf(w); {
		case k != noLabel:
			sign(wordsOf(w), 1)
		case isTickerLabel(w), isPromo(w), inlineStory(w) > 0, isCaption(w):
			sign(wordsOf(w), 1)
		case isByline(w):
			sign("byline", 1)
		case dateLine(w) != "":
			sign("date", 1)
		}
	}
	return score+min(menu/3, 3) >= dumpScore
}

// dump reads one page-text dump.
type dump struct {
	s     string
	lines []line
	art   *text.Article
	site  string // the masthead's words, "" where none repeats
	main  run    // the article's running text

	headline int // line of the headline, -1: none
	summary  int // line of a summary above the byline, -1: none
	start    int // first line after the frame
}

// parsePageText reads a dump: the sections and metadata from its lines alone.
func parsePageText(id, s string, lines []line) *text.Article {
	d := &dump{s: s, lines: lines, art: &text.Article{ID: id, Text: s}, headline: -1, summary: -1}
	d.findSite()
	d.main = d.mainRun()
	d.findFrame()
	d.readTicker()
	if d.headline >= 0 {
		d.emit(text.Headline, lines[d.headline].Span)
		d.art.Meta.Title = fold(d.text(d.headline))
	}
	if d.summary >= 0 {
		d.emit(text.Summary, lines[d.summary].Span)
	}
	d.readBody()
	if !d.hasBody() {
		return parsePlain(id, s, "") // short lines alone: lose nothing
	}
	d.art.Meta.Lang = detectLang(d.prose())
	return d.art
}

func (d *dump) hasBody() bool {
	for _, b := range d.art.Blocks {
		if b.Section == text.Body {
			return true
		}
	}
	return false
}

func (d *dump) text(i int) string { return d.lines[i].In(d.s) }

func (d *dump) emit(section text.Section, sp text.Span) {
	d.art.Blocks = append(d.art.Blocks, text.Block{Section: section, Span: sp})
}

// prose is the text of the blocks, for the language vote.
func (d *dump) prose() string {
	var b strings.Builder
	for _, bl := range d.art.Blocks {
		b.WriteString(bl.Span.In(d.s))
		b.WriteByte('\n')
	}
	return b.String()
}

// mastheadLines is how many visible lines from the top may hold the masthead.
const mastheadLines = 3

// findSite takes the first line for the masthead where it is short and stands
// in the dump again.
func (d *dump) findSite() {
	first, seen := "", 0
	for i, l := range d.lines {
		w := d.text(i)
		if !l.Empty() {
			seen++
		}
		switch {
		case first == "" && seen > mastheadLines:
			return
		case l.Empty() || l.bullet || labelOf(w) != noLabel:
		case first == "" && (countWords(w) > 5 || endsSentence(w)):
			return
		case first == "":
			first = w
		case w == first:
			d.site = fold(first)
			d.art.Meta.Site = d.site
			return
		}
	}
}

// frameLine tells what a line of the frame states; worth is how sure a sign
// of the article's own frame it is, 0: none.
func frameLine(s string) (names []string, date string, worth int) {
	if s == "" || len(s) > maxByline {
		return nil, "", 0
	}
	names = bylineNames(s)
	date = dateLine(s)
	switch {
	case len(names) > 0:
		if date == "" {
			date, _ = findDate(s)
		}
		return names, date, 3
	case date != "":
		return nil, date, 2
	case minuteRead.MatchString(s):
		return nil, "", 2
	case strings.HasPrefix(s, "Source:") && countWords(s) < 8:
		return nil, "", 1
	}
	return nil, "", 0
}

// frameLike reports a line of byline and date in whatever form: a date among a
// few words, names with a role, a path of sections.
func frameLike(s string) bool {
	if _, _, worth := frameLine(s); worth > 0 {
		return true
	}
	n := countWords(s)
	if strings.ContainsAny(s, ">»›") && n <= 12 {
		return true
	}
	if iso, _ := findDate(s); iso != "" && n <= 14 {
		return true
	}
	_, role, named := strings.Cut(s, ", ")
	return n <= 9 && (named && (isRole(role) || isAgency(role)) || strings.HasPrefix(s, "By "))
}

// frameGap is how many other lines (share buttons, a place, a role) may stand
// between two lines of one frame.
const frameGap = 3

// findFrame finds the lines of byline and date that tell most, and the
// headline before them.
func (d *dump) findFrame() {
	best, bestEnd, most := -1, -1, 1
	for i := 0; i < len(d.lines) && i <= d.main.last; i++ {
		if _, _, worth := frameLine(d.text(i)); worth == 0 {
			continue
		}
		end, sum := d.cluster(i)
		if sum > most && d.framed(end) {
			best, bestEnd, most = i, end, sum
		}
		i = end
	}
	if best < 0 {
		d.headlineAlone()
		return
	}
	d.start = bestEnd + 1
	for i := best; i <= bestEnd; i++ {
		d.stateFrame(d.text(i))
	}
	d.headlineAbove(best)
	if d.headline < 0 {
		d.headlineBelow(best, bestEnd+1)
	}
}

// cluster follows a frame from its first line to its last, and adds up the
// worth of its different lines.
func (d *dump) cluster(from int) (end, sum int) {
	end = from
	seen := map[int]bool{}
	for i, gap := from, 0; i < len(d.lines) && gap <= frameGap; i++ {
		s := d.text(i)
		if s == "" {
			continue
		}
		_, _, worth := frameLine(s)
		if worth == 0 {
			if countWords(s) > 6 {
				break
			}
			gap++
			continue
		}
		end, gap = i, 0
		if !seen[worth] {
			seen[worth] = true
			sum += worth
		}
	}
	return end, sum
}

// stateFrame takes authors and date from a line of the frame.
func (d *dump) stateFrame(s string) {
	names, date, _ := frameLine(s)
	d.art.Meta.Authors = unique(append(d.art.Meta.Authors, names...))
	if d.art.Meta.Published == "" {
		d.art.Meta.Published = date
	}
}

// titleLine reports a line that may be the article's headline.
func (d *dump) titleLine(i int) bool {
	l, s := d.lines[i], d.text(i)
	n := countWords(s)
	if frameLike(s) {
		return false
	}
	return !l.Empty() && !l.bullet && n >= 3 && n <= maxHeadline && fold(s) != d.site &&
		labelOf(s) == noLabel && !isTickerLabel(s) && !isPromo(s) && !isCaption(s) && inlineTicker(s) == 0
}

// headlineAbove looks upwards from the frame. Where the line above it reads
// like a sentence, it is the summary, and the headline stands over it.
func (d *dump) headlineAbove(frame int) {
	at := d.titleAbove(frame)
	if at < 0 {
		return
	}
	d.headline = d.overSummary(at)
}

// overSummary gives the line of the headline where the line at may be the
// summary under it: a sentence, or a longer line right below another one.
func (d *dump) overSummary(at int) int {
	s := d.text(at)
	sentence := lastMark(s) == '.' || countWords(s) > 25
	up := d.titleAbove(at)
	if up < 0 || endsSentence(d.text(up)) || d.inTicker(up) {
		return at
	}
	above := d.text(up)
	adjacent := int(d.lines[up].next) == at && countWords(above) >= minStory && countWords(s) >= countWords(above) && isHeadline(above)
	if !sentence && !adjacent {
		return at
	}
	d.summary = at
	return up
}

// inTicker reports a line of a strip of news: a label opens the lines above it
// without a gap.
func (d *dump) inTicker(i int) bool {
	for ; i >= 0 && !d.lines[i].Empty(); i-- {
		if s := d.text(i); isTickerLabel(s) || inlineTicker(s) > 0 {
			return true
		}
	}
	return false
}

// titleAbove is the nearest line above that may be a headline, -1 where more
// than frameGap other lines stand between.
func (d *dump) titleAbove(i int) int {
	for gap := 0; gap <= frameGap; {
		if i--; i < 0 {
			return -1
		}
		if d.titleLine(i) {
			return i
		}
		if !d.lines[i].Empty() {
			gap++
		}
	}
	return -1
}

// headlineBelow takes the next line after the start of the frame that looks
// like a headline: some pages print section and date over it.
func (d *dump) headlineBelow(from, end int) {
	for i := from; i < len(d.lines) && i < end+2*frameGap; i++ {
		if d.titleLine(i) && isHeadline(d.text(i)) {
			d.headline, d.start = i, max(d.start, i+1)
			return
		}
	}
}

// headlineAlone finds the headline of a dump without byline and date: the
// nearest line above the running text that looks like one.
func (d *dump) headlineAlone() {
	d.start = max(d.main.first, 0)
	at := d.titleAbove(d.start)
	if at >= 0 && isHeadline(d.text(at)) {
		d.start = at + 1
		d.headline = d.overSummary(at)
	}
}

// readTicker emits the strip of breaking news above the headline.
func (d *dump) readTicker() {
	end := d.headline
	if end < 0 {
		end = d.start
	}
	open := false
	for i := 0; i < end; i++ {
		s, l := d.text(i), d.lines[i]
		switch {
		case l.Empty():
		case isTickerLabel(s) && !l.bullet:
			open = true
		case inlineTicker(s) > 0:
			d.emit(text.Ticker, trim(d.s, text.Span{Start: l.Start + inlineTicker(s), End: l.End}))
		case !open || i == d.summary:
		case labelOf(s) != noLabel || fold(s) == d.site:
			open = false
		case countWords(s) >= 4:
			d.emit(text.Ticker, l.Span)
		}
	}
}

// isParagraph reports a line that reads like running text.
func isParagraph(s string) bool {
	n := max(countWords(s), wideLetters(s)/2)
	switch lastMark(s) {
	case '.', '!', '?', '…', '。':
		return n >= 8
	case ':':
		return n >= 2
	}
	return n > maxHeadline
}
