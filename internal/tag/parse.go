package tag

import "quotes/internal/model"

// parseState is the state of the arc-hybrid transition parser (Kuhlmann,
// Gómez-Rodríguez and Satta 2011) over one sentence. Words are counted from
// the paragraph's first.
type parseState struct {
	stack    []int32
	next, to int32
	// The outermost children found so far, -1 for none, and how many.
	left, right   []int32
	nLeft, nRight []uint8
}

// StartParse begins the sentence s.
func (p *Paragraph) StartParse(s int) {
	ps := &p.parse
	n := len(p.words)
	if len(ps.left) < n || s == 0 {
		ps.left, ps.right = resize(ps.left, n), resize(ps.right, n)
		ps.nLeft, ps.nRight = resize(ps.nLeft, n), resize(ps.nRight, n)
	}
	ps.stack = ps.stack[:0]
	ps.next, ps.to = int32(p.starts[s]), int32(p.starts[s+1])
	for i := ps.next; i < ps.to; i++ {
		p.head[i], p.rel[i] = -1, 0
		ps.left[i], ps.right[i], ps.nLeft[i], ps.nRight[i] = -1, -1, 0, 0
	}
}

// Parsed reports whether the sentence is done: one word is left, the root.
func (p *Paragraph) Parsed() bool {
	return p.parse.next == p.parse.to && len(p.parse.stack) <= 1
}

// Allowed reports which kinds of action can be taken.
func (p *Paragraph) Allowed() (shifts, lefts, rights bool) {
	ps := &p.parse
	more := ps.next < ps.to
	return more, more && len(ps.stack) > 0, len(ps.stack) > 1
}

// Stack gives the words on the stack, the top last, and the next word of the
// sentence and its end. The slice is the parser's own.
func (p *Paragraph) Stack() (stack []int32, next, to int32) {
	return p.parse.stack, p.parse.next, p.parse.to
}

// Act takes an action, which must be allowed.
func (p *Paragraph) Act(a uint8) {
	ps := &p.parse
	if a == shift {
		ps.stack = append(ps.stack, ps.next)
		ps.next++
		return
	}
	top := ps.stack[len(ps.stack)-1]
	ps.stack = ps.stack[:len(ps.stack)-1]
	p.rel[top] = a
	if a < firstRight {
		h := ps.next
		p.head[top], ps.left[h] = h, top
		ps.nLeft[h] = min(ps.nLeft[h]+1, 3)
		return
	}
	h := ps.stack[len(ps.stack)-1]
	p.head[top], ps.right[h] = h, top
	ps.nRight[h] = min(ps.nRight[h]+1, 3)
}

// node is what the parser's features read of a word.
type node struct {
	word, class, pos uint32
	at               int32
}

var noNode = node{word: 11, class: 12, pos: 13, at: -1}

func (p *Paragraph) node(i int32) node {
	if i < 0 {
		return noNode
	}
	w := &p.words[i]
	return node{w.lower, w.class[1] + 100, uint32(p.pos[i]) + 100, i}
}

// child gives the part of speech and the relation of child c, 0 for none.
func (p *Paragraph) child(c int32) (pos, rel uint32) {
	if c < 0 {
		return 0, 0
	}
	return uint32(p.pos[c]) + 1, uint32(p.rel[c]) + 1
}

// fromTop is the k-th word of the stack from its top, -1 if it has fewer.
func (ps *parseState) fromTop(k int) int32 {
	if k >= len(ps.stack) {
		return -1
	}
	return ps.stack[len(ps.stack)-1-k]
}

// ahead is the k-th word still to be read, -1 past the end.
func (ps *parseState) ahead(k int32) int32 {
	if ps.next+k >= ps.to {
		return -1
	}
	return ps.next + k
}

