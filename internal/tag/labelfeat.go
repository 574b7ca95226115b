package tag

import "quotes/internal/model"

// labelContext is what the features of source, cue and content read of a
// paragraph beside its words.
type labelContext struct {
	tree tree
	// prevCue and nextCue are the nearest words of a cue level of at least 2
	// to the left and to the right in the same sentence, -1 for none.
	prevCue, nextCue []int32
	// prevClose and nextOpen are the nearest quotation marks outside.
	prevClose, nextOpen []int32
	states              []uint8 // how each word stands to quotation marks
	cues                []uint8 // cue words in each sentence
	quoted              []bool  // a sentence with quotation marks
	keys                []wordKeys
	// carried says that the paragraph before ended inside quotation marks.
	carried bool
}

// PrepareLabels reads the annotation; carried says that the paragraph before
// left a quotation open.
func (p *Paragraph) PrepareLabels(carried bool) {
	c := &p.labels
	c.carried = carried
	c.tree.fill(p)
	n := len(p.words)
	for _, s := range []*[]int32{&c.prevCue, &c.nextCue, &c.prevClose, &c.nextOpen} {
		*s = room(*s, n) // every word gets its own
	}
	c.cues, c.quoted = resize(c.cues, len(p.starts)), resize(c.quoted, len(p.starts))
	for s := range len(p.starts) - 1 {
		p.nearCues(s)
	}
	p.nearMarks()
	p.markStates()
	p.fillKeys()
}

// wordKeys are the features that several words share, each with a number of its
// own in the last three bits: what a word is to those round it.
type wordKeys struct {
	word   uint32 // the word
	pair   uint32 // it and the next one
	ending uint32 // its last letters and part of speech
	tags   uint32 // the parts of speech of it and of the words beside it
}

// nearBefore is how many of a word's features, the first ones, have rows beside
// those of the words before it.
const nearBefore = 10

// wide is how far words are seen by their neighbours.
const wide = 3

// fillKeys fills in the keys of the words, and of the borders beyond the first
// and the last.
func (p *Paragraph) fillKeys() {
	c := &p.labels
	c.keys = room(c.keys, len(p.words)+2*wide)
	w := p.wordAt(-wide)
	for k := range c.keys {
		i := k - wide
		next := p.wordAt(i + 1)
		t := p.tagAt(i)
		c.keys[k] = wordKeys{
			word:   model.Pair(202, w.lower, 0),
			pair:   model.Triple(208, w.lower, next.lower, 0),
			ending: model.Triple(213, w.suf[2], t, 0),
			tags:   model.Triple(220, p.tagAt(i-1)<<8|t, p.tagAt(i+1), 0),
		}
		w = next
	}
}

// How words stand to quotation marks: outside, a mark, inside a stretch that
// closes or one that does not; or beyond the paragraph.
const (
	stateOutside uint8 = iota
	stateOpens
	stateCloses
	stateClosed
	stateOpen
	stateCarried = 8 // is added where the paragraph before left a quotation open
	noState      = 15
)

// markStates fills in how the words stand to quotation marks.
func (p *Paragraph) markStates() {
	c, q := &p.labels, &p.quotes
	c.states = room(c.states, len(p.words))
	for i := range p.words {
		state := stateOutside
		switch {
		case q.opens[i]:
			state = stateOpens
		case q.closes[i]:
			state = stateCloses
		case q.start[i] >= 0 && int(q.end[i]) < len(p.words):
			state = stateClosed
		case q.start[i] >= 0:
			state = stateOpen
		}
		if c.carried {
			state += stateCarried
		}
		c.states[i] = state
	}
}

// LeavesOpen reports whether the paragraph ends inside quotation marks.
func (p *Paragraph) LeavesOpen() bool {
	n := len(p.words)
	return n > 0 && int(p.quotes.end[n-1]) == n
}

func (p *Paragraph) nearCues(s int) {
	c := &p.labels
	last := int32(-1)
	for i := p.starts[s]; i < p.starts[s+1]; i++ {
		c.prevCue[i] = last
		if p.words[i].cue >= 2 {
			last = int32(i)
			c.cues[s] = min(c.cues[s]+1, 3)
		}
		if p.quotes.start[i] >= 0 {
			c.quoted[s] = true
		}
	}
	last = -1
	for i := p.starts[s+1] - 1; i >= p.starts[s]; i-- {
		c.nextCue[i] = last
		if p.words[i].cue >= 2 {
			last = int32(i)
		}
	}
}

