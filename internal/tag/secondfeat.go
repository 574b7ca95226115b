package tag

import "quotes/internal/model"

// firstStage is what the second stage reads of the first one's labels.
type firstStage struct {
	labels []uint8
	sure   []uint8     // how probable the label is, see level
	likely [][3]uint32 // how probable each role is
	starts [][3]uint32 // how probable it is that a span of each role starts
	// For each word: the run of labels of one span that it stands in, or of
	// words outside all spans.
	from, to []int32
	// The roles of the two spans before and the two after that run in the
	// paragraph; 0 for none, 4 to 6 for the roles of another sentence.
	before, after [][2]uint8
	// The last cue and the last source before the run, and the next after
	// it, in the same sentence; -1 for none.
	cueL, cueR, srcL, srcR []int32
	tally                  []uint32 // spans of each role in each sentence
	hinted                 []uint8  // roles that rules found in each sentence
	prev                   uint32   // what the paragraph before ended with
}

// roleOf is the role of a label: 0 outside, 1 source, 2 cue, 3 content.
func roleOf(label uint8) uint8 { return (label + 1) / 2 }

// SetFirst puts in the first stage's labels and the probabilities of all of
// them; prev is what [Paragraph.Summary] said of the paragraph before.
func (p *Paragraph) SetFirst(labels []uint8, marginals []float32, prev uint32) {
	s := &p.stage
	n := len(p.words)
	s.labels, s.sure = append(s.labels[:0], labels...), resize(s.sure, n)
	s.likely, s.starts = resize(s.likely, n), resize(s.starts, n)
	for i, l := range labels {
		row := marginals[i*len(labelNames):]
		s.sure[i] = uint8(level(row[l]))
		for r := range s.likely[i] {
			s.likely[i][r] = level(row[2*r+1] + row[2*r+2])
			s.starts[i][r] = level(row[2*r+1])
		}
	}
	for _, x := range []*[]int32{&s.from, &s.to, &s.cueL, &s.cueR, &s.srcL, &s.srcR} {
		*x = resize(*x, n)
	}
	s.before, s.after = resize(s.before, n), resize(s.after, n)
	s.tally, s.hinted = resize(s.tally, len(p.starts)), resize(s.hinted, len(p.starts))
	for k := range len(p.starts) - 1 {
		s.hinted[k] = p.hintedRoles(k)
	}
	s.prev = prev
	for i := 0; i < n; {
		j := i + 1
		for j < n && sameRun(s.labels[i], s.labels[j]) {
			j++
		}
		for k := i; k < j; k++ {
			s.from[k], s.to[k] = int32(i), int32(j)
		}
		if r := roleOf(s.labels[i]); r > 0 {
			at := &s.tally[p.sent[i]]
			if *at>>(2*r)&3 < 2 {
				*at += 1 << (2 * r)
			}
		}
		i = j
	}
	p.around()
}

// sameRun reports whether label b goes on with the run that label a is in.
func sameRun(a, b uint8) bool { return roleOf(a) == roleOf(b) && (b == 0 || b%2 == 0) }

// around fills in the spans before and after each run.
func (p *Paragraph) around() {
	s := &p.stage
	n := len(p.words)
	var seen [2]int32 // starts of the last two spans
	seen = [2]int32{-1, -1}
	cue, src := int32(-1), int32(-1)
	for i := 0; i < n; i = int(s.to[i]) {
		for k := i; k < int(s.to[i]); k++ {
			s.before[k] = [2]uint8{p.roleFrom(k, seen[0]), p.roleFrom(k, seen[1])}
			s.cueL[k], s.srcL[k] = p.inSentence(k, cue), p.inSentence(k, src)
		}
		if r := roleOf(s.labels[i]); r > 0 {
			seen = [2]int32{int32(i), seen[0]}
			switch r {
			case 1:
				src = int32(i)
			case 2:
				cue = int32(i)
			}
		}
	}
	seen, cue, src = [2]int32{-1, -1}, -1, -1
	for i := n - 1; i >= 0; i = int(s.from[i]) - 1 {
		for k := int(s.from[i]); k <= i; k++ {
			s.after[k] = [2]uint8{p.roleFrom(k, seen[0]), p.roleFrom(k, seen[1])}
			s.cueR[k], s.srcR[k] = p.inSentence(k, cue), p.inSentence(k, src)
		}
		if r := roleOf(s.labels[i]); r > 0 {
			seen = [2]int32{s.from[i], seen[0]}
			switch r {
			case 1:
				src = s.from[i]
			case 2:
				cue = s.from[i]
			}
		}
	}
}

