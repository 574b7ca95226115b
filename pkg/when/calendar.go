package when

import (
	"fmt"
	"strconv"
	"time"
)

// day is a date of some precision: m and d are 0 where unknown, y too in an
// expression that leaves the year to the reader.
type day struct{ y, m, d int }

// parsePublished reads the date at the head of an ISO 8601 time. The day is
// the one the publisher prints: its offset is not converted.
func parsePublished(s string) (day, bool) {
	var p day
	var ok bool
	if p.y, ok = number(s, 0, 4); !ok || p.y == 0 {
		return day{}, false
	}
	if len(s) == 4 {
		return p, true
	}
	if p.m, ok = number(s, 5, 7); !ok || s[4] != '-' || p.m < 1 || p.m > 12 {
		return day{}, false
	}
	if len(s) == 7 {
		return p, true
	}
	if p.d, ok = number(s, 8, 10); !ok || s[7] != '-' || !p.valid() {
		return day{}, false
	}
	return p, len(s) == 10 || s[10] == 'T' || s[10] == ' '
}

func number(s string, from, to int) (int, bool) {
	if len(s) < to {
		return 0, false
	}
	for _, c := range s[from:to] {
		if !isDigit(c) {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s[from:to])
	return n, err == nil
}

// valid reports whether a full date stands in the calendar.
func (a day) valid() bool {
	if a.m < 1 || a.m > 12 || a.d < 1 {
		return false
	}
	return a.d <= time.Date(a.y, time.Month(a.m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (a day) String() string {
	switch {
	case a.m == 0:
		return fmt.Sprintf("%04d", a.y)
	case a.d == 0:
		return fmt.Sprintf("%04d-%02d", a.y, a.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", a.y, a.m, a.d)
}

func (a day) time() time.Time {
	return time.Date(a.y, time.Month(a.m), a.d, 0, 0, 0, 0, time.UTC)
}

// addDays moves a full date by n days.
func (a day) addDays(n int) day {
	y, m, d := a.time().AddDate(0, 0, n).Date()
	return day{y, int(m), d}
}

// addMonths is the month n months away.
func (a day) addMonths(n int) day {
	k := a.y*12 + a.m - 1 + n
	if k < 12 {
		return day{}
	}
	return day{k / 12, k%12 + 1, 0}
}

// compare orders two dates by what both know of them.
func (a day) compare(b day) int {
	if a.y != b.y || a.m == 0 || b.m == 0 {
		return a.y - b.y
	}
	if a.m != b.m || a.d == 0 || b.d == 0 {
		return a.m - b.m
	}
	return a.d - b.d
}

// daysUntil counts the days from a to b, both full dates.
func (a day) daysUntil(b day) int { return int(b.time().Sub(a.time()).Hours() / 24) }

// weekday is 0 for Monday.
func (a day) weekday() int { return (int(a.time().Weekday()) + 6) % 7 }
