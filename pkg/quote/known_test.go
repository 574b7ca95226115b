package quote_test

// knownFailures are rows that the package gets wrong, with the reason. Whoever
// mends one moves its row to the tables of findTests, and takes its line out of
// testdata/known-failures.txt.
var knownFailures = []struct{ name, text, reason string }{
	{"cue behind the second paragraph", "“{d:The road is closed.}\n“{d:Nobody may pass,}” {s:Lee} {c:said}.",
		"a quotation left open and opened again, its cue behind the second paragraph, makes two records"},
	{"in the relative clause", `{s:Lee}, who {c:said} {i:the road was closed}, went home.`,
		"the content of a relative clause runs on into the main clause"},
	{"claim that", `{s:Lee}’s {c:claim} that {i:the road was closed} drew laughter.`,
		`a noun's clause runs on into the main clause: "claim that X drew laughter"`},
	{"warning by", `A {c:warning} by {s:Lee} that {i:the dam could break} was ignored.`,
		`the same: "warning by Lee that X was ignored"`},
	{"not to anybody", `All went according to plan on Monday.`,
		`"according to plan" names no source`},
	{"called by phone", `Lee called the police at noon.`,
		`"called the police": no speech without a predicate behind the object`},
	{"surname tagged as an adjective", `{s:Poe} {c:denied} that {i:he had been there}.`,
		"a short unknown surname at a sentence's start is tagged as an adjective or verb and no source"},
	{"surname tagged as an adjective, noun content", `{s:Poe} {c:cited} {i:a lack of money}.`,
		"the same before a noun phrase"},
	{"addressee tagged as a participle", `{s:Lee} {c:told} Bowen {i:to leave the hall}.`,
		"a surname in -en is tagged as a participle and is no addressee"},
	{"left open, marks behind the second paragraph", "{s:Lee} {c:said}, “{d:It was late.}\n“{d:We went home.}”)!",
		"a quotation opened again is added twice where more than one mark follows it"},
}