// roleFrom is the role of the span that starts at word j as seen from word i.
func (p *Paragraph) roleFrom(i int, j int32) uint8 {
	if j < 0 {
		return 0
	}
	r := roleOf(p.stage.labels[j])
	if p.sent[i] != p.sent[j] {
		r += 3
	}
	return r
}

func (p *Paragraph) inSentence(i int, j int32) int32 {
	if j >= 0 && p.sent[i] == p.sent[j] {
		return j
	}
	return -1
}

// Summary says what the labels of a paragraph leave for the next one: the
// roles in it, the last role, and whether it ends inside quotation marks.
func (p *Paragraph) Summary(labels []uint8) uint32 {
	roles, last := uint32(0), uint32(0)
	for _, l := range labels {
		if r := roleOf(l); r > 0 {
			roles |= 1 << r
			last = uint32(r)
		}
	}
	ends := uint32(0)
	if n := len(labels); n > 0 {
		ends = uint32(roleOf(labels[n-1]))
	}
	return 1 + roles + last<<4 + ends<<6 + bit(p.LeavesOpen())<<8
}

// labelAt is the first stage's label of word i, plus one; 0 outside.
func (p *Paragraph) labelAt(i int) uint32 {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	return uint32(p.stage.labels[i]) + 1
}

// SecondFeatures appends what the second stage sees beside LabelFeatures.
func (p *Paragraph) SecondFeatures(f []uint32, i int) []uint32 {
	s := &p.stage
	t, l := p.tagAt(i), p.labelAt(i)
	l1, r1 := p.labelAt(i-1), p.labelAt(i+1)
	sure := uint32(s.sure[i])
	for k := -4; k <= 4; k++ {
		f = append(f, model.Feature(uint32(405+k), p.labelAt(i+k)))
	}
	f = append(f,
		model.Triple(411, l1, l, r1),
		model.Pair(417, l, sure),
		model.Feature(423, p.chances(i)),
		model.Pair(424, p.chances(i-1), p.chances(i)),
		model.Feature(426, p.begins(i)),
		model.Feature(427, p.begins(i+1)),
		model.Triple(428, p.begins(i), p.chances(i), t),
		model.Triple(429, p.begins(i+1), p.chances(i), t),
		model.Triple(418, l, p.wordAt(i-1).lower, l1),
		model.Triple(419, l, p.wordAt(i+1).lower, r1),
		model.Triple(422, l, p.labelAt(int(p.head[i])), uint32(p.rel[i])),
	)
	f = p.labelHints(f, i)
	f = p.secondRun(f, i, l)
	return p.secondAround(f, i, l)
}

// secondRun appends the run of labels that word i stands in.
func (p *Paragraph) secondRun(f []uint32, i int, l uint32) []uint32 {
	s := &p.stage
	from, to := int(s.from[i]), int(s.to[i])
	head, tail := near(i-from), near(to-1-i)
	b, a := s.before[i], s.after[i]
	bb, aa := uint32(b[0])<<4|uint32(b[1]), uint32(a[0])<<4|uint32(a[1])
	q := &p.quotes
	inside := bit(q.start[i] >= 0 && int(q.start[i]) < from) | bit(q.start[i] >= 0 && int(q.end[i]) >= to)<<1
	return append(f,
		model.Triple(431, l, head, tail),
		model.Triple(434, l, uint32(b[0])<<8|uint32(a[0]), tail),
		model.Triple(435, l, head, p.wordAt(from).lower),
		model.Triple(437, l, head, p.wordAt(from-1).lower),
		model.Triple(438, l, tail, p.wordAt(to).lower),
		model.Triple(439, l, inside, head<<8|tail),
		model.Triple(440, l, near(to-from), uint32(b[0])<<8|uint32(a[0])),
		model.Triple(441, l, bb, p.tagAt(i)),
		model.Triple(442, l, aa, p.tagAt(i)),
	)
}

