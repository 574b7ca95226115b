package model

// Lattice finds the probability of each label at each position of a sequence,
// and the best spans. Its buffers grow to the longest sequence seen and
// are used again; one goroutine may use it at a time. The zero value is ready.
type Lattice struct {
	m      *Linear
	n      int     // positions
	scores []int32 // n rows of the model's labels
	// The scores as weights of probability, each position's largest being one.
	emit []float64
	// The forward and backward passes, scaled so that their product at each
	// position sums to one; norm is what the forward pass was divided by.
	alpha, beta, norm []float64
	post              []float32
	// What Spans works with.
	cands, spare []Span
	count        []int32
	value        []float32
	pick         []int32
}

// Reset starts a sequence of n positions for model m and gives the scores to
// fill in, n rows of m.Len.
func (l *Lattice) Reset(m *Linear, n int) []int32 {
	l.m, l.n = m, n
	l.scores = grow(l.scores, n*m.Len())
	return l.scores
}

// grow gives a slice of n elements, s itself if it is large enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Argmax is the index of the first largest score.
func Argmax(s []int32) int {
	best := 0
	for i, x := range s {
		if x > s[best] {
			best = i
		}
	}
	return best
}

// Marginals gives the probability of each label at each position, n rows of
// the model's labels, under the distribution the scores define. The result is
// the lattice's own, good until its next use.
func (l *Lattice) Marginals() []float32 {
	n, k := l.n, l.m.Len()
	l.prepare()
	l.alpha, l.beta = grow(l.alpha, n*k), grow(l.beta, n*k)
	l.norm, l.post = grow(l.norm, n), grow(l.post, n*k)
	for i := range n {
		l.forward(i, k)
	}
	for i := n - 1; i >= 0; i-- {
		l.backward(i, k)
	}
	for i := range l.post {
		l.post[i] = float32(min(l.alpha[i]*l.beta[i], 1))
	}
	return l.post
}

// Posterior gives again what Marginals gave last.
func (l *Lattice) Posterior() []float32 { return l.post }

// prepare turns scores into weights of probability.
func (l *Lattice) prepare() {
	k := l.m.Len()
	l.emit = grow(l.emit, l.n*k)
	for i := range l.n {
		row := l.scores[i*k : (i+1)*k]
		top := row[Argmax(row)]
		for y, s := range row {
			l.emit[i*k+y] = l.m.weight(s - top)
		}
	}
}

func (l *Lattice) forward(i, k int) {
	row, emit := l.alpha[i*k:(i+1)*k], l.emit[i*k:(i+1)*k]
	clear(row)
	if i == 0 {
		copy(row, l.m.etrans[k*k:])
	} else {
		for x, p := range l.alpha[(i-1)*k : i*k] {
			for y, t := range l.m.etrans[x*k : (x+1)*k][:len(row)] {
				row[y] += p * t
			}
		}
	}
	sum := 0.0
	for y := range row {
		row[y] *= emit[y]
		sum += row[y]
	}
	l.norm[i] = 1
	if sum > 0 {
		l.norm[i] = sum
		for y := range row {
			row[y] /= sum
		}
	}
}

func (l *Lattice) backward(i, k int) {
	row := l.beta[i*k : (i+1)*k]
	if i == l.n-1 {
		for y := range row {
			row[y] = 1
		}
		return
	}
	next, emit := l.beta[(i+1)*k:(i+2)*k], l.emit[(i+1)*k:(i+2)*k]
	for x := range row {
		sum := 0.0
		for y, t := range l.m.etrans[x*k : (x+1)*k] {
			sum += t * emit[y] * next[y]
		}
		row[x] = sum / l.norm[i+1]
	}
}
