package model

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// rescale changes what a unit of the scores stands for.
func (m *Linear) rescale(scale float32) {
	m.scale, m.exps = scale, nil
	m.finish()
}

// random gives a model of n labels with random weights.
func random(t testing.TB, n int, bits uint, seed uint64) *Linear {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 0))
	w := Weights{Bits: bits, Rows: make([]float32, n<<bits), Trans: make([]float32, n*(n+1))}
	for i := range n {
		w.Labels = append(w.Labels, fmt.Sprint("label", i))
	}
	for i := range w.Rows {
		w.Rows[i] = float32(rng.NormFloat64())
	}
	for i := range w.Trans {
		w.Trans[i] = float32(rng.NormFloat64())
	}
	m, err := Build(w)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func randomFeatures(rng *rand.Rand, n int) []uint32 {
	f := make([]uint32, n)
	for i := range f {
		f[i] = rng.Uint32()
	}
	return f
}

// at is one weight of a model, read the slow way.
func (m *Linear) at(f uint32, label int) int32 {
	word := m.rows[Row(f, m.bits)*m.width+label/lanes]
	return int32(word>>(uint(label%lanes)*8)&0xFF) - 128
}

// Sums by lanes are the sums of the weights, for every width and up to the
// largest number of features.
func TestScores(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for _, n := range []int{1, 2, 7, 8, 9, 32, 34, 45, 64} {
		m := random(t, n, 8, uint64(n))
		for _, k := range []int{0, 1, 30, MaxFeatures, MaxFeatures + 40} {
			feats := randomFeatures(rng, k)
			got := make([]int32, n)
			m.Fetch(feats)
			m.Scores(feats, got)
			for y := range n {
				want := int32(0)
				for _, f := range feats[:min(k, MaxFeatures)] {
					want += m.at(f, y)
				}
				if got[y] != want {
					t.Fatalf("%d labels, %d features, label %d: %d, want %d", n, k, y, got[y], want)
				}
			}
			var sums, portable [maxLabels]uint16
			if few := feats[:min(k, MaxFeatures)]; k > 0 {
				m.sum(few, &sums)
				m.sumPortable(few, &portable)
			}
			if sums != portable {
				t.Fatalf("%d labels, %d features: this machine's sums differ from any machine's", n, k)
			}
		}
	}
}

// Rows full of the largest weight must not run over into the next lane.
func TestScoresSaturated(t *testing.T) {
	w := Weights{Labels: make([]string, 8), Bits: 1, Rows: make([]float32, 16), Trans: make([]float32, 72)}
	for i := range w.Rows {
		w.Rows[i] = 1
		if i%2 == 1 {
			w.Rows[i] = -1
		}
	}
	m, err := Build(w)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]int32, 8)
	m.Scores(make([]uint32, MaxFeatures), got)
	for y, s := range got {
		if want := int32(127*MaxFeatures) * int32(1-2*(y%2)); s != want {
			t.Errorf("label %d: %d, want %d", y, s, want)
		}
	}
}

// score is the score of one path.
func (l *Lattice) score(path []uint8) int64 {
	k, sum, from := l.m.Len(), int64(0), -1
	for i, y := range path {
		sum += int64(l.m.Transition(from, int(y))) + int64(l.scores[i*k+int(y)])
		from = int(y)
	}
	return sum
}

// eachPath calls f with every path of n positions.
func eachPath(n, k int, f func([]uint8)) {
	path := make([]uint8, n)
	var walk func(int)
	walk = func(i int) {
		if i == n {
			f(path)
			return
		}
		for y := range k {
			path[i] = uint8(y)
			walk(i + 1)
		}
	}
	walk(0)
}

// Best is the first of the highest scores of a range.
func TestBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for _, n := range []int{1, 7, 25, 32, 64} {
		m := random(t, n, 4, uint64(n)) // few rows: many equal scores
		scores := make([]int32, n)
		for k := range 300 {
			feats := randomFeatures(rng, k)
			m.Scores(feats, scores)
			from := rng.IntN(n)
			to := from + 1 + rng.IntN(n-from)
			if got, want := m.Best(feats, from, to), from+Argmax(scores[from:to]); got != want {
				t.Fatalf("%d of [%d, %d), want %d: %v", got, from, to, want, scores)
			}
		}
	}
}

// The marginals are the sums over all paths, on sequences small enough to try
// them all.
func TestLatticeAgainstAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	var l Lattice
	for n := range 6 {
		m := random(t, 4, 6, uint64(n))
		m.rescale(0.01)
		scores := l.Reset(m, n)
		for i := range scores {
			scores[i] = int32(rng.IntN(400) - 200)
		}
		total, sums := 0.0, make([]float64, n*4)
		eachPath(n, 4, func(p []uint8) {
			s := l.score(p)
			e := math.Exp(float64(s) * float64(m.scale))
			total += e
			for i, y := range p {
				sums[i*4+int(y)] += e
			}
		})
		for i, got := range l.Marginals() {
			if want := sums[i] / total; math.Abs(float64(got)-want) > 1e-3 {
				t.Errorf("%d positions: marginal %d is %g, want %g", n, i, got, want)
			}
		}
	}
}

