package tag

import "quotes/internal/model"

// fixedPOS is the part of speech of a word that has only one, plus one; 0 for
// all others.
func fixedPOS(s string) uint8 {
	if len(s) > 3 {
		return 0
	}
	if t := fixedTag(s); t != "" {
		return POS(t) + 1
	}
	return 0
}

// shapeIn is a word's shape where capitals tell something: how the line is
// written, and whether the word starts it.
func (p *Paragraph) shapeIn(i, from int, line uint8) uint32 {
	h := p.words[i].shape + uint32(line)*7
	if i == from {
		h += 3
	}
	return model.Mix(h)
}

// POSFeatures appends the features of word i that do not depend on the tags
// before it.
func (p *Paragraph) POSFeatures(f []uint32, i int) []uint32 {
	s := p.sent[i]
	from, to := p.starts[s], p.starts[s+1]
	w := &p.words[i]
	l1, r1 := p.at(i-1, from, to), p.at(i+1, from, to)
	shape := p.shapeIn(i, from, p.line[s])
	return append(f,
		model.Pair(1, w.lower, 0),
		model.Pair(1, w.form, 3),
		model.Feature(3, w.suf[0]),
		model.Feature(5, w.suf[2]),
		model.Feature(6, w.suf[3]),
		model.Feature(9, shape),
		model.Pair(10, shape, w.suf[1]),
		model.Pair(1, l1.lower, 1),
		model.Pair(1, r1.lower, 2),
		model.Pair(20, w.class[1], w.suf[1]),
		model.Feature(21, w.class[2]),
		model.Pair(23, w.class[1], r1.class[1]),
		model.Pair(24, r1.suf[2], w.suf[1]),
	)
}

// POSHistory appends the features of word i that depend on the tags of the
// two words before it.
func (p *Paragraph) POSHistory(f []uint32, i int) []uint32 {
	s := p.sent[i]
	from, to := p.starts[s], p.starts[s+1]
	r1 := p.at(i+1, from, to)
	p1, p2 := p.posAt(i-1, from), p.posAt(i-2, from)
	return append(f,
		model.Feature(41, p1),
		model.Pair(42, p1, p2),
		model.Pair(45, r1.lower, p1),
	)
}

// posAt is the part of speech given to word i, plus one; 0 before the sentence.
func (p *Paragraph) posAt(i, from int) uint32 {
	if i < from {
		return 0
	}
	return uint32(p.pos[i]) + 1
}

// posIn is the part of speech of word i, plus one; 0 outside the sentence.
func (p *Paragraph) posIn(i, from, to int) uint32 {
	if i < from || i >= to {
		return 0
	}
	return uint32(p.pos[i]) + 1
}

// FixedPOS gives word i its part of speech if it needs no model: a mark, "to",
// "whose".
func (p *Paragraph) FixedPOS(i int) bool {
	switch w := &p.words[i]; {
	case p.quotes.opens[i]:
		p.pos[i] = posOpenQuote
	case p.quotes.closes[i]:
		p.pos[i] = posCloseQuote
	case w.fixed != 0:
		p.pos[i] = w.fixed - 1
	case w.mark == markStraight:
		p.pos[i] = posCloseQuote
	case w.mark == markOne:
		p.pos[i] = posPossessive
	default:
		return false
	}
	return true
}

var (
	posOpenQuote  = POS(openQuote)
	posCloseQuote = POS(closeQuote)
	posPossessive = POS("POS")
)

// SetPOS gives word i its part of speech.
func (p *Paragraph) SetPOS(i int, pos uint8) { p.pos[i] = pos }

// tagPOS tags the words whose tags are not known.
func (p *Paragraph) tagPOS(m *model.Linear) {
	for s := range p.Sentences() {
		if !p.tagged[s] {
			p.tagSentence(m, s)
		}
	}
}

// tagSentence tags the words of sentence s from left to right. The features
// that do not depend on tags are found one word ahead.
func (p *Paragraph) tagSentence(m *model.Linear, s int) {
	for i := p.unclear(m, p.starts[s], s); i < p.starts[s+1]; {
		feats := p.ahead
		p.ahead = p.feats
		next := p.unclear(m, i+1, s)
		p.feats = p.POSHistory(feats, i)
		p.pos[i] = uint8(m.Best(p.feats, 0, m.Len()))
		i = next
	}
}

// unclear is the first word of sentence s from i on whose tag the model has to
// tell, the sentence's end if there is none; those passed over get theirs.
func (p *Paragraph) unclear(m *model.Linear, i, s int) int {
	for ; i < p.starts[s+1]; i++ {
		sole := p.words[i].sole
		switch {
		case p.FixedPOS(i):
		case sole > 0:
			p.pos[i] = sole - 1
		default:
			p.ahead = p.POSFeatures(p.ahead[:0], i)
			m.Fetch(p.ahead)
			return i
		}
	}
	return i
}
