package evaluate

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAlign: tokens as the Treebank writes them are found in a text as a
// newspaper writes it; a sentence further on by its first words.
func TestAlign(t *testing.T) {
	const text = "A note before. “It’s late (and dark),” Lee Jr. said — twice. More text. Then Lee left the old bridge."
	a := newAligner([]rune(text))
	words := func(spans [][2]int) string {
		var out []string
		for _, s := range spans {
			if s == nowhere {
				out = append(out, "?")
				continue
			}
			out = append(out, string([]rune(text)[s[0]:s[1]]))
		}
		return strings.Join(out, " ")
	}
	spans, found, end := a.sentence(strings.Fields("`` It 's late -LRB- and dark -RRB- , '' Lee Jr. said -- twice . ."), 15)
	if got, want := words(spans), "“ It ’s late ( and dark ) , ” Lee Jr. said — twice . ?"; got != want || found != 16 {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	spans, _, _ = a.sentence(strings.Fields("Then Lee left the bridge ."), end)
	if got, want := words(spans), "Then Lee left the bridge ."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if spans, found, _ := a.sentence(strings.Fields("Nobody wrote this"), 0); found != 0 || len(spans) != 3 {
		t.Errorf("%d tokens found that are not there", found)
	}
}

// TestCofeNet: a record's content gets back its marks and its "that", and a
// word that two parts claim belongs to the cue.
func TestCofeNet(t *testing.T) {
	const text = "“It is late,” Lee said, and Poe said that it was not. Kim left."
	gold, _ := readLines(`{"id":"a_1","text":"` + text + `","quotes":[]}`)
	found, _ := readLines(
		`{"doc_id":"a_1","type":"direct","spans":{"quote":[[1,12]],"mention":[[14,17]],"cue":[[18,22]]}}`,
		`{"doc_id":"a_1","type":"indirect","spans":{"quote":[[42,52]],"mention":[[28,31]],"cue":[[28,36]]}}`)
	sentences := `{"id":"a_1_x","tokens":["“","It","is","late",",","”","Lee","said",",","and","Poe","said","that","it","was","not","."],` +
		`"labels":["B-content","I-content","I-content","I-content","I-content","I-content","B-source","B-cue","O","O","B-source","B-cue","B-content","I-content","I-content","I-content","O"]}` + "\n" +
		`{"id":"a_1_x","tokens":["Kim","left","."],"labels":["O","O","O"]}` + "\n" +
		`{"id":"other_x","tokens":["Kim"],"labels":["B-source"]}` + "\n" + `{"id":"a_1_x","tokens":["Kim"],"labels":[]}`
	r := Compare(gold, found, Options{})
	var errs []string
	name := filepath.Join(t.TempDir(), "s")
	if err := os.WriteFile(name, []byte(sentences), 0o600); err != nil {
		t.Fatal(err)
	}
	r.AddCofeNet(gold, found, name, func(err error) { errs = append(errs, filepath.Base(err.Error())) })
	if want := []string{"s:4: 1 tokens and 0 labels"}; !slices.Equal(errs, want) {
		t.Errorf("reported %q", errs)
	}
	c := r.CofeNet
	if c.Content.Exact.F1 != 100 || c.Source.Exact.R != 50 || c.Source.Exact.P != 100 || c.Cue.Exact.F1 != 50 || c.Cue.Begin.F1 != 50 || c.Lost != 0 {
		t.Errorf("%+v", *c)
	}
}