func (p *Paragraph) nearMarks() {
	c := &p.labels
	last := int32(-1)
	for i := range p.words {
		if p.quotes.closes[i] {
			last = int32(i)
		}
		c.prevClose[i] = last
	}
	last = -1
	for i := len(p.words) - 1; i >= 0; i-- {
		if p.quotes.opens[i] {
			last = int32(i)
		}
		c.nextOpen[i] = last
	}
}

// wordAt is word i of the paragraph, or the border beyond it.
func (p *Paragraph) wordAt(i int) *word { return p.at(i, 0, len(p.words)) }

// tagAt is the part of speech of word i, plus one; 0 outside the paragraph.
func (p *Paragraph) tagAt(i int) uint32 { return p.posIn(i, 0, len(p.words)) }

// LabelFeatures appends the features of word i for source, cue and content.
func (p *Paragraph) LabelFeatures(f []uint32, i int) []uint32 {
	f = p.labelWords(f, i)
	f = p.labelQuotes(f, i)
	f = p.labelCues(f, i)
	return p.labelTree(f, i)
}

// labelWords appends the features of the words round word i.
func (p *Paragraph) labelWords(f []uint32, i int) []uint32 {
	k := p.labels.keys[i : i+2*wide+1] // of the word and of three to each side
	l1, w := p.wordAt(i-1), p.wordAt(i)
	return append(f,
		k[0].word,
		k[1].word^1,
		k[2].word^2,
		k[4].word^3,
		k[5].word^4,
		k[1].pair,
		k[2].pair^1,
		k[3].pair^2,
		k[2].ending,
		k[2].tags, // the last of nearBefore
		k[6].word^5,
		k[4].pair^3,
		k[3].ending^1,
		k[3].tags^1,
		model.Pair(218, p.tagAt(i-1), p.tagAt(i)),
		model.Feature(227, l1.class[1]),
		model.Feature(229, l1.class[2]),
		model.Pair(231, l1.class[1], w.class[1]),
	)
}

// labelQuotes appends how word i stands to quotation marks.
func (p *Paragraph) labelQuotes(f []uint32, i int) []uint32 {
	c, q := &p.labels, &p.quotes
	s := p.sent[i]
	state := p.markState(i)
	w := p.wordAt(i)
	t := p.tagAt(i)
	f = append(f,
		model.Feature(241, state),
		model.Pair(242, state, w.lower),
		model.Triple(243, p.markState(i-1), state, p.markState(i+1)),
		model.Triple(244, state, p.tagAt(i-1), t),
		model.Triple(245, state, t, p.tagAt(i+1)),
	)
	if start := q.start[i]; start >= 0 {
		end := q.end[i]
		size := far(int(end - start))
		return append(f,
			model.Triple(249, size, near(i-int(start)), near(int(end)-i)),
			model.Triple(251, size, uint32(c.cues[s]), t),
			model.Triple(252, p.tagAt(int(start)-1), p.tagAt(int(end)+1), size),
		)
	}
	before, after := c.prevClose[i], c.nextOpen[i]
	gapL, gapR := uint32(0), uint32(0)
	if before >= 0 {
		gapL = near(i-int(before)) + 1
		if p.sent[before] != s {
			gapL += 16
		}
	}
	if after >= 0 {
		gapR = near(int(after)-i) + 1
		if p.sent[after] != s {
			gapR += 16
		}
	}
	return append(f,
		model.Triple(255, t, w.class[0], gapL),
		model.Triple(256, t, w.class[0], gapR),
	)
}

// markState says how word i stands to quotation marks; see markStates.
func (p *Paragraph) markState(i int) uint32 {
	if i < 0 || i >= len(p.words) {
		return noState
	}
	return uint32(p.labels.states[i])
}

// near keeps small distances apart.
func near(d int) uint32 {
	switch {
	case d <= 4:
		return uint32(max(d, 0))
	case d <= 8:
		return 5
	case d <= 16:
		return 6
	}
	return 7
}

// far keeps the lengths of quotations apart.
func far(d int) uint32 {
	switch {
	case d <= 3:
		return uint32(max(d, 0))
	case d <= 5:
		return 4
	case d <= 9:
		return 5
	case d <= 20:
		return 6
	}
	return 7
}

