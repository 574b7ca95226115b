package ingest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The ways in which pages write dates. All patterns are read from short
// strings only (see maxDateLine).
var (
	isoPattern = regexp.MustCompile(`\b(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?)?`)
	months     = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?[ .\-/]+(?:of )?` + months + `[ ,.\-/]+(\d{4})\b`)
	monthFirst = regexp.MustCompile(`(?i)\b` + months + `[ \-]+(\d{1,2})(?:st|nd|rd|th)?,?[ \-]+(\d{4})\b`)
	yearFirst  = regexp.MustCompile(`(?i)\b(\d{4})[ \-/]+` + months + `[ \-/]+(\d{1,2})\b`)
	numeric    = regexp.MustCompile(`\b(\d{1,2})([/.])(\d{1,2})([/.])(\d{4})\b`)
	yearSlash  = regexp.MustCompile(`\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b`)
	clock      = regexp.MustCompile(`(?i)\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?(?:\s*\(?(z|utc|gmt|[ecmp][sd]t|bst|cest|cet|eet|eest|msk)\b)?\s*([+-]\d{2}:?\d{2})?`)
	hourOnly   = regexp.MustCompile(`(?i)\b(\d{1,2})\s*(am|pm|a\.m\.?|p\.m\.?)(?:\s*\(?(z|utc|gmt|[ecmp][sd]t|bst|cest|cet)\b)?`)
)

// zones are the offsets of the zone names that mean one offset only.
var zones = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
	"mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00",
	"cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
}

// maxDateLine is the length in bytes of the longest string read as a date.
const maxDateLine = 160

// isoDate writes a date in ISO 8601 as precisely as it is stated: year and
// month, day, or time, with an offset only where one is stated. "" where s
// holds no date or more than one reading.
func isoDate(s string) string {
	iso, _ := findDate(s)
	return iso
}

// statedDate is isoDate for a field that holds nothing but a date: it may be a
// year alone.
func statedDate(s string) string {
	if len(s) == len("2006") && validDay(s, "1", "") != "" {
		return s
	}
	return isoDate(s)
}

// findDate is isoDate, and gives what is left of s without the date and time.
func findDate(s string) (iso, rest string) {
	if !hasYear(s) {
		return "", s
	}
	if s = fold(s); len(s) > maxDateLine {
		return "", s
	}
	if m := isoPattern.FindStringSubmatchIndex(s); m != nil {
		if iso = isoOf(s, m); iso != "" {
			return iso, s[:m[0]] + s[m[1]:]
		}
	}
	day, rest := findDay(s)
	if day == "" {
		return "", s
	}
	at, rest := findClock(rest)
	return day + at, rest
}

// hasYear reports four digits in a row, which every date read here has.
func hasYear(s string) bool {
	n := 0
	for i := 0; i < len(s) && n < 4; i++ {
		if n++; s[i] < '0' || s[i] > '9' {
			n = 0
		}
	}
	return n == 4
}

// isoOf checks the parts of a match of isoPattern and writes them.
func isoOf(s string, m []int) string {
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	if part(3) == "" {
		if m[0] != 0 || m[1] != len(s) { // "2024-07" must stand alone
			return ""
		}
		return validDay(part(1), part(2), "")
	}
	day := validDay(part(1), part(2), part(3))
	if day == "" || part(4) == "" {
		return day
	}
	sec := part(6)
	if sec == "" {
		sec = "00"
	}
	if part(4) > "23" || part(5) > "59" || sec > "59" {
		return day
	}
	return day + "T" + part(4) + ":" + part(5) + ":" + sec + strings.Replace(part(7), ",", ".", 1) + offset(part(8))
}

// offset writes an offset as ±hh:mm.
func offset(s string) string {
	switch len(s) {
	case 3:
		return s + ":00"
	case 5:
		return s[:3] + ":" + s[3:]
	}
	return s
}

// dayPatterns are the ways to write a day out, with the groups of its parts;
// named: by the month's name.
var dayPatterns = []struct {
	re      *regexp.Regexp
	y, m, d int
	named   bool
}{{dayFirst, 3, 2, 1, true}, {monthFirst, 3, 1, 2, true}, {yearFirst, 1, 2, 3, true}, {yearSlash, 1, 2, 3, false}}

// findDay finds a calendar day written out, and gives s without it.
func findDay(s string) (day, rest string) {
	named, marked := namesMonth(s), strings.ContainsAny(s, "/.")
	for _, p := range dayPatterns {
		if p.named && !named || !p.named && !marked {
			continue
		}
		if m := p.re.FindStringSubmatchIndex(s); m != nil {
			part := func(i int) string { return s[m[2*i]:m[2*i+1]] }
			if day = validDay(part(p.y), monthNumber(part(p.m)), part(p.d)); day != "" {
				return day, s[:m[0]] + " " + s[m[1]:]
			}
		}
	}
	if !marked {
		return "", s
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		return numericDay(m), strings.Replace(s, m[0], " ", 1)
	}
	return "", s
}

// namesMonth reports the first three letters of a month's name anywhere in s:
// a quick look before patterns are tried.
func namesMonth(s string) bool {
	for i := 0; i+3 <= len(s); i++ {
		switch string([]byte{s[i] | 0x20, s[i+1] | 0x20, s[i+2] | 0x20}) {
		case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
			return true
		}
	}
	return strings.Contains(s, "\u017f") // (?i) takes a long s for an s
}

// numericDay reads 18/07/2024 and 07/18/2024, and 05.07.2024 (dots put the day
// first everywhere); 05/07/2024 has two readings and gives "".
func numericDay(m []string) string {
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	switch {
	case m[2] == "." || a > 12 || a == b:
		return validDay(m[5], m[3], m[1])
	case b > 12:
		return validDay(m[5], m[1], m[3])
	}
	return ""
}

// findClock finds a time of day, and gives s without it.
func findClock(s string) (at, rest string) {
	if m := clock.FindStringSubmatchIndex(s); m != nil {
		g := groups(s, m)
		if at = timeOf(g[1], g[2], g[3], g[4]); at != "" {
			off := zones[strings.ToLower(g[5])]
			if g[6] != "" {
				off = offset(g[6])
			}
			return at + off, s[:m[0]] + " " + s[m[1]:]
		}
	}
	if m := hourOnly.FindStringSubmatchIndex(s); m != nil {
		g := groups(s, m)
		if at = timeOf(g[1], "00", "", g[2]); at != "" {
			return at + zones[strings.ToLower(g[3])], s[:m[0]] + " " + s[m[1]:]
		}
	}
	return "", s
}

// groups gives the strings of a match, "" for those that took no part.
func groups(s string, m []int) []string {
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

// timeOf writes a time of day as "Thh:mm:ss", "" where it is none.
func timeOf(hour, minute, second, half string) string {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	sec, _ := strconv.Atoi(second)
	if half != "" {
		if h < 1 || h > 12 {
			return ""
		}
		h %= 12
		if half[0]|0x20 == 'p' {
			h += 12
		}
	}
	if h > 23 || m > 59 || sec > 59 {
		return ""
	}
	return fmt.Sprintf("T%02d:%02d:%02d", h, m, sec)
}

// monthNumber is the number of a month's name or number.
func monthNumber(s string) string {
	const names = "jan feb mar apr may jun jul aug sep oct nov dec"
	if len(s) >= 3 {
		if i := strings.Index(names, strings.ToLower(s[:3])); i >= 0 {
			return strconv.Itoa(i/4 + 1)
		}
	}
	return s
}

// validDay writes year, month and day (or year and month where day is "")
// where the calendar has them. News is printed since 1600 or so; a later
// century than this one is a misreading.
func validDay(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if y < 1600 || y > 2100 || m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if d < 1 || t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// dateWords may stand beside a date in a line that holds nothing but it.
var dateWords = wordSet("published publication posted updated update last modified first on at date time originally created issued release released " +
	"mon tue wed thu fri sat sun tues thur thurs monday tuesday wednesday thursday friday saturday sunday " +
	"et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist local the of a p m am pm min mins minute minutes read hours ago")

// dateLine is the date of a line that holds a date and nothing else but such
// words; "" for any other line.
func dateLine(s string) string {
	iso, rest := findDate(s)
	if iso == "" {
		return ""
	}
	if _, more := findDate(rest); more != "" {
		_, rest = findDate(rest) // "Published ... Updated ...": the first counts
	}
	for _, w := range strings.Fields(wordsOf(rest)) {
		if _, err := strconv.Atoi(w); err != nil && !dateWords[w] {
			return ""
		}
	}
	return iso
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
