package tag

import "quotes/internal/model"

// NERFeatures appends the features of word i that tell names; the parts of
// speech stand already.
func (p *Paragraph) NERFeatures(f []uint32, i int) []uint32 {
	s := p.sent[i]
	from, to := p.starts[s], p.starts[s+1]
	w := &p.words[i]
	l1, l2 := p.at(i-1, from, to), p.at(i-2, from, to)
	r1, r2 := p.at(i+1, from, to), p.at(i+2, from, to)
	shape := p.shapeIn(i, from, p.line[s])
	t, tl, tr := p.posIn(i, from, to), p.posIn(i-1, from, to), p.posIn(i+1, from, to)
	return append(f,
		model.Feature(61, w.lower),
		model.Feature(62, w.form),
		model.Feature(63, w.suf[1]),
		model.Feature(64, w.suf[2]),
		model.Feature(65, w.pre[2]),
		model.Feature(66, shape),
		model.Pair(67, shape, t),
		model.Feature(68, l1.lower),
		model.Feature(69, l2.lower),
		model.Feature(70, r1.lower),
		model.Feature(71, r2.lower),
		model.Pair(72, l1.lower, w.lower),
		model.Pair(73, w.lower, r1.lower),
		model.Pair(74, l2.lower, l1.lower),
		model.Pair(75, r1.lower, r2.lower),
		model.Feature(76, w.class[0]),
		model.Feature(77, w.class[1]),
		model.Feature(78, w.class[2]),
		model.Pair(79, l1.class[1], shape),
		model.Pair(80, r1.class[1], shape),
		model.Triple(81, l1.shape, shape, r1.shape),
		model.Pair(82, tl, t),
		model.Triple(83, tl, t, tr),
		model.Pair(84, w.class[1], l1.class[1]),
		model.Pair(85, w.class[1], r1.class[1]),
		model.Pair(86, l2.class[0], l1.class[0]),
		model.Pair(87, r1.class[0], r2.class[0]),
		model.Pair(88, shape, r1.lower),
		model.Pair(89, shape, l1.lower),
		model.Triple(90, w.class[2], l1.shape, r1.shape),
	)
}

// posIn is the part of speech of word i, plus one; 0 outside the sentence.
func (p *Paragraph) posIn(i, from, to int) uint32 {
	if i < from || i >= to {
		return 0
	}
	return uint32(p.pos[i]) + 1
}

// tagNER labels the names of every sentence.
func (p *Paragraph) tagNER(m *model.Linear) {
	k := m.Len()
	for s := range len(p.starts) - 1 {
		from, to := p.starts[s], p.starts[s+1]
		scores := p.lattice.Reset(m, to-from)
		p.feats = p.feats[:0]
		last := 0
		for i := from; i <= to; i++ { // the features are found one word ahead
			at := len(p.feats)
			if i < to {
				p.feats = p.NERFeatures(p.feats, i)
				m.Fetch(p.feats[at:])
			}
			if i > from {
				m.Scores(p.feats[last:at], scores[(i-1-from)*k:][:k])
			}
			last = at
		}
		copy(p.ner[from:to], p.lattice.Viterbi())
	}
}
