package ingest_test

import (
	"fmt"
	"strings"

	"quotes/internal/ingest"
)

func ExampleRead() {
	lines := `{"id": "a", "text": "Bridge opens\n\n\"We are glad,\" said Ann Lee."}
not JSON
`
	for a, err := range ingest.Read([]string{"-"}, ingest.Options{Stdin: strings.NewReader(lines)}) {
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		for _, b := range a.Blocks {
			fmt.Println(a.ID, b.Section, b.Span.In(a.Text))
		}
	}
	// Output:
	// a headline Bridge opens
	// a body "We are glad," said Ann Lee.
	// error: -:2: not a JSON object
}

// Workers parse what one goroutine opens.
func ExampleOpen() {
	page := "<html><body><h1>Bridge opens at last</h1><p>The bridge over the Sarn opened on Thursday, the mayor said.</p></body></html>"
	for raw, err := range ingest.Open([]string{"-"}, ingest.Options{Stdin: strings.NewReader(page)}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		a, err := raw.Article()
		fmt.Println(raw.Format, a.Meta.Title, err)
	}
	// Output:
	// html Bridge opens at last <nil>
}
