package when

import (
	"strings"

	"quotes/internal/lexicon"
)

var weekdays = lexicon.TableOf(map[string]int{
	"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
	"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
})

var modes = lexicon.TableOf(map[string]mode{"last": last, "this": this, "next": coming, "coming": coming})

// dayName reads "Tuesday", "last Friday", "Monday night", "Wednesday, July
// 17", "Tuesday of last week".
func (r *reader) dayName(i int) (expr, bool) {
	n, ok := weekdays.Find(r.at(i).lower)
	if !ok || !r.capital(i) || r.joined(i+1) && r.is(i+1, "-") {
		return expr{}, false
	}
	e := expr{first: i, end: i + 1, op: opWeekday, n: n}
	if len(r.at(i).lower) < 6 {
		switch {
		case r.is(i+1, ".") && r.joined(i+1) && !(n >= 5 && i+2 == len(r.words)):
			e.end++
		case !r.is(i-1, "on") || n >= 5:
			return expr{}, false // "the Sun", "Wed" in a name
		}
	}
	if e.mode = modes.Of(r.at(i - 1).lower); e.mode != plain {
		e.first--
	} else if r.is(i-1, "past") && (r.is(i-2, "this") || r.is(i-2, "the")) {
		e.first, e.mode = i-2, last
	}
	if e.mode == coming && r.is(e.first-1, "this") {
		e.first--
	}
	e.end = r.daypart(e.end)
	return r.dated(r.inWeek(e)), true
}

// dated takes in the date that a weekday is followed by.
func (r *reader) dated(e expr) expr {
	at := e.end
	if r.is(at, ",") {
		at++
	}
	d, ok := r.monthFirst(at)
	if !ok {
		d, ok = r.dayFirst(at)
	}
	if !ok || d.date.d == 0 {
		return e
	}
	d.first = e.first
	return d
}

// inWeek takes in "[of] last week" after a weekday.
func (r *reader) inWeek(e expr) expr {
	at := e.end
	if r.is(at, "of") {
		at++
	}
	if m := modes.Of(r.at(at).lower); m != plain && r.is(at+1, "week") {
		e.week = [...]week{plain: anyWeek, last: lastWeek, this: thisWeek, coming: nextWeek}[m]
		e.end = at + 2
	}
	return e
}

// daypart passes over "morning", "night".
func (r *reader) daypart(i int) int {
	if dayparts.Has(r.at(i).lower) && !r.capital(i) {
		return i + 1
	}
	return i
}

var nearDays = lexicon.TableOf(map[string]int{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1})

// nearDay reads "today", "yesterday evening", "tonight", "tomorrow".
func (r *reader) nearDay(i int) (expr, bool) {
	n, ok := nearDays.Find(r.at(i).lower)
	if !ok || r.capital(i) && i > 0 && !r.boundary(i-1) {
		return expr{}, false // "USA Today"
	}
	return expr{first: i, end: r.daypart(i + 1), op: opDays, n: n}, true
}

// period reads "this morning", "last night", "this month", "last year".
func (r *reader) period(i int) (expr, bool) {
	m := modes.Of(r.at(i).lower)
	if m == plain || r.capital(i+1) {
		return expr{}, false
	}
	e := expr{first: i, end: i + 2, mode: m, n: [...]int{plain: 0, last: -1, this: 0, coming: 1}[m]}
	switch w := r.at(i + 1).lower; {
	case w == "month":
		e.op = opMonths
	case w == "year":
		e.op = opYears
	case m == this && dayparts.Has(w), m == last && (w == "night" || w == "evening"):
		e.op = opDays
	default:
		return expr{}, false
	}
	return e, true
}

var counts = lexicon.TableOf(map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
})

// ago reads "two days ago". Weeks are counted as seven days each; months and
// years give a month and a year.
func (r *reader) ago(i int) (expr, bool) {
	n, ok := counts.Find(r.at(i).lower)
	if !ok {
		n, ok = r.digitsAt(i, 1, 3)
		ok = ok && r.alone(i)
	}
	if !ok || !r.is(i+2, "ago") {
		return expr{}, false
	}
	e := expr{first: i, end: i + 3, n: -n}
	switch strings.TrimSuffix(r.at(i+1).lower, "s") {
	case "day":
		e.op = opDays
	case "week":
		e.op, e.n = opDays, -7*n
	case "month":
		e.op = opMonths
	case "year":
		e.op = opYears
	default:
		return expr{}, false
	}
	return e, true
}
