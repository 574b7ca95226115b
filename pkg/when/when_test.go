package when

import (
	"strings"
	"testing"

	"quotes/pkg/text"
)

// thursday is the day of publication in most cases: Thursday, July 18, 2024.
const thursday = "2024-07-18"

// marked reads a sentence in which {cue} marks the cue, [content] what was
// said and <words> the words a date should rest on.
func marked(t *testing.T, s string) (sentence string, cue int, exclude []text.Span, want text.Span) {
	t.Helper()
	var b strings.Builder
	cue, want.Start = -1, -1
	var open []int
	for _, r := range s {
		switch at := b.Len(); r {
		case '{':
			cue = at
		case '[':
			open = append(open, at)
		case ']':
			exclude = append(exclude, text.Span{Start: open[len(open)-1], End: at})
		case '<':
			want.Start = at
		case '>':
			want.End = at
		case '}':
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), cue, exclude, want
}

type example struct{ published, in, want string }

func check(t *testing.T, cases []example) {
	t.Helper()
	for _, c := range cases {
		sentence, cue, exclude, span := marked(t, c.in)
		got, ok := Resolve(sentence, cue, exclude, c.published)
		switch {
		case ok != (c.want != ""), ok && got.ISO != c.want:
			t.Errorf("%s (%s)\n got %q %v, want %q", c.in, c.published, got.ISO, ok, c.want)
		case ok && got.Span != span:
			t.Errorf("%s\n rests on %q, want %q", c.in, got.Span.In(sentence), c.in)
		}
	}
}

func TestWeekdays(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} <on Wednesday> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said}, <on Wednesday>, that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on Thursday> that [it was over].", "2024-07-18"},
		{thursday, "Lee {said} <on Friday> that [it was over].", "2024-07-12"},
		{thursday, "“[It is over],” Lee {said} <Tuesday>.", "2024-07-16"},
		{thursday, "“[It is over],” {said} Lee <on Monday>.", "2024-07-15"},
		{thursday, "<On Sunday>, Lee {said} [it was over].", "2024-07-14"},
		{thursday, "<On Sunday> Lee {told} reporters [it was over].", "2024-07-14"},
		{thursday, "The minister <on Tuesday> {denied} that [it was over].", "2024-07-16"},
		{thursday, "Lee {told} reporters in New York <on Wednesday> that [it was over].", "2024-07-17"},
		{thursday, "Lee {told} the panel <Wednesday>.", "2024-07-17"},
		{thursday, "Lee {told} the Senate <Tuesday> he [would go].", "2024-07-16"},
		{thursday, "The ministry {said} <Monday night> that [it was over].", "2024-07-15"},
		{thursday, "The ministry {said} <late on Monday> that [it was over].", "2024-07-15"},
		{thursday, "The ministry {said} <late Monday> that [it was over].", "2024-07-15"},
		{thursday, "The ministry {said} <earlier on Thursday> that [it was over].", "2024-07-18"},
		{thursday, "The ministry {said} <later on Tuesday> that [it was over].", "2024-07-16"},
		{thursday, "The ministry {said} <on Wednesday morning> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <last Thursday> that [it was over].", "2024-07-11"},
		{thursday, "Lee {said} <last Friday> that [it was over].", "2024-07-12"},
		{thursday, "Lee {said} <this past Friday> that [it was over].", "2024-07-12"},
		{thursday, "Lee {said} <on Tuesday of last week> that [it was over].", "2024-07-09"},
		{thursday, "Lee {said} <on Friday last week> that [it was over].", "2024-07-12"},
		{thursday, "Lee {said} <on Monday of this week> that [it was over].", "2024-07-15"},
		{thursday, "The mayor (<Sunday>) {said} [it was over].", "2024-07-14"},
		{thursday, "Lee {said} <Wed.> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on Tues.> that [it was over].", "2024-07-16"},
		{thursday, "The White House <Monday> {said} [it was over].", "2024-07-15"},
		{thursday, "At a briefing <on Wednesday>, Lee {mentioned} [the need for unity].", "2024-07-17"},
		{thursday, "In an interview with Radio Nine <on Tuesday>, Lee {underscored} that [it was over].", "2024-07-16"},
		{thursday, "Lee, speaking in Sundby <on Tuesday>, {said} [it was over].", "2024-07-16"},
		{thursday, "Asked <on Wednesday>, Lee {replied}: “[No].”", "2024-07-17"},
		{thursday, "A statement released <on Monday> {said} [it was over].", "2024-07-15"},
		{thursday, "Lee {said} on the morning of <Monday> that [it was over].", "2024-07-15"},
		{thursday, "Lee {said} as he toured the plant <on Tuesday> that [it was over].", "2024-07-16"},
		{thursday, "The court, <on Monday>, {ruled} that [it was over].", "2024-07-15"},
		{thursday, "Lee said <on Monday> that it was over, {adding} that [nobody won].", "2024-07-15"},
		{thursday, "<On Monday>, Lee, who is in Sundby, {said} [it was over].", "2024-07-15"},
		{"2024-07-18T05:54:00+03:00", "Lee {said} <on Wednesday> that [it was over].", "2024-07-17"},
		{"2024-01-02", "Lee {said} <on Sunday> that [it was over].", "2023-12-31"},
		{thursday, "“[It is over],” Lee {told} The Sundby Post <on Thursday>.", "2024-07-18"},
		{thursday, "Lee, who <on Monday> {said} [it was over], has left.", "2024-07-15"},
		{thursday, "In a speech in Sundby, Norland <Tuesday>, Lee {said} [it was over].", "2024-07-16"},
		{thursday, "Lee {said} after a meeting in Sundby <on Monday> that [it was over].", "2024-07-15"},
	})
}

