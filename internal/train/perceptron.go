package train

import "quotes/internal/model"

// perceptron is an averaged perceptron over hashed features. Its weights are
// whole numbers, so that the order of sums cannot change them.
type perceptron struct {
	labels []string
	bits   uint
	w      []int32 // 1<<bits rows of len(labels)
	sum    []int64 // update times step, for the average
	step   int64
}

func newPerceptron(labels []string, bits uint) *perceptron {
	n := len(labels) << bits
	return &perceptron{labels: labels, bits: bits, w: make([]int32, n), sum: make([]int64, n), step: 1}
}

// scores writes the sum of the features' weights of each label.
func (p *perceptron) scores(feats []uint32, out []int32) {
	k := len(p.labels)
	out = out[:k]
	clear(out)
	for _, f := range feats {
		row := p.w[model.Row(f, p.bits)*k:][:k]
		for y, x := range row {
			out[y] += x
		}
	}
}

// update makes label good more likely than label bad.
func (p *perceptron) update(feats []uint32, good, bad uint8) {
	if good == bad {
		return
	}
	k := len(p.labels)
	for _, f := range feats {
		row := model.Row(f, p.bits) * k
		p.w[row+int(good)]++
		p.sum[row+int(good)] += p.step
		p.w[row+int(bad)]--
		p.sum[row+int(bad)] -= p.step
	}
}

// build gives the model of the averaged weights.
func (p *perceptron) build() (*model.Linear, error) {
	k := len(p.labels)
	rows := make([]float32, len(p.w))
	for i, x := range p.w {
		rows[i] = float32(float64(x) - float64(p.sum[i])/float64(p.step))
	}
	return model.Build(model.Weights{Labels: p.labels, Bits: p.bits, Rows: rows, Trans: make([]float32, k*(k+1))})
}
