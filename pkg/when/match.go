package when

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// op says how an expression is turned into a date.
type op byte

const (
	opDate    op = iota // date, its year perhaps left open
	opWeekday           // n is the weekday, 0 for Monday
	opDays              // n days from the day of publication
	opMonths            // n months from its month
	opYears             // n years from its year
)

// mode is the word that picks one of several: "last Friday", "next July".
type mode byte

const (
	plain mode = iota
	last
	this
	coming
)

// week is the one that "on Tuesday of last week" names.
type week byte

const (
	anyWeek week = iota
	thisWeek
	lastWeek
	nextWeek
)

// expr is a date expression: the words [first, end) and what they say.
type expr struct {
	first, end int
	op         op
	n          int
	date       day
	mode       mode
	week       week
}

// The years that a bare number of four digits may mean.
const firstYear, finalYear = 1900, 2100

var months = lexicon.TableOf(map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
	"oct": 10, "nov": 11, "dec": 12,
})

// matchers are tried in turn at each word of their class; the first that fits
// takes it.
var matchers = [...][]func(*reader, int) (expr, bool){
	letters: {(*reader).monthFirst, (*reader).dayName, (*reader).nearDay, (*reader).period, (*reader).ago},
	digits:  {(*reader).numeric, (*reader).dayFirst, (*reader).ago, (*reader).yearAlone},
	mark:    nil,
	gap:     nil,
}

// hints are the words of letters that a date expression without digits has one of.
var hints = func() *lexicon.Set {
	words := []string{"ago"}
	for _, t := range []*lexicon.Table[int]{months, weekdays, nearDays} {
		for w := range t.All() {
			words = append(words, w)
		}
	}
	for w := range modes.All() {
		words = append(words, w)
	}
	return lexicon.SetOf(strings.Join(words, " "))
}()

// mayDateOutside is mayDate of what stands outside the cuts, which are sorted.
func mayDateOutside(sentence string, cuts []text.Span) bool {
	at := 0
	for _, c := range cuts {
		if c.Start > at && mayDate(sentence[at:min(c.Start, len(sentence))]) {
			return true
		}
		at = min(max(at, c.End), len(sentence))
	}
	return mayDate(sentence[at:])
}

// mayDate reports whether a sentence has a digit or a hint at all. Most have
// neither, and need not be split into words.
func mayDate(sentence string) bool {
	var word [maxHint]byte
	n := 0
	for i := 0; i <= len(sentence); i++ {
		if i < len(sentence) && isASCIILetter(sentence[i]) {
			if n < maxHint {
				word[n] = sentence[i] | 0x20
			}
			n++
			continue
		}
		if i < len(sentence) && isDigit(rune(sentence[i])) || n >= 3 && n <= maxHint && hints.Has(string(word[:n])) {
			return true
		}
		n = 0
	}
	return false
}

// maxHint is the length of the longest hint, "yesterday".
const maxHint = 9

// expressions finds the date expressions of the sentence, left to right.
func (r *reader) expressions() []expr {
	out := r.found[:0]
	for i := 0; i < len(r.words); i++ {
		for _, match := range matchers[r.words[i].class] {
			if e, ok := match(r, i); ok {
				out = append(out, e)
				i = e.end - 1
				break
			}
		}
	}
	r.found = out
	return out
}

// digitsAt is the number at word i if it has min to max digits and nothing else.
func (r *reader) digitsAt(i, min, max int) (int, bool) {
	w := r.at(i)
	if w.class != digits || len(w.lower) < min || len(w.lower) > max {
		return 0, false
	}
	return number(w.lower, 0, len(w.lower))
}

// alone reports whether word i is no part of a longer number or name.
func (r *reader) alone(i int) bool {
	if r.joined(i) && strings.Contains("$£€#@-–/.,:_", r.at(i-1).lower) {
		return false
	}
	if !r.joined(i + 1) {
		return true
	}
	next := r.at(i + 1)
	if next.class != mark {
		return next.class == gap
	}
	return !r.joined(i+2) || r.at(i+2).class != digits && !strings.Contains("-–/%", next.lower)
}

func (r *reader) yearAt(i int) (int, bool) {
	y, ok := r.digitsAt(i, 4, 4)
	return y, ok && y >= firstYear && y <= finalYear && (r.alone(i) || r.is(i-1, ","))
}

