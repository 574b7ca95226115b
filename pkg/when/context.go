package when

import "strings"

// reach is how many words around a date are looked at, and how far a date may
// stand from its cue, what was said not counted.
const reach = 40

// candidate is an expression with the words that belong to it: from the
// preposition to the noun it modifies, [left, right).
type candidate struct {
	expr
	left, right int
	prep, stage string
	modifier    bool // "a 2016 interview", "Monday's briefing"
}

// weak reports whether the expression says only a month or a year.
func (c candidate) weak() bool {
	return c.op == opDate && c.date.d == 0 || c.op == opMonths || c.op == opYears
}

// widen takes in the stage and the preposition before an expression:
// "late on Monday", "in early July".
func (r *reader) widen(e expr) candidate {
	c := candidate{expr: e, left: e.first, right: e.end}
	for range 3 {
		w := r.at(c.left - 1).lower
		switch {
		case w == "-" && r.is(c.left-2, "mid") && r.joined(c.left) && r.joined(c.left-1):
			c.left, c.stage = c.left-2, "mid"
		case stages.Has(w) && c.stage == "":
			c.left, c.stage = c.left-1, w
		case (w == "on" || w == "in") && c.prep == "":
			c.left, c.prep = c.left-1, w
		default:
			return c
		}
	}
	return c
}

// dates reports whether c may date a saying, by the words around it.
func (r *reader) dates(c *candidate, cue int) bool {
	return r.neighbours(*c) && r.noun(c, cue) && r.form(*c, cue) && r.notBesideEvent(*c, cue) && !r.dateline(*c)
}

// neighbours turns down bounds, repetitions, comparisons ("since 2014", "by
// Friday", "every Monday") and names that hold a weekday.
func (r *reader) neighbours(c candidate) bool {
	prev, next := r.at(c.left-1), r.at(c.end)
	if r.joined(c.first) && prev.lower == "-" || r.title(c) {
		return false // "twenty-two years ago", “Fox News Sunday”
	}
	if elsewhere.Has(prev.lower) && !r.partOf(c) || c.stage == "later" && c.op != opWeekday {
		return false
	}
	if r.joined(c.end) && (next.lower == "-" || next.lower == "/") {
		return false
	}
	if c.op == opDays && strings.HasSuffix(r.at(c.end-1).lower, "ago") {
		return !vague.Has(prev.lower)
	}
	if c.op != opWeekday {
		return true
	}
	if namedDays.Has(r.at(c.first-1).lower) || r.capital(c.end) && (papers.Has(next.lower) || dayparts.Has(next.lower)) {
		return false
	}
	// "Wednesday Addams": a name, unless a preposition says otherwise
	return c.prep != "" || !r.capital(c.end) || c.mode != plain || c.end > c.first+1
}

// title reports whether c ends a name in quotation marks.
func (r *reader) title(c candidate) bool {
	end := c.end
	if r.is(end, ",") {
		end++
	}
	return c.prep == "" && r.capital(c.left-1) && quotes.Has(r.at(end).lower) && r.joined(end)
}

// partOf reports whether the "of" before c stands in "on the morning of".
func (r *reader) partOf(c candidate) bool {
	return r.is(c.left-1, "of") && (dayparts.Has(r.at(c.left-2).lower) || r.is(c.left-2, "hours"))
}

// noun decides whether the date modifies a noun, and if so takes the noun in:
// only an occasion or a writing dates what was said there.
func (r *reader) noun(c *candidate, cue int) bool {
	after := r.possessive(c.end)
	owner := after > c.end
	article := c.left - 1
	if !determiners.Has(r.at(article).lower) && r.plainWord(article) && c.prep == "" {
		article--
	}
	direct := article == c.left-1
	has := determiners.Has(r.at(article).lower) && c.prep == "" && c.first == c.left+r.stageLen(*c)
	if owner || has && (direct || r.plainWord(c.end)) {
		if !owner && c.end == cue && !direct {
			return true // "the White House Monday said"
		}
		end, ok := r.occasion(*c, after)
		if !ok {
			return false
		}
		c.modifier, c.right = true, end
		r.takeLeft(c, article, has)
		return !r.about(c.left - 1)
	}
	return r.inOccasion(c)
}

