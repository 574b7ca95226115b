package model

// sum writes the sum of the features' rows, a number a label. There is at
// least one feature, and what is left of a hash is always a row's number.
func (m *Linear) sum(feats []uint32, sums *[maxLabels]uint16) {
	stride, mask := m.width*lanes, uint32(1)<<m.bits-1
	w := 0
	for ; w+4 <= m.width; w += 4 {
		sumRows32(&sums[w*lanes], &m.rows[w], stride, mask, &feats[0], len(feats))
	}
	for ; w < m.width; w++ {
		sumRows8(&sums[w*lanes], &m.rows[w], stride, mask, &feats[0], len(feats))
	}
}

// best is the label of [from, to) with the largest sum, the first of equals.
func (m *Linear) best(feats []uint32, from, to int) int {
	if m.width != 4 || len(feats) > maxSigned {
		return m.bestPortable(feats, from, to)
	}
	return bestRow32(&m.rows[0], uint32(1)<<m.bits-1, &feats[0], len(feats), &fromLabel[32-from], &toLabel[32-to])
}

// maxSigned is how many features can be added up below half of what 16 bits
// hold.
const maxSigned = 127

// The 32 numbers from 32-n on have all bits set for the labels from n on in the
// one, for those before n in the other.
var fromLabel, toLabel = func() (from, to [64]uint16) {
	for i := range 32 {
		from[32+i], to[i] = 0xFFFF, 0xFFFF
	}
	return from, to
}()

// fetch asks for the rows of features, at least one. Rows of up to four words
// lie in one line of the cache, longer ones in two at most.
func (m *Linear) fetch(feats []uint32) {
	stride, mask := m.width*lanes, uint32(1)<<m.bits-1
	fetchRows(&m.rows[0], stride, mask, &feats[0], len(feats))
	if m.width > 4 {
		fetchRows(&m.rows[m.width-1], stride, mask, &feats[0], len(feats))
	}
}

//go:noescape
func fetchRows(rows *uint64, stride int, mask uint32, feats *uint32, n int)

//go:noescape
func bestRow32(rows *uint64, mask uint32, feats *uint32, n int, first, after *uint16) int

//go:noescape
func sumRows32(sums *uint16, rows *uint64, stride int, mask uint32, feats *uint32, n int)

//go:noescape
func sumRows8(sums *uint16, rows *uint64, stride int, mask uint32, feats *uint32, n int)
