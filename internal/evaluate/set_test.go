package evaluate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// readLines reads a set from lines and gives what was reported.
func readLines(lines ...string) (*Set, []string) {
	var errs []string
	s := Read("f", strings.NewReader(strings.Join(lines, "\n")), func(err error) { errs = append(errs, err.Error()) })
	return s, errs
}

const (
	annotation = `{"id":7,"text":"“It is late,” Lee said.","quotes":[{"content":[[0,13]],"cue":[[18,22]],"source":[[14,17]]}]}`
	recordLine = `{"doc_id":"7","type":"direct","quote":"It is late,","mention":"Lee","cue":"said","spans":{"quote":[[1,12]],"mention":[[14,17]],"cue":[[18,22]]}}`
)

func TestRead(t *testing.T) {
	gold, errs := readLines(annotation, "", `{"text":"x","quotes":[]}`)
	if len(errs) > 0 || len(gold.documents) != 2 || gold.Records() {
		t.Fatalf("%v, %d documents", errs, len(gold.documents))
	}
	if d := gold.documents[0]; d.ID != "7" || d.Quotes[0].Type != "direct" || d.Quotes[0].words != (Words{"Lee", "said", "“It is late,”"}) {
		t.Errorf("%s: %+v", d.ID, d.Quotes[0])
	}
	if id := gold.documents[1].ID; id != "f:3" {
		t.Errorf("a document without an id is named %q", id)
	}
	found, errs := readLines(recordLine, recordLine)
	if len(errs) > 0 || len(found.documents) != 1 || len(found.documents[0].Quotes) != 2 || !found.Records() || !gold.Shares(found) {
		t.Errorf("%v, %+v", errs, found.documents)
	}
}

// TestReadErrors: each bad line is named with its reason, the others are read.
func TestReadErrors(t *testing.T) {
	tests := []struct{ line, reason string }{
		{"{", "f:2: not a line of JSON as it should be: unexpected end of JSON input"},
		{`{"id":"x","text":"x"}`, "f:2: neither a record (doc_id, spans) nor an annotated document (id, text, quotes)"},
		{`[1]`, "f:2: not a line of JSON as it should be: a JSON array, no object"},
		{`{"id":"x","text":7}`, `f:2: not a line of JSON as it should be: "text" cannot be a JSON number`},
		{`{"doc_id":"x","spans":{"quote":["a"]}}`, `f:2: not a line of JSON as it should be: "spans.quote" cannot be a JSON string`},
		{recordLine, "f:2: records and annotated documents in one file"},
		{annotation, `f:2: a second document "7"`},
		{`{"id":"x","text":"ab","quotes":[{"content":[[0,3]]},{"content":[[0,2]]}]}`, `f:2: 1 of the 2 quotes of "x" have a span that is not in its text: left out`},
		{`{"id":"x","text":"ab","quotes":[{"content":[[2,1]]}]}`, `f:2: 1 of the 1 quotes of "x" have a span that is not in its text: left out`},
	}
	for _, test := range tests {
		s, errs := readLines(annotation, test.line, strings.Replace(annotation, "7", `"last"`, 1))
		if !slices.Equal(errs, []string{test.reason}) || s.byID["last"] == nil {
			t.Errorf("%s:\n got %q\nwant %s", test.line, errs, test.reason)
		}
	}
	for _, spans := range []string{"[[-1,2]]", "[[3,2]]", "[[0,99999999]]"} {
		if _, errs := readLines(fmt.Sprintf(`{"doc_id":"a","spans":{"quote":%s}}`, spans)); len(errs) != 1 {
			t.Errorf("spans %s: %v", spans, errs)
		}
	}
}

// TestTypeOf: the type of a content whose annotation tells none. The content is
// what stands between bars.
func TestTypeOf(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`|"It is late,"| Lee said.`, direct},
		{`"|It is late|," Lee said.`, direct},
		{`“|It is late|”, Lee said.`, direct},
		{`|“It is late,”| Lee said. |“Go.”|`, direct},
		{`Lee said |it was "late" again|.`, mixed},
		{`Lee said |it was "late"|.`, mixed},
		{`|"Go" and "stay"|, Lee said.`, mixed},
		{`Lee said |it was late|.`, indirect},
		{`The “|late|” bus`, direct},
		{`Lee’s |dog's late|`, indirect},
	} {
		parts := strings.Split(test.text, "|")
		var text []rune
		var content [][2]int
		for i, p := range parts {
			if i%2 == 1 {
				content = append(content, [2]int{len(text), len(text) + len([]rune(p))})
			}
			text = append(text, []rune(p)...)
		}
		if got := typeOf(text, content); got != test.want {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestIsSpeech(t *testing.T) {
	for cue, want := range map[string]bool{
		"said": true, "has said": true, "Replying": true, "quipped": true, "denies": true, "urging": true, "wrote": true,
		":": true, "According to": true, "on Twitter": true, "wants": false, "believed": false, "": false, "sayonara": false,
	} {
		if isSpeech(cue) != want {
			t.Errorf("%q: speech %t", cue, !want)
		}
	}
}
