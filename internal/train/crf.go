package train

import (
	"math"
	"math/rand/v2"

	"quotes/internal/model"
)

// sequence is one training example: the features of each position and the
// label that is right.
type sequence struct {
	feats  [][]uint32
	labels []uint8
	weight float32
}

// crfConfig holds the choices of a training run.
type crfConfig struct {
	labels []string
	bits   uint
	epochs int
	rate   float32 // step of AdaGrad, falling to nothing over the run
	decay  float32 // pull of each weight that is updated towards zero
	drop   float32 // share of features left out of each example
	seed   uint64
	runs   int                     // trainings from other seeds whose weights are averaged; 0: one
	allow  func(from, to int) bool // from -1: the start; nil: all
}

// crf trains a linear-chain conditional random field by AdaGrad on the
// likelihood of one sequence after the other.
type crf struct {
	crfConfig
	k          int
	w, g       []float32 // weights and sums of squared gradients, rows of k
	trans, tg  []float32
	emit       []float32
	alpha, bet []float32
	post       []float32
	pair       []float32
}

const tiny = 1e-6

// trainCRF gives the weights learnt from the sequences. Averaged over a few
// runs that saw them in another order they carry over better, at no cost to
// the decoder.
func trainCRF(c crfConfig, seqs []sequence) model.Weights {
	sum := trainOnce(c, seqs)
	for n := 1; n < c.runs; n++ {
		c.seed++
		w := trainOnce(c, seqs)
		average(sum.Rows, w.Rows, n)
		average(sum.Trans, w.Trans, n)
	}
	return sum
}

// average takes x into mean, the mean of n.
func average(mean, x []float32, n int) {
	for i := range mean {
		mean[i] = (float32(mean[i]*float32(n)) + x[i]) / float32(n+1)
	}
}

func trainOnce(c crfConfig, seqs []sequence) model.Weights {
	k := len(c.labels)
	t := &crf{crfConfig: c, k: k}
	t.w, t.g = make([]float32, k<<c.bits), make([]float32, k<<c.bits)
	t.trans, t.tg = make([]float32, k*(k+1)), make([]float32, k*(k+1))
	for i := range t.trans {
		from := i / k
		if from == k {
			from = -1
		}
		if c.allow != nil && !c.allow(from, i%k) {
			t.trans[i] = float32(math.Inf(-1))
		}
	}
	rng := rand.New(rand.NewPCG(c.seed, 1))
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	total, done := c.epochs*len(seqs), 0
	for range c.epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(&seqs[i], c.rate*(1-float32(done)/float32(total)), rng)
			done++
		}
	}
	return model.Weights{Labels: c.labels, Bits: c.bits, Rows: t.w, Trans: t.trans}
}

// learn takes one step on one sequence.
func (t *crf) learn(s *sequence, rate float32, rng *rand.Rand) {
	n, k := len(s.feats), t.k
	if n == 0 {
		return
	}
	keep := uint64(float64(1-t.drop) * (1 << 32))
	salt := rng.Uint64()
	t.emit = fit(t.emit, n*k)
	for i, feats := range s.feats {
		row := t.emit[i*k : (i+1)*k]
		clear(row)
		for j, f := range feats {
			if t.drop > 0 && dropped(salt, i, j, keep) {
				continue
			}
			for y, x := range t.w[model.Row(f, t.bits)*k:][:k] {
				row[y] += x
			}
		}
	}
	t.infer(n)
	for i, feats := range s.feats {
		p := t.post[i*k : (i+1)*k]
		p[s.labels[i]]--
		big := float32(0)
		for y := range p {
			p[y] *= s.weight
			big = max(big, p[y], -p[y])
		}
		if big < 1e-3 {
			continue
		}
		for j, f := range feats {
			if t.drop > 0 && dropped(salt, i, j, keep) {
				continue
			}
			at := model.Row(f, t.bits) * k
			t.descend(t.w[at:at+k], t.g[at:at+k], p, rate)
		}
	}
	t.learnTransitions(s, rate)
}

