package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// frame is an element of a page that may hold blocks, with what its tag, class
// and attributes say about it.
type frame struct {
	up    *frame
	node  *html.Node
	marks mark
	depth int
	prose int // bytes of running text in it, links left out

	headed bool // holds a heading that is no link
}

// mark is a set of things that a frame says about what it holds.
type mark uint

const (
	markDrop mark = 1 << iota
	markComments
	markRelated
	markTicker
	markCaption
	markByline
	markSummary
	markBody
	markHidden
	markTable
	markItem    // of a list
	markQuote   // blockquote
	markHeading // h1 to h6
	markTitle   // h1
)

// pageBlock is one visible block of a page: a run of text without a break.
type pageBlock struct {
	frame *frame
	text  string
	count int  // of its words
	links int  // bytes of it that stand in links
	prose bool // reads like running text
	marks mark // of all frames around it, once they are settled

	published string // date printed by another story's headline

	// What is asked of the text more than once, and which of it is known.
	known           known
	words, justDate string
	labelled        labelKind
}

type known uint8

const (
	knowsWords known = 1 << iota
	knowsLabel
	knowsDate
)

// setText sets or cuts a block's text.
func (b *pageBlock) setText(s string) {
	b.text, b.count, b.known = s, countWords(s), 0
}

// wording is the words of the text, as wordsOf gives them.
func (b *pageBlock) wording() string {
	if b.known&knowsWords == 0 {
		b.words, b.known = wordsOf(b.text), b.known|knowsWords
	}
	return b.words
}

// label is what kind of label the text is.
func (b *pageBlock) label() labelKind {
	if b.known&knowsLabel == 0 {
		b.known |= knowsLabel
		if b.labelled = noLabel; len(b.text) <= maxLabel {
			b.labelled = labelWith(b.text, b.wording())
		}
	}
	return b.labelled
}

// date is the date of a text that holds nothing else.
func (b *pageBlock) date() string {
	if b.known&knowsDate == 0 {
		b.justDate, b.known = dateLine(b.text), b.known|knowsDate
	}
	return b.justDate
}

// pageWalker collects the visible blocks of a page in page order.
type pageWalker struct {
	blocks []*pageBlock
	frames []*frame
	buf    []byte // the open block
	links  int
	inLink int
	breaks int // line breaks since the last text
	gap    bool

	afterLink bool // nothing stands after the last link yet
	afterTime bool // nor after the last time
	quotes    int  // q elements open

	classes classCache
	blocky  map[*html.Node]bool // what holdsBlock found
	sight   sight
}

// visibleBlocks gives the blocks of a page. The parser keeps trees below 512
// elements deep, so that the walk may recurse.
func visibleBlocks(root *html.Node, classes classCache) *pageWalker {
	w := &pageWalker{classes: classes, blocky: map[*html.Node]bool{}, sight: maxSight}
	w.walk(root, &frame{node: root})
	return w
}

// isPassed reports elements whose text no reader sees, or that are controls.
func isPassed(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Noembed, atom.Noframes,
		atom.Iframe, atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Map,
		atom.Button, atom.Select, atom.Textarea, atom.Input, atom.Option, atom.Label, atom.Datalist,
		atom.Title, atom.Meta, atom.Link, atom.Progress, atom.Meter, atom.Rp, atom.Rt:
		return true
	}
	return false
}

// blockTag reports elements that start and end a block, and what they say of it.
func blockTag(a atom.Atom) (says mark, isBlock bool) {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Body, atom.Html, atom.Center,
		atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Pre, atom.Listing, atom.Hr, atom.Address, atom.Figure, atom.Form,
		atom.Fieldset, atom.Details, atom.Summary, atom.Picture, atom.Hgroup,
		atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return 0, true
	case atom.Li:
		return markItem, true
	case atom.Blockquote:
		return markQuote, true
	case atom.Table:
		return markTable, true
	case atom.Caption, atom.Figcaption:
		return markCaption, true
	case atom.Nav, atom.Footer, atom.Aside, atom.Menu, atom.Dialog:
		return markDrop, true
	case atom.H1:
		return markHeading | markTitle, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return markHeading, true
	}
	return 0, false
}

func (w *pageWalker) walk(n *html.Node, f *frame) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if isPassed(n.DataAtom) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		if w.breaks++; w.breaks > 1 {
			w.flush(f)
		}
		w.gap = true
		return
	case atom.A:
		w.gap = w.gap || w.afterLink // links side by side are parted by style
		w.inLink++
		defer func() { w.inLink--; w.afterLink = true }()
	case atom.Time:
		w.gap = true // times stand by headlines without a blank
		w.children(n, f)
		w.afterTime = true
		return
	case atom.Q:
		w.quote(n)
		w.children(n, f)
		w.unquote()
		return
	}
	own, isBlock := blockTag(n.DataAtom)
	if isBlock && (n.DataAtom == atom.Td || n.DataAtom == atom.Th) && !w.holdsBlock(n) {
		w.gap = true // the cells of a row of figures make one block
		w.children(n, f)
		w.gap = true
		return
	}
	said := w.classes.attributeMarks(n)
	if !isBlock && !w.standsAlone(n, f, said) {
		if said&markHidden == 0 || f.node.DataAtom != atom.P {
			w.children(n, f)
		}
		return
	}
	w.flush(f)
	inner := &frame{up: f, node: n, marks: own | said, depth: f.depth + 1}
	w.frames = append(w.frames, inner)
	w.children(n, inner)
	w.flush(inner)
}

