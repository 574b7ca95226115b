package ingest

import "bytes"

// leaner writes a page without what nobody reads of it, three quarters of the
// bytes of a news page, each of which would cost the parser time: scripts,
// styles, drawings, comments, links to other files, pictures, attributes that
// say nothing here, white space after tags but its first byte. Scripts with
// JSON-LD stay. Tags are told as the parser tells them; from a place on where
// that is not simple the page stays as it is.
type leaner struct {
	in      []byte
	out     []byte
	from    int  // the first byte of in that is neither written nor left out
	text    bool // text stands before, and no tag behind it
	pieces  int  // of text since they were parted
	run     int  // how many of them there may be
	scoped  bool // a table or the like stands before
	inlines inlines
	opened  bool // a tag or the document type stands before
	classes classCache
}

// lean gives a page as the parser is to read it.
func lean(page []byte, classes classCache) []byte {
	l := &leaner{in: page, out: make([]byte, 0, len(page)/4), classes: classes, run: maxRun}
	return l.all()
}

func (l *leaner) all() []byte {
	for at, page := 0, l.in; at < len(page); {
		before := at
		at = l.pastBlank(at)
		i := bytes.IndexByte(page[at:], '<')
		if i < 0 {
			break
		}
		l.text = l.text || at+i > before
		l.part(at+i, i > 0)
		at += i + 1
		next := l.markup(at)
		if next < 0 {
			return l.asIs()
		}
		if next != l.from { // what is left out does not part texts
			l.text = next == at // the "<" is text itself
		}
		at = next
	}
	return append(l.out, l.in[l.from:]...)
}

// maxRun is how many pieces of text the parser may put together: it copies all
// of them for each.
const maxRun = 128

// part parts the text that ends at a place from what follows now and then, with
// what changes nothing there: an element that breaks no line where the text is
// more than white space, a comment where it is not.
func (l *leaner) part(at int, visible bool) {
	if !l.text {
		return
	}
	if l.pieces++; l.pieces < l.run || !endsText(l.in[at:]) {
		return
	}
	l.leave(at, at)
	l.text = false
	if visible {
		l.out = append(l.out, "<wbr>"...)
		l.pieces = 0
	} else {
		l.out = append(l.out, "<!---->"...)
	}
}

// markup passes what stands behind a "<".
func (l *leaner) markup(at int) int {
	if at < len(l.in) && isLetter(l.in[at]) {
		return l.startTag(at)
	}
	return l.other(at)
}

// asIs gives the page with the rest as it is, all of it where there may be a
// set of frames: that counts only where no picture stands before. Where the
// parser might copy too much, it gives a flat page.
func (l *leaner) asIs() []byte {
	rest := l.in[l.from:]
	framed := hasFold(rest, "<frameset")
	if framed {
		rest = l.in
	}
	switch {
	case len(rest)*bytes.Count(rest, []byte("<")) > maxCopied:
		return flatten(l.in)
	case framed:
		return rest
	}
	return append(l.out, rest...)
}

// maxCopied is how many bytes the parser may copy of texts that it puts
// together, at worst.
const maxCopied = 1 << 35

// leave leaves out in[from:to] and writes what stands before it.
func (l *leaner) leave(from, to int) {
	l.out = append(l.out, l.in[l.from:from]...)
	l.from = to
}

// pastBlank passes white space and leaves out all of it but its first byte.
func (l *leaner) pastBlank(at int) int {
	end := pastSpace(l.in, at)
	if end > at+1 {
		l.leave(at+1, end)
	}
	return end
}

// content is what becomes of an element and of what stands in it.
type content int

const (
	markup   content = iota
	verbatim         // no markup, stays
	unread           // no markup, left out
	script           // no markup, left out with its tags unless it is JSON-LD
	drawing          // left out with its tags
	link             // left out unless it states the page's address
	picture          // left out unless its attributes say something
	inline           // goes on behind the end of a paragraph unless it is closed
	scope            // stays, other rules hold for text and inline elements in it
	theRest          // is not told
)

