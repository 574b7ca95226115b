package tag

import "slices"

// tree holds what the labels of source, cue and content need of the governors
// found: who hangs where, and on which reporting word.
type tree struct {
	words []treeWord
	order []int32 // the words, each behind its governor
	seen  []bool
}

// treeWord is a word of a tree.
type treeWord struct {
	kids uint32 // the relations of its children, one bit an action
	// cue is the way to the nearest governor up the tree that can report, verb
	// the way to the nearest verb.
	cue, verb way
	// lo and hi are the first and the last word that hang on the word, directly
	// or not.
	lo, hi int32
}

// way is a way up the tree: the word it leads to, the word that hangs on that
// one, and the one before it; -1 where there is none.
type way struct{ to, via, below int32 }

// keyKids are the children that tell a reporting word from others.
var keyKids = bitsOf("L-nsubj", "R-nsubj", "L-nsubjpass", "L-ccomp", "R-ccomp", "R-dobj", "R-xcomp",
	"R-parataxis", "R-dep", "L-dep", "R-nmod", "L-mark", "R-advcl", "L-advcl", "R-acl")

func bitsOf(names ...string) uint32 {
	mask := uint32(0)
	for _, n := range names {
		for i, a := range actionNames {
			if a == n {
				mask |= 1 << i
			}
		}
	}
	return mask
}

// fill reads the governors of a paragraph.
func (t *tree) fill(p *Paragraph) {
	n := len(p.words)
	t.words, t.seen, t.order = room(t.words, n), resize(t.seen, n), t.order[:0]
	for i := range t.words {
		t.words[i] = treeWord{lo: int32(i), hi: int32(i)}
		t.goUp(p, int32(i))
	}
	for _, i := range t.order {
		t.hang(p, i)
	}
	for k := len(t.order) - 1; k >= 0; k-- { // what hangs on a word is known before it
		i := t.order[k]
		if h := p.head[i]; h >= 0 {
			w, up := &t.words[i], &t.words[h]
			up.lo, up.hi = min(up.lo, w.lo), max(up.hi, w.hi)
		}
	}
}

// goUp appends the words from i up to the root to the order, those that are not
// in it.
func (t *tree) goUp(p *Paragraph, i int32) {
	from := len(t.order)
	for ; i >= 0 && !t.seen[i]; i = p.head[i] {
		t.seen[i] = true
		t.order = append(t.order, i)
	}
	slices.Reverse(t.order[from:])
}

// hang notes what word i hangs on.
func (t *tree) hang(p *Paragraph, i int32) {
	w, h := &t.words[i], p.head[i]
	if h < 0 {
		w.cue, w.verb = way{-1, -1, -1}, way{-1, -1, -1}
		return
	}
	up := &t.words[h]
	up.kids |= 1 << (p.rel[i] & 31)
	w.cue = up.cue.from(i, h, p.words[h].cue > 0)
	w.verb = up.verb.from(i, h, verbs[p.pos[h]])
}

// from is the way from word i that hangs on h, whose way it is called on; here
// says that it leads to h itself.
func (w way) from(i, h int32, here bool) way {
	switch {
	case here:
		return way{h, i, -1}
	case w.via == h:
		return way{w.to, h, i}
	}
	return w
}

// verbs tells which parts of speech are verbs'.
var verbs = func() (t [256]bool) {
	for _, name := range []string{"VB", "VBD", "VBZ", "VBN", "VBG", "VBP"} {
		t[POS(name)] = true
	}
	return t
}()
