package pipeline_test

import (
	"fmt"

	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

func ExampleExtract() {
	story := "“The ferry sails on Monday,” said Ada Okoro, the harbour master."
	article := &text.Article{
		ID:     "story",
		Text:   story,
		Blocks: []text.Block{{Section: text.Body, Span: text.Span{Start: 0, End: len(story)}}},
	}
	for _, r := range pipeline.Extract(article, pipeline.Config{}) {
		fmt.Printf("%s (%s): %s\n", *r.Speaker, r.Type, r.Quote)
	}
	// Output: Ada Okoro (direct): The ferry sails on Monday,
}

func ExampleRecord_AppendJSON() {
	r := pipeline.Record{Schema: pipeline.Schema, Quote: "“Sail!” <now>", Confidence: 0.939}
	line, err := r.AppendJSON(nil)
	fmt.Println(string(line[:34]), err)
	// Output: {"schema":"quotes/1","id":"","doc_ <nil>
}