// contents are the elements that are not simply markup.
var contents = map[string]content{
	"textarea": verbatim, "title": verbatim, "noembed": verbatim, "noframes": verbatim, "xmp": verbatim, "iframe": unread, "noscript": unread,
	"script": script, "style": script, "svg": drawing, "math": drawing, "link": link, "img": picture, "source": picture, "plaintext": theRest,
	"table": scope, "object": scope, "applet": scope, "marquee": scope, "template": scope, "frameset": theRest,
	"a": inline, "b": inline, "big": inline, "code": inline, "em": inline, "font": inline, "i": inline, "nobr": inline, "s": inline,
	"small": inline, "strike": inline, "strong": inline, "tt": inline, "u": inline,
}

// startTag passes the start tag whose name starts at a place, and the content
// of an element without markup; -1 where nothing more is told.
func (l *leaner) startTag(at int) int {
	start, end := at-1, pastName(l.in, at)
	var buf [16]byte
	name := lowerIn(buf[:], l.in[at:end])
	kind := contents[string(name)]
	switch kind {
	case theRest:
		return -1
	case scope:
		l.scoped = true
		l.inlines.enter()
	case script:
		return l.script(start, end, name)
	case drawing:
		return l.drawing(start, end, name)
	case link:
		return l.link(start, end)
	}
	written, from, before := len(l.out), l.from, l.before(start)
	at, said := l.attributes(end, string(name))
	switch {
	case at < 0:
	case kind == inline:
		l.inlines.start(name, said)
	case kind == picture && !said && l.mayGo(before, at) && !l.inlines.goOn():
		l.out, l.from = l.out[:written], from
		l.leave(start, at)
	case kind == verbatim:
		at = rawEnd(l.in, at, name)
	case kind == unread:
		inner := at
		if at = rawEnd(l.in, inner, name); at >= 0 {
			l.leave(inner, at)
		}
	}
	l.opened = true
	return at
}

// mayGo tells whether an element or comment with a byte before it may be left
// out: not before the document type, where it is what makes the page an old
// one, not where the text before would go on behind it and mean something else
// ("<", "&am"), nor in a table, where white space stays and other text does
// not, where it parts one from the other.
func (l *leaner) mayGo(before byte, end int) bool {
	switch {
	case !l.opened:
		return false
	case l.scoped:
		next := pastSpace(l.in, end)
		blank := next == len(l.in) || l.in[next] == '<'
		return blank && (isTagSpace(before) || !l.text || next == end) || !l.text && next == end
	}
	return before == '>' || isTagSpace(before) || end == len(l.in) || l.in[end] == '<' || isTagSpace(l.in[end])
}

// before is the byte that will stand before what starts at a place, 0 where
// there is none.
func (l *leaner) before(start int) byte {
	switch {
	case l.from < start:
		return l.in[start-1]
	case len(l.out) > 0:
		return l.out[len(l.out)-1]
	}
	return 0
}

// element leaves out an element that ends with the end tag at close, or else
// what stands in it.
func (l *leaner) element(start, inner, close int, name []byte) int {
	end := tagEnd(l.in, close+len("</")+len(name))
	switch {
	case end < 0:
	case l.mayGo(l.before(start), end) && (contents[string(name)] != drawing || !l.inlines.goOn()):
		l.leave(start, end)
	default:
		l.leave(inner, close)
	}
	l.opened = true
	return end
}

// script passes a script or style whose attributes start at a place.
func (l *leaner) script(start, at int, name []byte) int {
	inner := tagEnd(l.in, at)
	if inner < 0 {
		return -1
	}
	close := rawEnd(l.in, inner, name)
	if close < 0 {
		return -1
	}
	tag, code := l.in[at:inner], l.in[inner:close]
	switch isScript := len(name) == len("script"); {
	case isScript && bytes.Contains(code, []byte("<!--")) && hasFold(code, "<script"):
		return -1 // may not end here
	case isScript && saysFold(tag, "ld+json"):
		l.opened = true
		return close
	}
	return l.element(start, inner, close, name)
}

// link passes a link whose attributes start at a place.
func (l *leaner) link(start, at int) int {
	end := tagEnd(l.in, at)
	if end >= 0 && !saysFold(l.in[at:end], "canonical") && l.mayGo(l.before(start), end) {
		l.leave(start, end)
		return end
	}
	l.opened = true
	end, _ = l.attributes(at, "link")
	return end
}