// standsAlone tells whether an inline or custom element makes a block of its
// own: outside paragraphs where it is a part with a name (caption, byline), and
// custom elements where they hold blocks.
func (w *pageWalker) standsAlone(n *html.Node, f *frame, said mark) bool {
	if isCustom(n) {
		return w.holdsBlock(n)
	}
	switch f.node.DataAtom {
	case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.Blockquote, atom.Figcaption:
		return false
	}
	return said&(markHidden|markCaption|markByline|markSummary) != 0
}

// isCustom reports an element with a name of the page's own.
func isCustom(n *html.Node) bool {
	return n.Type == html.ElementNode && strings.Contains(n.Data, "-")
}

// holdsBlock reports an element with a block element or line break in it. What
// is found of custom elements is kept, since each of them is asked about, and
// they may stand one in the other.
func (w *pageWalker) holdsBlock(n *html.Node) (holds bool) {
	if isCustom(n) {
		if known, ok := w.blocky[n]; ok {
			return known
		}
		defer func() { w.blocky[n] = holds }()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isMute(c.DataAtom) {
			continue
		}
		if _, ok := blockTag(c.DataAtom); ok || c.DataAtom == atom.Br || w.holdsBlock(c) {
			return true
		}
	}
	return false
}

func (w *pageWalker) children(n *html.Node, f *frame) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, f)
	}
}

// text adds text to the open block, white space folded.
func (w *pageWalker) text(s string) {
	for len(s) > 0 {
		if n := plainRun(s); n > 0 {
			w.add(s[:n])
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case !invisible(r):
			w.add(s[:n])
		case r != 0xad && (r < 0x200b || r > 0x200f) && r != 0x2060 && r != 0xfeff:
			w.gap = true
		}
		s = s[n:]
	}
}

// plainRun is how much of the start of s is visible ASCII with single blanks
// between.
func plainRun(s string) int {
	i := 0
	for i < len(s) && (s[i] > ' ' && s[i] < utf8.RuneSelf || s[i] == ' ' && i > 0 && s[i-1] != ' ') {
		i++
	}
	if i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// add adds visible text to the open block, behind a blank where one is due.
func (w *pageWalker) add(s string) {
	before := len(w.buf)
	if before > 0 {
		if r, _ := utf8.DecodeRuneInString(s); w.gap || w.afterTime && unicode.IsLetter(r) {
			w.buf = append(w.buf, ' ')
		}
	}
	w.gap, w.afterLink, w.afterTime, w.breaks = false, false, false, 0
	w.buf = append(w.buf, s...)
	if w.inLink > 0 {
		w.links += len(w.buf) - before
	}
}

// openMarks and closeMarks are what browsers print round q elements, by depth.
var openMarks, closeMarks = [2]string{"“", "‘"}, [2]string{"”", "’"}

// quote prints the mark that opens a q element, unless its text has one.
func (w *pageWalker) quote(n *html.Node) {
	w.quotes++
	if !strings.ContainsRune(`"“«„'‘`, firstRune(w.sight.text(n, 64))) {
		w.text(openMarks[(w.quotes-1)%2])
	}
}

func (w *pageWalker) unquote() {
	w.quotes--
	if last, _ := utf8.DecodeLastRune(w.buf); !strings.ContainsRune(`"”»“'’`, last) {
		gap := w.gap
		w.gap = false
		w.text(closeMarks[w.quotes%2])
		w.gap = gap
	}
}

// flush ends the open block.
func (w *pageWalker) flush(f *frame) {
	if len(w.buf) > 0 {
		b := &pageBlock{frame: f, links: w.links}
		b.setText(string(w.buf))
		b.prose = isProse(b)
		w.blocks = append(w.blocks, b)
	}
	w.buf = w.buf[:0]
	w.links, w.breaks, w.gap, w.afterLink, w.afterTime = 0, 0, false, false, false
}

// linkedProse is how many bytes outside links make running text of a block that
// is mostly links.
const linkedProse = 80

// isProse reports a block that reads like running text: a sentence or more,
// not most of it links.
func isProse(b *pageBlock) bool {
	if b.links*2 > len(b.text) && len(b.text)-b.links < linkedProse || b.frame.marks&markHeading != 0 {
		return false
	}
	n := max(b.count, wideLetters(b.text)/2)
	return n >= 10 && (endsSentence(b.text) || lastMark(b.text) == ':' || n >= 25)
}

// wideLetters counts letters of scripts written without blanks, where about two
// make a word.
func wideLetters(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x2e80 && r < 0xa000 || r >= 0xe00 && r < 0xe80 {
			n++
		}
	}
	return n
}
