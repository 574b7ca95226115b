package ingest

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sight is how many nodes may still be looked at for what stands in elements.
// Elements that are asked about may lie one in the other.
type sight int

// maxSight is more than news pages have.
const maxSight = 200_000

// text is the text of a node, white space folded: at most max visible bytes.
func (s *sight) text(n *html.Node, max int) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		*s--
		if n.Type == html.TextNode {
			end, seen := visible(n.Data, max)
			b.WriteString(n.Data[:end])
			max -= seen
		}
		for c := n.FirstChild; c != nil && max > 0 && *s > 0; c = c.NextSibling {
			if !isMute(c.DataAtom) {
				add(c)
			}
		}
	}
	add(n)
	return fold(b.String())
}

// find is the first node in a node, in page order, that fits; nil if none does.
func (s *sight) find(n *html.Node, fits func(*html.Node) bool) *html.Node {
	for c := n.FirstChild; c != nil && *s > 0; c = c.NextSibling {
		*s--
		if isMute(c.DataAtom) {
			continue
		}
		if fits(c) {
			return c
		}
		if found := s.find(c, fits); found != nil {
			return found
		}
	}
	return nil
}

// visible is how much of the start of a text holds max bytes, or the character
// that max is in, that are no white space, and how many it holds.
func visible(s string, max int) (end, seen int) {
	for ; end < len(s) && (seen < max || !utf8.RuneStart(s[end])); end++ {
		if !isTagSpace(s[end]) {
			seen++
		}
	}
	return end, seen
}

// isMute reports elements in which nothing is said of the page, nor any text
// of it.
func isMute(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Svg, atom.Math, atom.Noscript, atom.Template, atom.Iframe, atom.Link:
		return true
	}
	return false
}

// rawText is the text of an element that holds nothing else.
func rawText(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
