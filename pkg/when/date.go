package when

// resolver turns expressions into dates. The zero published is "unknown".
type resolver struct {
	published day
	future    bool // what is reported has still to be said
}

// resolve gives the date of e, never later than publication unless the saying
// is announced for the future.
func (v resolver) resolve(e expr) (day, bool) {
	d, ok := v.date(e)
	if !ok || d.y < 1 || d.y > 9999 {
		return day{}, false
	}
	if v.published.y != 0 && d.compare(v.published) > 0 && !v.future {
		return day{}, false
	}
	return d, true
}

func (v resolver) date(e expr) (day, bool) {
	p := v.published
	if e.mode == coming && !v.future {
		return day{}, false
	}
	switch e.op {
	case opWeekday:
		return v.weekday(e), p.d != 0
	case opDays:
		if p.d == 0 || e.n > 0 && !v.future {
			return day{}, false
		}
		return p.addDays(e.n), true
	case opMonths:
		return p.addMonths(e.n), p.m != 0
	case opYears:
		return day{y: p.y + e.n}, p.y != 0
	}
	if e.date.y != 0 {
		return e.date, true
	}
	if p.m == 0 {
		return day{}, false
	}
	return v.openYear(e)
}

// weekday is the last such day not after publication, or the first not before
// it where the saying is still to come.
func (v resolver) weekday(e expr) day {
	p := v.published
	if p.d == 0 {
		return day{}
	}
	back := (p.weekday() - e.n + 7) % 7 // 0 for the day itself
	monday := p.addDays(-p.weekday())
	switch {
	case e.week == lastWeek:
		return monday.addDays(e.n - 7)
	case e.week == thisWeek:
		return monday.addDays(e.n)
	case e.week == nextWeek:
		return monday.addDays(e.n + 7)
	case e.mode == last && back == 0:
		return p.addDays(-7)
	case e.mode == coming && back == 0:
		return p.addDays(7)
	case v.future && e.mode != last && back > 0:
		return p.addDays(7 - back)
	}
	return p.addDays(-back)
}

// openYear finds the year of a month or a day that names none: the nearest
// that fits. February 29 may be eight years off.
func (v resolver) openYear(e expr) (day, bool) {
	step, d := -1, day{v.published.y, e.date.m, e.date.d}
	switch {
	case v.future && e.mode != last:
		step = 1
	case e.mode == last && d.m == v.published.m:
		d.y-- // "last July", written in July
	}
	for range 9 {
		if (d.d == 0 || d.valid()) && d.compare(v.published)*step >= 0 {
			return d, true
		}
		d.y += step
	}
	return day{}, false
}
