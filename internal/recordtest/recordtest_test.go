package recordtest

import (
	"encoding/json"
	"strings"
	"testing"

	"quotes/pkg/pipeline"
)

const story = "😀 “It is late,” Ada Okoro has\nsaid."

// record is a right record of story, spans in code points.
func record() pipeline.Record {
	s := func(s string) *string { return &s }
	return pipeline.Record{
		Schema: pipeline.Schema, ID: "0123456789abcdef", DocID: "story.txt", Authors: []string{}, Section: "body",
		Act: "statement", Type: "direct", Quote: "It is late,", Speaker: s("Ada Okoro"), SpeakerKind: s("person"),
		Mention: s("Ada Okoro"), Cue: s("has said"), CueLemma: s("say"), Context: strings.ReplaceAll(story, "\n", " "),
		Confidence: 0.9, Rule: "a/b/c", Polarity: "affirmed",
		Spans: pipeline.Spans{Quote: [][2]int{{3, 14}}, Quoted: [][2]int{{3, 14}}, Mention: [][2]int{{16, 25}},
			Cue: [][2]int{{26, 34}}, Context: [][2]int{{0, 35}}},
	}
}

func TestRecord(t *testing.T) {
	tests := []struct {
		name   string
		change func(*pipeline.Record)
		ok     bool
	}{
		{"as it should be", func(*pipeline.Record) {}, true},
		{"empty string for null", func(r *pipeline.Record) { *r.Speaker = "" }, false},
		{"null list", func(r *pipeline.Record) { r.Authors = nil }, false},
		{"another section", func(r *pipeline.Record) { r.Section = "footer" }, false},
		{"a date that is none", func(r *pipeline.Record) { s := "18 Jul 2024"; r.Published = &s }, false},
		{"a month", func(r *pipeline.Record) { s := "2024-07"; r.Published = &s }, true},
		{"a time with an offset", func(r *pipeline.Record) { s := "2024-07-18T05:54:00+03:00"; r.Published = &s }, true},
		{"more than certain", func(r *pipeline.Record) { r.Confidence = 1.1 }, false},
		{"a short id", func(r *pipeline.Record) { r.ID = "0123" }, false},
		{"a cue without spans", func(r *pipeline.Record) { r.Spans.Cue = [][2]int{} }, false},
		{"a speaker without a kind", func(r *pipeline.Record) { r.SpeakerKind = nil }, false},
	}
	for _, test := range tests {
		r := record()
		test.change(&r)
		line, _ := json.Marshal(r)
		if _, err := Record(line); (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestRecordKeys(t *testing.T) {
	line, _ := json.Marshal(record())
	if _, err := Record([]byte(strings.Replace(string(line), `"lang":null,`, "", 1))); err == nil {
		t.Error("a missing key was let through")
	}
	if _, err := Record([]byte(strings.Replace(string(line), `"lang":null,`, `"lang":null,"more":1,`, 1))); err == nil {
		t.Error("a key too many was let through")
	}
	moved := strings.Replace(strings.Replace(string(line), `"lang":null,`, "", 1), `"rule":`, `"lang":null,"rule":`, 1)
	if _, err := Record([]byte(moved)); err == nil || !strings.Contains(err.Error(), "keys") {
		t.Errorf("a key out of order: %v", err)
	}
}

func TestSpans(t *testing.T) {
	if err := Spans(record(), story, pipeline.CodePoints); err != nil {
		t.Error(err)
	}
	for _, unit := range []pipeline.Offsets{pipeline.Bytes, pipeline.UTF16} {
		if Spans(record(), story, unit) == nil {
			t.Errorf("code points taken for %s", unit)
		}
	}
	off := record()
	off.Spans.Cue = [][2]int{{27, 34}}
	if Spans(off, story, pipeline.CodePoints) == nil {
		t.Error("a span one off was let through")
	}
	outside := record()
	outside.Spans.Quoted = [][2]int{{2, 15}}
	if Spans(outside, story, pipeline.CodePoints) == nil {
		t.Error("quoted words outside the quote were let through")
	}
}

func TestDocument(t *testing.T) {
	d := pipeline.DocumentRecord{Schema: pipeline.DocumentSchema, DocID: "-", Authors: []string{}, Text: "A", Blocks: []pipeline.BlockRecord{{Section: "body", Span: [2]int{0, 1}}}}
	line, _ := json.Marshal(d)
	if _, err := Document(line); err != nil {
		t.Error(err)
	}
	d.Blocks[0].Section = ""
	line, _ = json.Marshal(d)
	if _, err := Document(line); err == nil {
		t.Error("a block without a section was let through")
	}
}
