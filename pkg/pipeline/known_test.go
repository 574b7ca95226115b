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
	{"attitude whose quoted words come late",
		"Quarrel over the wall of the harbour\n\nThe wall was built in the year of the great storm.\n\nAda Okoro, the mayor of Osterby, believes the old wall is “a leaking bucket full of holes”.\n",
		"body | mixed | statement | the old wall is “a leaking bucket full of holes” | Ada Okoro | person | the mayor of Osterby | Ada Okoro, the mayor of Osterby | believes | -\n",
		"an attitude counts as shown in the source's own words only where the quotation starts within three words"},
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
