package ingest

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed data/classes.txt
var classFile string

// classKinds names the marks as data/classes.txt does.
var classKinds = map[string]mark{
	"drop": markDrop, "comments": markComments, "related": markRelated, "ticker": markTicker, "caption": markCaption,
	"byline": markByline, "summary": markSummary, "body": markBody,
}

// classWords maps a word of a class to what it says.
var classWords = sync.OnceValue(func() map[string]mark {
	m := map[string]mark{}
	for _, l := range dataLines(classFile) {
		f := strings.Fields(l)
		for _, w := range f[1:] {
			m[w] |= classKinds[f[0]]
		}
	}
	return m
})

// classCache keeps what the classes of a page say: few classes stand on many
// elements.
type classCache map[string]mark

// attributeMarks is what the attributes of an element say.
func (c classCache) attributeMarks(n *html.Node) mark {
	var m mark
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-module", "data-type":
			if n.DataAtom != atom.Body && n.DataAtom != atom.Html && len(a.Val) < 400 {
				m |= c.classMarks(a.Val)
			}
		case "hidden":
			m |= markHidden
		case "aria-hidden":
			if a.Val == "true" {
				m |= markHidden
			}
		case "style":
			if s := strings.ReplaceAll(strings.ToLower(a.Val), " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				m |= markHidden
			}
		case "role":
			m |= roleMarks[strings.ToLower(a.Val)]
		case "itemprop":
			m |= propMarks[strings.ToLower(a.Val)]
		}
	}
	return m
}

var roleMarks = map[string]mark{
	"navigation": markDrop, "complementary": markDrop, "contentinfo": markDrop, "banner": markDrop, "search": markDrop, "dialog": markDrop,
	"alertdialog": markDrop, "menu": markDrop, "menubar": markDrop, "toolbar": markDrop, "tablist": markDrop,
}

var propMarks = map[string]mark{
	"articlebody": markBody, "caption": markCaption, "author": markByline, "datepublished": markByline, "datemodified": markByline,
	"copyrightholder": markCaption, "comment": markComments,
}

// classMarks looks up the words of a class or id: each word by itself, and
// each two neighbours joined ("most-read" as "mostread").
func (c classCache) classMarks(s string) mark {
	m, known := c[s]
	if known {
		return m
	}
	for _, class := range strings.Fields(s) {
		words := classParts(class)
		for i, w := range words {
			m |= classWords()[w]
			if i > 0 {
				m |= classWords()[words[i-1]+w]
			}
		}
	}
	c[s] = m
	return m
}

// classParts splits a class at marks, digits and changes of case.
func classParts(s string) []string {
	var out []string
	from := -1
	lower := false
	for i, r := range s {
		up := unicode.IsUpper(r)
		if from >= 0 && (!unicode.IsLetter(r) || up && lower) {
			out = append(out, strings.ToLower(s[from:i]))
			from = -1
		}
		if from < 0 && unicode.IsLetter(r) {
			from = i
		}
		lower = unicode.IsLower(r)
	}
	if from >= 0 {
		out = append(out, strings.ToLower(s[from:]))
	}
	return out
}

// settle sums up the prose of each frame, and gives each block the marks of
// the frames around it that count. A mark that takes its frame out of the
// article does not count where the frame holds so much of the page's prose
// that it must be around the article.
func (w *pageWalker) settle() {
	total := 0
	for _, b := range w.blocks {
		if !b.prose || b.captioned() {
			continue
		}
		n := len(b.text) - b.links
		total += n
		for f := b.frame; f != nil; f = f.up {
			f.prose += n
		}
	}
	w.markTeasers(total)
	for _, b := range w.blocks {
		for f := b.frame; f != nil; f = f.up {
			b.marks |= f.counted(total)
		}
	}
}

// captioned reports a block right inside a caption: galleries of pictures hold
// more prose than some articles.
func (b *pageBlock) captioned() bool {
	for f, n := b.frame, 0; f != nil && n < 3; f, n = f.up, n+1 {
		if f.marks&markCaption != 0 {
			return countWords(b.text) < 120
		}
	}
	return false
}

// mainShare is the share of a page's prose, in percent, from which on a frame
// is taken for a part of the article's wrapping.
const mainShare = 40

// away are the marks that take a block out of the article.
const away = markDrop | markComments | markRelated | markTicker | markCaption | markByline | markHidden

// counted gives the marks of a frame that hold.
func (f *frame) counted(total int) mark {
	m := f.marks
	if f.prose*100 > total*mainShare {
		m &^= away | markSummary | markItem
	}
	return m
}

// A teaser of another story stays below oneTeaser percent of a page's prose, or
// below someTeasers where at least three stand side by side.
const (
	oneTeaser   = 15
	someTeasers = 35
)

// markTeasers marks the frames of other stories' teasers: a heading that is a
// link from end to end, little prose, and no heading of another kind.
func (w *pageWalker) markTeasers(total int) {
	w.markHeaded()
	beside := map[*frame]int{}
	var teasers []*frame
	for _, b := range w.blocks {
		if !linkedHeading(b) {
			continue
		}
		f := b.frame
		for f.up != nil && !f.up.headed && (f.prose == 0 || f.up.prose == f.prose) {
			f = f.up
		}
		if f.prose > 0 {
			teasers = append(teasers, f)
			beside[f.up]++
		}
	}
	for _, f := range teasers {
		if f.prose*100 <= total*oneTeaser || f.prose*100 <= total*someTeasers && beside[f.up] >= 3 {
			f.marks |= markRelated
		}
	}
}

// linkedHeading reports a heading, not the page's, that is all link.
func linkedHeading(b *pageBlock) bool {
	return b.frame.marks&markHeading != 0 && b.frame.marks&markTitle == 0 && b.links*10 >= len(b.text)*9
}

// markHeaded notes the frames that hold a heading which is no link.
func (w *pageWalker) markHeaded() {
	for _, b := range w.blocks {
		if b.frame.marks&markHeading == 0 || linkedHeading(b) {
			continue
		}
		for f := b.frame; f != nil && !f.headed; f = f.up {
			f.headed = true
		}
	}
}