func TestWeekdaysThatDateSomethingElse(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} that [it was over on Monday].", ""},
		{thursday, "Lee {said} the work must be done by Friday, [or else].", ""},
		{thursday, "Since Monday, Lee has {said} that [it is over].", ""},
		{thursday, "A vote scheduled for Tuesday, Lee {said}, [will fail].", ""},
		{thursday, "Lee, who arrived on Tuesday, {said} [it was over].", ""},
		{thursday, "A man who was arrested on Tuesday {said} [it was over].", ""},
		{thursday, "A man arrested on Tuesday {said} [it was over].", ""},
		{thursday, "Lee, appointed on Monday, {said} [it was over].", ""},
		{thursday, "The bill, passed by the House on Monday, {says} [it is over].", ""},
		{thursday, "After the attack on Monday, Lee {said} [it was over].", ""},
		{thursday, "Lee {condemned} [the people] behind the attack on Sunday.", ""},
		{thursday, "Ahead of Tuesday's debate, Lee {said} [it was over].", ""},
		{thursday, "Lee {said} before Monday's meeting that [it was over].", ""},
		{thursday, "Lee {said} of Monday's crash that [it was over].", ""},
		{thursday, "Every Monday Lee {says} that [it is over].", ""},
		{thursday, "Lee {says} on Mondays that [it is over].", ""},
		{thursday, "Lee {told} the Sunday Times that [it was over].", ""},
		{thursday, "Lee {told} Saturday Night Live that [it was over].", ""},
		{thursday, "Lee {said} on Black Friday that [it was over].", ""},
		{thursday, "Wednesday Addams {said} [it was over].", ""},
		{thursday, "Lee {said} from Monday to Wednesday that [it was over].", ""},
		{thursday, "Lee {said} on Monday and Tuesday that [it was over].", ""},
		{thursday, "As of Wednesday, officials {said}, [nobody was hurt].", ""},
		{thursday, "Prices fell on Monday, but Lee {said} [they would rise].", ""},
		{thursday, "The army attacked on Monday, and Lee {said} [it was over].", ""},
		{thursday, "Officials said on Monday that Lee had {claimed} [it was over].", ""},
		{thursday, "Lee {said} [it was over]; on Monday the army attacked.", ""},
		{thursday, "Lee {said} [it was over] next Monday.", ""},
		{thursday, "Lee {said} the Wednesday raid [was a mistake].", ""},
		{thursday, "Lee {said} the sun [was out].", ""},
		{"", "Lee {said} on Wednesday that [it was over].", ""},
		{"2024-07", "Lee {said} on Wednesday that [it was over].", ""},
		{"soon", "Lee {said} on Wednesday that [it was over].", ""},
		{thursday, "On “Norland News Sunday,” Lee {said} [it was over].", ""},
		{thursday, "The council met on Friday afternoon, shortly after Lee {said} [it was over].", ""},
		{thursday, "Lee, who has long {called} for [peace], blamed the mayor on Wednesday.", ""},
		{thursday, "Lee {faced} [questions] after Poe asked about her emails during a forum on Monday.", ""},
		{thursday, "Lee {condemned} [the test] as Norland fired three rockets on Monday.", ""},
		{thursday, "Lee {cited} [the critics], who blamed his part in a “Town and Country” forum on Monday.", ""},
		{thursday, "After {casting} [doubt] on the bridge, Lee said Tuesday that it was safe.", ""},
	})
}

