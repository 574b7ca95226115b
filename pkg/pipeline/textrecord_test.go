package pipeline_test

import (
	"encoding/json"
	"testing"

	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

func TestDocument(t *testing.T) {
	article := &text.Article{
		ID:   "story.txt",
		Text: "Émile\n\n😀 “It is late.”",
		Blocks: []text.Block{
			{Section: text.Headline, Span: text.Span{Start: 0, End: 6}},
			{Section: text.Body, Span: text.Span{Start: 8, End: 30}},
		},
		Meta: text.Meta{Title: "Émile", Authors: []string{"Ada Okoro"}, Published: "2024-07"},
	}
	for unit, want := range map[pipeline.Offsets][2]int{
		"": {7, 22}, pipeline.CodePoints: {7, 22}, pipeline.Bytes: {8, 30}, pipeline.UTF16: {7, 23},
	} {
		line, err := json.Marshal(pipeline.Document(article, pipeline.Config{Offsets: unit}))
		if err != nil {
			t.Fatal(err)
		}
		d, err := recordtest.Document(line)
		if err != nil {
			t.Fatal(err)
		}
		if d.Blocks[1].Span != want {
			t.Errorf("%q: span %v, want %v", unit, d.Blocks[1].Span, want)
		}
		if d.Site != nil || *d.Published != "2024-07" || d.Text != article.Text {
			t.Errorf("%q: %s", unit, line)
		}
	}
}

func TestDocumentOfNothing(t *testing.T) {
	line, err := json.Marshal(pipeline.Document(&text.Article{ID: "-", Text: "x"}, pipeline.Config{}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := recordtest.Document(line); err != nil {
		t.Errorf("%v\n%s", err, line)
	}
}

func TestReads(t *testing.T) {
	for lang, want := range map[string]bool{"": true, "en": true, "en-GB": true, "EN-us": true, "de": false, "enm": false, "fr-CA": false} {
		if pipeline.Reads(lang) != want {
			t.Errorf("Reads(%q) is %t", lang, !want)
		}
	}
}
