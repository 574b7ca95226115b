package tag

// tree holds what the labels of source, cue and content need of the governors
// found: who hangs where, and on which reporting word.
type tree struct {
	kids []uint32 // the relations of a word's children, one bit an action
	// cue is the nearest governor up the tree that can report, -1 for none;
	// via is the word on the way there that hangs on it (the word itself if
	// it does).
	// below is the one before it on the way, -1 if via is the word itself.
	cue, via, below []int32
	// The same for the nearest verb.
	verb, verbVia, verbBelow []int32
	// lo and hi are the first and the last word that hang on a word, directly
	// or not.
	lo, hi []int32
}

// maxClimb bounds the way up a tree.
const maxClimb = 24

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
	t.kids = resize(t.kids, n)
	for _, s := range []*[]int32{&t.cue, &t.via, &t.below, &t.verb, &t.verbVia, &t.verbBelow, &t.lo, &t.hi} {
		*s = room(*s, n) // every word gets its own
	}
	for i := range n {
		t.lo[i], t.hi[i] = int32(i), int32(i)
	}
	for i := range n {
		if h := p.head[i]; h >= 0 && int(h) < n {
			t.kids[h] |= 1 << (p.rel[i] & 31)
		}
		t.climb(p, i)
	}
}

// climb goes up from word i, widening what hangs on the words on the way and
// noting the first verb and the first reporting word.
func (t *tree) climb(p *Paragraph, i int) {
	t.cue[i], t.via[i], t.verb[i], t.verbVia[i] = -1, -1, -1, -1
	t.below[i], t.verbBelow[i] = -1, -1
	at, last := int32(i), int32(-1)
	for range maxClimb {
		h := p.head[at]
		if h < 0 || int(h) >= len(p.words) {
			return
		}
		t.lo[h], t.hi[h] = min(t.lo[h], int32(i)), max(t.hi[h], int32(i))
		if t.cue[i] < 0 && p.words[h].cue > 0 {
			t.cue[i], t.via[i], t.below[i] = h, at, last
		}
		if t.verb[i] < 0 && isVerb(p.pos[h]) {
			t.verb[i], t.verbVia[i], t.verbBelow[i] = h, at, last
		}
		at, last = h, at
	}
}

func isVerb(pos uint8) bool {
	switch posNames[min(int(pos), len(posNames)-1)] {
	case "VB", "VBD", "VBZ", "VBN", "VBG", "VBP":
		return true
	}
	return false
}
