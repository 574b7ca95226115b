package tag

import "quotes/internal/model"

// Parse is the arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez and
// Satta 2011) at work on one sentence. Words are counted from the paragraph's
// first. Its buffers are used again for the next sentence.
type Parse struct {
	p        *Paragraph
	stack    []int32
	next, to int32
	feats    []uint32
}

// children holds the outermost children found so far of each word, -1 for
// none.
type children struct{ left, right []int32 }

func (c *children) resize(n int) {
	c.left, c.right = room(c.left, n), room(c.right, n)
}

// Start begins sentence s of a paragraph.
func (ps *Parse) Start(p *Paragraph, s int) {
	ps.p, ps.stack = p, ps.stack[:0]
	ps.next, ps.to = int32(p.starts[s]), int32(p.starts[s+1])
	c := &p.kids
	for i := ps.next; i < ps.to; i++ {
		p.head[i], p.rel[i] = -1, 0
		c.left[i], c.right[i] = -1, -1
	}
}

// Done reports whether the sentence is parsed: one word is left, the root.
func (ps *Parse) Done() bool { return ps.next == ps.to && len(ps.stack) <= 1 }

// Allowed reports which kinds of action can be taken.
func (ps *Parse) Allowed() (shifts, lefts, rights bool) {
	more := ps.next < ps.to
	return more, more && len(ps.stack) > 0, len(ps.stack) > 1
}

// Stack gives the words on the stack, the top last, and the next word of the
// sentence and its end. The slice is the parser's own.
func (ps *Parse) Stack() (stack []int32, next, to int32) { return ps.stack, ps.next, ps.to }

// Act takes an action, which must be allowed.
func (ps *Parse) Act(a uint8) {
	if a == shift {
		ps.stack = append(ps.stack, ps.next)
		ps.next++
		return
	}
	p, c := ps.p, &ps.p.kids
	top := ps.stack[len(ps.stack)-1]
	ps.stack = ps.stack[:len(ps.stack)-1]
	p.rel[top] = a
	if a < firstRight {
		h := ps.next
		p.head[top], c.left[h] = h, top
		return
	}
	h := ps.stack[len(ps.stack)-1]
	p.head[top], c.right[h] = h, top
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
func (ps *Parse) fromTop(k int) int32 {
	if k >= len(ps.stack) {
		return -1
	}
	return ps.stack[len(ps.stack)-1-k]
}

// ahead is the k-th word still to be read, -1 past the end.
func (ps *Parse) ahead(k int32) int32 {
	if ps.next+k >= ps.to {
		return -1
	}
	return ps.next + k
}

// Features appends the features of the parser's state.
func (ps *Parse) Features(f []uint32) []uint32 {
	p := ps.p
	s0, s1 := p.node(ps.fromTop(0)), p.node(ps.fromTop(1))
	b0, b1, b2 := p.node(ps.ahead(0)), p.node(ps.ahead(1)), p.node(ps.ahead(2))
	f = append(f,
		model.Pair(101, s0.word, s0.pos),
		model.Feature(102, s0.word),
		model.Feature(103, s0.pos),
		model.Pair(104, s1.word, s1.pos),
		model.Pair(106, b0.word, b0.pos),
		model.Feature(107, b0.word),
		model.Feature(108, b0.pos),
		model.Pair(109, b1.word, b1.pos),
		model.Triple(114, s0.pos, b0.pos, b1.pos),
		model.Triple(120, b0.pos, b1.pos, b2.pos),
	)
	return p.childFeatures(f, s0, s1, b0, b1)
}

// childFeatures appends the features of the children found so far.
func (p *Paragraph) childFeatures(f []uint32, s0, s1, b0, b1 node) []uint32 {
	var s0l, s0r, s1l, s1r, b0l uint32
	var s0lr, s0rr, b0lr uint32
	c := &p.kids
	if s0.at >= 0 {
		s0l, s0lr = p.child(c.left[s0.at])
		s0r, s0rr = p.child(c.right[s0.at])
	}
	if s1.at >= 0 {
		s1l, _ = p.child(c.left[s1.at])
		s1r, _ = p.child(c.right[s1.at])
	}
	if b0.at >= 0 {
		b0l, b0lr = p.child(c.left[b0.at])
	}
	return append(f,
		model.Triple(132, s0.pos, s0r, b0.pos),
		model.Triple(133, s0.pos, b0.pos, b0l),
		model.Triple(134, s1.pos, s0.pos, s0l),
		model.Triple(136, s1.pos, s1r, s0.pos),
		model.Triple(137, s1.pos, s1l, s0.pos),
		model.Triple(138, s0.pos, s0lr, s0rr),
		model.Triple(139, s0.pos, b0lr, b0.pos),
		model.Triple(141, s0.word, s0rr, b0.pos),
	)
}

// Choice gives the range of the actions that can be taken: there is one, since
// a kind stands between two others only if it can be.
func (ps *Parse) Choice() (from, to int) {
	shifts, lefts, rights := ps.Allowed()
	from, to = shift, actionCount
	if !shifts {
		from = firstRight
	}
	if !rights {
		to = firstRight
		if !lefts {
			to = shift + 1
		}
	}
	return from, to
}

// Best is the allowed action of the highest score, the first of equals.
func (ps *Parse) Best(scores []int32) uint8 {
	from, to := ps.Choice()
	return uint8(from + model.Argmax(scores[from:to]))
}

// parsers work on two sentences in turns: the weights that one needs come from
// memory while the other goes on.
type parsers struct{ turns [2]Parse }

// run parses the sentences that next gives until it gives no paragraph.
func (t *parsers) run(m *model.Linear, next func() (p *Paragraph, sentence int)) {
	for k := range t.turns {
		t.turns[k].p = nil
		t.turns[k].prepare(m, next)
	}
	for t.turns[0].p != nil || t.turns[1].p != nil {
		for k := range t.turns {
			if ps := &t.turns[k]; ps.p != nil {
				from, to := ps.Choice()
				ps.Act(uint8(m.Best(ps.feats, from, to)))
				ps.prepare(m, next)
			}
		}
	}
}

// prepare goes on to the next state in which the model is asked, in the next
// sentence if this one is done, and finds the features.
func (ps *Parse) prepare(m *model.Linear, next func() (*Paragraph, int)) {
	for {
		for ps.p != nil && !ps.Done() {
			if len(ps.stack) > 0 {
				ps.feats = ps.Features(ps.feats[:0])
				m.Fetch(ps.feats)
				return
			}
			ps.Act(shift) // nothing else is allowed
		}
		p, s := next()
		if ps.p = p; p == nil {
			return
		}
		ps.Start(p, s)
	}
}

// parseAll finds the governor of every word.
func (p *Paragraph) parseAll(m *model.Linear) {
	s := 0
	p.parsers.run(m, func() (*Paragraph, int) {
		if s == p.Sentences() {
			return nil, 0
		}
		s++
		return p, s - 1
	})
}
