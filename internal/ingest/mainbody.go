package ingest

import (
	"golang.org/x/net/html/atom"

	"quotes/pkg/text"
)

// Sections of page blocks while they are told apart; "" is left out.
const leftOut text.Section = ""

// frameShare is the share of its parent's prose, in percent, that a frame must
// hold to be taken for the article's wrapping rather than a part of it.
const frameShare = 90

// bodyShare is the share of the page's prose, in percent, that a frame which
// calls itself the article's must hold to be believed.
const bodyShare = 25

// proseTree sums up the prose that may be the article's by frame.
type proseTree struct {
	root  *frame
	prose map[*frame]int
	inner map[*frame][]*frame // frames with prose, in page order
}

func (w *pageWalker) proseTree() *proseTree {
	t := &proseTree{prose: map[*frame]int{}, inner: map[*frame][]*frame{}}
	for _, b := range w.blocks {
		if !b.prose || b.marks&away != 0 {
			continue
		}
		for f := b.frame; f != nil; f = f.up {
			if f.up == nil {
				t.root = f
			} else if t.prose[f] == 0 {
				t.inner[f.up] = append(t.inner[f.up], f)
			}
			t.prose[f] += max(len(b.text)-b.links, 1)
		}
	}
	return t
}

// mainFrame finds the frame of the article: the one that calls itself so, or
// else from the page inwards as long as one frame holds nearly all the prose
// of the one around it.
func (w *pageWalker) mainFrame() *frame {
	t := w.proseTree()
	at := t.root
	if f := w.declared(t); f != nil {
		at = f
	}
	for at != nil {
		var best *frame
		for _, f := range t.inner[at] {
			if t.prose[f]*100 >= t.prose[at]*frameShare {
				best = f
			}
		}
		if best == nil || blockLike(best) {
			break
		}
		at = best
	}
	return at
}

// declared finds the frame that calls itself the article's text, or the
// article: the one with most prose, where it has enough of the page's and the
// others of its kind have little.
func (w *pageWalker) declared(t *proseTree) *frame {
	for _, kind := range []func(*frame) bool{
		func(f *frame) bool { return f.marks&markBody != 0 },
		func(f *frame) bool { return f.node.DataAtom == atom.Article },
	} {
		best, outer, sum := w.ofKind(t, kind)
		if best == nil || sum*100 < t.prose[t.root]*bodyShare {
			continue
		}
		if t.prose[best]*10 >= sum*9 {
			return best
		}
		// Several parts of one article, unless much else lies between them.
		if f := common(outer); t.prose[f]*4 <= sum*5 {
			return f
		}
		if t.prose[best]*10 >= sum*6 && t.prose[best]*100 >= t.prose[t.root]*bodyShare {
			return best
		}
	}
	return nil
}

// ofKind gives of the frames of a kind the one with most prose, those with
// prose that lie in no other of the kind, and the prose of all.
func (w *pageWalker) ofKind(t *proseTree, kind func(*frame) bool) (best *frame, outer []*frame, sum int) {
	for _, f := range w.frames {
		if t.prose[f] == 0 || !kind(f) {
			continue
		}
		if best == nil || t.prose[f] >= t.prose[best] {
			best = f
		}
		if !inKind(f.up, kind) {
			outer = append(outer, f)
			sum += t.prose[f]
		}
	}
	return best, outer, sum
}

// common is the innermost frame around all of the frames.
func common(frames []*frame) *frame {
	at := frames[0]
	for _, f := range frames[1:] {
		for at != f {
			if at.depth >= f.depth {
				at = at.up
			} else {
				f = f.up
			}
		}
	}
	return at
}

// inKind reports whether f or a frame around it is of a kind.
func inKind(f *frame, kind func(*frame) bool) bool {
	for ; f != nil; f = f.up {
		if kind(f) {
			return true
		}
	}
	return false
}

// blockLike reports a frame that holds text of its own: the article is what
// lies around it.
func blockLike(f *frame) bool {
	return f.node.Data == "p" || f.marks&(markItem|markHeading) != 0
}