// The passes of this machine are those of any machine, to the bit, also where
// numbers run over or out.
func TestPasses(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 2))
	for k := range 400 {
		n := 1 + rng.IntN(12)
		m := random(t, 1+rng.IntN(10), 6, uint64(k))
		for i := range m.trans {
			if rng.IntN(4) == 0 {
				m.trans[i] = Forbidden
			}
		}
		m.rescale([]float32{0.001, 0.01, 0.1, 3}[k%4])
		var here, portable Lattice
		scores := here.Reset(m, n)
		for i := range scores {
			scores[i] = int32(rng.IntN(4000) - 2000)
		}
		copy(portable.Reset(m, n), scores)
		here.marginals((*Lattice).passes)
		portable.marginals((*Lattice).passesPortable)
		for i, p := range here.post {
			if p != portable.post[i] || !(p >= 0 && p <= 1) {
				t.Fatalf("model %d, %d positions, marginal %d: %g, on any machine %g", k, n, i, p, portable.post[i])
			}
		}
		if !slices.Equal(here.alpha, portable.alpha) || !slices.Equal(here.beta, portable.beta) || !slices.Equal(here.norm, portable.norm) {
			t.Fatalf("model %d, %d positions: this machine's passes differ from any machine's", k, n)
		}
	}
}

// A forbidden transition is never taken, whatever the scores.
func TestForbidden(t *testing.T) {
	inf := float32(math.Inf(-1))
	m, err := Build(Weights{Labels: []string{"O", "B", "I"}, Bits: 1, Rows: make([]float32, 6),
		Trans: []float32{0, 0, inf, 0, 0, 0, 0, 0, 0, 0, 0, inf}})
	if err != nil {
		t.Fatal(err)
	}
	var l Lattice
	rng := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		scores := l.Reset(m, 12)
		for i := range scores {
			scores[i] = int32(rng.IntN(60000) - 30000)
		}
		before := float32(0) // the probability of what I may follow
		for i := range 12 {
			row := l.Marginals()[i*3:]
			if row[2] > before+1e-5 {
				t.Fatalf("position %d: I is more likely than what it may follow, %g and %g", i, row[2], before)
			}
			before = row[1] + row[2]
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, n := range []int{1, 7, 34} {
		m := random(t, n, 5, 9)
		m.trans[0] = Forbidden
		b, err := m.AppendFile(nil, "m")
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(b, "m")
		if err != nil {
			t.Fatal(err)
		}
		again, err := got.AppendFile(nil, "m")
		if err != nil || !bytes.Equal(b, again) {
			t.Errorf("%d labels: the file of the file's model differs (%v)", n, err)
		}
		if got.Transition(0, 0) != Forbidden || got.Scale() != m.Scale() || got.Label("label0") != 0 || got.Label("x") != -1 {
			t.Errorf("%d labels: %v %v", n, got.Transition(0, 0), got.Scale())
		}
	}
}

// Whatever stands in a right file, reading it and decoding with it must not
// panic, and what can be read can be written again.
func FuzzParse(f *testing.F) {
	f.Add(bodyOf(f, fileOf(f, 3, "m"), "m"))
	f.Add([]byte{24, 64, 0, 0, 128, 63})
	f.Fuzz(func(t *testing.T, body []byte) {
		file, err := seal(nil, "m", body)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Parse(file, "m")
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("odd error %v", err)
			}
			return
		}
		var l Lattice
		scores := l.Reset(m, 3)
		for i := range 3 {
			m.Scores([]uint32{0, 1 << 31, math.MaxUint32}, scores[i*m.Len():][:m.Len()])
		}
		for i, p := range l.Marginals() {
			if !(p >= 0 && p <= 1.001) {
				t.Fatalf("marginal %d is %g", i, p)
			}
		}
		again, err := m.AppendFile(nil, "m")
		if err != nil || !bytes.Equal(again, file) {
			t.Fatalf("written again it differs: %v", err)
		}
	})
}

