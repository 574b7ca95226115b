package model

const evenLanes = 0x00FF00FF00FF00FF

// sumPortable writes the sum of the features' rows, a number a label, on any
// machine: the even and the odd bytes of a word are added up apart, in lanes
// of 16 bits.
func (m *Linear) sumPortable(feats []uint32, sums *[maxLabels]uint16) {
	w := 0
	for ; w+4 <= m.width; w += 4 {
		m.sum4(feats, w, sums[w*lanes:])
	}
	for ; w < m.width; w++ {
		even, odd := m.sum1(feats, w)
		spread(sums[w*lanes:], even, odd)
	}
}

// sum4 sums four words of the features' rows, from word w on: as many sums as
// the machine has registers for.
func (m *Linear) sum4(feats []uint32, w int, sums []uint16) {
	var e0, e1, e2, e3, o0, o1, o2, o3 uint64
	mask := uint32(1)<<m.bits - 1
	for _, f := range feats {
		row := m.rows[int(f&mask)*m.width+w:][:4]
		e0 += row[0] & evenLanes
		o0 += row[0] >> 8 & evenLanes
		e1 += row[1] & evenLanes
		o1 += row[1] >> 8 & evenLanes
		e2 += row[2] & evenLanes
		o2 += row[2] >> 8 & evenLanes
		e3 += row[3] & evenLanes
		o3 += row[3] >> 8 & evenLanes
	}
	spread(sums, e0, o0)
	spread(sums[lanes:], e1, o1)
	spread(sums[2*lanes:], e2, o2)
	spread(sums[3*lanes:], e3, o3)
}

// sum1 sums word w of the features' rows.
func (m *Linear) sum1(feats []uint32, w int) (even, odd uint64) {
	mask := uint32(1)<<m.bits - 1
	for _, f := range feats {
		x := m.rows[int(f&mask)*m.width+w]
		even += x & evenLanes
		odd += x >> 8 & evenLanes
	}
	return even, odd
}

// spread writes the eight sums of a word.
func spread(sums []uint16, even, odd uint64) {
	for i := 0; i < lanes; i += 2 {
		sums[i], sums[i+1] = uint16(even>>(8*i)), uint16(odd>>(8*i))
	}
}
