package model

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

const evenLanes = 0x00FF00FF00FF00FF

// Scores writes the score of each label, the sum over the features, to out,
// which holds Len numbers. Features past MaxFeatures are left out.
func (m *Linear) Scores(feats []uint32, out []int32) {
	if len(feats) > MaxFeatures {
		feats = feats[:MaxFeatures]
	}
	if m.width == 1 {
		m.scores8(feats, out)
		return
	}
	var even, odd [maxLabels / lanes]uint64
	shift := 32 - m.bits
	for _, f := range feats {
		at := int(f>>shift) * m.width
		for w, x := range m.rows[at : at+m.width] {
			even[w&7] += x & evenLanes
			odd[w&7] += x >> 8 & evenLanes
		}
	}
	bias := int32(len(feats)) * 128
	for i := range out[:len(m.labels)] {
		out[i] = lane(even[i/lanes], odd[i/lanes], i%lanes) - bias
	}
}

// scores8 is Scores for models of at most eight labels.
func (m *Linear) scores8(feats []uint32, out []int32) {
	var even, odd uint64
	shift := 32 - m.bits
	for _, f := range feats {
		x := m.rows[f>>shift]
		even += x & evenLanes
		odd += x >> 8 & evenLanes
	}
	bias := int32(len(feats)) * 128
	for i := range out[:len(m.labels)] {
		out[i] = lane(even, odd, i) - bias
	}
}

// lane is sum i of a word's eight.
func lane(even, odd uint64, i int) int32 {
	if i&1 == 0 {
		return int32(even >> (uint(i) * 8) & 0xFFFF)
	}
	return int32(odd >> (uint(i-1) * 8) & 0xFFFF)
}
