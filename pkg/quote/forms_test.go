package quote_test

import (
	"strings"
	"testing"
)

// The common forms of a report, each with every kind of source and many verbs
// of saying in both tenses. S stands for the source, N for one that is not marked,
// V for the verb, C for a clause, Q for what stands in quotation marks, T for a
// term that does; a form starts with a capital. Marks of its own are as in rows.
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
	{"As S V, C.", 98},
	{"As S {c:put it}, C.", 98},
	{"As S {c:put it}, “Q.”", 98},
	{"{c:In the view of} S, C.", 98},
	{"In S’s {c:view}, C.", 85},
	{"{c:In the words of} S, “Q.”", 98},
	{"In S’s {c:words}, “Q.”", 85},
	{"C, S {c:told} reporters.", 98},
	{"C, S {c:told} the Post on Monday.", 98},
	{"S, when asked about the plan, V C.", 95},
	{"S, asked about the plan, {c:said} C.", 98},
	{"S, speaking to reporters, {c:said} C.", 98},
	{"S, in a statement, {c:said} C.", 98},
	{"N, {s:who} {c:said} C, left early.", 98},
	{"N was among those {s:who} {c:said} C.", 98},
	{"The debate ended with S {c:warning} that C.", 98},
	{"S was quoted as {c:saying} that C.", 98},
	{"S was quoted by the Post as {c:saying} that C.", 98},
	{"“Q,” the Post quoted S as {c:saying}.", 98},
	{"C, it {c:was announced} by S on Monday.", 98},
	{"It {c:was announced} by S that C.", 98},
	{"{m:The plan} {c:was described} by S {m:as “T.”}", 98},
	{"{m:The plan} {c:was called} “{m:T}” by S.", 98},
	{"The town faces what S {c:called} “{d:T.}”", 98},
	{"The council approved what S {c:described} as “{d:T}” on Monday.", 98},
	{"S’s {c:claim} that C drew laughter.", 85},
	{"The council ignored S’s {c:warning} that C.", 85},
	{"Despite S’s {c:insistence} that C, the vote was held.", 85},
	{"There were {c:claims} from S that C.", 98},
	{"A {c:warning} by S that C was ignored.", 98},
	{"S took to Twitter to {c:say} that C.", 98},
	{"S’s message was simple{c::} “Q.”", 85},
	{"S’s response{c::} “Q.”", 85},
	{"S was blunt{c::} “Q.”", 98},
	{"“Q,” is how S {c:put it}.", 98},
	{"“{d:The bridge was bad}”, {c:said} S. “Q.”", 98},
	{"{c:Saying} that C, S left the room.", 95},
	{"After {c:saying} that C, S left the room.", 95},
	{"{c:Citing} {i:a lack of money}, S closed the bridge.", 95},
	{"{c:Calling} {m:it “T,”} S left the room.", 95},
	{"S {c:warned of} {i:floods in spring}.", 85},
}

var (
	formSources  = []string{"Dana Lee", "Mayor Dana Lee", "the mayor", "the Harbour Herald", "a spokesman for the ministry", "the government", "Sen. Dana Lee (D-R.I.)"}
	formVerbs    = strings.Fields("said says noted notes argued argues warned warns reported reports wrote writes claimed claims acknowledged acknowledges insisted insists announced announces explained explains predicted predicts")
	formClauses  = []string{"the bridge will not open before spring", "prices may rise again next year", "the council had misspoken about the costs", "it was time to rebuild the old pier"}
	formTerms    = []string{"a sham", "the worst storm in a century", "an insult to the town"}
	formSpeeches = []string{"The harbour is the heart of this town", "We will not wait any longer", "Nobody told me about the letter"}
)

func TestForms(t *testing.T) {
	for _, f := range forms {
		n, wrong := 0, []string{}
		for _, source := range formSources {
			for k, verb := range formVerbs {
				if k == len(formClauses) && !strings.Contains(f.form, "V") {
					break
				}
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
	term := formTerms[n%len(formTerms)]
	switch {
	case strings.HasPrefix(form, "S"), strings.HasPrefix(form, "N"):
		source = strings.ToUpper(source[:1]) + source[1:]
	case strings.HasPrefix(form, "C"):
		clause = strings.ToUpper(clause[:1]) + clause[1:]
	}
	for _, mark := range []string{".”", ",”", "!”"} {
		form = strings.Replace(form, "“Q"+mark, "“{d:"+speech+mark[:1]+"}”", 1)
	}
	for _, open := range []string{"“T", ":T"} {
		for _, end := range []string{"”", ".", "}"} {
			form = strings.Replace(form, open+end, open[:len(open)-1]+term+end, 1)
		}
	}
	var out []string
	for _, w := range strings.Fields(form) {
		bare := strings.TrimSuffix(strings.Trim(w, ".,:"), "’s")
		switch bare {
		case "S":
			w = strings.Replace(w, bare, "{s:"+source+"}", 1)
		case "N":
			w = strings.Replace(w, bare, source, 1)
		case "V":
			w = strings.Replace(w, bare, "{c:"+verb+"}", 1)
		case "C":
			w = strings.Replace(w, bare, "{i:"+clause+"}", 1)
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