func FuzzParseClasses(f *testing.F) {
	b, err := AppendClasses(nil, []WordEntry{{Key: 5, Classes: [3]uint16{1, 2, 3}, Cue: 2}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(bodyOf(f, b, classesName))
	f.Fuzz(func(t *testing.T, body []byte) {
		file, err := seal(nil, classesName, body)
		if err != nil {
			t.Fatal(err)
		}
		c, err := ParseClasses(file)
		if err != nil {
			return
		}
		for k := range uint32(64) {
			c.Find(k)
		}
	})
}

func TestClasses(t *testing.T) {
	var entries []WordEntry
	for i := range uint32(3000) {
		entries = append(entries, WordEntry{Key: i * i * 2654435761, Classes: [3]uint16{uint16(i%64 + 1), uint16(i%256 + 1), uint16(i%1024 + 1)}, Cue: uint8(i % 4), Tag: uint8(i % (MaxTag + 1))})
		if i%9 == 0 {
			entries[i].Classes = [3]uint16{}
		}
	}
	b, err := AppendClasses(nil, entries)
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseClasses(b)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[uint32]bool{}
	for _, e := range entries {
		if seen[e.Key] {
			continue
		}
		seen[e.Key] = true
		if got := c.Find(e.Key); got != e && (e != WordEntry{Key: e.Key} || got != WordEntry{}) {
			t.Fatalf("key %d: %v, want %v", e.Key, got, e)
		}
	}
	if got := c.Find(12345); got != (WordEntry{}) {
		t.Errorf("a word that is not there is %v", got)
	}
}

func TestBuildErrors(t *testing.T) {
	for _, w := range []Weights{
		{}, {Labels: []string{"a"}, Bits: 1, Rows: make([]float32, 3), Trans: make([]float32, 2)},
		{Labels: []string{"a"}, Bits: 30}, {Labels: make([]string, 65), Bits: 1, Rows: make([]float32, 130), Trans: make([]float32, 65*66)},
	} {
		if _, err := Build(w); err == nil {
			t.Errorf("%d labels, %d bits, %d rows: no error", len(w.Labels), w.Bits, len(w.Rows))
		}
	}
}

func TestNoAllocations(t *testing.T) {
	m := random(t, 7, 10, 4)
	feats := randomFeatures(rand.New(rand.NewPCG(1, 1)), 60)
	var l Lattice
	run := func() {
		scores := l.Reset(m, 40)
		for i := range 40 {
			m.Scores(feats, scores[i*7:(i+1)*7])
		}
		l.Marginals()
	}
	run()
	if n := testing.AllocsPerRun(20, run); n != 0 {
		t.Errorf("%g allocations a run", n)
	}
}

func BenchmarkScores(b *testing.B) {
	for _, n := range []int{7, 32, 34} {
		m := random(b, n, 16, 4)
		feats := randomFeatures(rand.New(rand.NewPCG(1, 1)), 34<<8)
		var sums [maxLabels]uint16
		for name, sum := range map[string]func([]uint32, *[maxLabels]uint16){"": m.sum, "/portable": m.sumPortable} {
			b.Run(fmt.Sprint(n, name), func(b *testing.B) {
				b.SetBytes(34)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					sum(feats[i&255*34:][:34], &sums)
				}
			})
		}
	}
}

func BenchmarkLattice(b *testing.B) {
	m := random(b, 7, 10, 4)
	var l Lattice
	scores := l.Reset(m, 50)
	for i := range scores {
		scores[i] = int32(i * 7919 % 300)
	}
	b.Run("marginals", func(b *testing.B) {
		b.SetBytes(50)
		b.ReportAllocs()
		for b.Loop() {
			l.Marginals()
		}
	})
}

// spanModel gives a model of two roles that cannot go on with a span that has
// not begun.
func spanModel(t testing.TB, seed uint64) *Linear {
	m := random(t, 5, 6, seed)
	defer m.rescale(0.01)
	for from := -1; from < 5; from++ {
		for role := 1; role <= 2; role++ {
			if from != 2*role && from != 2*role-1 {
				row := from
				if from < 0 {
					row = 5
				}
				m.trans[row*5+2*role] = Forbidden
			}
		}
	}
	return m
}

// pathSpans gives the spans of a path of labels.
func pathSpans(p []uint8) map[[3]int]bool {
	out := map[[3]int]bool{}
	for i := 0; i < len(p); i++ {
		if p[i]%2 == 0 {
			continue
		}
		j := i + 1
		for j < len(p) && p[j] == p[i]+1 {
			j++
		}
		out[[3]int{int(p[i]+1) / 2, i, j}] = true
	}
	return out
}

// The probability of a span is the sum over all paths that hold exactly it,
// and the spans chosen are the best set of those that do not overlap.
func TestSpansAgainstAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 3))
	var l Lattice
	least := []float32{0, 0.02, 0.1}
	for n := range 6 {
		m := spanModel(t, uint64(n))
		scores := l.Reset(m, n)
		for i := range scores {
			scores[i] = int32(rng.IntN(300) - 150)
		}
		total, sums := 0.0, map[[3]int]float64{}
		eachPath(n, 5, func(p []uint8) {
			s := l.score(p)
			if s < Forbidden/2 {
				return
			}
			e := math.Exp(float64(s) * float64(m.scale))
			total += e
			for sp := range pathSpans(p) {
				sums[sp] += e
			}
		})
		best := 0.0
		eachPath(n, 5, func(p []uint8) {
			if l.score(p) < Forbidden/2 {
				return
			}
			v := 0.0
			for sp := range pathSpans(p) {
				v += sums[sp]/total - float64(least[sp[0]])
			}
			best = max(best, v)
		})
		l.Marginals()
		got, at := 0.0, 0
		for _, s := range l.Spans(least, nil) {
			want := sums[[3]int{s.Role, s.From, s.To}] / total
			if math.Abs(float64(s.P)-want) > 1e-3 || s.From < at || s.To <= s.From {
				t.Errorf("%d positions: %+v, want probability %g", n, s, want)
			}
			got += float64(s.P) - float64(least[s.Role])
			at = s.To
		}
		if math.Abs(got-best) > 5e-3 {
			t.Errorf("%d positions: sum %g, best is %g", n, got, best)
		}
	}
}
