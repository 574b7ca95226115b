// Package recordtest checks what the program writes against its public
// contract: the JSON Schemas, the order of the keys, and the rule that spans
// hold exactly the words of the record. Only tests import it.
package recordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"quotes/pkg/pipeline"
)

// The compiled schemas.
var (
	recordSchema   = sync.OnceValues(func() (*jsonschema.Schema, error) { return compile(pipeline.RecordJSONSchema()) })
	documentSchema = sync.OnceValues(func() (*jsonschema.Schema, error) { return compile(pipeline.DocumentJSONSchema()) })
)

func compile(schema []byte) (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("schema.json")
}

// Record checks one line of `quotes extract` and decodes it.
func Record(line []byte) (pipeline.Record, error) {
	var r pipeline.Record
	if err := check(line, recordSchema, reflect.TypeFor[pipeline.Record]()); err != nil {
		return r, err
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return r, err
	}
	return r, paired(r)
}

// Document checks one line of `quotes text` and decodes it.
func Document(line []byte) (pipeline.DocumentRecord, error) {
	var d pipeline.DocumentRecord
	if err := check(line, documentSchema, reflect.TypeFor[pipeline.DocumentRecord]()); err != nil {
		return d, err
	}
	return d, json.Unmarshal(line, &d)
}

// check holds a line against a schema and the order of a struct's keys.
func check(line []byte, schema func() (*jsonschema.Schema, error), shape reflect.Type) error {
	s, err := schema()
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		return err
	}
	if err := s.Validate(value); err != nil {
		return err
	}
	got, err := keys(line)
	if want := Keys(shape); err == nil && !slices.Equal(got, want) {
		err = fmt.Errorf("keys %v, want %v", got, want)
	}
	return err
}

// Keys lists the JSON keys of a struct in the order in which it is written.
func Keys(shape reflect.Type) []string {
	var out []string
	for i := range shape.NumField() {
		out = append(out, shape.Field(i).Tag.Get("json"))
	}
	return out
}

// keys lists the top-level keys of a JSON object in their order.
func keys(object []byte) ([]string, error) {
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	var out []string
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, err
		}
		out = append(out, fmt.Sprint(key))
	}
	return out, nil
}

// paired checks what a schema cannot say: words and their spans come
// together, and so do a speaker and its kind, a date and its words.
func paired(r pipeline.Record) error {
	for _, p := range []struct {
		name string
		a, b bool
	}{
		{"cue and spans.cue", r.Cue != nil, len(r.Spans.Cue) > 0},
		{"cue and cue_lemma", r.Cue != nil, r.CueLemma != nil},
		{"mention and spans.mention", r.Mention != nil, len(r.Spans.Mention) > 0},
		{"speaker and speaker_kind", r.Speaker != nil, r.SpeakerKind != nil},
		{"date and date_text", r.Date != nil, r.DateText != nil},
		{"type direct or mixed and spans.quoted", r.Type != "indirect", len(r.Spans.Quoted) > 0},
	} {
		if p.a != p.b {
			return fmt.Errorf("%s: %s do not come together", r.ID, p.name)
		}
	}
	return nil
}

// Spans checks that the spans of a record, counted in unit, hold exactly its
// words in the text of its document, white space aside.
func Spans(r pipeline.Record, text string, unit pipeline.Offsets) error {
	whole := slicer(text, unit)
	for _, p := range []struct {
		name  string
		words *string
		spans [][2]int
	}{
		{"quote", &r.Quote, r.Spans.Quote}, {"quoted", nil, r.Spans.Quoted}, {"cue", r.Cue, r.Spans.Cue},
		{"mention", r.Mention, r.Spans.Mention}, {"context", &r.Context, r.Spans.Context},
	} {
		var got strings.Builder
		end := 0
		for _, s := range p.spans {
			part, ok := whole(s)
			if !ok || s[0] >= s[1] || s[0] < end {
				return fmt.Errorf("%s: spans.%s %v: out of range, empty or out of order", r.ID, p.name, p.spans)
			}
			got.WriteString(part)
			end = s[1]
		}
		if p.words != nil && squeeze(got.String()) != squeeze(*p.words) {
			return fmt.Errorf("%s: %s is %q, its spans hold %q", r.ID, p.name, *p.words, got.String())
		}
	}
	for _, q := range r.Spans.Quoted {
		if !slices.ContainsFunc(r.Spans.Quote, func(s [2]int) bool { return s[0] <= q[0] && q[1] <= s[1] }) {
			return fmt.Errorf("%s: spans.quoted %v lies outside spans.quote %v", r.ID, q, r.Spans.Quote)
		}
	}
	return nil
}

// slicer cuts text by offsets in unit, the plain way.
func slicer(text string, unit pipeline.Offsets) func([2]int) (string, bool) {
	switch unit {
	case pipeline.Bytes:
		return cutter([]byte(text), func(b []byte) string { return string(b) })
	case pipeline.UTF16:
		return cutter(utf16.Encode([]rune(text)), func(u []uint16) string { return string(utf16.Decode(u)) })
	}
	return cutter([]rune(text), func(r []rune) string { return string(r) })
}

// cutter cuts units; ok is false where a span is not within them.
func cutter[T any](units []T, str func([]T) string) func([2]int) (string, bool) {
	return func(s [2]int) (string, bool) {
		if s[0] < 0 || s[1] > len(units) || s[0] > s[1] {
			return "", false
		}
		return str(units[s[0]:s[1]]), true
	}
}

// squeeze drops white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
