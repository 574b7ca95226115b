package when

import "strings"

// clause reports whether c stands in the clause of the cue (a word's index,
// or -1), and how many words part them.
func (r *reader) clause(c candidate, cue int) (distance int, ok bool) {
	if !r.phrase(c, cue) {
		return 0, false
	}
	switch {
	case cue < 0:
		return c.left, true
	case c.right <= cue:
		return cue - c.right, r.before(c.right, cue)
	case c.left > cue:
		return c.left - cue, r.after(cue+1, c.left)
	}
	return 0, true // the cue itself: "Monday's statement"
}

// phrase walks left from c to the end of its phrase and turns down what
// belongs to a clause of its own: "who arrived on Tuesday", "after the raid
// on Monday", "passed by the House on Monday".
func (r *reader) phrase(c candidate, cue int) bool {
	i, occasion := c.left-1, c.modifier
	for ; i >= 0 && i > c.left-reach && i != cue && !r.boundary(i); i-- {
		w := r.at(i).lower
		switch {
		case occasions()[w]:
			occasion = true
		case subordinators[w], (w == "after" || w == "following") && !occasion:
			return false
		}
	}
	if i == cue && cue >= 0 || i < 0 || r.at(i).class == gap {
		return true
	}
	first := r.at(i + 1)
	if i+1 < c.left && first.class == letters && (done(first.lower) || irregular[first.lower]) {
		return false
	}
	// "Lee, mayor in 2016, said": a year or month in a phrase of its own
	return !c.weak() || occasion || i == c.left-1
}

// before reports whether a date that ends at word from belongs to the cue
// after it.
func (r *reader) before(from, cue int) bool {
	if cue-from > reach {
		return false
	}
	goesOn := strings.HasSuffix(r.at(cue).lower, "ing") // "said on Monday that ..., adding"
	for i := from; i < cue; i++ {
		w := r.at(i).lower
		switch {
		case w == ";", contrasts[w] && !goesOn:
			return false
		case w == "and" && r.boundary(i-1) && cue-i > 2 && !goesOn:
			return false
		case w == "that" && !goesOn:
			return false
		case (w == "who" || w == "which") && cue-i <= 2:
			return false
		}
	}
	return true
}

// after reports whether a date that starts at word to belongs to the cue
// before it, the words [from, to) between.
func (r *reader) after(from, to int) bool {
	if to-from > reach {
		return false
	}
	for i := from; i < to; i++ {
		w := r.at(i).lower
		if w == ";" || contrasts[w] || w == "and" && r.boundary(i-1) {
			return false
		}
	}
	return true
}

// announced reports whether what the cue reports has still to be said: "will
// say", "is due to speak".
func (r *reader) announced(cue int) bool {
	for i := cue + 1; i >= 0 && i >= cue-4; i-- {
		w := r.at(i).lower
		if i > cue && w != "will" && w != "due" {
			continue
		}
		if plans[w] || w == "to" && (r.is(i-1, "is") || r.is(i-1, "are")) {
			return true
		}
		if i < cue && r.boundary(i) {
			return false
		}
	}
	return false
}
