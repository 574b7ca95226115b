package tag_test

import (
	"fmt"
	"strings"

	"quotes/internal/tag"
	"quotes/pkg/text"
)

func ExampleLabeler() {
	s := "“The harbour will not wait,” Mayor Oda Brekke said on Friday."
	doc := text.NewDocument(&text.Article{Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(s)}}}})
	roles := []string{"", "source", "cue", "content"}
	for _, sp := range tag.NewLabeler(tag.Embedded()).Label(doc).Spans {
		fmt.Printf("%s: %s\n", roles[sp.Role], strings.Join(doc.Words(sp.First, sp.Last), " "))
	}
	// Output:
	// content: “ The harbour will not wait , ”
	// source: Mayor Oda Brekke
	// cue: said
}

func ExampleLinear() {
	fmt.Println(tag.Linear().Tag(strings.Fields("Brekke said so .")))
	// Output: [NNP VBD RB .]
}