// inOccasion takes in "in July interviews", and turns down other nouns after
// a bare year or day: "in 2016 cases".
func (r *reader) inOccasion(c *candidate) bool {
	if !r.plainWord(c.end) {
		return true
	}
	if end, ok := r.occasion(*c, c.end); ok && c.prep == "in" {
		c.modifier, c.right = true, end
		return true
	}
	return !events().Has(r.at(c.end).lower)
}

// takeLeft moves the left end of c over its article and preposition.
func (r *reader) takeLeft(c *candidate, article int, has bool) {
	if has {
		c.left = article
	}
	switch w := r.at(c.left - 1).lower; w {
	case "in", "at", "during", "on":
		c.left, c.prep = c.left-1, w
	}
}

// about reports whether word i makes what follows a topic or a bound.
func (r *reader) about(i int) bool {
	w := r.at(i).lower
	return elsewhere.Has(w) || w == "after" || w == "following"
}

func (r *reader) stageLen(c candidate) int {
	switch c.stage {
	case "":
		return 0
	case "mid":
		return 2
	}
	return 1
}

// plainWord reports whether word i can be an adjective or a noun.
func (r *reader) plainWord(i int) bool {
	w := r.at(i)
	return w.class == letters && !functional.Has(w.lower) && !determiners.Has(w.lower) && !r.capital(i)
}

// occasion looks for an occasion among the few words from i on and gives the
// end of it. A date of day and month is often the name of an event ("the Jan.
// 6 committee hearing"): for it the noun must be next, or after a medium.
func (r *reader) occasion(c candidate, i int) (int, bool) {
	for k := i; k < i+3; k++ {
		w := r.at(k)
		if w.class != letters || functional.Has(w.lower) || events().Has(w.lower) && !occasions().Has(w.lower) {
			return 0, false
		}
		if occasions().Has(w.lower) {
			for occasions().Has(r.at(k + 1).lower) {
				k++
			}
			return k + 1, true
		}
		if c.op == opDate && c.date.d != 0 && !media.Has(w.lower) {
			return 0, false
		}
	}
	return 0, false
}

// form asks for the preposition that a bare month or year needs.
func (r *reader) form(c candidate, cue int) bool {
	if c.modifier || c.op != opDate {
		return c.modifier || c.prep != "in"
	}
	if c.date.d != 0 {
		return c.prep != "in"
	}
	if c.mode != plain {
		return true
	}
	if c.prep != "in" {
		return false
	}
	next := c.end
	return next == cue || c.date.m != 0 || !r.plainWord(next)
}

// notBesideEvent turns down a date right after an event or after a verb that
// reports nothing: "the attack on Monday", "arrested in June".
func (r *reader) notBesideEvent(c candidate, cue int) bool {
	i := c.left - 1
	w := r.at(i)
	if i == cue || w.class != letters || r.capital(i) {
		return true
	}
	return !events().Has(w.lower) && !irregular.Has(w.lower) && !done(w.lower)
}

// done reports whether w looks like the past form of a verb that says nothing.
func done(w string) bool { return len(w) > 4 && strings.HasSuffix(w, "ed") && !sayings().Has(w) }

// dateline reports whether c is the date of a dateline: "LONDON, July 17
// (Reuters) -".
func (r *reader) dateline(c candidate) bool {
	if c.op != opDate || c.prep != "" {
		return false
	}
	i := c.end
	if r.is(i, "(") {
		for k := 0; k < 3 && !r.is(i, ")"); k++ {
			i++
		}
		i++
	} else if w := r.at(c.left - 2); !r.is(c.left-1, ",") || len(w.lower) < 2 || strings.ToUpper(w.lower) != w.In(r.sentence) {
		return false
	}
	switch r.at(i).lower {
	case "-", "—", "–":
		return true
	}
	return false
}
