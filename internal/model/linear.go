package model

import "math"

// MaxFeatures is how many features one position may have: the sums are kept
// in lanes of 16 bits, each feature adding at most 255.
const MaxFeatures = 255

// maxLabels bounds a model's labels; it keeps the sums of a position on the
// stack.
const maxLabels = 64

// lanes is the number of weights in one word of a row.
const lanes = 8

// Linear is a linear model over hashed features. Every feature has a row of
// weights, one byte a label, stored with 128 added; rows are whole 64-bit
// words, so that eight labels are summed at a time.
type Linear struct {
	labels []string
	bits   uint
	width  int // words in a row
	rows   []uint64
	// trans holds the score of each label after each label; its last row
	// holds the scores at the start of a sequence.
	trans []int32
	scale float32
	// The transitions as weights of probability, in rows as wide as those of the
	// lattice: from the label of the row and, in into, to the label of the row;
	// and the weights of the scores 0, -1, -2.. as far as a table is worth it.
	from, into, exps []float32
}

// maxExps bounds the table of exponentials.
const maxExps = 1 << 12

// finish fills in what follows from the scale and the transitions.
func (m *Linear) finish() *Linear {
	n, wide := len(m.labels), m.wide()
	m.from, m.into = make([]float32, max(n+1, wide)*wide), make([]float32, wide*wide)
	for i, t := range m.trans {
		x, y := i/n, i%n
		m.from[x*wide+y] = expScore(t, m.scale)
		if x < n {
			m.into[y*wide+x] = m.from[x*wide+y]
		}
	}
	for s := int32(0); s < maxExps && float32(s)*m.scale < 20; s++ {
		m.exps = append(m.exps, expScore(-s, m.scale))
	}
	return m
}

// wide is how many numbers a row of the lattice has: those past the labels are
// zero.
func (m *Linear) wide() int { return m.width * lanes }

// weight is the exponential of a score of at most zero.
func (m *Linear) weight(s int32) float32 {
	if int(-s) < len(m.exps) {
		return m.exps[-s]
	}
	return m.smallWeight(s)
}

// smallWeight is the weight of a score past the table.
func (m *Linear) smallWeight(s int32) float32 {
	if len(m.exps) < maxExps { // it goes as far down as weights do
		return leastWeight
	}
	return expScore(s, m.scale)
}

var leastWeight = expScore(-1, 20)

// expScore is the exponential of a score, held away from zero and infinity so
// that no product of a few of them is lost; a forbidden one is zero.
func expScore(s int32, scale float32) float32 {
	if s <= Forbidden/2 {
		return 0
	}
	return float32(math.Exp(float64(max(-20, min(20, float32(s)*scale)))))
}

// Forbidden is the score of a transition that cannot be.
const Forbidden = -1 << 24

// Labels gives the names of the labels, in the order of their numbers. The
// caller must not change it.
func (m *Linear) Labels() []string { return m.labels }

// Len is the number of labels.
func (m *Linear) Len() int { return len(m.labels) }

// Scale is what one unit of a score stands for.
func (m *Linear) Scale() float32 { return m.scale }

// Transition is the score of label to after label from; from -1 is the start.
func (m *Linear) Transition(from, to int) int32 {
	if from < 0 {
		from = len(m.labels)
	}
	return m.trans[from*len(m.labels)+to]
}

// Label is the number of a label's name, -1 if the model has none of it.
func (m *Linear) Label(name string) int {
	for i, l := range m.labels {
		if l == name {
			return i
		}
	}
	return -1
}

// Fetch tells that Scores will soon be asked for these features, so that their
// rows can come from memory while other work is done. It changes nothing.
func (m *Linear) Fetch(feats []uint32) {
	if len(feats) > 0 {
		m.fetch(feats)
	}
}

// Best is the label of [from, to) with the highest score, the first of equals.
// There must be one. Features past MaxFeatures are left out.
func (m *Linear) Best(feats []uint32, from, to int) int {
	if len(feats) == 0 {
		return from
	}
	return m.best(feats[:min(len(feats), MaxFeatures)], from, to)
}

// bestPortable is best on any machine.
func (m *Linear) bestPortable(feats []uint32, from, to int) int {
	var sums [maxLabels]uint16
	m.sum(feats, &sums)
	best := uint32(0) // a sum and, the lower the better among equals, its label
	for i, sum := range sums[from:to] {
		best = max(best, uint32(sum)<<8|uint32(maxLabels-i))
	}
	return from + maxLabels - int(best&0xFF)
}

// Scores writes the score of each label, the sum over the features, to out,
// which holds Len numbers. Features past MaxFeatures are left out.
func (m *Linear) Scores(feats []uint32, out []int32) {
	if len(feats) > MaxFeatures {
		feats = feats[:MaxFeatures]
	}
	out = out[:len(m.labels)]
	if len(feats) == 0 {
		clear(out)
		return
	}
	var sums [maxLabels]uint16
	m.sum(feats, &sums)
	bias := int32(len(feats)) * 128
	for i, sum := range sums[:len(out)] {
		out[i] = int32(sum) - bias
	}
}
