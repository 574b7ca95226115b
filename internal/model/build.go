package model

import (
	"fmt"
	"math"
	"slices"
)

// Weights are the real numbers a trainer found, before they are rounded.
type Weights struct {
	Labels []string
	Bits   uint      // log2 of the number of rows
	Rows   []float32 // 1<<Bits rows of len(Labels)
	// Trans holds the transitions, len(Labels)+1 rows, the start last;
	// negative infinity forbids one.
	Trans []float32
}

// Build rounds weights to a model. One unit is chosen so that all but one in
// 20,000 weights fit a byte; the few beyond are cut off.
func Build(w Weights) (*Linear, error) {
	n := len(w.Labels)
	m := &Linear{labels: w.Labels, bits: w.Bits, width: (n + lanes - 1) / lanes}
	switch {
	case n == 0 || n > maxLabels:
		return nil, fmt.Errorf("model: %d labels", n)
	case w.Bits < 1 || w.Bits > maxBits || len(w.Rows) != n<<w.Bits || len(w.Trans) != n*(n+1):
		return nil, fmt.Errorf("model: %d weights and %d transitions do not fit %d labels and %d bits", len(w.Rows), len(w.Trans), n, w.Bits)
	}
	m.scale = unit(w.Rows)
	m.rows = make([]uint64, m.width<<m.bits)
	for i := range m.rows {
		m.rows[i] = 0x8080808080808080
	}
	for i, x := range w.Rows {
		row, label := i/n, i%n
		q := uint64(clamp(x/m.scale, 127) + 128)
		at, s := row*m.width+label/lanes, uint(label%lanes)*8
		m.rows[at] = m.rows[at]&^(0xFF<<s) | q<<s
	}
	for _, x := range w.Trans {
		if math.IsInf(float64(x), -1) {
			m.trans = append(m.trans, Forbidden)
			continue
		}
		m.trans = append(m.trans, clamp(x/m.scale, math.MaxInt16-1))
	}
	return m.finish(), nil
}

// clamp rounds x to the nearest whole number of at most limit.
func clamp(x, limit float32) int32 {
	return int32(math.RoundToEven(float64(max(-limit, min(limit, x)))))
}

// unit is the value of one step of a byte.
func unit(rows []float32) float32 {
	var sizes []float32
	for _, x := range rows {
		if x != 0 {
			sizes = append(sizes, max(x, -x))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return max(sizes[len(sizes)-1-len(sizes)/20000]/127, 1e-9)
}
