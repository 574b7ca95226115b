package ingest

// inlines are the inline elements that may be open and say something. One that
// is not closed goes on behind its paragraph: in a picture or drawing first
// where one stands there, and then round all that follows.
type inlines struct {
	open  map[string]int // by name, with those of the same name in them
	all   int
	stuck bool // some may be open for good
}

// start notes a start tag. A link ends the one before.
func (o *inlines) start(name []byte, said bool) {
	if o.all == 0 && !said {
		return
	}
	if o.open == nil {
		o.open = map[string]int{}
	}
	n := o.open[string(name)]
	if string(name) == "a" {
		o.all, n = o.all-n, 0
	} else if n > 0 {
		said = true
	}
	if said {
		o.all, n = o.all+1, n+1
	}
	o.open[string(name)] = n
}

// end notes an end tag.
func (o *inlines) end(raw []byte) {
	if o.all == 0 {
		return
	}
	var buf [16]byte
	if name := lowerIn(buf[:], raw); o.open[string(name)] > 0 {
		o.open[string(name)]--
		o.all--
	}
}

// enter notes an element in which end tags do not end what was open before.
func (o *inlines) enter() { o.stuck = o.stuck || o.all > 0 }

// goOn tells whether an element that says something may go on.
func (o *inlines) goOn() bool { return o.all > 0 || o.stuck }
