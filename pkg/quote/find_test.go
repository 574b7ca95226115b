package quote_test

import (
	"os"
	"slices"
	"testing"

	"quotes/internal/knowntest"
)

type findRow struct{ name, text string }

// findTests hold what the annotation rules of docs/record.md ask for, grouped
// by the shape of the sentence.
var findTests = slices.Concat(quotedRows, clauseRows, nounRows, accordingRows, headlineRows, blockRows, newsRows, pageRows, noRows)

// quotedRows: a reporting verb and a quotation.
var quotedRows = []findRow{
	{"before", `“{d:The road is closed,}” {s:Lee} {c:said}.`},
	{"before, straight", `"{d:The road is closed,}" {s:Lee} {c:said}.`},
	{"before, single", `‘{d:The road is closed,}’ {s:Lee} {c:said}.`},
	{"before, guillemets", `«{d:The road is closed}», {s:Lee} {c:said}.`},
	{"before, inverted", `“{d:The road is closed,}” {c:said} {s:Lee}.`},
	{"before, inverted, apposition", `“{d:The road is closed,}” {c:said} {s:Dana Lee, the mayor of Osterby}.`},
	{"before, inverted, title", `“{d:The road is closed,}” {c:said} {s:Mayor Dana Lee}.`},
	{"before, pronoun", `“{d:The road is closed,}” {s:she} {c:said}.`},
	{"before, question", `“{d:Who closed the road?}” {s:Lee} {c:asked}.`},
	{"before, exclamation", `“{d:Close the road!}” {c:shouted} {s:Lee}.`},
	{"before, dash", `“{d:The road is closed}” — {s:Lee} {c:said}.`},
	{"before, present tense", `“{d:The road is closed,}” {c:says} {s:Lee}.`},
	{"before, auxiliary", `“{d:The road is closed,}” {s:Lee} {c:has said}.`},
	{"before, adverb", `“{d:The road is closed,}” {s:Lee} {c:had repeatedly said}.`},
	{"before, told reporters", `“{d:The road is closed,}” {s:Lee} {c:told} reporters on Monday.`},
	{"before, told somebody in a place", `“{d:The road is closed,}” {s:the mayor} {c:told} the Osterby Herald.`},
	{"before, verb no list has", `“{d:The road is closed,}” {c:grinned} {s:Lee}.`},
	{"before, apposition before the verb", `“{d:The road is closed,}” {s:Lee, the mayor of Osterby}, {c:said}.`},
	{"before, two sources", `“{d:The road is closed,}” {s:Lee and Bowen} {c:said} in a letter.`},
	{"before, several sentences", `“{d:The road is closed. Nobody may pass. Go home,}” {s:Lee} {c:said}.`},
	{"after, comma", `{s:Lee} {c:said}, “{d:The road is closed.}”`},
	{"after, colon", `{s:Lee} {c:said}: “{d:The road is closed.}”`},
	{"after, nothing", `{s:Lee} {c:said} “{d:the road is closed}” and left the hall.`},
	{"after, time between", `{s:Lee} {c:said} on Monday, “{d:The road is closed.}”`},
	{"after, statement between", `{s:Lee} {c:said} in a statement: “{d:The road is closed.}”`},
	{"after, apposition between", `{s:Lee, the mayor of Osterby}, {c:said}, “{d:The road is closed.}”`},
	{"after, told reporters", `{s:Lee} {c:told} reporters: “{d:The road is closed.}”`},
	{"after, told somebody", `{s:Lee} {c:told} the council, “{d:The road is closed.}”`},
	{"after, wrote", `{s:Lee} {c:wrote}: “{d:The road is closed.}”`},
	{"after, several sentences", `{s:Lee} {c:said}, “{d:The road is closed. Nobody may pass.}”`},
	{"after, that", `{s:Lee} {c:said} that “{d:the road is closed.}”`},
	{"after, that, mark at the end", `{s:Lee} {c:said} that {m:the road was “a river of mud”}.`},
	{"after, mixed, without that", `{s:Lee} {c:said} {m:the road was “a river of mud” by noon}.`},
	{"after, mixed, two quotations", `{s:Lee} {c:said} {m:the road was “mud” and the bridge “a joke”}.`},
	{"split", `“{d:The road,}” {s:Lee} {c:said}, “{d:is closed.}”`},
	{"split, inverted", `“{d:The road,}” {c:said} {s:Lee}, “{d:is closed.}”`},
	{"split, new sentence", `“{d:The road is closed,}” {s:Lee} {c:said}. “{d:Go home.}”`},
	{"split, inverted with an apposition, new sentence", `“{d:The road is closed,}” {c:said} {s:Dana Lee, the mayor}. “{d:Go home.}”`},
	{"split, told reporters, new sentence", `“{d:The road is closed,}” {s:Lee} {c:told} reporters. “{d:Go home.}”`},
	{"split, three pieces", `“{d:The road,}” {s:Lee} {c:said}, “{d:is closed. Go home.}” “{d:Stay there.}”`},
	{"second cue", `“{d1:The road is closed,}” {s12:Lee} {c1:said}, {c2:adding}, “{d2:Nobody may pass.}”`},
	{"second cue, that", `“{d1:The road is closed,}” {s12:Lee} {c1:said}, {c2:adding} that {i2:nobody may pass}.`},
	{"two speakers", `“{d1:Stay,}” {s1:Lee} {c1:said}. “{d2:Go,}” {s2:Bowen} {c2:replied}.`},
	{"nested, in inner marks", `“{d1:{s2:Bowen} {c2:told} me, ‘{d2:Go home,}’ and so we went,}” {s1:Lee} {c1:said}.`},
	{"nested, in inner marks, straight", `"{d1:{s2:Bowen} {c2:told} me, '{d2:Go home,}' and so we went,}" {s1:Lee} {c1:said}.`},
	{"nested, without inner marks", `“{d:Bowen told me to go home, and so we went,}” {s:Lee} {c:said}.`},
	{"nested, a term in inner marks", `“{d:The ‘old road’ is closed for good,}” {s:Lee} {c:said}.`},
	{"called it", `{s:Lee} {c:called} {m:the vote a “sham”}.`},
	{"called it, pronoun", `{s:Lee} {c:called} {m:it “a sham”}.`},
	{"described as", `{s:Lee} {c:described} {m:the vote as a “sham”}.`},
	{"dubbed", `{s:Critics} {c:dubbed} {m:the tower “the Chimney”}.`},
	{"dismissed as", `{s:Bowen} {c:dismissed} {m:the report as “a fairy tale”}.`},
	{"denounced", `{s:Bowen} {c:denounced} {m:the “reckless” plan}.`},
	{"praised", `{s:Bowen} {c:praised} {m:the crew’s “steady hands”}.`},
	{"fragment with a verb", `{s:Lee} {c:warned of} {m:a “long, hard winter”}.`},
	{"participle", `{s12:Lee} {c1:said} {i1:the road was closed}, {c2:calling} {m2:it “a disgrace”}.`},
	{"pronoun behind a clause", `“{d:It was dark,}” {s:she} {c:recalled}, “{d:and cold.}”`},
	{"question inside, speaker behind", `“{d:Why now?}” {c:asked} {s:Dana Lee, who runs the shop}.`},
	{"relative clause behind the source", `“{d:We saw nothing,}” {c:said} {s:Lee, who lives next door}.`},
	// Once known failures.
	{"surname tagged as an adjective", `{s:Poe} {c:denied} that {i:he had been there}.`},
	{"surname tagged as an adjective, noun content", `{s:Poe} {c:cited} {i:a lack of money}.`},
	{"left open, marks behind the second paragraph", "{s:Lee} {c:said}, “{d:It was late.}\n“{d:We went home.}”)!"},
	{"ticker of two sentences, one quoted", "ticker> {s:Lee}{c::} {m:The road is shut. “We will open it in May.”}"},
	{"transcript with a quotation inside", "{s:LEE}{c::} {m:No way. “We stay here for good.” So it goes}."},
	{"a paper and when it was sent", `{s:A letter sent this week by Mayor Dana Lee} {c:said} that {i:the road was closed}.`},
	{"a paper, when it came out, and its writers", `{s:An assessment released this month by the Tenants' Union} {c:indicated} that {i:rents would rise}.`},
	{"addressee tagged as a participle", `{s:Lee} {c:told} Bowen {i:to leave the hall}.`},
	{"pronoun that as the subject", `But {s:the union} {c:says} {i:that is not enough}.`},
	{"relative clause with a comma inside", `“{d:He’s a fool,}” {s:one voter, who gave only her first name, Ines}, {c:said}.`},
	{"asked somebody for", `{s:Okoro} {c:asked} the town for {i:three more weeks}.`},
	{"joked", `“{d:I am too old for this,}” {c:joked} {s:Varga, 81}.`},
	{"citing", `{s:The Herald} {c:reported} {i:the sale}, citing two people familiar with the matter.`},
	{"both said", `{s:Okoro and Varga} both {c:said} {i:they would not attend}.`},
	{"dateline with brackets", `OSTERBY (AXP) — {i:The road is closed}, {s:the mayor} {c:said}.`},
	{"dateline, place in a country", `OSTERBY, Norway (AXP) - {i:The road is closed}, {s:the mayor} {c:said} on Monday.`},
	{"dateline, place alone", `OSTERBY — {i:The road is closed}, {s:Norway’s road minister} {c:said} on Tuesday.`},
	{"claim that", `{s:Lee}’s {c:claim} that {i:the road was closed} drew laughter.`},
	{"warning by", `A {c:warning} by {s:Lee} that {i:the dam could break} was ignored.`},
	{"in the words of", `It was, {c:in the words of} {s:one diplomat}, “{d:a circus.}”`},
	{"is how somebody described", `“{d:It’s a mess}” is how {s:Varga} {c:described} the rollout.`},
	{"mark before the comma, goes on", `“{d:The road is closed}”, {c:said} {s:Lee}. “{d:Go home.}”`},
	{"sign", `{s:A sign on the door} {c:read}: “{d:The road is closed.}”`},
	{"statement read, behind", `“{d:The road is closed,}” {s:the statement} {c:read}.`},
	{"answer and colon", `{s:Lee}’s answer{c::} “{d:Nobody may pass before noon.}”`},
	{"said what it is", `{s:Lee} did not mince words{c::} “{d:Nobody may pass before noon.}”`},
	{"quoted somebody as saying", `“{d:The road is closed,}” the Herald quoted {s:Lee} as {c:saying}.`},
	{"quoted by somebody as saying", `{s:Lee} was quoted by the Herald as {c:saying}: “{d:The road is closed.}”`},
	{"described by", `{m:The plan} {c:was described} by {s:Dana Lee, the mayor}, {m:as “a sham.”}`},
	{"called by, behind", `{m:The plan} {c:has been called} “{m:a sham}” by {s:Lee}.`},
	{"what somebody called", `The council met over what {s:Lee} {c:called} “{d:a sham}” on Monday.`},
	{"participle of an object", `The evening ended with {s:Poe} {c:asking} Bowen {i:whether she would run again}.`},
}

