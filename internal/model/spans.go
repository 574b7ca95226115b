package model

// Span is a run of positions [From, To) that hold one role, with the
// probability that exactly this run does.
type Span struct {
	From, To int
	Role     int // 1 and up: the first, second.. pair of labels
	P        float32
}

// MaxSpan bounds the length of a span that is looked for.
const MaxSpan = 400

// Labels of models of spans come in pairs: 0 is outside, 2r-1 the first
// position of a span of role r, 2r the ones after.
func begin(role int) int { return 2*role - 1 }

// Spans gives the spans that do best by exact match: of all sets of spans that
// do not overlap the one with the largest sum of probability less least[role].
// (Viterbi finds the most probable labelling as a whole, which leaves out a
// span whose bounds are in doubt; to expect the most right spans for the number
// given is another aim.) Spans are appended to dst in order. Marginals must
// have been called.
func (l *Lattice) Spans(least []float32, dst []Span) []Span {
	l.candidates(least)
	n := l.n
	l.value = grow(l.value, n+1)
	l.pick = grow(l.pick, n+1)
	l.value[0], l.pick[0] = 0, -1
	c := 0
	for i := 1; i <= n; i++ {
		l.value[i], l.pick[i] = l.value[i-1], -1
		for ; c < len(l.cands) && l.cands[c].To == i; c++ {
			s := l.cands[c]
			if v := l.value[s.From] + s.P - least[s.Role]; v > l.value[i] {
				l.value[i], l.pick[i] = v, int32(c)
			}
		}
	}
	first := len(dst)
	for i := n; i > 0; {
		if k := l.pick[i]; k >= 0 {
			dst = append(dst, l.cands[k])
			i = l.cands[k].From
			continue
		}
		i--
	}
	for i, j := first, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	return dst
}

// Likely is the probability from which [Lattice.Candidates] holds a span.
const Likely = 0.05

// Candidates gives the spans of probability Likely or more, by their end, that
// Spans chose from last. They are the lattice's own, good until its next use.
func (l *Lattice) Candidates() []Span { return l.cands }

// candidates lists the spans more probable than the least of their role, and
// the likely ones, by their end.
func (l *Lattice) candidates(least []float32) {
	l.cands = l.cands[:0]
	for role := 1; begin(role)+1 < l.m.Len() && role < len(least); role++ {
		enough := max(min(least[role], Likely), 1e-4)
		w, b := l.m.wide(), begin(role)
		for i := range l.n {
			if float64(l.alpha[i*w+b])*float64(l.beta[i*w+b]) >= float64(enough) {
				l.spansFrom(i, role, enough)
			}
		}
	}
	l.byEnd()
}

// spansFrom lists the spans of a role that start at position i, where one is
// likely enough to start. The chance that the span is still going on falls with
// every position, so the search ends early.
func (l *Lattice) spansFrom(i, role int, least float32) {
	w, b := l.m.wide(), begin(role)
	in := b + 1
	alive := float64(l.alpha[i*w+b]) // the weight of the span up to here
	from, share := b, alive*float64(l.beta[i*w+b])
	for j := i + 1; j <= min(l.n, i+MaxSpan); j++ {
		so, on := alive, 0.0 // on: the chance that the span goes on to j
		if j < l.n {
			alive *= float64(l.m.from[from*w+in]) * float64(l.emit[j*w+in]) * float64(l.norm[j])
			on = alive * float64(l.beta[j*w+in])
		}
		if share-on > float64(least)/2 { // what does not go on may be enough: it is added up
			if p := so * l.leave(j, from, in); p >= float64(least) {
				l.cands = append(l.cands, Span{i, j, role, float32(min(p, 1))})
			}
		}
		if from, share = in, on; share < float64(least) {
			return
		}
	}
}

// leave is the weight of all that can follow position j-1, whose label is
// from, but for the label in at j.
func (l *Lattice) leave(j, from, in int) float64 {
	if j == l.n {
		return 1
	}
	w, sum := l.m.wide(), 0.0
	for y, t := range l.m.from[from*w:][:l.m.Len()] {
		if y != in {
			sum += float64(float64(t) * float64(l.emit[j*w+y]) * float64(l.beta[j*w+y]))
		}
	}
	return sum * float64(l.norm[j])
}

// byEnd sorts the candidates by their end, those of equal ends as they came.
func (l *Lattice) byEnd() {
	l.count = grow(l.count, l.n+2)
	clear(l.count)
	for _, s := range l.cands {
		l.count[s.To+1]++
	}
	for i := 1; i < len(l.count); i++ {
		l.count[i] += l.count[i-1]
	}
	l.spare = grow(l.spare, len(l.cands))
	for _, s := range l.cands {
		l.spare[l.count[s.To]] = s
		l.count[s.To]++
	}
	l.cands, l.spare = l.spare, l.cands
}