// dropped decides, the same way for both passes over an example, whether a
// feature is left out.
func dropped(salt uint64, i, j int, keep uint64) bool {
	h := (salt + uint64(i)*0x9E3779B97F4A7C15 + uint64(j)*0xD1B54A32D192ED03) * 0xBF58476D1CE4E5B9
	return h>>32 >= keep
}

// descend moves weights against their gradient, each by its own step.
func (t *crf) descend(w, g, grad []float32, rate float32) {
	for y, d := range grad {
		if d == 0 || math.IsInf(float64(w[y]), -1) {
			continue
		}
		d += float32(t.decay * w[y])
		g[y] += float32(d * d)
		w[y] -= rate * d / float32(math.Sqrt(float64(g[y]+tiny)))
	}
}

func (t *crf) learnTransitions(s *sequence, rate float32) {
	k := t.k
	for i, y := range s.labels {
		from := k
		if i > 0 {
			from = int(s.labels[i-1])
		}
		t.pair[from*k+int(y)]--
	}
	for i := range t.pair {
		t.pair[i] *= s.weight
	}
	t.descend(t.trans, t.tg, t.pair, rate)
}

func fit(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	return s[:n]
}

// infer fills in the probability of each label at each position and how often
// each transition is to be expected.
func (t *crf) infer(n int) {
	k := t.k
	t.alpha, t.bet, t.post = fit(t.alpha, n*k), fit(t.bet, n*k), fit(t.post, n*k)
	t.pair = fit(t.pair, k*(k+1))
	clear(t.pair)
	etrans := make([]float32, k*(k+1))
	for i, x := range t.trans {
		etrans[i] = float32(math.Exp(float64(min(x, 30))))
	}
	for i := range n {
		exponentiate(t.emit[i*k : (i+1)*k])
		row := t.alpha[i*k : (i+1)*k]
		clear(row)
		if i == 0 {
			copy(row, etrans[k*k:])
		} else {
			for x, p := range t.alpha[(i-1)*k : i*k] {
				for y, e := range etrans[x*k : (x+1)*k] {
					row[y] += float32(p * e)
				}
			}
		}
		for y := range row {
			row[y] *= t.emit[i*k+y]
		}
		unitSum(row)
	}
	for i := n - 1; i >= 0; i-- {
		row := t.bet[i*k : (i+1)*k]
		if i == n-1 {
			for y := range row {
				row[y] = 1
			}
		} else {
			t.back(row, i, etrans)
		}
		post := t.post[i*k : (i+1)*k]
		for y := range post {
			post[y] = t.alpha[i*k+y] * row[y]
		}
		unitSum(post)
	}
	copy(t.pair[k*k:], t.post[:k])
}

// back makes the backward row of position i and adds up the transitions from
// it to the next.
func (t *crf) back(row []float32, i int, etrans []float32) {
	k := t.k
	next, emit := t.bet[(i+1)*k:(i+2)*k], t.emit[(i+1)*k:(i+2)*k]
	var here [16 * 16]float32
	total := float32(0)
	for x := range row {
		sum := float32(0)
		for y, e := range etrans[x*k : (x+1)*k] {
			v := float32(e * emit[y] * next[y])
			sum += v
			here[x*k+y] = v * t.alpha[i*k+x]
		}
		row[x] = sum
		total += float32(sum * t.alpha[i*k+x])
	}
	if total > 0 {
		for j := range k * k {
			t.pair[j] += here[j] / total
		}
	}
	unitSum(row)
}

// exponentiate turns scores into weights, the largest being one.
func exponentiate(row []float32) {
	top := row[0]
	for _, x := range row {
		top = max(top, x)
	}
	for y, x := range row {
		row[y] = float32(math.Exp(float64(max(x-top, -40))))
	}
}

func unitSum(row []float32) {
	sum := float32(0)
	for _, x := range row {
		sum += x
	}
	if sum <= 0 {
		return
	}
	for y := range row {
		row[y] /= sum
	}
}