// clauseRows: a reporting verb and a clause.
var clauseRows = []findRow{
	{"that", `{s:Lee} {c:said} that {i:the road was closed}.`},
	{"no that", `{s:Lee} {c:said} {i:the road was closed}.`},
	{"time between", `{s:Lee} {c:said} on Monday that {i:the road was closed}.`},
	{"time between, no that", `{s:Lee} {c:said} Monday {i:the road was closed}.`},
	{"statement between", `{s:The council} {c:said} in a statement that {i:the road was closed}.`},
	{"auxiliary", `{s:Lee} {c:has said} {i:the road is closed}.`},
	{"present tense", `{s:Lee} {c:says} {i:the road is closed}.`},
	{"title", `{s:Mayor Dana Lee} {c:said} {i:the road was closed}.`},
	{"apposition", `{s:Dana Lee, the mayor of Osterby}, {c:said} {i:the road was closed}.`},
	{"apposition, no article", `{s:Dana Lee, mayor of Osterby}, {c:said} {i:the road was closed}.`},
	{"relative clause", `{s:Lee, who lives nearby}, {c:said} {i:the road was closed}.`},
	// The source is not what stands nearest, nor the subject of the sentence.
	{"phrase with a subject of its own", `Poe and her friends tried to tie Bowen to the mayor, with {s:one of her ads} {c:asking}, “{d:Is Ann Bowen free enough to serve on the council?}”`},
	{"prepositional phrase", `{s:The head of the council} {c:said} {i:the road was closed}.`},
	{"officials in", `{s:Officials in Osterby} {c:said} {i:the road was closed}.`},
	{"two sources", `{s:Lee and Bowen} {c:said} {i:the road was closed}.`},
	{"police", `{s:Police} {c:said} {i:two men were held}.`},
	{"document", `{s:The report} {c:said} {i:the bridge was unsafe}.`},
	{"found", `{s:The survey} {c:found} that {i:most people walk to work}.`},
	{"showed", `{s:The figures} {c:showed} that {i:prices had doubled}.`},
	{"announced", `{s:The council} {c:announced} that {i:the road would close}.`},
	{"added", `{s:She} {c:added} that {i:the road would close}.`},
	{"claimed", `{s:Bowen} {c:claimed} {i:he had won}.`},
	{"denied", `{s:Bowen} {c:denied} that {i:he had been there}.`},
	{"argued", `{s:Bowen} {c:argued} that {i:the law was unclear}.`},
	{"acknowledged", `{s:Bowen} {c:acknowledged} that {i:mistakes were made}.`},
	{"testified", `{s:Bowen} {c:testified} that {i:he saw the car}.`},
	{"tweeted", `{s:Bowen} {c:tweeted} that {i:he was safe}.`},
	{"reported", `{s:The Osterby Herald} {c:reported} that {i:the road was closed}.`},
	{"told", `{s:Lee} {c:told} reporters that {i:the road was closed}.`},
	{"told, long addressee", `{s:Lee} {c:told} the members of the council that {i:the road was closed}.`},
	{"told to", `{s:Lee} {c:told} the driver {i:to leave the hall}.`},
	{"urged to", `{s:Lee} {c:urged} residents {i:to stay at home}.`},
	{"asked to", `{s:Lee} {c:asked} the court {i:to drop the case}.`},
	{"called on", `{s:Lee} {c:called on} the council {i:to open the road}.`},
	{"called for", `{s:Lee} {c:called for} {i:a new inquiry}.`},
	{"warned that", `{s:Lee} {c:warned} that {i:the dam could break}.`},
	{"warned somebody that", `{s:Lee} {c:warned} residents that {i:the dam could break}.`},
	{"warned somebody to", `{s:Lee} {c:warned} residents {i:to leave their homes}.`},
	{"vowed to", `{s:Lee} {c:vowed} {i:to open the road}.`},
	{"promised to", `{s:Lee} {c:promised} {i:to open the road by May}.`},
	{"threatened to", `{s:Bowen} {c:threatened} {i:to sue the council}.`},
	{"accused of", `{s:Lee} {c:accused} Bowen of {i:lying to the council}.`},
	{"asked whether", `{s:Lee} {c:asked} {i:whether the road was closed}.`},
	{"explained how", `{s:Lee} {c:explained} {i:how the dam broke}.`},
	{"behind", `{i:The road was closed}, {s:Lee} {c:said}.`},
	{"behind, inverted", `{i:The road was closed}, {c:said} {s:Lee}.`},
	{"behind, title", `{i:The road was closed on Monday}, {s:Mayor Dana Lee} {c:said}.`},
	{"in the middle", `{i:The road}, {s:Lee} {c:said}, {i:was closed for good}.`},
	{"adding", `{s12:Lee} {c1:said} {i1:the road was closed}, {c2:adding} that {i2:the bridge was open}.`},
	{"second verb", `{s12:Lee} {c1:said} {i1:the road was closed} and {c2:warned} that {i2:the dam could break}.`},
	{"that ... and that", `{s:Lee} {c:said} that {i:the road was closed and that the bridge was open}.`},
	{"two clauses, two speakers", `{s1:Lee} {c1:said} {i1:the road was open}, but {s2:Bowen} {c2:said} {i2:it was closed}.`},
	{"main clause behind", `While {s:Lee} {c:said} {i:the road was open}, the police turned cars away.`},
	{"negated denial", `{s:Bowen} {c:did not deny} that {i:he had been there}.`},
	{"the minister", `{s:The foreign minister} {c:insisted} that {i:talks would go on}.`},
	{"unnamed", `{s:A senior official} {c:said} {i:talks would go on}.`},
	{"one who asked not to be named", `{s:A diplomat, who asked not to be named}, {c:said} {i:a deal was near}.`},
	{"country", `{s:Norland} {c:said} {i:its troops had left the town}.`},
	{"possessive source", `{s:Lee’s lawyer} {c:said} {i:she was innocent}.`},
	{"as somebody put it, before", `As {s:Dana Lee} {c:put it}, “{d:the harbour is the heart of this town.}”`},
	{"as somebody put it, behind", `“{d:The harbour is the heart of this town,}” as {s:Dana Lee} {c:put it}.`},
	{"made it clear", `{s:The mayor} {c:made it clear} that {i:the bridge would stay closed}.`},
	{"found, at the end", `{i:More than half of voters want a new bridge over the river}, {s:a poll} {c:shows}.`},
	{"found in, no report", `The bridge was closed for a day, like the ones found in the north.`},
	{"said, asked about", `“{d:It has been seven years,}” {s:Bowen} {c:said}, asked about the delay in an interview.`},
	{"two of them write", `“{d:You have picked a new standard out of thin air,}” {s:the two} {c:write}.`},
	{"quoted words, the cue, a sentence in marks", `{m:The council “felt a moral duty to do something about” the floods}, {s:Bowen} {c:said}. “{m:This is not just a cosmetic item on his list.}”`},
	{"said after doing, that", `{s:Dana Lee} {c:said} after meeting the mayor that {i:the bridge was unsafe}.`},
	{"said while doing, that", `{s:Dana Lee} {c:said} while visiting Osterby that {i:the bridge was unsafe}.`},
	{"told reporters, a bare noun", `{s:Lee} {c:told} reporters {i:prices may rise again next year}.`},
	{"told an outlet, a bare noun", `{s:Lee} {c:told} Osterby News {i:prices may rise again next year}.`},
	{"told an agency, a number", `{s:Officials} {c:told} AXP {i:two people had died in the storm}.`},
	{"two report in the sentence before", `{m1:The council “had no choice” but to close the bridge}, {s1:Dana Lee} {c1:said}, and {s2:Jim Poe} {c2:warned} that {i2:prices would rise}. “{d3:It was over for the town.}”`},
	{"a list that ends in a noun", `The plan brought new jobs, housing, the tax claims.`},
	{"a time that announces", "Tuesday was the day of the vote:\nThe bridge was closed and it will not open again."},
	{"could only say", `{s:The mayor} {c:could only say}: “{d:Nobody told me about the letter.}”`},
	{"question, then a name", `“{d:Who told you about the letter?}” {s:Mayor Lee} {c:asked}.`},
	{"a noun in the place of a verb", `She found two boxes, old papers and the weekly reports.`},
	{"semicolon", `{s1:Lee} {c1:said} {i1:the road was open}; {s2:Bowen} {c2:said} {i2:it was closed}.`},
	{"expressed concern", `{s:Lee} {c:expressed concern} that {i:the dam could break}.`},
	{"comma that", `{s:Lee} {c:said}, in a long letter to the council, that {i:the road was closed}.`},
	{"told, no that", `{s:Lee} {c:told} reporters {i:the road was closed}.`},
	{"told, name, no that", `{s:Lee} {c:told} the Herald {i:the road was closed}.`},
	{"nested in the article’s words", `{s1:Lee} {c1:said} {i1:{s2:Bowen} {c2:had told} her that {i2:the road was closed}}.`},
	{"two officials", `{s:Two people familiar with the talks} {c:said} {i:a deal was near}.`},
	{"as somebody said", `As {s:Lee} {c:told} the council on Monday, {i:the road was closed}.`},
	{"in the view of", `{c:In the view of} {s:many drivers}, {i:the road was closed too late}.`},
	{"in his view, in the middle", `{i:The road}, in {s:his} {c:view}, {i:was closed too late}.`},
	{"told somebody, behind", `{i:The road was closed before noon}, {s:Dana Lee} {c:told} the Osterby Herald on Monday.`},
	{"asked, then said", `{s:Dana Lee}, asked about the road, {c:said} {i:the bridge would be closed}.`},
	{"with somebody saying", `The day ended with {s:Lee} {c:saying} {i:the road was closed}.`},
	{"with somebody saying, in front", `With {s:Lee} {c:saying} {i:the road was closed}, the drivers went home.`},
	{"announced by", `It {c:was announced} by {s:the council} on Monday that {i:the road was closed}.`},
	{"reported by, behind", `{i:The road was closed before noon}, it {c:was reported} by {s:the Herald}.`},
	{"took to a site", `{s:The council} took to Facebook to {c:say} that {i:the road was closed}.`},
}