func TestNearDays(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} <today> that [it was over].", "2024-07-18"},
		{thursday, "Lee {said} <earlier today> that [it was over].", "2024-07-18"},
		{thursday, "Lee {said} <yesterday> that [it was over].", "2024-07-17"},
		{thursday, "<Yesterday evening>, Lee {said} [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <tonight> that [it was over].", "2024-07-18"},
		{thursday, "Lee {said} <this morning> that [it was over].", "2024-07-18"},
		{thursday, "Lee {said} <last night> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <two days ago> that [it was over].", "2024-07-16"},
		{thursday, "Lee {said} <10 days ago> that [it was over].", "2024-07-08"},
		{thursday, "Lee {said} <three weeks ago> that [it was over].", "2024-06-27"},
		{thursday, "Lee {said} <a week ago> that [it was over].", "2024-07-11"},
		{thursday, "Lee {said} <a month ago> that [it was over].", "2024-06"},
		{"2024-01-05", "Lee {said} <two months ago> that [it was over].", "2023-11"},
		{thursday, "Lee {said} <two years ago> that [it was over].", "2022"},
		{thursday, "Lee {said} about two years ago that [it was over].", ""},
		{thursday, "Lee {said} more than three weeks ago that [it was over].", ""},
		{thursday, "Lee {said} a few days ago that [it was over].", ""},
		{thursday, "Lee {told} USA Today that [it was over].", ""},
		{thursday, "Lee {said} of today's vote that [it was over].", ""},
		{thursday, "Lee {said} tomorrow [it will be over].", ""},
		{thursday, "Until today, Lee {said}, [nobody knew].", ""},
		{"2024-07", "Lee {said} yesterday that [it was over].", ""},
		{"", "Lee {said} today that [it was over].", ""},
	})
}

func TestPeriods(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} <earlier this month> that [it was over].", "2024-07"},
		{thursday, "<Earlier this year>, Lee {said} [it was over].", "2024"},
		{thursday, "Lee {said} <last month> that [it was over].", "2024-06"},
		{"2024-01-10", "Lee {said} <last month> that [it was over].", "2023-12"},
		{thursday, "Lee {said} <last year> that [it was over].", "2023"},
		{"2024-07", "Lee {said} <last month> that [it was over].", "2024-06"},
		{"2024", "Lee {said} <last year> that [it was over].", "2023"},
		{thursday, "A report released <this month> {found} that [it was over].", "2024-07"},
		{thursday, "Lee {said} <in July> that [it was over].", "2024-07"},
		{thursday, "Lee {said} <in November> that [it was over].", "2023-11"},
		{thursday, "<In December>, Lee {informed} the agency that [it was over].", "2023-12"},
		{thursday, "Lee {said} <in early May> that [it was over].", "2024-05"},
		{thursday, "Lee {said} <in mid-May> that [it was over].", "2024-05"},
		{thursday, "Lee {said} <last July> that [it was over].", "2023-07"},
		{thursday, "Lee {said} <last March> that [it was over].", "2024-03"},
		{thursday, "Lee {said} <in June 2015> that [it was over].", "2015-06"},
		{"", "Lee {said} <in June of 2015> that [it was over].", "2015-06"},
		{"", "Lee {said} <in Sept. 2015> that [it was over].", "2015-09"},
		{thursday, "Lee {said} <in 2016> that [it was over].", "2016"},
		{"", "<In 2016>, Lee {said} [it was over].", "2016"},
		{thursday, "Lee {said} <in late 2016> that [it was over].", "2016"},
		{thursday, "<In a 2016 interview>, Lee {said} [it was over].", "2016"},
		{thursday, "Lee {said} <in a July 2015 interview> that [it was over].", "2015-07"},
		{thursday, "Lee {said} <in a rare 2016 television interview> that [it was over].", "2016"},
		{thursday, "<At Monday's news conference>, Lee {said} [it was over].", "2024-07-15"},
		{thursday, "<Wednesday's ruling> {said} that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <in a Monday night tweet> that [it was over].", "2024-07-15"},
		{thursday, "Lee {wrote} <in his January 20 letter> that [it was over].", "2024-01-20"},
		{thursday, "<A 2016 survey> {found} that [it was over].", "2016"},
		{thursday, "Lee {told} the paper <in 2016> that [it was over].", "2016"},
		{thursday, "In a speech <in 2016>, Lee {said} [it was over].", "2016"},
		{thursday, "More recently, prosecutors <in April> {charged} [two men with fraud].", "2024-04"},
		{thursday, "The road stayed open, though a court <in 2001> {found} [it was unsafe].", "2001"},
		{thursday, "<A 2014 study> that covers ten towns {found} [it was over].", "2014"},
		{thursday, "A memorable poster <in 2008> {asked} [who would answer the phone].", "2008"},
	})
}

