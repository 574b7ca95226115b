package ingest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"quotes/internal/goldentest"
	"quotes/pkg/text"
)

// TestGolden holds the articles of each input.
func TestGolden(t *testing.T) { goldentest.Run(t, "testdata", readCase) }

// readCase reads one input by the public door.
func readCase(t *testing.T, input string) string {
	t.Helper()
	var b strings.Builder
	for a, err := range Read([]string{input}, Options{}) {
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