// nounRows: content that is a noun phrase, and nouns that report.
var nounRows = []findRow{
	{"denied something", `{s:Bowen} {c:denied} {i:any role in the fire}.`},
	{"announced something", `{s:The council} {c:announced} {i:a plan to widen the road}.`},
	{"cited", `{s:Bowen} {c:cited} {i:a lack of money}.`},
	{"confirmed", `{s:The hospital} {c:confirmed} {i:the death of two miners}.`},
	{"proposed", `{s:Lee} {c:proposed} {i:a tax on empty houses}.`},
	{"demanded", `{s:Strikers} {c:demanded} {i:higher wages}.`},
	{"his claim that", `Few believed {s:his} {c:claim} that {i:the road was closed}.`},
	{"despite a claim", `Despite {s:Lee}’s {c:claim} that {i:the road was closed}, the drivers went on.`},
	{"claim that, object", `The council ignored {s:Lee}’s {c:warning} that {i:the dam could break and flood the town}.`},
	{"claims from", `There were {c:claims} from {s:Dana Lee, the mayor}, that {i:the road was closed}.`},
}

// accordingRows: "according to".
var accordingRows = []findRow{
	{"at the end", `{i:The road was closed}, {c:according to} {s:Lee}.`},
	{"at the end, no comma", `{i:The road was closed} {c:according to} {s:Lee}.`},
	{"in front", `{c:According to} {s:Lee}, {i:the road was closed}.`},
	{"in front, apposition", `{c:According to} {s:Dana Lee, the mayor of Osterby}, {i:the road was closed}.`},
	{"in front, document", `{c:According to} {s:a report by the council}, {i:the road was closed}.`},
	{"at the end, document", `{i:Two bridges fell}, {c:according to} {s:court papers}.`},
	{"at the end, apposition", `{i:Two bridges fell}, {c:according to} {s:Dana Lee, the mayor}.`},
	{"in the middle", `{i:The road}, {c:according to} {s:Lee}, {i:was closed for good}.`},
	{"with a quotation", `{m:The road was “a river of mud”}, {c:according to} {s:Lee}.`},
	{"quotation only", `“{d:The road was a river of mud,}” {c:according to} {s:Lee}.`},
	{"behind a conjunction", `But {c:according to} {s:Lee}, {i:the road was open}.`},
	{"police", `{i:Three men were hurt}, {c:according to} {s:police}.`},
	{"survey", `{c:According to} {s:the survey}, {i:most people walk to work}.`},
}

