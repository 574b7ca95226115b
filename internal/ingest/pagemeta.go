package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"quotes/pkg/text"
)

// meta weighs what the page states in its head, in attributes and in its
// visible lines.
func (p *page) meta(body string) text.Meta {
	return text.Meta{
		SourceURL: p.st.address(),
		Site:      p.st.site(),
		Title:     p.title,
		Authors:   p.authors(),
		Published: p.published(),
		Lang:      pageLang(p.st.language(), body),
	}
}

// authors are the names that the page states: JSON-LD first, then meta
// elements, microdata, the visible byline. Where what is stated is the site
// itself, persons in the visible byline are surer.
func (p *page) authors() []string {
	visible := p.visibleAuthors()
	for _, names := range [][]string{p.st.ld.authors, p.metaAuthors(), namesOf(p.st.itemNames)} {
		if len(names) == 0 {
			continue
		}
		if len(visible) > 0 && p.isSite(names) {
			return visible
		}
		return names
	}
	return visible
}

func (p *page) metaAuthors() []string { return namesOf(p.st.authors) }

func namesOf(values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, statedNames(v)...)
	}
	return unique(out)
}

// isSite reports whether the only author stated is the site.
func (p *page) isSite(names []string) bool {
	return len(names) == 1 && wordsOf(names[0]) == wordsOf(p.st.site())
}

// bylineSpan is how many blocks before the headline and after the start of the
// body may hold byline and date.
const bylineSpan = 6

// frameBlocks visits the blocks round headline and start of the body, where
// byline and date stand.
func (p *page) frameBlocks(visit func(b *pageBlock) bool) {
	from := max(0, p.headline-bylineSpan)
	if p.headline < 0 {
		from = max(0, p.first-2*bylineSpan)
	}
	for i := from; i < len(p.blocks) && i < p.first+2; i++ {
		b := p.blocks[i]
		if i != p.headline && b.marks&(markRelated|markComments|markHidden|markTicker|markCaption) == 0 && !visit(b) {
			return
		}
	}
}

// visibleAuthors are the names of the visible byline.
func (p *page) visibleAuthors() []string {
	var out []string
	p.frameBlocks(func(b *pageBlock) bool {
		out = bylineNames(b.text)
		return out == nil
	})
	if out != nil {
		return out
	}
	p.frameBlocks(func(b *pageBlock) bool {
		if b.marks&markByline != 0 {
			if n := cleanName(b.text); n == b.text && isFullName(n) {
				out = []string{n}
			}
		}
		return out == nil
	})
	return out
}

// isFullName reports a name that is one even where nothing says so: an agency,
// or two words or more like a name's.
func isFullName(s string) bool {
	return isAgency(s) || countWords(s) >= 2 && countWords(s) <= 4 && looksLikeName(s) && labelOf(s) == noLabel && !isPromo(s)
}

var urlDay = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$)`)

// published is the date that the page states, the surest first; a later one
// with the time of day is taken where the first has the day alone.
func (p *page) published() string {
	stated := []string{p.st.ld.published}
	for _, t := range dateTags {
		stated = append(stated, isoDate(p.st.tags[t]))
	}
	stated = append(stated, p.st.itemDate, p.timeElement(), p.visibleDate())
	first := ""
	for _, d := range stated {
		switch {
		case d == "":
		case first == "":
			first = d
		case len(d) > len(first) && len(first) == len("2006-01-02") && strings.HasPrefix(d, first):
			return d
		}
	}
	if m := urlDay.FindStringSubmatch(strings.ToLower(p.st.address())); first == "" && m != nil {
		return validDay(m[1], monthNumber(m[2]), m[3])
	}
	return first
}

// timeElement is the date of the first time element that says it is the
// publication's, or of the first one in the byline's place.
func (p *page) timeElement() string {
	for _, n := range p.st.times {
		for _, a := range n.Attr {
			if a.Key == "pubdate" || a.Key == "class" && strings.Contains(strings.ToLower(a.Val), "publish") {
				if d := isoDate(firstOf(attr(n, "datetime"), p.st.sight.text(n, 200))); d != "" {
					return d
				}
			}
		}
	}
	first := p.st.firstTimes()
	found := ""
	p.frameBlocks(func(b *pageBlock) bool {
		if n := first[b.frame.node]; n != nil {
			found = isoDate(firstOf(attr(n, "datetime"), p.st.sight.text(n, 200)))
		}
		return found == ""
	})
	return found
}

// firstTimes maps elements to the first time element in them.
func (st *stated) firstTimes() map[*html.Node]*html.Node {
	first := map[*html.Node]*html.Node{}
	for _, t := range st.times {
		for n := t; n != nil && first[n] == nil; n = n.Parent {
			first[n] = t
		}
	}
	return first
}

// visibleDate is the date of the first line by the headline that holds one.
func (p *page) visibleDate() string {
	found := ""
	p.frameBlocks(func(b *pageBlock) bool {
		found = b.date()
		if found == "" && (b.marks&markByline != 0 || isByline(b.text)) {
			found = isoDate(b.text)
		}
		return found == ""
	})
	return found
}
