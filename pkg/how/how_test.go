package how

import (
	"strings"
	"testing"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// row is a sentence with marks: {s:source}, {c:cue}, {q:what was said}, and
// what is wanted of the rest, {m:medium} and {a:addressee}, which may stand in
// one another. want is the channel, "-" for none, with "denied" before it
// where the quote is denied.
type row struct{ marked, want string }

var rows = []row{
	// a channel behind the cue
	{`“{q:The bridge is safe,}” {s:Mayor Ada Poe} {c:said} in a statement.`, "statement"},
	{`“{q:The bridge is safe,}” {c:said} {s:Ada Poe} in a statement on Monday.`, "statement"},
	{`“{q:The bridge is safe,}” {s:Poe} {c:said} Monday in a written statement.`, "statement"},
	{`{s:The ministry} {c:said} in a statement that {q:the bridge was safe}.`, "statement"},
	{`{s:The ministry} {c:said} in a news release {q:the bridge was safe}.`, "statement"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a telephone interview from Sundby.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview with {a:{m:CBS}} on Tuesday.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview with {a:{m:CNN}’s Tom Reed}.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview with {a:Tom Reed}.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a {m:Fox News} interview.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview aired on {m:NBC} last week.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} in an interview published in {m:the Lindow Gazette}.`, "interview"},
	{`“{q:We will not wait,}” {s:she} {c:said} at a news conference in Lindow.`, "press conference"},
	{`“{q:We will not wait,}” {s:she} {c:said} during a press briefing on Friday.`, "press conference"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a speech.`, "speech"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a speech at {m:the Lindow Economic Club}.`, "speech"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a speech to {a:factory workers} on Sunday.`, "speech"},
	{`“{q:We will not wait,}” {s:she} {c:said} at a rally in Sundby on Sunday.`, "event"},
	{`“{q:We will not wait,}” {s:she} {c:said} during the debate.`, "debate"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a tweet.`, "social media"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a {m:Facebook} post.`, "social media"},
	{`“{q:We will not wait,}” {s:she} {c:said} on {m:Twitter}.`, "social media"},
	{`“{q:We will not wait,}” {s:she} {c:wrote} on {m:X}.`, "social media"},
	{`“{q:We will not wait,}” {s:she} {c:posted} on {m:Truth Social} late on Friday.`, "social media"},
	{`“{q:We will not wait,}” {s:she} {c:said} in a video posted on {m:YouTube}.`, "video"},
	{`“{q:We will not wait,}” {s:she} {c:said} on {m:CNN} on Sunday.`, "broadcast"},
	{`“{q:We will not wait,}” {s:she} {c:said} on {m:Fox News}' “Harbour Hour.”`, "broadcast"},
	{`“{q:We will not wait,}” {s:she} {c:said} on “{m:The Harbour Hour}.”`, "broadcast"},
	{`“{q:We will not wait,}” {s:she} {c:said} on state television.`, "broadcast"},
	{`“{q:We will not wait,}” {s:she} {c:said} on her radio show.`, "broadcast"},
	{`“{q:We will not wait,}” {s:she} {c:said} on {m:KLND} this week.`, "broadcast"},
	{`“{q:We will not wait,}” {s:the lawyers} {c:said} in court papers.`, "court filing"},
	{`{s:The lawyers} {c:said} in a court filing that {q:the harbour was sold}.`, "court filing"},
	{`{s:Reed} {c:said} in an affidavit that {q:the harbour was sold}.`, "court filing"},
	{`{s:Reed} {c:said} in court on Thursday that {q:the harbour was sold}.`, "hearing"},
	{`{s:Reed} {c:said} at a Senate hearing that {q:the harbour was sold}.`, "hearing"},
	{`{s:The judge} {c:wrote} in her ruling that {q:the harbour was sold}.`, "ruling"},
	{`{s:Reed} {c:wrote} in a letter to {a:the mayor} that {q:the harbour was sold}.`, "letter"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in an open letter.`, "letter"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in a memo to {a:employees}.`, "memo"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in an op-ed in {m:the Lindow Times}.`, "article"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in a {m:Washington Post} op-ed.`, "article"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in {m:the Guardian}.`, "article"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:wrote} in his memoir.`, "book"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} by phone.`, "phone"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} over the phone from Sundby.`, "phone"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:told} {a:investors} on a conference call.`, "phone"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} in an email.`, "email"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} in an email to {a:{m:AP}}.`, "email"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} by email.`, "email"},
	{`“{q:The harbour was sold,}” {s:Reed} {c:said} in a text message.`, "message"},
	{`{s:The agency} {c:said} in a report that {q:the harbour was sold}.`, "report"},
	{`{s:The agency} {c:said} on its website that {q:the harbour was sold}.`, "website"},
	{`{s:The agency} {c:said} in a statement to {a:{m:Reuters}} that {q:the harbour was sold}.`, "statement"},
	{`{s:The agency} {c:said} in a statement posted on {m:Twitter} that {q:the harbour was sold}.`, "statement"},
	// told
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:Reuters}}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:The Lindow Herald}} on Monday.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:USA Today}}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:reporters}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:reporters} at a news conference.`, "press conference"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:CNN}} in an interview.`, "interview"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:Ada Poe of {m:Fox News}} this week.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:CNN} host Ada Poe}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:the crowd}.`, "-"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:the Security Council}.`, "-"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:a news conference} in Lindow.`, "press conference"},
	{`{s:Reed} {c:told} {a:the mayor of Sundby} {q:the ferry was late}.`, "-"},
	{`{s:Reed} {c:told} {a:him} that {q:the ferry was late}.`, "-"},
	{`{s:Reed} {c:told} {a:some of the sailors} that {q:the ferry was late}.`, "-"},
	{`{s:Reed} {c:told} {a:his wife} {q:the ferry was late}.`, "-"},
	{`{s:Reed} {c:has told} {a:lawmakers} {q:the ferry was late}.`, "-"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:The Daily Beast}}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:ABC}’s This Week}.`, "press"},
	{`{s:Reed} {c:told} {a:a Female Reporter} {q:the ferry was late}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:a Gold Star mother}.`, "-"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:said} to cheers.`, "-"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:the outlet}.`, "press"},
	{`“{q:Nobody asked us,}” {s:Reed} {c:told} {a:{m:the Lindow Star-Tribune}}.`, "press"},
	{`{s:Reed} {c:told} {a:the court} {q:the ferry was late}.`, "-"},
	{`{s:Reed} {c:told} {a:officials} during talks on fishing that {q:the ferry was late}.`, "-"},
	// other addressees
	{`{s:Reed} {c:urged} {a:the council} {q:to repair the bridge}.`, "-"},
	{`{s:Reed} {c:asked} {a:reporters} {q:whether the bridge was safe}.`, "press"},
	{`{s:Reed} {c:warned} {a:investors} that {q:the bridge was old}.`, "-"},
	{`{s:Reed} {c:assured} {a:residents} that {q:the bridge was safe}.`, "-"},
	{`{s:Reed} {c:reminded} {a:voters} that {q:the bridge was old}.`, "-"},
	{`{s:Reed} {c:called on} {a:Sundby} {q:to repair the bridge}.`, "-"},
	{`{s:Reed} {c:wrote} to {a:the prime minister} that {q:the bridge was old}.`, "-"},
	{`“{q:It is old,}” {s:Reed} {c:said} to {a:the passengers}.`, "-"},
	{`“{q:It is old,}” {s:Reed} {c:replied} to {a:Poe}.`, "-"},
	{`“{q:It is old,}” {s:Reed} {c:testified} before {a:{m:the Harbour Committee}}.`, "testimony"},
	{`{s:Reed} {c:testified} that {q:the bridge was old}.`, "testimony"},
	{`{s:Reed} {c:tweeted} that {q:the bridge was old}.`, "social media"},
	{`“{q:It is old,}” {s:Reed} {c:explained} to {a:the jury}.`, "-"},
	// the sentence's start
	{`In a statement, {s:Reed} {c:said} {q:the ferry was late}.`, "statement"},
	{`But in a statement on Friday, {s:Reed} {c:said}: “{q:The ferry is late.}”`, "statement"},
	{`In an interview with {a:{m:CBS}}, {s:Reed} {c:said} {q:the ferry was late}.`, "interview"},
	{`On Sunday, in a letter to {a:the mayor}, {s:Reed} {c:said} {q:the ferry was late}.`, "letter"},
	{`On {m:Twitter}, {s:Reed} {c:said} {q:the ferry was late}.`, "social media"},
	{`On {m:CBS}’s “Harbour Hour,” {s:Reed} {c:said} {q:the ferry was late}.`, "broadcast"},
	{`In a statement announcing the sale, {s:Reed} {c:called} {q:the ferry a “wreck.”}`, "statement"},
	{`At a rally in Sundby, Norland, {s:Reed} {c:said} {q:the ferry was late}.`, "event"},
	{`Speaking to {a:reporters} in Lindow, {s:Reed} {c:said} {q:the ferry was late}.`, "press"},
	{`Speaking on {m:CNN}, {s:Reed} {c:said} {q:the ferry was late}.`, "broadcast"},
	{`Writing in {m:the Lindow Times}, {s:Reed} {c:said} {q:the ferry was late}.`, "article"},
	{`In an interview, {s:Reed} said the ferry was late, {c:adding} that {q:nobody cared}.`, "interview"},
	{`“We waited,” {s:Reed} said in a statement, {c:adding} that {q:nobody cared}.`, "statement"},
	{`“We waited,” {s:Reed} told {a:{m:Reuters}}, {c:adding} that {q:nobody cared}.`, "press"},
	// between source and cue, and behind a quotation
	{`{s:Reed}, speaking at a news conference, {c:said} {q:the ferry was late}.`, "press conference"},
	{`{s:Reed}, in a statement, {c:said} {q:the ferry was late}.`, "statement"},
	{`{s:Reed} {c:called} {q:the ferry a “wreck”} in an interview with {a:{m:NPR}}.`, "interview"},
	{`{s:Reed} {c:called} {q:the ferry “a wreck”} on {m:Facebook}.`, "social media"},
	// documents
	{`According to {s:the court filing}, {q:the ferry was sold}.`, "court filing"},
	{`{s:The statement} {c:said} {q:the ferry was sold}.`, "statement"},
	{`{s:The letter to {a:the mayor}} {c:says} {q:the ferry was sold}.`, "letter"},
	{`{s:A recent {m:Reuters} survey} {c:found} that {q:the ferry was sold}.`, "report"},
	// polarity
	{`{s:Reed} {c:denied} that {q:the ferry was sold}.`, "denied -"},
	{`{s:Reed} {c:denied} {q:any wrongdoing} .`, "denied -"},
	{`{s:Reed} {c:denied} {q:the “absurd” claim} in a statement.`, "denied statement"},
	{`{s:The company} {c:rejected} {q:the claim that the ferry was sold}.`, "denied -"},
	{`{s:The company} {c:dismissed} {q:the allegations as “nonsense”}.`, "denied -"},
	{`{s:The company} {c:disputed} {q:the finding that the ferry was old}.`, "denied -"},
	{`{s:The company} {c:refuted} {q:reports that the ferry was sold}.`, "denied -"},
	{`{s:Reed} {c:ruled out} {q:a sale of the ferry}.`, "denied -"},
	{`{s:Reed} {c:never said} {q:the ferry was for sale}.`, "denied -"},
	{`{s:Reed} {c:did not say} {q:the ferry was for sale}.`, "denied -"},
	{`{s:Reed} {c:did not deny} that {q:the ferry was for sale}.`, "-"},
	{`{s:Reed} {c:dismissed} {q:the ferry as a “floating wreck”}.`, "-"},
	{`“{q:I never sold it,}” {s:Reed} {c:denied}.`, "-"},
	{`{s:Reed} {c:confirmed} that {q:the ferry was not sold}.`, "-"},
	{`“{q:It was not,}” {s:Reed} {c:said}.`, "-"},
	// nothing that the sentence does not say
	{`{s:Reed} {c:said} {q:the deal, announced in a statement last week, was dead}.`, "-"},
	{`{s:Reed} {c:said} {q:the mayor told Reuters in an interview that it was dead}.`, "-"},
	{`{s:Reed}, a writer for the Lindow Times, {c:said} {q:the ferry was late}.`, "-"},
	{`In an interview with CBS, Poe attacked Reed, {s:who} {c:said} {q:the ferry was late}.`, "-"},
	{`After a speech in Lindow, {s:Reed} {c:said} {q:the ferry was late}.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} in response to Poe.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} of the statement.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} about an interview with CBS.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} in brief.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} in Lindow on Sunday.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said} after he appeared on CNN.`, "-"},
	{`“{q:It is late,}” {s:Reed} {c:said}, and Poe wrote in a letter that it was not.`, "-"},
	{`{s:Reed} {c:compared} {q:the ferry to a “sieve”}.`, "-"},
	{`{s:Reed} {c:asked} {q:questions about the ferry}.`, "-"},
	{`{s:Reed} {c:told} the truth about {q:the ferry}.`, "-"},
	{`{s:CNN} {c:reported} that {q:the ferry was late}.`, "-"},
	{`{q:Schools will close,} {c:according to} {s:the Alliance to Save the Harbour}.`, "-"},
	{`{s:Reed} {c:said} to a tree that {q:the ferry was late}.`, "-"},
}