// headlineRows: headlines, tickers, captions.
var headlineRows = []findRow{
	{"source and colon", `headline> {s:Lee}{c::} {i:Norland will not sign the treaty}`},
	{"source and colon, quotation", `headline> {s:Lee}{c::} ‘{d:We will not sign the treaty}’`},
	{"source with a title and colon", `headline> {s:Mayor Lee}{c::} {i:Road to stay closed all winter}`},
	{"organisation and colon", `headline> {s:Osterby Council}{c::} {i:Road to stay closed all winter}`},
	{"source at the end", `headline> {i:Road to stay closed all winter}{c::} {s:Lee}`},
	{"report at the end", `headline> {i:Two bridges unsafe since May}{c::} {s:report}`},
	{"says", `headline> {s:Lee} {c:says} {i:road will stay closed all winter}`},
	{"says, title case", `headline> {s:Mayor Lee} {c:Says} {i:Road Will Stay Closed All Winter}`},
	{"says, behind", `headline> {i:Road will stay closed all winter}, {s:mayor} {c:says}`},
	{"urges", `headline> {s:Lee} {c:urges} Osterby {i:to open the road}`},
	{"vows", `headline> {s:Lee} {c:vows} {i:to keep the road open}`},
	{"warns of", `headline> {s:Lee} {c:warns of} {i:long winter}`},
	{"denies", `headline> {s:Bowen} {c:denies} {i:role in mill fire}`},
	{"calls", `headline> {s:Bowen} {c:calls} {m:road plan ‘a sham’}`},
	{"label that names nobody", `headline> Live: Road to stay closed all winter`},
	{"label of a topic", `headline> Mill fire: two held in Osterby`},
	{"no report", `headline> Road to stay closed all winter`},
	{"watch", `headline> Watch: Lee opens the new bridge`},
	{"ticker", `ticker> {s:Lee}{c::} {i:The road will stay closed all winter}`},
	{"ticker, says", `ticker> {s:Lee} {c:says} {i:road will stay closed all winter}`},
	{"ticker, several sentences", `ticker> {s:Lee}{c::} {i:The road will stay closed. We ask for patience}`},
	{"caption", `caption> {s:Lee} {c:said} {i:the road was closed}.`},
	{"caption, nobody speaks", `caption> Dana Lee opens the new bridge in Osterby on Monday.`},
	{"summary", `summary> {s:The mayor} {c:says} {i:the road will stay closed all winter}`},
	{"transcript", "{s1:LEE}{c1::} {i1:The road is closed and will stay so}.\n{s2:BOWEN}{c2::} {i2:We never closed it and never will}."},
	{"say, plural", `headline> {i:Two held after fire at mill}, {s:police} {c:say}`},
}

