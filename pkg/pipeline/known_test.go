package pipeline_test

import (
	"os"
	"strings"
	"testing"

	"quotes/internal/goldentest"
	"quotes/internal/knowntest"
)

// knownFailures are articles that the program gets wrong, with what would be
// right: lines as in the golden cases, the rule left out. Whoever mends one
// makes a golden case of it, and takes its line out of
// testdata/known-failures.txt.
var knownFailures = []struct{ name, article, want, reason string }{
	{"words of nobody",
		"Harbour of Osterby to close for repairs\n\nThe sign at the quay has been there since the war.\n\n“Nobody swims here after the bell has rung.”\n\nChildren swim there every summer.\n",
		"",
		"a quotation that stands alone, with no speaker in the article, is written without a speaker"},
	{"role of a word that no list has",
		"Harbour of Osterby to close for repairs\n\nThe harbour closes for the winter.\n\n“The walls are older than the town,” said Ada Okoro, the harbour master.\n",
		"body | direct | statement | The walls are older than the town, | Ada Okoro | person | the harbour master | Ada Okoro, the harbour master | said | -\n",
		"an apposition whose noun is in no list of roles ('master') is no role"},
	{"bare role in a headline",
		"Road to Osterby will be open by Easter, mayor says\n\nDana Lee, the mayor of Osterby, met the drivers at the bridge.\n\nThe road has been closed since the storm.\n",
		"headline | indirect | statement | Road to Osterby will be open by Easter | Dana Lee | person | the mayor of Osterby | mayor | says | -\n",
		"a headline's bare role ('mayor says') is not given to the person of the body who bears it"},
	{"particles in a name",
		"Doctors ask for a new clinic\n\nThe old clinic has eleven beds.\n\n“We need nurses,” said Hanna van der Meer, a doctor at the clinic.\n",
		"body | direct | statement | We need nurses, | Hanna van der Meer | person | a doctor at the clinic | Hanna van der Meer, a doctor at the clinic | said | -\n",
		"a source ends before the particles of a name ('Hanna van | der Meer')"},
	{"attitude whose quoted words come late",
		"Quarrel over the wall of the harbour\n\nThe wall was built in the year of the great storm.\n\nAda Okoro, the mayor of Osterby, believes the old wall is “a leaking bucket full of holes”.\n",
		"body | mixed | statement | the old wall is “a leaking bucket full of holes” | Ada Okoro | person | the mayor of Osterby | Ada Okoro, the mayor of Osterby | believes | -\n",
		"an attitude counts as shown in the source's own words only where the quotation starts within three words"},
	{"phrase inside a quotation",
		"Ferry turned back in the storm\n\nThe ferry left Osterby at nine in the evening.\n\n“The pilot told me, ‘Turn back,’ and I turned back,” Captain Marcus Bowen said.\n",
		`body | direct | statement | The pilot told me, ‘Turn back,’ and I turned back, | Marcus Bowen | person | Captain | Captain Marcus Bowen | said | -
body | direct | statement | Turn back, | the pilot | unnamed | - | The pilot | told | -
`,
		"'the pilot' inside a quotation is given to whoever is most salient"},
}

// withoutRules leaves out of golden lines what decided them.
func withoutRules(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(line[:strings.LastIndex(line, " | ")] + "\n")
	}
	return b.String()
}

func TestKnownFailures(t *testing.T) {
	list := knowntest.Of(t, os.DirFS("../../testdata"), "pipeline")
	for _, test := range knownFailures {
		list.Case(test.name, test.reason, func(t *testing.T) bool {
			got := withoutRules(golden(t, goldentest.Input(t, "article.txt", test.article)))
			t.Logf("got:\n%s\nwant:\n%s", got, test.want)
			return got == test.want
		})
	}
}