// labelCues appends the nearest words that can report, and the place in the
// sentence and the paragraph.
func (p *Paragraph) labelCues(f []uint32, i int) []uint32 {
	c := &p.labels
	w, s := &p.words[i], p.sent[i]
	from := p.starts[s]
	t := p.tagAt(i)
	var lw, rw, lt, rt, ld, rd uint32
	if k := c.prevCue[i]; k >= 0 {
		lw, lt, ld = p.words[k].lower, p.tagAt(int(k)), near(i-int(k))+1
	}
	if k := c.nextCue[i]; k >= 0 {
		rw, rt, rd = p.words[k].lower, p.tagAt(int(k)), near(int(k)-i)+1
	}
	state := p.markState(i)
	place := near(i - from)
	return append(f,
		model.Pair(261, t, uint32(w.cue)),
		model.Pair(264, rw, rd),
		model.Triple(265, lw, lt, t),
		model.Triple(266, rw, rt, t),
		model.Triple(268, lt<<4|ld, rt<<4|rd, state),
		model.Pair(269, lw, rw),
		model.Triple(270, uint32(c.cues[s]), bit(c.quoted[s]), place),
		model.Triple(273, place, p.words[from].lower, t),
	)
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// labelTree appends what word i hangs on.
func (p *Paragraph) labelTree(f []uint32, i int) []uint32 {
	h, rel := int(p.head[i]), uint32(p.rel[i])+1
	if h < 0 {
		h, rel = -1, 0
	}
	f = append(f,
		model.Pair(289, p.wordAt(h).class[2], rel),
		model.Triple(291, rel, p.sideOf(i, i-1), p.sideOf(i, i+1)),
	)
	return p.verbAbove(p.cueAbove(f, i), i)
}

// sideOf says how word j stands to what word i hangs on.
func (p *Paragraph) sideOf(i, j int) uint32 {
	if j < 0 || j >= len(p.words) || p.sent[j] != p.sent[i] {
		return 0
	}
	switch {
	case p.head[j] == int32(i):
		return 1
	case p.head[i] == int32(j):
		return 2
	case p.head[i] == p.head[j]:
		return 3
	}
	return 4
}

// cueAbove appends what the way up to the nearest word that can report tells:
// that word, the relation by which the way reaches it, and where in the phrase
// that hangs there word i stands.
func (p *Paragraph) cueAbove(f []uint32, i int) []uint32 {
	words, t := p.labels.tree.words, p.tagAt(i)
	left, right := p.cueEdge(i, i-1), p.cueEdge(i, i+1)
	up := words[i].cue
	if up.to < 0 {
		return append(f, model.Triple(300, left, right, t))
	}
	aw, rel := &p.words[up.to], uint32(p.rel[up.via])+1
	brel, bedge := p.below(i, up)
	return append(f,
		model.Triple(304, rel, left, right),
		model.Triple(305, rel, left<<8|uint32(aw.cue), t),
		model.Triple(306, rel, right<<8|uint32(aw.cue), t),
		model.Triple(312, aw.lower, words[up.to].kids&keyKids, rel),
		model.Triple(314, rel, brel, uint32(aw.cue)<<4|bedge),
	)
}

// verbAbove appends what the way up to the nearest verb tells.
func (p *Paragraph) verbAbove(f []uint32, i int) []uint32 {
	up := p.labels.tree.words[i].verb
	if up.to < 0 {
		return f
	}
	a := int(up.to)
	cue, rel := uint32(p.words[a].cue), uint32(p.rel[up.via])+1
	brel, bedge := p.below(i, up)
	return append(f,
		model.Triple(329, rel, cue<<1|bit(a < i), near(max(i-a, a-i))),
		model.Triple(334, rel, brel, cue<<4|bedge),
		model.Triple(336, rel<<8|brel, p.tagAt(i), cue<<4|bedge),
	)
}

// below tells how the way up goes on from the word before its last but one, and
// where in the phrase that hangs on that word i stands; zeros without such a
// word.
func (p *Paragraph) below(i int, up way) (rel, edge uint32) {
	b := up.below
	if b < 0 {
		return 0, 0
	}
	w := &p.labels.tree.words[b]
	edge = bit(int(w.lo) == i) | bit(int(w.hi) == i)<<1 | bit(int(b) == i)<<2 | bit(b < up.via)<<3
	return uint32(p.rel[b]) + 1, edge
}

// cueEdge says how word j, beside word i, stands to the reporting word above i.
func (p *Paragraph) cueEdge(i, j int) uint32 {
	if j < 0 || j >= len(p.words) {
		return 0
	}
	words := p.labels.tree.words
	up, other := &words[i].cue, &words[j].cue
	switch {
	case p.sent[j] != p.sent[i]:
		return 1
	case int(up.to) == j:
		return 2
	case other.to == up.to && other.via == up.via:
		return 3
	case other.to == up.to:
		return 4 + uint32(p.rel[max(other.via, 0)])
	case other.to == int32(i):
		return 40
	}
	return 41
}