// blockRows: quotations over paragraphs.
var blockRows = []findRow{
	{"left open, opened again", "{s:Lee} {c:said}, “{d:The road is closed.}\n“{d:Nobody may pass.}”"},
	{"left open twice", "{s:Lee} {c:said}: “{d:The road is closed.}\n“{d:Nobody may pass.}\n“{d:Go home.}”"},
	{"left open in the second half", "“{d:The road is closed,}” {s:Lee} {c:said}. “{d:It is bad.}\n“{d:Nobody may pass.}”"},
	{"left open, straight", "\"{d:The road is closed,}\" {s:Lee} {c:said}. \"{d:It is bad.}\n\"{d:Nobody may pass.}\""},
	{"floating", "“{d1:The road is closed,}” {s1:Lee} {c1:said}.\n“{d2:Nobody may pass it before the spring.}”"},
	{"floating, two", "“{d1:The road is closed,}” {s1:Lee} {c1:said}.\n“{d2:Nobody may pass it before the spring.}”\n“{d3:We are all very sorry for that.}”"},
	{"floating between articles’ words", "{s1:Lee} {c1:said} {i1:the road was closed}.\n“{d2:Nobody may pass it before the spring.}”\nSnow fell all day."},
	{"colon and block", "{s:Lee} {c:wrote} to the council:\n“{d:The road is closed. Nobody may pass.}”"},
	{"quotation behind a sentence", "{s1:Lee} {c1:said} {i1:the road was closed}. “{d2:Nobody may pass.}”"},
	{"quotation behind a sentence that only leads in", "Lee shook his head. “{d:Nobody may pass it before the spring.}”"},
	{"new cue in the next paragraph", "“{d1:The road is closed,}” {s1:Lee} {c1:said}.\n“{d2:Nobody may pass,}” {s2:she} {c2:added}."},
}

