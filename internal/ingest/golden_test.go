package ingest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"quotes/pkg/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads the input of each testdata/*.txtar (in.html, in.txt or
// in.jsonl) and compares what comes out with its "want" part.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := readCase(t, ar.Files[0])
			if *update {
				ar.Files = []txtar.File{ar.Files[0], {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(ar.Files) < 2 {
				t.Fatal("no want part")
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// readCase reads one input by the public door, its name telling the format.
func readCase(t *testing.T, f txtar.File) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), f.Name)
	if err := os.WriteFile(name, f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for a, err := range Read([]string{name}, Options{}) {
		if err != nil {
			fmt.Fprintf(&b, "error %s\n", filepath.Base(err.Error()))
			continue
		}
		checkArticle(t, a)
		printArticle(&b, a)
	}
	return b.String()
}

func printArticle(b *strings.Builder, a *text.Article) {
	fmt.Fprintf(b, "id %s\n", filepath.Base(a.ID))
	for _, f := range [][2]string{{"url", a.Meta.SourceURL}, {"site", a.Meta.Site}, {"title", a.Meta.Title},
		{"authors", strings.Join(a.Meta.Authors, "; ")}, {"published", a.Meta.Published}, {"lang", a.Meta.Lang}} {
		if f[1] != "" {
			fmt.Fprintf(b, "%s %s\n", f[0], f[1])
		}
	}
	for _, bl := range a.Blocks {
		date := ""
		if bl.Published != "" {
			date = " " + bl.Published
		}
		fmt.Fprintf(b, "[%s%s] %s\n", bl.Section, date, bl.Span.In(a.Text))
	}
}
