//go:build !amd64

package model

// passes runs forward from the first position and backward from the last.
func (l *Lattice) passes() { l.passesPortable() }