// pageRows: what pages have round their sentences.
var pageRows = []findRow{
	{"dateline, longer clause", `OSTERBY (AXP) — {i:The road is closed and will stay so for weeks}, {s:the mayor} {c:said}.`},
	{"dateline, place in a country, longer clause", `OSTERBY, Norway (AXP) - {i:The road is closed and will stay so for weeks}, {s:the mayor} {c:said} on Monday.`},
	{"dateline, place alone, longer clause", `OSTERBY — {i:The road is closed and will stay so for weeks}, {s:Norway’s road minister} {c:said} on Tuesday.`},
	{"dateline, agency alone", `(AXP) — {i:The road is closed}, {c:according to} {s:two officials}.`},
	{"dateline without a dash", `London (AXP) {s:Mayor Dana Lee} {c:said} {i:the road was closed}.`},
	{"dateline, no space behind it", `(AXP){s:Mayor Dana Lee} {c:said} {i:the road was closed}.`},
	{"dateline, place with its state", `New York, NY – {i:The road is closed}, {c:according to} {s:a report by the Herald}.`},
	{"according to, behind an auxiliary", `{i:He had}, {c:according to} {s:Dana Lee of the Herald}, {i:closed the road before noon}.`},
	{"according to, then another name", `{c:According to} {s:Lee}, {i:Marcus Bowen, a doctor, closed the road}.`},
	{"according to, then her firm", `{c:According to} {s:Lee}, {i:her former firm is closing the road}.`},
	{"headline, star of a series", "headline> ‘Harbour’ {s:star Dana Lee} {c:says} {i:parents need more sleep}"},
	{"question and answer in one sentence", `After {s1:Lee} {c1:asked} last week “{d1:Why has this taken four months?}” {s2:Mr. Bowen} {c2:responded} that “{d2:the reason for it was the talk.}”`},
	{"surname like a preposition", `“{d:The road is closed,}” {c:said} {s:Oskar Till, a baker}. “{d:Go home.}”`},
	{"no dateline", `{i:The road – it is long – is closed}, {s:the mayor} {c:said}.`},
	{"roles before the name", `“{d:The road is closed,}” {s:chairman, chief executive and president Dana Lee} {c:said}.`},
	{"last week before a title", `Last week {s:Mayor Dana Lee} {c:said} {i:the road was closed}.`},
	{"according to, then a day", `{c:According to} {s:a report published in the Herald} on Monday, {i:the road is closed}.`},
	{"clause round an inverted cue", `{i:The key to the road’s success}, {c:says} {s:Lee}, {i:is the bridge}.`},
	{"argued for years that", `{s:Norway} {c:argued} for decades that {i:the road was closed}.`},
	{"headline, name at the end", "headline> {i:Road to stay closed all winter}{c::} {s:Dana Lee}"},
	{"headline, quotation behind a topic", "headline> Lee closes the road: ‘{d:I am just tired,}’ {c:says} {s:Bowen}"},
	{"headline, calls on", "headline> {s:Lee} {c:calls on} Osterby {i:to close the road}"},
}

