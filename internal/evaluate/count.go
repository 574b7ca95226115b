package evaluate

import "quotes/internal/overlap"

// counts is what is counted of one tier in one document or in many.
type counts struct {
	gold, found     int // quotations
	whole, part     int // contents found, and found at least in part
	exact           int // ... of the first, from the same first to the same last letter
	named, namedOK  int // ... of the first, with an annotated source; with the right one
	silent, quietOK int // ... of the first, without an annotated source; found without
	both            int // ... of the first, with the right source or rightly none
	letters         int // letters of both
	goldLetters     int
	foundLetters    int
}

// add adds other counts.
func (c *counts) add(o *counts) {
	c.gold += o.gold
	c.found += o.found
	c.whole += o.whole
	c.part += o.part
	c.exact += o.exact
	c.named += o.named
	c.namedOK += o.namedOK
	c.silent += o.silent
	c.quietOK += o.quietOK
	c.both += o.both
	c.letters += o.letters
	c.goldLetters += o.goldLetters
	c.foundLetters += o.foundLetters
}

// count counts one tier of a document.
func (p *pairing) count(t tier) counts {
	gold, found := p.inTier(t)
	g, f := only(p.gold, gold), only(p.found, found)
	c := counts{letters: overlap.Common(g, f), goldLetters: len(g), foundLetters: len(f)}
	for i := range gold {
		c.gold += one(gold[i])
	}
	for j := range found {
		c.found += one(found[j])
		i := p.nearest[j]
		if i < 0 || !gold[i] {
			continue
		}
		c.part++
		if p.whole(j) {
			c.pair(p.gold[i], p.found[j])
		}
	}
	return c
}

// pair counts a content that was found.
func (c *counts) pair(g, f lettered) {
	c.whole++
	c.exact += one(overlap.SameEnds(g.content, f.content))
	ok := rightSource(g, f)
	c.both += one(ok)
	if len(g.source) > 0 {
		c.named++
		c.namedOK += one(ok)
	} else {
		c.silent++
		c.quietOK += one(ok)
	}
}

// rightSource reports whether a found quotation names the annotated source, or
// none where none is annotated.
func rightSource(g, f lettered) bool { return overlap.Covers(f.source, g.source) }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
