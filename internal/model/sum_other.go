//go:build !amd64

package model

// sum writes the sum of the features' rows, a number a label.
func (m *Linear) sum(feats []uint32, sums *[maxLabels]uint16) { m.sumPortable(feats, sums) }

// fetch does nothing: the rows come when they are read.
func (m *Linear) fetch([]uint32) {}