func TestPeriodsThatDateSomethingElse(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} earlier this week that [it was over].", ""},
		{thursday, "Lee {said} last week that [it was over].", ""},
		{thursday, "Lee {said} later this year [it will be over].", ""},
		{thursday, "Lee {said} next month [it will be over].", ""},
		{thursday, "Since 2014, Lee has {said} [it is over].", ""},
		{thursday, "Lee {said} of the 2016 election that [it was over].", ""},
		{thursday, "Lee, elected in 2016, {said} [it was over].", ""},
		{thursday, "Lee, mayor in 2016, {said} [it was over].", ""},
		{thursday, "{said} Lee, mayor from 2010 to 2016.", ""},
		{thursday, "Lee, born in May, {said} [it was over].", ""},
		{thursday, "Lee {told} 2016 people that [it was over].", ""},
		{thursday, "Lee {said} in 2016 cases [it was over].", ""},
		{thursday, "Lee {raised} [$2016] in 2016-17.", ""},
		{thursday, "May {said} that [it was over].", ""},
		{thursday, "Lee {said} they may [go].", ""},
		{thursday, "Lee and April {said} that [it was over].", ""},
		{thursday, "Lee {said} they would march in [the town].", ""},
		{thursday, "Lee {said} it again this year's budget [was fine].", ""},
		{thursday, "For the first time this year, Lee {said} [it was over].", ""},
		{thursday, "Lee {said} more than last year that [it was over].", ""},
		{thursday, "The war in 2016, Lee {said}, [was over].", ""},
		{"", "Lee {said} in July that [it was over].", ""},
		{"", "Lee {said} last year that [it was over].", ""},
		{"2024", "Lee {said} last month that [it was over].", ""},
		{thursday, "Lee {said} in 2031 [it will be over].", ""},
		{thursday, "Twenty-two years ago, Lee {said} [it was over].", ""},
		{thursday, "He came to Sundby in 1993, after years in the army, and {called} for [a bridge].", ""},
		{thursday, "A man who won the cup in 2016 {said} [it was over].", ""},
	})
}

func TestDates(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {said} <on July 17> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on July 17th> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on 17 July> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on the 17th of July> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <July 17> that [it was over].", "2024-07-17"},
		{"", "Lee {said} <on July 17, 2024>, that [it was over].", "2024-07-17"},
		{"", "Lee {said} <on 17 July 2024> that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on Sept. 9> that [it was over].", "2023-09-09"},
		{thursday, "Lee {said} <on Jul 16> that [it was over].", "2024-07-16"},
		{thursday, "Lee {said} <on Dec. 30, 2023>, that [it was over].", "2023-12-30"},
		{thursday, "Lee {said} <on Wednesday, July 17>, that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on Wednesday, July 17, 2024>, that [it was over].", "2024-07-17"},
		{thursday, "Lee {said} <on Wednesday 17 July> that [it was over].", "2024-07-17"},
		{"", "Lee {wrote} (<2024-07-17>) that [it was over].", "2024-07-17"},
		{"", "Lee {wrote} <on 2024-07-17>T05:54:00 that [it was over].", "2024-07-17"},
		{"", "Lee {wrote} <on 17/07/2024> that [it was over].", "2024-07-17"},
		{"", "Lee {wrote} <on 07/17/2024> that [it was over].", "2024-07-17"},
		{"", "Lee {wrote} <on 17.07.2024> that [it was over].", "2024-07-17"},
		{"2024-07", "Lee {said} <on June 17> that [it was over].", "2024-06-17"},
		{"2023-03-01", "Lee {said} <on Feb. 29> that [it was over].", "2020-02-29"},
		{thursday, "<On July 3>, in a letter, Lee {said} [it was over].", "2024-07-03"},
		{thursday, "The video was posted <on July 3>, {adding} [weight].", "2024-07-03"},
	})
}

