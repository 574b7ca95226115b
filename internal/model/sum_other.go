//go:build !amd64

package model

// sum writes the sum of the features' rows, a number a label.
func (m *Linear) sum(feats []uint32, sums *[maxLabels]uint16) { m.sumPortable(feats, sums) }

// best is the label of [from, to) with the largest sum, the first of equals.
func (m *Linear) best(feats []uint32, from, to int) int { return m.bestPortable(feats, from, to) }

// fetch does nothing: the rows come when they are read.
func (m *Linear) fetch([]uint32) {}