// monthAt reads a month's name; full is false for an abbreviation, after
// which a stop is passed over.
func (r *reader) monthAt(i int) (m, after int, full bool) {
	m = months.Of(r.at(i).lower)
	if m == 0 || !r.capital(i) || r.joined(i+1) && r.is(i+1, "-") {
		return 0, i, false
	}
	full = len(r.at(i).lower) > 4 || r.is(i, "may") || r.is(i, "june") || r.is(i, "july")
	if !full && r.is(i+1, ".") && r.joined(i+1) {
		return m, i + 2, false
	}
	return m, i + 1, full
}

// dayAt reads the number of a day, ordinal or not.
func (r *reader) dayAt(i int) (d int, ordinal, ok bool) {
	w := r.at(i)
	if w.class != digits {
		return 0, false, false
	}
	bare := w.lower
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if s, found := strings.CutSuffix(bare, end); found {
			bare, ordinal = s, true
			break
		}
	}
	if len(bare) > 2 || !r.alone(i) {
		return 0, false, false
	}
	d, ok = number(bare, 0, len(bare))
	return d, ordinal, ok && d >= 1 && d <= 31
}

// withYear reads a year after a day and a month, a comma between or not.
func (r *reader) withYear(e expr) (expr, bool) {
	at := e.end
	if r.is(at, ",") {
		at++
	}
	if y, ok := r.yearAt(at); ok {
		e.date.y, e.end = y, at+1
		return e, e.date.valid()
	}
	leap := day{2000, e.date.m, e.date.d} // February 29 is in some year
	return e, leap.valid()
}

// monthFirst reads "July 17[th][, 2024]", "July [of] 2015" and "July".
func (r *reader) monthFirst(i int) (expr, bool) {
	m, at, full := r.monthAt(i)
	if m == 0 {
		return expr{}, false
	}
	e := expr{first: i, end: at, date: day{m: m}, mode: modes.Of(r.at(i - 1).lower)}
	if e.mode != plain {
		e.first--
	}
	if d, _, ok := r.dayAt(at); ok {
		e.date.d, e.end = d, at+1
		return r.withYear(e)
	}
	if r.is(at, "of") || r.is(at, ",") {
		at++
	}
	if y, ok := r.yearAt(at); ok {
		e.date.y, e.end = y, at+1
		return e, true
	}
	return e, full
}

// dayFirst reads "17 July [2024]", "17th of July" and "the 17th of July".
func (r *reader) dayFirst(i int) (expr, bool) {
	d, ordinal, ok := r.dayAt(i)
	if !ok {
		return expr{}, false
	}
	at := i + 1
	if ordinal && r.is(at, "of") {
		at++
	}
	m, after, _ := r.monthAt(at)
	if m == 0 {
		return expr{}, false
	}
	e := expr{first: i, end: after, date: day{m: m, d: d}}
	if ordinal && r.is(i-1, "the") {
		e.first--
	}
	return r.withYear(e)
}

// numeric reads "2024-07-17", and "17/07/2024" where only one reading is a date.
func (r *reader) numeric(i int) (expr, bool) {
	sep := r.at(i + 1).lower
	if sep != "-" && sep != "/" && sep != "." || !r.is(i+3, sep) || !r.together(i, i+4) {
		return expr{}, false
	}
	e := expr{first: i, end: i + 5}
	if y, ok := r.digitsAt(i, 4, 4); ok {
		m, _ := r.digitsAt(i+2, 2, 2)
		d, _ := r.digitsAt(i+4, 2, 2)
		e.date = day{y, m, d}
		return e, sep != "." && e.date.valid()
	}
	a, okA := r.digitsAt(i, 1, 2)
	b, okB := r.digitsAt(i+2, 1, 2)
	y, okY := r.digitsAt(i+4, 4, 4)
	dmy, mdy := day{y, b, a}, day{y, a, b}
	if !dmy.valid() {
		dmy = mdy
	}
	e.date = dmy
	return e, okA && okB && okY && dmy.valid() && (dmy == mdy || !mdy.valid())
}

// together reports whether the words [from, to] are written together and touch
// no other number.
func (r *reader) together(from, to int) bool {
	for k := from + 1; k <= to; k++ {
		if !r.joined(k) {
			return false
		}
	}
	if r.joined(from) && strings.Contains("-/.", r.at(from-1).lower) {
		return false
	}
	next := r.at(to + 1)
	return !r.joined(to+1) || next.class == gap || next.lower[0] == 't' ||
		next.class == mark && (next.lower != "/" && next.lower != "-" || !r.joined(to+2))
}

// yearAlone reads a bare year; what stands around it decides whether it is one.
func (r *reader) yearAlone(i int) (expr, bool) {
	y, ok := r.yearAt(i)
	return expr{first: i, end: i + 1, date: day{y: y}}, ok && r.alone(i)
}
