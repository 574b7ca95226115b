package ingest

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

// classTable is what words of a class say. starts has for the first two letters
// of each word a bit for its length, so that most words that say nothing need
// not be looked up.
type classTable struct {
	words  map[string]mark
	starts [26][26]uint32
}

// maxClassWord is the length in bytes of the longest word of data/classes.txt
// that there may be.
const maxClassWord = 31

var classWords = sync.OnceValue(func() *classTable {
	t := &classTable{words: map[string]mark{}}
	for _, l := range dataLines(classFile) {
		f := strings.Fields(l)
		for _, w := range f[1:] {
			t.words[w] |= classKinds[f[0]]
			t.starts[w[0]-'a'][w[1]-'a'] |= 1 << len(w)
		}
	}
	return t
})

// of is what a word in lower case says.
func (t *classTable) of(w []byte) mark {
	if len(w) < 2 || len(w) > maxClassWord {
		return 0
	}
	if first, second := w[0]-'a', w[1]-'a'; first >= 26 || second >= 26 || t.starts[first][second]>>len(w)&1 == 0 {
		return 0
	}
	return t.words[string(w)]
}

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
			if hides(a.Val) {
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

// hides reports the style of what is not to be seen.
func hides(style string) bool {
	s := strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}

var roleMarks = map[string]mark{
	"navigation": markDrop, "complementary": markDrop, "contentinfo": markDrop, "banner": markDrop, "search": markDrop, "dialog": markDrop,
	"alertdialog": markDrop, "menu": markDrop, "menubar": markDrop, "toolbar": markDrop, "tablist": markDrop,
}

var propMarks = map[string]mark{
	"articlebody": markBody, "caption": markCaption, "author": markByline, "datepublished": markByline, "datemodified": markByline,
	"copyrightholder": markCaption, "comment": markComments,
}

// classMarks is what a class or id says.
func (c classCache) classMarks(s string) mark {
	m, known := c[s]
	if !known {
		m = readClass(s)
		c[s] = m
	}
	return m
}

// readClass looks up the words of a class or id, which end at marks, digits
// and changes of case: each word by itself, and each two neighbours of one
// class joined ("most-read" as "mostread").
func readClass(s string) mark {
	r := classReader{table: classWords()}
	lower := false
	for _, c := range s {
		up := c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsUpper(c)
		letter := up || c >= 'a' && c <= 'z' || c >= utf8.RuneSelf && unicode.IsLetter(c)
		if !letter || up && lower {
			r.end()
		}
		switch {
		case letter:
			r.add(c)
		case unicode.IsSpace(c):
			r.before = 0
		}
		lower = letter && !up && (c < utf8.RuneSelf || unicode.IsLower(c))
	}
	r.end()
	return r.said
}

// classReader holds a word of a class and the one before it.
type classReader struct {
	table  *classTable
	buf    [2 * (maxClassWord + 1)]byte
	before int // length of the word before, 0: none
	n      int // length of the word
	said   mark
}

// add adds a letter. One that is not of ASCII stands in no word that says
// something, nor does one behind the longest of them.
func (r *classReader) add(c rune) {
	if r.n > maxClassWord {
		return
	}
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	r.buf[r.before+r.n] = byte(min(c, utf8.RuneSelf))
	r.n++
}

// end ends a word.
func (r *classReader) end() {
	if r.n == 0 {
		return
	}
	both := r.buf[:r.before+r.n]
	r.said |= r.table.of(both[r.before:]) | r.table.of(both)
	if copy(r.buf[:], both[r.before:]); r.n > maxClassWord {
		r.n = 0
	}
	r.before, r.n = r.n, 0
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
			return b.count < 120
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
