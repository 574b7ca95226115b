package model

// sum writes the sum of the features' rows, a number a label. There is at
// least one feature, and a hash shifted right is always a row's number.
func (m *Linear) sum(feats []uint32, sums *[maxLabels]uint16) {
	stride, shift := m.width*lanes, 32-m.bits
	w := 0
	for ; w+4 <= m.width; w += 4 {
		sumRows32(&sums[w*lanes], &m.rows[w], stride, shift, &feats[0], len(feats))
	}
	for ; w < m.width; w++ {
		sumRows8(&sums[w*lanes], &m.rows[w], stride, shift, &feats[0], len(feats))
	}
}

// fetch asks for the rows of features, at least one. Rows of up to four words
// lie in one line of the cache, longer ones in two at most.
func (m *Linear) fetch(feats []uint32) {
	stride, shift := m.width*lanes, 32-m.bits
	fetchRows(&m.rows[0], stride, shift, &feats[0], len(feats))
	if m.width > 4 {
		fetchRows(&m.rows[m.width-1], stride, shift, &feats[0], len(feats))
	}
}

//go:noescape
func fetchRows(rows *uint64, stride int, shift uint, feats *uint32, n int)

//go:noescape
func sumRows32(sums *uint16, rows *uint64, stride int, shift uint, feats *uint32, n int)

//go:noescape
func sumRows8(sums *uint16, rows *uint64, stride int, shift uint, feats *uint32, n int)
