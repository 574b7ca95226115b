package quote_test

// knownFailures are rows that the package gets wrong, with the reason. Whoever
// mends one moves its row to the tables of findTests, and takes its line out of
// testdata/known-failures.txt.
var knownFailures = []struct{ name, text, reason string }{
	{"in the relative clause", `{s:Lee}, who {c:said} {i:the road was closed}, went home.`,
		"the content of a relative clause runs on into the main clause"},
	{"years in brackets", `{s:The study (2019)} {c:found} that {i:bees sleep}.`,
		"the decider takes a short finding of an unnamed study for none"},
	{"left open behind a colon of its own", "“{d:It was late in the night, and he told us this:}\n“{d:Go home, all of you.}”",
		"a quotation left open in a block that ends in a colon, and opened again in the next, makes two records"},
	{"came out and read", "{s:Lee} came out and {c:read}: “{d:The harbour is the heart of the town.}”",
		"the same behind another verb"},
	{"bracket behind the source", `{s:Osterby Steel} (ticker: OST) {c:reported} {i:a loss of nine million}.`,
		"the linker takes a bracket behind a name along"},
	{"researchers at", `{s:Researchers at the University of Osterby} {c:found} that {i:bees sleep}.`,
		"the decider takes a short finding of researchers without a name for none"},
}
