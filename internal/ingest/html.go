package ingest

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotes/pkg/text"
)

// parseHTML reads a page: its sections, and what it states about itself.
func parseHTML(name string, page []byte) (*text.Article, error) {
	classes := classCache{}
	page = lean(page, classes)
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		root, err = html.Parse(bytes.NewReader(flatten(page)))
	}
	if err != nil {
		return nil, err
	}
	p := readPage(root, classes)
	a := &text.Article{ID: name}
	p.write(a, p.sections)
	a.Meta = p.meta(a.Text)
	return a, nil
}

// write builds the article's text: the blocks parted by blank lines, in page
// order, the strip of news, headline and summary first and the other stories
// last.
func (w *pageWalker) write(a *text.Article, sections []text.Section) {
	var b strings.Builder
	size := 0
	for _, block := range w.blocks {
		size += len(block.text) + 2
	}
	b.Grow(size)
	for _, group := range [][2]text.Section{{text.Ticker}, {text.Headline}, {text.Summary}, {text.Body, text.Caption}, {text.Related}} {
		for i, s := range sections {
			if s == leftOut || s != group[0] && s != group[1] {
				continue
			}
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			from := b.Len()
			b.WriteString(w.blocks[i].text)
			a.Blocks = append(a.Blocks, text.Block{Section: s, Span: text.Span{Start: from, End: b.Len()}, Published: w.blocks[i].published})
		}
	}
	a.Text = b.String()
}

// flatten rewrites a page that is nested too deeply for the parser: every
// block element becomes a paragraph, inline elements are left out. It reads
// the tokens only, in linear time and without a stack.
func flatten(page []byte) []byte {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(page))
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.TextToken:
			if skip == 0 {
				out.Write(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := append([]byte(nil), z.Raw()...)
			name, _ := z.TagName()
			skip = flattenTag(&out, atom.Lookup(name), raw, skip)
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			}
			flattenEnd(&out, a)
		}
	}
}

// flattenTag writes a start tag, and gives the element whose text is passed
// over from here on.
func flattenTag(out *bytes.Buffer, a atom.Atom, raw []byte, skip atom.Atom) atom.Atom {
	_, isBlock := blockTag(a)
	switch {
	case a == atom.Script && bytes.Contains(raw, []byte("ld+json")), a == atom.Meta, a == atom.Link, a == atom.Title, a == atom.H1:
		out.Write(raw)
	case a == atom.Script, a == atom.Style:
		return a
	case isBlock, a == atom.Br:
		out.WriteString("<p>")
	}
	return skip
}

func flattenEnd(out *bytes.Buffer, a atom.Atom) {
	_, isBlock := blockTag(a)
	switch {
	case a == atom.Script, a == atom.Title, a == atom.H1: // which may stand alone
		out.WriteString("</" + a.String() + "><p>")
	case isBlock:
		out.WriteString("<p>")
	}
}
