package speaker

// knownFailures are rows that the package gets wrong, with the reason. Whoever
// mends one moves its row to the tables of speakerTests, and takes its line
// out of testdata/known-failures.txt.
var knownFailures = []struct {
	name, text string
	want       []string
	reason     string
}{
	{"particle", "Hanna van der Meer runs the mill.\n“{q:Stay,}” {s:Van der Meer} {c:said}.", []string{"Hanna van der Meer | person | -"},
		`"Van der Meer" with a capital is not merged with "van der Meer"`},
	{"Spanish double name, both", "Ines Duarte Salgado runs the mill.\n“{q:Stay,}” {s:Duarte Salgado} {c:said}.", []string{"Ines Duarte Salgado | person | -"},
		"both surnames are not merged with the full name"},
	{"nickname between", "Dana “Doc” Lee runs the mill.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana “Doc” Lee | person | -"},
		"a nickname in quotation marks cuts a name in two"},
}
