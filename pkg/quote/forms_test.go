package quote_test

import (
	"strings"
	"testing"
)

// The common forms of a report, each with every kind of source and many verbs
// of saying in both tenses. S stands for the source, V for the verb, C for a
// clause, Q for what stands in quotation marks; a form starts with a capital.
// least is the share in 100 that must be read right, whatever the models are.
var forms = []struct {
	form  string
	least int
}{
	{"S V that C.", 95},
	{"S V on Tuesday that C.", 90},
	{"In a statement, S V that C.", 95},
	{"But S V that C.", 95},
	{"S V C.", 75},
	{"C, S V.", 90},
	{"C, V S.", 85},
	{"C, S V on Tuesday.", 85},
	{"“Q,” S V.", 98},
	{"“Q,” V S.", 98},
	{"“Q!” S V.", 98},
	{"“Q,” S V on Tuesday.", 98},
	{"S V: “Q.”", 95},
	{"S V, “Q.”", 95},
	{"S V in an interview: “Q.”", 95},
}

var (
	formSources  = []string{"Dana Lee", "Mayor Dana Lee", "the mayor", "the Harbour Herald", "a spokesman for the ministry", "the government", "Sen. Dana Lee (D-R.I.)"}
	formVerbs    = strings.Fields("said says noted notes argued argues warned warns reported reports wrote writes claimed claims acknowledged acknowledges insisted insists announced announces explained explains predicted predicts")
	formClauses  = []string{"the bridge will not open before spring", "prices may rise again next year", "the council had misspoken about the costs", "it was time to rebuild the old pier"}
	formSpeeches = []string{"The harbour is the heart of this town", "We will not wait any longer", "Nobody told me about the letter"}
)

func TestForms(t *testing.T) {
	for _, f := range forms {
		n, wrong := 0, []string{}
		for _, source := range formSources {
			for _, verb := range formVerbs {
				row := fillForm(f.form, source, verb, n)
				if diff := diffQuotes(t, row); diff != "" {
					wrong = append(wrong, diff)
				}
				n++
			}
		}
		if right := n - len(wrong); right*100 < n*f.least {
			t.Errorf("%s %d of %d are right, less than %d in 100:\n%s", f.form, right, n, f.least, strings.Join(wrong[:min(3, len(wrong))], "\n"))
		} else {
			t.Logf("%s %d of %d", f.form, right, n)
		}
	}
}

// fillForm gives the n-th sentence of a form, marked for diffQuotes.
func fillForm(form, source, verb string, n int) string {
	clause, speech := formClauses[n%len(formClauses)], formSpeeches[n%len(formSpeeches)]
	switch {
	case strings.HasPrefix(form, "S"):
		source = strings.ToUpper(source[:1]) + source[1:]
	case strings.HasPrefix(form, "C"):
		clause = strings.ToUpper(clause[:1]) + clause[1:]
	}
	for _, mark := range []string{".”", ",”", "!”"} {
		form = strings.Replace(form, "“Q"+mark, "“{d:"+speech+mark[:1]+"}”", 1)
	}
	var out []string
	for _, w := range strings.Fields(form) {
		bare := strings.Trim(w, ".,:")
		switch bare {
		case "S":
			w = strings.Replace(w, bare, "{s:"+source+"}", 1)
		case "V":
			w = strings.Replace(w, bare, "{c:"+verb+"}", 1)
		case "C":
			w = strings.Replace(w, bare, "{i:"+clause+"}", 1)
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
