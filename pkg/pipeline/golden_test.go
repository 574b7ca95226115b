package pipeline_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"quotes/internal/ingest"
	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldenDate is when the articles of the golden cases that state no date were
// published: a Wednesday.
const goldenDate = "2024-07-17"

// TestGolden extracts the quotes of each testdata/golden/*.txtar and compares
// the records, one a line, with its "want" part. Its comment says what the
// case is about.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("../../testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := golden(t, ar.Files[0])
			if *update {
				ar.Files = []txtar.File{ar.Files[0], {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(ar.Files) < 2 || ar.Files[1].Name != "want" {
				t.Fatal("no want part")
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// golden gives the records of one input as lines.
func golden(t *testing.T, f txtar.File) string {
	t.Helper()
	var b strings.Builder
	for _, a := range readArticles(t, f) {
		for _, r := range pipeline.Extract(a, pipeline.Config{}) {
			checkRecord(t, r, a, pipeline.CodePoints)
			fmt.Fprintln(&b, goldenLine(r))
		}
	}
	return b.String()
}

// readArticles reads an input by the door of the program, its name telling
// the format.
func readArticles(t *testing.T, f txtar.File) []*text.Article {
	t.Helper()
	name := filepath.Join(t.TempDir(), f.Name)
	if err := os.WriteFile(name, f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	var out []*text.Article
	for a, err := range ingest.Read([]string{name}, ingest.Options{Published: goldenDate}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
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