// holds reports whether b lies in f.
func (f *frame) holds(b *pageBlock) bool {
	for g := b.frame; g != nil; g = g.up {
		if g == f {
			return true
		}
	}
	return false
}

// bodySections tells which blocks of the main frame are the article's body and
// captions.
func (w *pageWalker) bodySections(out []text.Section) {
	main := w.mainFrame()
	if main == nil {
		w.shortBody(out)
		return
	}
	first, last := -1, -1
	listed := false // the label before opened a list of other stories
	for i, b := range w.blocks {
		if !main.holds(b) {
			continue
		}
		if k := b.label(); k == relatedLabel || k == listLabel {
			listed = true
		} else if listed = listed && b.marks&markItem != 0 && b.links > 0; listed {
			continue
		}
		switch s := blockSection(b); {
		case s == text.Body && b.prose:
			if first < 0 {
				first = i
			}
			last = i
			fallthrough
		default:
			out[i] = s
		}
	}
	for i := range w.blocks {
		if out[i] != text.Body {
			continue
		}
		if i < first && !lead(w.blocks[i]) || i > last && !trail(w.blocks[i]) {
			out[i] = leftOut
		}
	}
	w.dropEmptyHeadings(out)
}

// shortBody takes what text there is of a page without a paragraph of running
// text: its short sentences and paragraphs, or else all that is no link.
func (w *pageWalker) shortBody(out []text.Section) {
	for _, fits := range []func(*pageBlock) bool{
		func(b *pageBlock) bool {
			return b.count >= 3 && (endsSentence(b.text) || b.frame.node.DataAtom == atom.P)
		},
		func(b *pageBlock) bool { return true },
	} {
		found := false
		for i, b := range w.blocks {
			if b.marks&(away|markTitle) == 0 && b.links*2 <= len(b.text) && fits(b) && blockSection(b) == text.Body {
				out[i] = text.Body
				found = true
			}
		}
		if found {
			return
		}
	}
}

// lead reports a short block before the first paragraph that belongs to it, or
// running text that is set as a heading.
func lead(b *pageBlock) bool {
	if b.marks&markHeading != 0 {
		return b.marks&markTitle == 0 && b.links*2 < len(b.text) && b.count >= headingProse && endsSentence(b.text)
	}
	return b.marks&markHeading == 0 && endsSentence(b.text) && b.count >= 4 && b.links == 0
}

// headingProse is how many words make running text of a heading.
const headingProse = 25

// trail reports a short block after the last paragraph that belongs to it.
func trail(b *pageBlock) bool {
	return b.marks&markHeading == 0 && b.links*2 < len(b.text) && (endsSentence(b.text) && b.count >= 3 || b.marks&markItem != 0 && b.count >= 5)
}

// blockSection judges one block inside the main frame.
func blockSection(b *pageBlock) text.Section {
	s := b.text
	switch {
	case b.marks&(markDrop|markComments|markRelated|markTicker|markHidden) != 0:
		return leftOut
	case b.marks&markCaption != 0, !b.prose && isCaption(s):
		if b.count < minStory || isBareCredit(s) {
			return leftOut
		}
		return text.Caption
	case b.marks&markByline != 0 && !b.prose, b.marks&markTitle != 0:
		return leftOut
	case b.label() != noLabel, isPromo(s), isByline(s), b.date() != "", inlineStory(s) > 0 && b.links*2 > len(s):
		return leftOut
	case b.links*10 > len(s)*8 && !b.prose && b.count > 0 && (b.marks&markHeading == 0 || b.marks&markItem != 0):
		return leftOut
	}
	return text.Body
}

// dropEmptyHeadings leaves out headings that no text of the article follows
// before the next heading of the same kind or the end.
func (w *pageWalker) dropEmptyHeadings(out []text.Section) {
	next := -1
	for i := len(w.blocks) - 1; i >= 0; i-- {
		if out[i] != text.Body {
			continue
		}
		if w.blocks[i].marks&markHeading != 0 && next < 0 {
			out[i] = leftOut
			continue
		}
		next = i
	}
}