func TestDatesThatDateSomethingElse(t *testing.T) {
	check(t, []example{
		{thursday, "Lee {condemned} the Jan. 6 attack [in plain words].", ""},
		{thursday, "Lee {said} after the October 7 operation that [it was over].", ""},
		{thursday, "Lee {spoke} to [the people] since October 7.", ""},
		{thursday, "Though he condemned the operation on October 7, Lee {argued} that [it was over].", ""},
		{thursday, "Lee {condemned} Operation Seven Winds on October 7.", ""},
		{thursday, "Lee {told} the Jan. 6 committee that [it was over].", ""},
		{thursday, "At the Jan. 6 committee hearing, Lee {said} [it was over].", ""},
		{thursday, "Lee {said} July 17-18 [was over].", ""},
		{thursday, "Lee {said} on 17–18 July that [it was over].", ""},
		{thursday, "Lee {said} between July 1 and July 7 that [it was over].", ""},
		{thursday, "Lee {said} on July 32 that [it was over].", ""},
		{thursday, "Lee {said} on June 31 that [it was over].", ""},
		{thursday, "Lee {said} July 17,000 times that [it was over].", ""},
		{"", "Lee {wrote} on 03/07/2024 that [it was over].", ""},
		{"", "Lee {wrote} on 2024-13-41 that [it was over].", ""},
		{"", "Lee {wrote} on 1-2024-07-17-2 that [it was over].", ""},
		{thursday, "Lee {said} on July 19, 2024, that [it was over].", ""},
		{thursday, "SUNDBY, July 17 (Wire) - Lee {said} that [it was over].", ""},
		{thursday, "SUNDBY, July 17 — Lee {said} that [it was over].", ""},
		{thursday, "The bridge fell on July 3, Lee {said}, [because of the rain].", ""},
		{"", "Lee {said} on July 17 that [it was over].", ""},
	})
}

func TestAnnounced(t *testing.T) {
	check(t, []example{
		{thursday, "Lee will {say} <on Friday> that [it is over].", "2024-07-19"},
		{thursday, "Lee {will say} <on Thursday> that [it is over].", "2024-07-18"},
		{thursday, "Lee is due to {speak} <on Monday>.", "2024-07-22"},
		{thursday, "Lee is expected to {announce} <on Wednesday> [a truce].", "2024-07-24"},
		{thursday, "<Next Thursday>, Lee will {say} that [it is over].", "2024-07-25"},
		{thursday, "Lee will {announce} <tomorrow> [a truce].", "2024-07-19"},
		{thursday, "Lee will {announce} <on July 20> [a truce].", "2024-07-20"},
		{thursday, "Lee is to {announce} <next month> [a truce].", "2024-08"},
		{thursday, "Lee will {speak} <on Tuesday of next week>.", "2024-07-23"},
		{thursday, "Lee plans to {announce} <in January> [a truce].", "2025-01"},
		{thursday, "Lee declined to {say} <on Monday> [who won].", "2024-07-15"},
	})
}

func TestNearest(t *testing.T) {
	check(t, []example{
		{thursday, "On Sunday, in a letter of 2016, Lee {said} <on Tuesday> [it was over].", "2024-07-16"},
		{thursday, "Lee {said} <on Tuesday> that [on Monday it was over].", "2024-07-16"},
		{thursday, "“[It was over on Monday],” Lee {said} <on Wednesday>.", "2024-07-17"},
		{thursday, "Lee said on Monday that A won, and <on Tuesday> {said} [B won].", "2024-07-16"},
		{thursday, "<On Wednesday>, [it was over].", "2024-07-17"},
		{thursday, "", ""},
	})
}

func TestCueOutOfRange(t *testing.T) {
	for _, cue := range []int{-7, 999} {
		if d, ok := Resolve("On Wednesday, it was over.", cue, nil, thursday); !ok || d.ISO != "2024-07-17" {
			t.Errorf("cue %d: %v %v", cue, d, ok)
		}
	}
	odd := []text.Span{{Start: 90, End: 99}, {Start: 5, End: 2}, {Start: -3, End: 1}}
	if d, ok := Resolve("Lee said on Wednesday.", 4, odd, thursday); !ok || d.ISO != "2024-07-17" {
		t.Errorf("odd spans: %v %v", d, ok)
	}
}

// Each word that dates something makes a sentence worth reading.
func TestMayDate(t *testing.T) {
	for w := range hints.All() {
		if len(w) < 3 || len(w) > maxHint || !mayDate(w) || !mayDate("The “"+strings.ToUpper(w)+"-x") {
			t.Errorf("%q is passed over", w)
		}
	}
	for _, s := range []string{"", "Lee said so.", "the agony of lasting mondays", "é"} {
		if mayDate(s) {
			t.Errorf("%q is read", s)
		}
	}
	if !mayDate("in 2014") || !mayDate("the 5th") {
		t.Error("a number is passed over")
	}
}
