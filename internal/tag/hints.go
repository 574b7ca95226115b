package tag

import "quotes/internal/model"

// Hints are what rules say of the words, for the second stage. The first one
// goes without: with them it repeated the rules, and what weighs both against
// each other had less to go by.

// SetHints puts in what rules say of the words, one number a word whose two
// lowest bits are a role; none for nothing.
func (p *Paragraph) SetHints(hints []uint8) { p.hints = append(p.hints[:0], hints...) }

// labelHints appends what rules say of word i and of those beside it.
func (p *Paragraph) labelHints(f []uint32, i int) []uint32 {
	h, l, r := p.hintAt(i), p.hintAt(i-1), p.hintAt(i+1)
	t, state := p.tagAt(i), p.markState(i)
	return append(f,
		model.Triple(361, l, h, r),
		model.Pair(362, l, h),
		model.Pair(363, h, r),
		model.Triple(364, h, t, state),
		model.Pair(365, h, p.words[i].lower),
		model.Triple(367, h, r, p.wordAt(i+1).lower),
		model.Triple(368, l, h, p.wordAt(i-1).lower),
		model.Triple(369, l, h<<8|r, uint32(p.stage.hinted[p.sent[i]])),
	)
}

// hintAt is the hint of word i, plus one; 0 outside.
func (p *Paragraph) hintAt(i int) uint32 {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	if i >= len(p.hints) {
		return 1
	}
	return uint32(p.hints[i]) + 1
}

// hintedRoles says which roles rules found in sentence s, a bit each.
func (p *Paragraph) hintedRoles(s int) uint8 {
	out := uint8(0)
	for i := p.starts[s]; i < p.starts[s+1] && i < len(p.hints); i++ {
		out |= 1 << (p.hints[i] & 3)
	}
	return out >> 1
}