// noRows hold no quote at all.
var noRows = []findRow{
	{"headline, words behind a colon", "headline> Osterby Express First Drive: Welcome to the future"},
	{"headline, sentence behind a colon", "headline> Driver on Lee's part in the crash: He asked for it"},
	{"line of a table", "Osterby (Group A): Seventh appearance"},
	{"headline, what it is about", "headline> Osterby chaos: Norway closes the road"},
	{"headline, protests", "headline> Osterby protests: Nine roads are closed"},
	{"headline, on the brink", "headline> Lee on the brink: Road closed as drivers leave"},
	{"headline, storm in a town", "headline> Storm in Osterby: Roads closed until Easter"},
	{"headline, the latest", "headline> The Latest: Man is found on the Osterby road"},
	{"headline, faces questions", "headline> Unpredictable Lee faces questions about the road"},
	{"headline, claims on", "headline> Pictures of Lee defy his claims on the road"},
	{"headline, seven key questions", "headline> 7 key questions heading into the Osterby debate"},
	{"headline, brands", "headline> Norway: Top 100 Brands Are Worth More Than the Roads of Osterby"},
	{"added a goal", `Lee had two goals, rookie Emil Brandt added a goal and an assist, and Osterby beat Norway.`},
	{"asked not to be named", `A friend asked not to be named.`},
	{"shown any partisanship", `She has shown any partisanship at all.`},
	{"referring to the firm", `Lee closed the road, referring to the firm that built it.`},
	{"years that showed", `Recent years showed that the road was closed.`},
	{"might have said", `Voters could have shown that the road was closed.`},
	{"declined to comment", `Lee declined to comment.`},
	{"declined to say", `Lee declined to say whether the road was closed.`},
	{"did not respond", `The council did not respond to a request for comment.`},
	{"did not say", `Lee did not say when the road would open.`},
	{"refused to answer", `Bowen refused to answer questions about the fire.`},
	{"scare quotes", `The so-called “peace camp” met in Osterby on Monday.`},
	{"scare quotes, one word", `The “experts” were nowhere to be seen.`},
	{"title of a song", `The band played “Winter Road” twice on Monday night.`},
	{"title of a book", `Her novel, “The Long Winter Road,” won a prize in May.`},
	{"title of a film", `He starred in “A Road in Winter” and two other films.`},
	{"nickname", `Dana “Doc” Lee won the race on Monday.`},
	{"term", `The plant makes what engineers know as “green” steel.`},
	{"attitude, wants", `Lee wants the council to open the road.`},
	{"attitude, supports", `Lee supports the plan to open the road.`},
	{"attitude, hopes", `Lee hopes the road will open in May.`},
	{"attitude, believes", `Lee believes the road will open in May.`},
	{"topic, spoke about", `Lee spoke about the fires.`},
	{"topic, discussed", `Lee and Bowen discussed the road on Monday.`},
	{"passive", `The road was said to be closed.`},
	{"could say", `Nobody could say when the road would open.`},
	{"noun, report", `The report runs to ninety pages.`},
	{"verb of another sense", `Lee found her keys under the snow.`},
	{"added to", `The storm added to the damage in Osterby.`},
	{"plain", `Snow fell on Osterby all day, and the road was closed.`},
	{"inches", `The snow lay 20" deep on the 6" wall.`},
	{"apostrophes", `The workers' hall was shut in the '90s.`},
	{"asked for, a pronoun", `The children asked for it.`},
	{"nobody could say when", `Nobody could say when the road would open.`},
	{"topic and colon, no verb", "headline> Norway: Third appearance of the year"},
	{"topic and colon, a kind of text", "headline> Osterby weather forecast: Snow will cover the town"},
	{"topic and colon, somebody else says so", "headline> Dana Lee: Town drops the case, says lawyer"},
	{"topic and colon, a question", "headline> Dana Lee: Why the mayor may not run again"},
	{"topic and colon, in capitals", "headline> Osterby DOOMED: Snow will cover the town"},
	{"ordered a meal", `Bowen ordered two beers and a soup.`},
	{"not to anybody", `All went according to plan on Monday.`},
	{"was asked about", `Lee was asked about the road on Monday.`},
	{"was told that", `Lee was told that the road was closed.`},
	{"a claim that was filed", `Lee’s claim that was filed in May is lost.`},
	{"in view of", `In view of the snow, the road was closed.`},
	{"a view of the sea", `In the view of the harbour that hung there, a ship was sinking.`},
	{"a nickname by all", `The tower, called “the Chimney” by all who live there, fell in May.`},
	{"a term of ours", `The plant makes what we call “green” steel.`},
	{"as somebody left", `As Lee left the hall, the road was closed.`},
	{"a possessive and a colon", `Lee’s garden: two trees, no house.`},
	{"the response came", `Lee’s response came late and was short.`},
	{"let us say", `Let us say the bridge holds.`},
}

func TestFind(t *testing.T) {
	for _, test := range findTests {
		t.Run(test.name, func(t *testing.T) {
			if diff := diffQuotes(t, test.text); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A subject inside a reported clause speaks for itself, though the corpus that
// the linker has learnt from mostly names who reports the clause.
func TestReportInsideReport(t *testing.T) {
	a, _ := parseRow(t, `In December, Ann Lee told the Post that the union often urges its members to stay at home and accuses them of greed.`)
	want := map[string]string{"told": "Ann Lee", "urges": "the union", "accuses": "the union"}
	for _, q := range find(a) {
		cue := q.cue[0].In(a.Text)
		if got := q.source.In(a.Text); got != want[cue] {
			t.Errorf("%s: %q, want %q", cue, got, want[cue])
		}
		delete(want, cue)
	}
	if len(want) > 0 {
		t.Errorf("no quote of %v", want)
	}
}

func TestKnownFailures(t *testing.T) {
	list := knowntest.Of(t, os.DirFS("../../testdata"), "quote")
	for _, test := range knownFailures {
		list.Case(test.name, test.reason, func(t *testing.T) bool { return diffQuotes(t, test.text) == "" })
	}
}
