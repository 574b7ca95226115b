package how_test

import (
	"fmt"

	"quotes/internal/tag"
	"quotes/pkg/how"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

func ExampleDescribe() {
	story := "“The ferry sails on Monday,” Ada Okoro told Reuters in an interview."
	doc := text.NewDocument(&text.Article{
		ID: "story", Text: story,
		Blocks: []text.Block{{Section: text.Body, Span: text.Span{Start: 0, End: len(story)}}},
	})
	for _, a := range speaker.Resolve(doc, quote.Find(doc, tag.Linear())) {
		m := how.Describe(doc, &a)
		fmt.Printf("%s, %s with %s\n", m.Polarity, m.Channel, m.Medium.In(story))
	}
	// Output: affirmed, interview with Reuters
}
