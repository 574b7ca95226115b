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
	links int  // bytes of it that stand in links
	prose bool // reads like running text
	marks mark // of all frames around it, once they are settled

	published string // date printed by another story's headline
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
}

// visibleBlocks gives the blocks of a page. The parser keeps trees below 512
// elements deep, so that the walk may recurse.
func visibleBlocks(root *html.Node) *pageWalker {
	w := &pageWalker{classes: classCache{}, blocky: map[*html.Node]bool{}}
	w.walk(root, &frame{node: root})
	return w
}

// passed are elements whose text no reader sees, or that are controls.
var passed = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Map: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Input: true, atom.Option: true, atom.Label: true, atom.Datalist: true,
	atom.Title: true, atom.Meta: true, atom.Link: true, atom.Progress: true, atom.Meter: true, atom.Rp: true, atom.Rt: true,
}

// blockTags are the elements that start and end a block.
var blockTags = map[atom.Atom]mark{
	atom.P: 0, atom.Div: 0, atom.Section: 0, atom.Article: 0, atom.Main: 0, atom.Header: 0, atom.Body: 0, atom.Html: 0, atom.Center: 0,
	atom.Ul: 0, atom.Ol: 0, atom.Dl: 0, atom.Dt: 0, atom.Dd: 0, atom.Pre: 0, atom.Hr: 0, atom.Address: 0, atom.Figure: 0, atom.Form: 0,
	atom.Fieldset: 0, atom.Details: 0, atom.Summary: 0, atom.Picture: 0, atom.Hgroup: 0,
	atom.Li: markItem, atom.Blockquote: markQuote,
	atom.Table: markTable, atom.Tbody: 0, atom.Thead: 0, atom.Tfoot: 0, atom.Tr: 0, atom.Td: 0, atom.Th: 0,
	atom.Caption: markCaption, atom.Figcaption: markCaption,
	atom.Nav: markDrop, atom.Footer: markDrop, atom.Aside: markDrop, atom.Menu: markDrop, atom.Dialog: markDrop,
	atom.H1: markHeading | markTitle, atom.H2: markHeading, atom.H3: markHeading, atom.H4: markHeading, atom.H5: markHeading, atom.H6: markHeading,
}

func (w *pageWalker) walk(n *html.Node, f *frame) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if passed[n.DataAtom] {
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
	own, isBlock := blockTags[n.DataAtom]
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
		if _, ok := blockTags[c.DataAtom]; ok || c.DataAtom == atom.Br || w.holdsBlock(c) {
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
	for _, r := range s {
		if invisible(r) {
			if r != 0xad && (r < 0x200b || r > 0x200f) && r != 0x2060 && r != 0xfeff {
				w.gap = true
			}
			continue
		}
		before := len(w.buf)
		if (w.gap || w.afterTime && unicode.IsLetter(r)) && before > 0 {
			w.buf = append(w.buf, ' ')
		}
		w.gap, w.afterLink, w.afterTime, w.breaks = false, false, false, 0
		w.buf = utf8.AppendRune(w.buf, r)
		if w.inLink > 0 {
			w.links += len(w.buf) - before
		}
	}
}

// openMarks and closeMarks are what browsers print round q elements, by depth.
var openMarks, closeMarks = [2]string{"“", "‘"}, [2]string{"”", "’"}

// quote prints the mark that opens a q element, unless its text has one.
func (w *pageWalker) quote(n *html.Node) {
	w.quotes++
	if !strings.ContainsRune(`"“«„'‘`, firstRune(strings.TrimSpace(nodeText(n, 64)))) {
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
		b := &pageBlock{frame: f, text: string(w.buf), links: w.links}
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
	n := max(countWords(b.text), wideLetters(b.text)/2)
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

// nodeText is the text of a node, at most max bytes of it.
func nodeText(n *html.Node, max int) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil && b.Len() < max; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
