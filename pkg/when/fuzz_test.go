package when

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"quotes/pkg/text"
)

var iso = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

func FuzzResolve(f *testing.F) {
	f.Add("On Wednesday, July 17, 2024, Lee said that it was over.", 31, 36, 54, "2024-07-18T05:54:00+03:00")
	f.Add("Lee said in a 2016 interview, two days ago, at Monday's mid-July talks", 4, 0, 0, "2024-02-29")
	f.Add("17/07/2024 2024-07-17 Feb. 29 the 17th of July last year", -1, 3, 4, "2024")
	f.Add("will say next Thursday on Tuesday of next week, tomorrow", 5, 9, 2, "9999-12-31")
	f.Add("nine years ago “last night” 999 years ago 17–18 July", 3, -5, 9, "0001-01-01")
	f.Add("Yesterday TODAY last-night mid-July éago (Sept.) ’tonight’", 0, 0, 0, "2024-07-18")
	f.Fuzz(func(t *testing.T, s string, cue, from, to int, published string) {
		exclude := []text.Span{{Start: from, End: to}}
		r := &reader{}
		if r.scan(s, exclude); !mayDate(s) && len(r.expressions()) > 0 {
			t.Fatal("a sentence that is passed over has a date")
		}
		d, ok := Resolve(s, cue, exclude, published)
		if !ok {
			if d != (Date{}) {
				t.Fatalf("a date without words: %v", d)
			}
			return
		}
		if d.Span.Start < 0 || d.Span.Empty() || d.Span.End > len(s) {
			t.Fatalf("span %v of %d bytes", d.Span, len(s))
		}
		if utf8.ValidString(s) && !utf8.ValidString(d.Span.In(s)) {
			t.Fatalf("span %v cuts a rune", d.Span)
		}
		if exclude[0].Overlaps(d.Span) && !exclude[0].Empty() {
			t.Fatalf("date %q in what was said", d.Span.In(s))
		}
		if !iso.MatchString(d.ISO) {
			t.Fatalf("%q is no date", d.ISO)
		}
		if _, err := time.Parse("2006-01-02"[:len(d.ISO)], d.ISO); err != nil && d.ISO != "0000" {
			t.Fatal(err)
		}
		if again, _ := Resolve(s, cue, exclude, published); again != d {
			t.Fatalf("%v, then %v", d, again)
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	plain := "On Wednesday the minister, who had come to Sundby for talks that began on Monday, told reporters that the line would open in May."
	dense := strings.Repeat("in July 2015 and on Monday after 17/07/2024 last night or two weeks ago ", 2000)
	for _, c := range []struct{ name, in string }{{"sentence", plain}, {"dense", dense}, {"dense2x", dense + dense}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			for b.Loop() {
				Resolve(c.in, 88, nil, thursday)
			}
		})
	}
}