// secondAround appends the nearest cue and source, the sentence's spans and
// what the tree says of the labels.
func (p *Paragraph) secondAround(f []uint32, i int, l uint32) []uint32 {
	s, words := &p.stage, p.labels.tree.words
	tally := s.tally[p.sent[i]]
	place := near(i - p.starts[p.sent[i]])
	t := p.tagAt(i)
	f = append(f,
		model.Triple(452, l, tally, place),
		model.Triple(453, l, s.prev, min(uint32(p.sent[i]), 2)),
		model.Triple(454, s.prev, p.markState(0), tally),
		model.Triple(456, l, p.spanWord(s.cueR[i]), p.gap(i, s.cueR[i])),
		model.Triple(458, l, p.gap(i, s.srcL[i])<<8|p.gap(i, s.srcR[i]), p.gap(i, s.cueL[i])<<8|p.gap(i, s.cueR[i])),
		model.Triple(459, p.spanWord(s.cueL[i]), p.words[i].lower, 0),
		model.Triple(460, p.spanWord(s.cueR[i]), t, l),
		model.Triple(461, p.spanWord(s.cueL[i]), t, l),
	)
	if v := words[i].verb.via; v >= 0 {
		vw := &words[v]
		edge := bit(int(vw.lo) == i) | bit(int(vw.hi) == i)<<1
		f = append(f,
			model.Triple(476, l, p.labelAt(int(vw.lo))<<8|p.labelAt(int(vw.hi)), edge<<8|uint32(p.rel[v])),
		)
	}
	return f
}

// spanWord is the first word of the span that starts at word j, 0 for none.
func (p *Paragraph) spanWord(j int32) uint32 {
	if j < 0 {
		return 0
	}
	return p.words[j].lower
}

// gap is a coarse, signed distance to word j, 0 for none.
func (p *Paragraph) gap(i int, j int32) uint32 {
	switch d := i - int(j); {
	case j < 0:
		return 0
	case d >= 0:
		return near(d) + 1
	default:
		return near(-d) + 16
	}
}

// level keeps probabilities apart, more finely towards both ends.
func level(p float32) uint32 {
	switch {
	case p < 0.02:
		return 0
	case p < 0.1:
		return 1
	case p < 0.3:
		return 2
	case p < 0.5:
		return 3
	case p < 0.7:
		return 4
	case p < 0.9:
		return 5
	case p < 0.98:
		return 6
	}
	return 7
}

// chances packs the levels of all roles at word i.
func (p *Paragraph) chances(i int) uint32 {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	c := &p.stage.likely[i]
	return 1<<9 | c[0]<<6 | c[1]<<3 | c[2]
}

// begins packs the levels of a span's start at word i.
func (p *Paragraph) begins(i int) uint32 {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	c := &p.stage.starts[i]
	return 1<<9 | c[0]<<6 | c[1]<<3 | c[2]
}

// The least probability of a span of source, cue and content that each stage
// gives out. About half of the F1 to be had is the best cut for F1; found on
// folds of train.
var (
	FirstLeast  = []float32{0, 0.35, 0.35, 0.3}
	SecondLeast = []float32{0, 0.3, 0.3, 0.35}
)

// SpanLabels writes the labels of spans, 0 outside them.
func SpanLabels(spans []model.Span, labels []uint8) {
	clear(labels)
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			labels[i] = uint8(2 * s.Role)
		}
		labels[s.From]--
	}
}
