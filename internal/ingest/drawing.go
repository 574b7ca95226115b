package ingest

import "bytes"

// Inside a drawing (svg) or formula (math) the parser reads by other rules: no
// element is without markup, tags may close themselves, and tags that only
// HTML has end it.

// drawing passes a drawing or formula whose attributes start at a place and
// leaves it out; -1 where it holds what is not simple.
func (l *leaner) drawing(start, at int, name []byte) int {
	inner := tagEnd(l.in, at)
	if inner < 0 {
		return -1
	}
	l.opened = true
	if slash, alone := endSlash(l.in[at:inner]); slash {
		if !alone {
			return -1
		}
		return inner
	}
	d := drawn{in: l.in, at: inner}
	d.open(name)
	switch d.run() {
	case shut:
		return l.element(start, inner, d.at, name)
	case left:
		return d.at
	}
	return -1
}

// drawn follows the elements of a drawing.
type drawn struct {
	in    []byte
	at    int
	stack [maxDrawn][]byte // names of the open elements
	depth int
}

// maxDrawn is how deep elements of a drawing may be nested.
const maxDrawn = 48

// drawnTo is where in a drawing a place is.
type drawnTo int

const (
	inside drawnTo = iota
	shut           // at its end tag
	left           // at a tag that HTML alone has
	lost           // not known
)

func (d *drawn) run() drawnTo {
	for {
		i := bytes.IndexByte(d.in[d.at:], '<')
		if i < 0 || d.depth == maxDrawn {
			return lost
		}
		if o := d.tag(d.at + i); o != inside {
			return o
		}
	}
}

func (d *drawn) open(name []byte) {
	d.stack[d.depth] = name
	d.depth++
}

// tag passes what starts with the "<" at a place.
func (d *drawn) tag(at int) drawnTo {
	rest := d.in[at+1:]
	end := -1
	switch {
	case len(rest) > 0 && isLetter(rest[0]):
		return d.startTag(at)
	case len(rest) > 1 && rest[0] == '/' && isLetter(rest[1]):
		return d.endTag(at)
	case bytes.HasPrefix(rest, []byte("!--")):
		if end = commentEnd(rest[3:]); end >= 0 {
			end += 3
		}
	case bytes.HasPrefix(rest, []byte("![CDATA[")):
		if end = bytes.Index(rest, []byte("]]>")); end >= 0 {
			end += len("]]>")
		}
	case len(rest) > 0 && (rest[0] == '/' || rest[0] == '!' || rest[0] == '?'):
		end = bytes.IndexByte(rest, '>')
	default:
		end = 0
	}
	if end < 0 {
		return lost
	}
	d.at = at + 1 + end
	return inside
}

func (d *drawn) endTag(at int) drawnTo {
	end := pastName(d.in, at+2)
	name := d.in[at+2 : end]
	for i := d.depth - 1; i >= 0; i-- {
		if bytes.EqualFold(d.stack[i], name) {
			if d.depth = i; i == 0 {
				d.at = at
				return shut
			}
			if d.at = tagEnd(d.in, end); d.at < 0 {
				return lost
			}
			return inside
		}
	}
	return lost
}

func (d *drawn) startTag(at int) drawnTo {
	end := pastName(d.in, at+1)
	raw := d.in[at+1 : end]
	var buf [16]byte
	name := lowerIn(buf[:], raw)
	if d.at = tagEnd(d.in, end); d.at < 0 || notDrawn[string(name)] {
		return lost
	}
	if outOfDrawings[string(name)] {
		d.at = at
		return left
	}
	slash, alone := endSlash(d.in[end:d.at])
	switch {
	case slash && alone:
		return inside
	case ofText[string(name)]:
		return d.text(raw)
	}
	d.open(raw)
	return inside
}

// text passes an element of text and its end tag.
func (d *drawn) text(name []byte) drawnTo {
	i := bytes.IndexByte(d.in[d.at:], '<')
	if i < 0 {
		return lost
	}
	at := d.at + i
	if rest := d.in[at+1:]; len(rest) <= len(name)+1 || rest[0] != '/' || !bytes.EqualFold(rest[1:1+len(name)], name) || !isTagBreak(rest[1+len(name)]) {
		return lost
	}
	if d.at = tagEnd(d.in, at+2+len(name)); d.at < 0 {
		return lost
	}
	return inside
}

// endSlash reports the attributes of a tag, its ">" with them, that end in a
// slash, and whether it stands alone: at the end of a value it closes nothing.
func endSlash(s []byte) (slash, alone bool) {
	n := len(s) - len("/>")
	if n < 0 || s[n] != '/' {
		return false, false
	}
	end := 0
	for at := pastSpace(s, 0); s[at] != '>'; {
		a := attributeAt(s, at)
		at, end = pastSpace(s, a.next), a.end
	}
	return true, end <= n
}

var (
	// notDrawn are elements that are not simple: other rules hold in them or with
	// their attributes, or they end drawings and are left out themselves.
	notDrawn = wordSet("foreignobject annotation-xml font img")
	// ofText are elements that hold text as HTML reads it.
	ofText = wordSet("title desc mi mo mn ms mtext")
	// outOfDrawings are tags that end all drawings around them.
	outOfDrawings = wordSet("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var")
)