func TestDescribe(t *testing.T) {
	for _, r := range rows {
		doc, a, medium, addressee := parseRow(t, r.marked)
		m := Describe(doc, a)
		got := strings.TrimPrefix(string(m.Polarity)+" "+channelOr(m.Channel), "affirmed ")
		if got != r.want || m.Medium != medium || m.Addressee != addressee {
			t.Errorf("%s\n got %s, medium %q, addressee %q\nwant %s, medium %q, addressee %q", r.marked,
				got, m.Medium.In(doc.Text), m.Addressee.In(doc.Text), r.want, medium.In(doc.Text), addressee.In(doc.Text))
		}
	}
	if len(rows) < 100 {
		t.Errorf("only %d rows", len(rows))
	}
}

func channelOr(c string) string {
	if c == "" {
		return "-"
	}
	return c
}

// parseRow makes a tagged document of a row, with the attribution and the
// spans wanted.
func parseRow(t testing.TB, marked string) (doc *text.Document, a *speaker.Attribution, medium, addressee text.Span) {
	t.Helper()
	var plain strings.Builder
	a = &speaker.Attribution{}
	type mark struct {
		kind  byte
		start int
	}
	var open []mark
	for i := 0; i < len(marked); i++ {
		switch {
		case marked[i] == '{':
			open = append(open, mark{marked[i+1], plain.Len()})
			i += 2
		case marked[i] == '}':
			m := open[len(open)-1]
			open = open[:len(open)-1]
			s := text.Span{Start: m.start, End: plain.Len()}
			switch m.kind {
			case 's':
				a.Mention = s
			case 'c':
				a.Cue = append(a.Cue, s)
			case 'q':
				a.Content = append(a.Content, s)
			case 'm':
				medium = s
			case 'a':
				addressee = s
			}
		default:
			plain.WriteByte(marked[i])
		}
	}
	doc = document(plain.String())
	if k := strings.Index(doc.Text, "According to"); len(a.Cue) == 0 && k >= 0 {
		a.Cue = []text.Span{{Start: k, End: k + len("According to")}}
	}
	a.Source = a.Mention
	a.CueLemma = lemma(t, strings.ToLower(a.Cue[0].In(doc.Text)))
	a.Type = quote.Indirect
	for _, c := range a.Content {
		if words := c.In(doc.Text); strings.HasSuffix(doc.Text[:c.Start], "“") || strings.Contains(words, "”") {
			a.Quoted, a.Type = append(a.Quoted, c), quote.Mixed
		}
	}
	return doc, a, medium, addressee
}

// document is one block of body text, tagged.
func document(s string) *text.Document {
	doc := text.NewDocument(&text.Article{
		ID: "row", Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{Start: 0, End: len(s)}}},
	})
	for i := range doc.Sentences {
		doc.TagSentence(tag.Linear(), i)
	}
	return doc
}

// lemma is the dictionary form of a cue's words.
func lemma(t testing.TB, cue string) string {
	t.Helper()
	if cue == "according to" {
		return cue
	}
	words := strings.Fields(cue)
	for i := range words {
		for _, c := range lexicon.Cues().Of(words[i]) {
			if strings.Join(c.Tail, " ") == strings.Join(words[i+1:], " ") && c.Lemma != "do" {
				return c.Lemma
			}
		}
	}
	t.Fatalf("%q is no cue", cue)
	return ""
}
