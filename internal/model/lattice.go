package model

import "slices"

// Lattice finds the probability of each label at each position of a sequence,
// and the best spans. Its buffers grow to the longest sequence seen and
// are used again; one goroutine may use it at a time. The zero value is ready.
type Lattice struct {
	m      *Linear
	n      int     // positions
	scores []int32 // n rows of the model's labels
	// Rows of weights, as wide as the machine adds them up: the scores, each
	// position's largest being one, and the forward and backward passes, scaled
	// so that their product at each position sums to one; norm is what the
	// forward pass was multiplied by.
	emit, alpha, beta []float32
	norm              []float32
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
	l.marginals((*Lattice).passes)
	return l.post
}

func (l *Lattice) marginals(passes func(*Lattice)) {
	n, k, w := l.n, l.m.Len(), l.m.wide()
	l.alpha, l.beta = grow(l.alpha, n*w), grow(l.beta, n*w)
	l.norm, l.post = grow(l.norm, n), grow(l.post, n*k)
	if n == 0 {
		return
	}
	l.prepare()
	for y, start := range l.m.from[k*w:][:w] {
		l.alpha[y] = start * l.emit[y]
	}
	l.norm[0] = unitSum(l.alpha[:w])
	for y := range w {
		l.beta[(n-1)*w+y] = 1
	}
	passes(l)
	for i := range n {
		a, b, post := l.alpha[i*w:][:k], l.beta[i*w:][:k], l.post[i*k:][:k]
		for y := range post {
			if post[y] = a[y] * b[y]; post[y] > 1 {
				post[y] = 1
			}
		}
	}
}

// Posterior gives again what Marginals gave last.
func (l *Lattice) Posterior() []float32 { return l.post }

// prepare turns scores into weights of probability. What lies past the labels
// counts for nothing, since no transition leads there.
func (l *Lattice) prepare() {
	k, w := l.m.Len(), l.m.wide()
	l.emit = grow(l.emit, l.n*w)
	for i := range l.n {
		row := l.scores[i*k:][:k]
		top := slices.Max(row)
		emit := l.emit[i*w:][:k]
		for y, s := range row {
			emit[y] = l.m.weight(s - top)
		}
	}
}

// most bounds what the backward pass takes from one position to the one before,
// so that a label that cannot be reached does not run over.
const most = 1e28

// leastSum is the smallest sum that is made one.
const leastSum = 1e-30

// passesPortable runs forward from the first position and backward from the
// last, on any machine. The order of the sums is that of machines which add up
// four numbers at a time.
func (l *Lattice) passesPortable() {
	w := l.m.wide()
	for i := 1; i < l.n; i++ {
		row, emit := l.alpha[i*w:][:w], l.emit[i*w:][:w]
		weigh(row, l.alpha[(i-1)*w:][:w], l.m.from)
		for y := range row {
			row[y] *= emit[y]
		}
		l.norm[i] = unitSum(row)
	}
	var ahead [maxLabels]float32
	for i := l.n - 2; i >= 0; i-- {
		next, emit := l.beta[(i+1)*w:][:w], l.emit[(i+1)*w:][:w]
		for y := range next {
			ahead[y] = min(emit[y]*next[y]*l.norm[i+1], most)
		}
		weigh(l.beta[i*w:][:w], ahead[:w], l.m.into)
	}
}

// weigh adds up rows, each times a number, the even ones and the odd ones apart.
func weigh(sum, by, rows []float32) {
	w := len(sum)
	for y := range sum {
		even, odd := float32(0), float32(0)
		for x := 0; x < w; x += 2 {
			even += float32(by[x] * rows[x*w+y])
			odd += float32(by[x+1] * rows[(x+1)*w+y])
		}
		sum[y] = even + odd
	}
}

// unitSum makes the sum of a row one, if it can be; it gives what it multiplied
// by.
func unitSum(row []float32) float32 {
	var a [4]float32
	for y := 0; y < len(row); y += 4 {
		for k, x := range row[y : y+4] {
			a[k] += x
		}
	}
	sum := (a[0] + a[2]) + (a[1] + a[3])
	if !(sum >= leastSum) {
		return 1
	}
	by := 1 / sum
	for y := range row {
		row[y] *= by
	}
	return by
}
