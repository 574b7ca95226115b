package pipeline_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"quotes/internal/goldentest"
	"quotes/internal/ingest"
	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

// goldenDate is when the articles of the golden cases that state no date were
// published: a Wednesday.
const goldenDate = "2024-07-17"

// TestGolden holds the records of each input, one a line.
func TestGolden(t *testing.T) { goldentest.Run(t, "../../testdata/golden", golden) }

// golden gives the records of one input, read by the door of the program, as
// lines.
func golden(t *testing.T, input string) string {
	t.Helper()
	var b strings.Builder
	for a, err := range ingest.Read([]string{input}, ingest.Options{Published: goldenDate}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range pipeline.Extract(a, pipeline.Config{}) {
			checkRecord(t, r, a, pipeline.CodePoints)
			fmt.Fprintln(&b, goldenLine(r))
		}
	}
	return b.String()
}

// goldenLine writes what a case looks at of a record; "-" stands for null.
func goldenLine(r pipeline.Record) string {
	or := func(s *string) string {
		if s == nil {
			return "-"
		}
		return *s
	}
	return strings.Join([]string{r.Section, r.Type, r.Act, r.Quote, or(r.Speaker), or(r.SpeakerKind), or(r.SpeakerRole),
		or(r.Mention), or(r.Cue), or(r.Date), r.Rule}, " | ")
}

// checkRecord holds a record against the contract: the JSON Schema, and spans
// that hold exactly its words. It gives the record's line.
func checkRecord(t *testing.T, r pipeline.Record, a *text.Article, unit pipeline.Offsets) []byte {
	t.Helper()
	line, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := recordtest.Record(line)
	if err != nil {
		t.Fatalf("%s\n%v", line, err)
	}
	if err := recordtest.Spans(back, a.Text, unit); err != nil {
		t.Fatalf("%s\n%v", line, err)
	}
	if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, line) {
		t.Fatalf("%s\nbecomes %s (%v)", line, again, err)
	}
	return line
}