// ParseFeatures appends the features of the parser's state.
func (p *Paragraph) ParseFeatures(f []uint32) []uint32 {
	ps := &p.parse
	s0, s1, s2 := p.node(ps.fromTop(0)), p.node(ps.fromTop(1)), p.node(ps.fromTop(2))
	b0, b1, b2 := p.node(ps.ahead(0)), p.node(ps.ahead(1)), p.node(ps.ahead(2))
	f = append(f,
		model.Pair(101, s0.word, s0.pos),
		model.Feature(102, s0.word),
		model.Feature(103, s0.pos),
		model.Pair(104, s1.word, s1.pos),
		model.Feature(105, s1.pos),
		model.Pair(106, b0.word, b0.pos),
		model.Feature(107, b0.word),
		model.Feature(108, b0.pos),
		model.Pair(109, b1.word, b1.pos),
		model.Pair(110, b2.word, b2.pos),
		model.Pair(111, s0.word, b0.word),
		model.Triple(112, s0.word, s0.pos, b0.pos),
		model.Triple(113, s0.pos, b0.word, b0.pos),
		model.Triple(114, s0.pos, b0.pos, b1.pos),
		model.Triple(115, s1.pos, s0.pos, b0.pos),
		model.Pair(116, s1.pos, s0.pos),
		model.Pair(117, s1.word, s0.pos),
		model.Pair(118, s1.pos, s0.word),
		model.Pair(119, s1.word, s0.word),
		model.Triple(120, b0.pos, b1.pos, b2.pos),
		model.Triple(121, s2.pos, s1.pos, s0.pos),
		model.Pair(122, s0.class, b0.class),
		model.Pair(123, s1.class, s0.class),
		model.Triple(124, s0.class, s0.pos, b0.pos),
		model.Triple(125, s1.class, s0.pos, b0.pos),
	)
	return p.parseChildren(f, s0, s1, b0, b1)
}

// parseChildren appends the features of the children found so far and of the
// distances.
func (p *Paragraph) parseChildren(f []uint32, s0, s1, b0, b1 node) []uint32 {
	var s0l, s0r, s1l, s1r, b0l uint32
	var s0lr, s0rr, s1rr, b0lr, valency, valency1 uint32
	ps := &p.parse
	if s0.at >= 0 {
		s0l, s0lr = p.child(ps.left[s0.at])
		s0r, s0rr = p.child(ps.right[s0.at])
		valency = uint32(ps.nLeft[s0.at])<<4 | uint32(ps.nRight[s0.at]) + 1
	}
	if s1.at >= 0 {
		s1l, _ = p.child(ps.left[s1.at])
		s1r, s1rr = p.child(ps.right[s1.at])
		valency1 = uint32(ps.nLeft[s1.at])<<4 | uint32(ps.nRight[s1.at]) + 1
	}
	if b0.at >= 0 {
		b0l, b0lr = p.child(ps.left[b0.at])
	}
	gap, gap1 := distance(s0.at, b0.at), distance(s1.at, s0.at)
	return append(f,
		model.Triple(131, s0.pos, s0l, b0.pos),
		model.Triple(132, s0.pos, s0r, b0.pos),
		model.Triple(133, s0.pos, b0.pos, b0l),
		model.Triple(134, s1.pos, s0.pos, s0l),
		model.Triple(135, s1.pos, s0.pos, s0r),
		model.Triple(136, s1.pos, s1r, s0.pos),
		model.Triple(137, s1.pos, s1l, s0.pos),
		model.Triple(138, s0.pos, s0lr, s0rr),
		model.Triple(139, s0.pos, b0lr, b0.pos),
		model.Triple(140, s1.word, s1rr, s0.pos),
		model.Triple(141, s0.word, s0rr, b0.pos),
		model.Triple(142, gap, s0.pos, b0.pos),
		model.Triple(143, gap1, s1.pos, s0.pos),
		model.Pair(144, gap, s0.word),
		model.Pair(145, valency, s0.word),
		model.Triple(146, valency, s0.pos, b0.pos),
		model.Triple(147, valency1, s1.pos, s0.pos),
		model.Triple(148, s0.pos, b0.word, b1.pos),
	)
}

// distance is a coarse distance between two words, 0 if one is missing.
func distance(a, b int32) uint32 {
	d := b - a
	switch {
	case a < 0 || b < 0:
		return 0
	case d <= 4:
		return uint32(d)
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	}
	return 7
}

// BestAction is the allowed action of the highest score.
func (p *Paragraph) BestAction(scores []int32) uint8 {
	shifts, lefts, rights := p.Allowed()
	best, at := int32(model.Forbidden), -1
	try := func(from, to int) {
		for a := from; a < to; a++ {
			if at < 0 || scores[a] > best {
				best, at = scores[a], a
			}
		}
	}
	if shifts {
		try(shift, shift+1)
	}
	if lefts {
		try(shift+1, firstRight)
	}
	if rights {
		try(firstRight, actionCount)
	}
	return uint8(at)
}

// parseAll finds the governor of every word.
func (p *Paragraph) parseAll(m *model.Linear) {
	p.scores = resize(p.scores, m.Len())
	for s := range len(p.starts) - 1 {
		for p.StartParse(s); !p.Parsed(); {
			if len(p.parse.stack) == 0 { // nothing else can be done
				p.Act(shift)
				continue
			}
			p.feats = p.ParseFeatures(p.feats[:0])
			m.Scores(p.feats, p.scores)
			p.Act(p.BestAction(p.scores))
		}
	}
}
