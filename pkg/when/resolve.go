package when

import "quotes/pkg/text"

// Date says when something was said.
type Date struct {
	// ISO is the date as precise as the words are: "2024-07-17", "2024-07",
	// "2016".
	ISO string
	// Span holds the words the date rests on, in bytes of the sentence.
	Span text.Span
}

// oldDays is how long before publication a day without a year may lie in an
// earlier calendar year and still be taken from anywhere in the clause: news
// names the year of older days, unless they are the name of an event.
const oldDays = 180

// Resolve finds the words that date what the sentence reports and resolves
// them against published (ISO 8601 of any precision, "" if unknown: then only
// dates with a year resolve). Cue is the byte offset of the reporting cue in
// the sentence, -1 if it has none. Exclude lists the parts of the sentence that
// are what was said: a date inside them does not date the saying. Ok is false
// where the sentence does not say when, or only by a week.
//
// It is precise first: of a date that may as well belong to something else in
// the sentence ("the attack on Monday", "since 2014") it says nothing. The work
// is linear in the length of the sentence.
func Resolve(sentence string, cue int, exclude []text.Span, published string) (d Date, ok bool) {
	cuts := sorted(exclude)
	if !mayDateOutside(sentence, cuts) {
		return Date{}, false
	}
	r := readers.Get().(*reader)
	defer r.release()
	r.scan(sentence, cuts)
	at := -1
	if cue >= 0 && cue < len(sentence) {
		at = r.indexOf(cue)
	}
	v := resolver{future: at >= 0 && r.announced(at)}
	v.published, _ = parsePublished(published)
	best := -1
	found := r.expressions()
	for i, e := range found {
		if r.ranged(found, i) {
			continue
		}
		c := r.widen(e)
		if !r.dates(&c, at) {
			continue
		}
		iso, resolved := v.resolve(e)
		distance, near := r.clause(c, at)
		if !resolved || !near || best >= 0 && distance >= best || v.old(e, iso) && c.left > 0 && distance > 2 {
			continue
		}
		best = distance
		d = Date{iso.String(), text.Span{Start: r.words[c.left].Start, End: r.words[c.right-1].End}}
	}
	return d, best >= 0
}

// old reports whether e names a day without a year that lies long before
// publication.
func (v resolver) old(e expr, d day) bool {
	return e.op == opDate && e.date.d != 0 && e.date.y == 0 && v.published.d != 0 &&
		d.y < v.published.y && d.daysUntil(v.published) > oldDays
}

// ranged reports whether expression i is one end of a range or one of a list:
// "July 17-18", "from Monday to Friday", "Saturday and Sunday".
func (r *reader) ranged(all []expr, i int) bool {
	if i > 0 && r.links(all[i-1].end, all[i].first) || i+1 < len(all) && r.links(all[i].end, all[i+1].first) {
		return true
	}
	return r.connects(all[i].end) && r.at(all[i].end+1).class == digits
}

// links reports whether the words [from, to) do nothing but join two dates.
func (r *reader) links(from, to int) bool {
	if to > from && r.is(to-1, "on") {
		to--
	}
	return to == from+1 && (r.connects(from) || r.is(from, ","))
}

func (r *reader) connects(i int) bool {
	switch r.at(i).lower {
	case "and", "or", "to", "through", "until", "till", "-", "–", "—":
		return true
	}
	return false
}
