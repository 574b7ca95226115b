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

// Start begins sentence s of a paragraph.
func (ps *Parse) Start(p *Paragraph, s int) {
	ps.p, ps.stack = p, ps.stack[:0]
	ps.next, ps.to = int32(p.starts[s]), int32(p.starts[s+1])
	for i := ps.next; i < ps.to; i++ {
		p.head[i], p.rel[i] = -1, 0
		p.nodes[i] = newNode(p.words[i].lower, uint32(p.pos[i])+100)
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
	p, top := ps.p, ps.stack[len(ps.stack)-1]
	ps.stack = ps.stack[:len(ps.stack)-1]
	p.rel[top] = a
	it := child{p.pos[top] + 1, a + 1}
	if a < firstRight {
		p.head[top], p.nodes[ps.next].left = ps.next, it
		return
	}
	h := ps.stack[len(ps.stack)-1]
	p.head[top], p.nodes[h].right = h, it
}

// node is what the parser's features read of a word: what it is, and the
// features of it alone, which have a number of their own in the last three bits
// for each place in which the word can be.
type node struct {
	word, pos       uint32
	both, form, tag uint32
	left, right     child // the outermost ones found so far
}

// child is a word's child: its part of speech and its relation, each plus one;
// zeros for none.
type child struct{ pos, rel uint8 }

func newNode(word, pos uint32) node {
	return node{
		word: word, pos: pos,
		both: model.Triple(101, word, pos, 0), form: model.Pair(102, word, 0), tag: model.Pair(103, pos, 0),
	}
}

var noNode = newNode(11, 13)

func (p *Paragraph) node(i int32) *node {
	if i < 0 {
		return &noNode
	}
	return &p.nodes[i]
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
	s0, s1, b0 := p.node(ps.fromTop(0)), p.node(ps.fromTop(1)), p.node(ps.ahead(0))
	b1, b2 := p.node(ps.ahead(1)), p.node(ps.ahead(2))
	s0l, s0lr := uint32(s0.left.pos), uint32(s0.left.rel)
	s0r, s0rr := uint32(s0.right.pos), uint32(s0.right.rel)
	s1l, s1r := uint32(s1.left.pos), uint32(s1.right.pos)
	b0l, b0lr := uint32(b0.left.pos), uint32(b0.left.rel)
	return append(f,
		s0.both,
		s0.form,
		s0.tag,
		s1.both^2,
		b0.both^1,
		b0.form^1,
		b0.tag^1,
		b1.both^3,
		model.Triple(114, s0.pos, b0.pos, b1.pos),
		model.Triple(120, b0.pos, b1.pos, b2.pos),
		model.Triple(132, s0.pos, b0.pos, s0r<<2),
		model.Triple(132, s0.pos, b0.pos, b0l<<2|1),
		model.Triple(132, s0.pos, b0.pos, b0lr<<2|2),
		model.Triple(134, s1.pos, s0.pos, s0l<<2),
		model.Triple(134, s1.pos, s0.pos, s1r<<2|1),
		model.Triple(134, s1.pos, s0.pos, s1l<<2|2),
		model.Triple(138, s0.pos, s0lr, s0rr),
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