// attributes passes the attributes of a tag that start at a place, leaves out
// those that say nothing, and reports whether any stays. end is behind the
// tag, -1 where it has no end.
func (l *leaner) attributes(at int, tag string) (end int, said bool) {
	seen := told(0)
	for at < len(l.in) {
		before := at
		if at = pastSpace(l.in, at); at == len(l.in) {
			break
		}
		if l.in[at] == '>' {
			return at + 1, said
		}
		a := attributeAt(l.in, at)
		kind := tells(tag, l.in[at:a.name])
		switch {
		case a.name == at: // a slash by itself
		case kind != 0 && (kind == tellsOther || kind&seen == 0) && l.keeps(kind, l.in[a.value:a.end]): // of two alike the first counts
			said = true
		case startsWith(l.in[pastSpace(l.in, a.stop):], '='): // would give its value to the attribute before
		case a.stop < len(l.in) && (l.in[a.stop] == '>' || isTagSpace(l.in[a.stop])):
			l.leave(before, a.stop)
		default: // what follows must not stick to what stands before
			l.leave(at, a.stop)
		}
		seen |= kind
		at = a.next
	}
	return -1, said
}

// told is a set of attributes that tell something to whom reads the page.
type told uint

const (
	tellsClass told = 1 << iota
	tellsID
	tellsComponent
	tellsTest
	tellsModule
	tellsType
	tellsStyle
	tellsRel
	tellsOther // always kept, one or more
)

// tells says which attribute of a tag a name is, 0 for those that tell nothing.
func tells(tag string, name []byte) told {
	var buf [16]byte
	switch string(lowerIn(buf[:], name)) {
	case "class":
		if tag == "time" {
			return tellsOther
		}
		return tellsClass
	case "id":
		return tellsID
	case "data-component":
		return tellsComponent
	case "data-testid":
		return tellsTest
	case "data-module":
		return tellsModule
	case "data-type":
		return tellsType
	case "style":
		if tag == "body" {
			return tellsOther // a later tag of its kind adds what the first has not
		}
		return tellsStyle
	case "rel":
		return tellsRel
	case "hidden", "aria-hidden", "role", "itemprop", "datetime", "pubdate", "content":
		return tellsOther
	case "name", "property", "http-equiv":
		return onlyOf(tag, "meta")
	case "type":
		return onlyOf(tag, "input")
	case "href":
		return onlyOf(tag, "link")
	case "lang":
		return onlyOf(tag, "html")
	}
	return 0
}

func onlyOf(tag, kind string) told {
	if tag == kind {
		return tellsOther
	}
	return 0
}

// keeps tells whether an attribute of a kind says something by its value.
func (l *leaner) keeps(kind told, value []byte) bool {
	switch {
	case kind == tellsOther, isEscaped(value):
		return true
	case kind == tellsStyle:
		return hides(string(value))
	case kind == tellsRel:
		return hasFold(value, "author") || hasFold(value, "canonical")
	}
	m, known := l.classes[string(value)]
	if !known {
		m = l.classes.classMarks(string(value))
	}
	return m != 0
}

// isEscaped reports a value that the parser reads as another.
func isEscaped(value []byte) bool { return bytes.IndexByte(value, '&') >= 0 }

// other passes what starts with "<" and is no start tag.
func (l *leaner) other(at int) int {
	rest := l.in[at:]
	switch {
	case bytes.HasPrefix(rest, []byte("!--")):
		end := commentEnd(rest[3:])
		if end < 0 {
			return -1
		}
		if end += at + 3; l.mayGo(l.before(at-1), end) {
			l.leave(at-1, end)
		}
		return end
	case bytes.HasPrefix(rest, []byte("![CDATA[")):
		return -1
	case len(rest) > 1 && rest[0] == '/' && isLetter(rest[1]):
		end := pastName(l.in, at+1)
		l.inlines.end(l.in[at+1 : end])
		return tagEnd(l.in, end)
	case len(rest) > 0 && (rest[0] == '/' || rest[0] == '!' || rest[0] == '?'):
		l.opened = l.opened || hasFold(rest[:min(len(rest), len("!doctype"))], "!doctype")
		if end := bytes.IndexByte(rest, '>'); end >= 0 {
			return at + end + 1
		}
		return -1
	}
	return at
}
