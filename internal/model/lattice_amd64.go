package model

// passes runs forward from the first position and backward from the last.
func (l *Lattice) passes() {
	if l.m.wide() != lanes || l.n < 2 {
		l.passesPortable()
		return
	}
	forward8(&l.alpha[0], &l.emit[0], &l.m.from[0], &l.norm[0], l.n)
	backward8(&l.beta[0], &l.emit[0], &l.m.into[0], &l.norm[0], l.n)
}

//go:noescape
func forward8(alpha, emit, from, norm *float32, n int)

//go:noescape
func backward8(beta, emit, into, norm *float32, n int)
