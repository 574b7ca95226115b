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
		return cue - c.right, r.before(c, cue)
	case c.left > cue:
		return c.left - cue, r.after(cue, c.left)
	}
	return 0, true // the cue itself: "Monday's statement"
}

// phrase walks left from c to the end of its phrase and turns down what
// belongs to a clause of its own: "who arrived on Tuesday", "after the raid
// on Monday", "passed by the House on Monday".
func (r *reader) phrase(c candidate, cue int) bool {
	i, occasion := c.left-1, c.modifier
	for ; i >= 0 && i > c.left-reach && i != cue && (!r.boundary(i) || quotes.Has(r.at(i).lower)); i-- {
		w := r.at(i).lower
		switch {
		case occasions().Has(w):
			occasion = true
		case subordinators.Has(w):
			return c.right == cue && (!relative.Has(w) || i == c.left-1)
		case w == "after" || w == "following":
			if !occasion || c.left-i > 8 || r.subject(i+1) {
				return false
			}
		case simultaneous.Has(w) && i > cue && r.capital(i+1):
			return false // "as Sundby burned on Monday"
		}
	}
	if i == cue && cue >= 0 || i == c.left-1 || c.right == cue {
		return true
	}
	first := r.at(i + 1)
	if i >= 0 && r.at(i).class == mark && first.class == letters && (done(first.lower) || irregular.Has(first.lower)) {
		return false
	}
	// "Lee, mayor in 2016, said", "he came in 1993 and said"
	return !c.weak() || occasion || r.at(i).class == gap && i >= 0
}

// subject reports whether a clause seems to start at word i.
func (r *reader) subject(i int) bool { return pronouns.Has(r.at(i).lower) || r.capital(i) }

// before reports whether a date belongs to the cue after it.
func (r *reader) before(c candidate, cue int) bool {
	from := c.right
	if cue-from > reach {
		return false
	}
	if c.modifier && r.is(from, "that") {
		from++ // "a 2014 study that covers ten towns found"
	}
	goesOn := strings.HasSuffix(r.at(cue).lower, "ing") // "said on Monday that ..., adding"
	for i := from; i < cue; i++ {
		w := r.at(i).lower
		switch {
		case w == ";", contrasts.Has(w) && !goesOn:
			return false
		case w == "and" && r.boundary(i-1) && cue-i > 2 && !goesOn:
			return false
		case w == "that" && !goesOn:
			return false
		case starts.Has(w) && cue-i <= 3 && cue-i > 0 && !r.boundary(cue-1):
			return false // "on Monday, after the mayor said"
		}
	}
	return true
}

// after reports whether a date that starts at word to belongs to the cue
// before it.
func (r *reader) after(cue, to int) bool {
	if to-cue > reach {
		return false
	}
	if says(r.at(to-1).lower) && to-1 > cue+reportLen {
		return false // "after casting doubt on it, Lee said Thursday"
	}
	nested := relative.Has(r.at(cue-1).lower) || relative.Has(r.at(cue-2).lower) || relative.Has(r.at(cue-3).lower)
	for i := cue + 1; i < to; i++ {
		w := r.at(i).lower
		if w == ";" || contrasts.Has(w) || w == "and" && r.boundary(i-1) || nested && w == "," {
			return false
		}
	}
	return true
}

// reportLen is how many words a cue may go on for: "said in a statement".
const reportLen = 3

// says reports whether w is a verb of saying in the past.
func says(w string) bool {
	return w == "said" || w == "told" || w == "wrote" || sayings().Has(w) && w != "released" && w != "published"
}

// announced reports whether what the cue reports has still to be said: "will
// say", "is due to speak".
func (r *reader) announced(cue int) bool {
	for i := cue + 1; i >= 0 && i >= cue-4; i-- {
		w := r.at(i).lower
		if i > cue && w != "will" && w != "due" {
			continue
		}
		if plans.Has(w) || w == "to" && (r.is(i-1, "is") || r.is(i-1, "are")) {
			return true
		}
		if i < cue && r.boundary(i) {
			return false
		}
	}
	return false
}
