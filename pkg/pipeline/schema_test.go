package pipeline_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"quotes/internal/recordtest"
	"quotes/pkg/how"
	"quotes/pkg/pipeline"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// object is a JSON Schema of an object.
type object struct {
	Required             []string                   `json:"required"`
	AdditionalProperties *bool                      `json:"additionalProperties"`
	Properties           map[string]json.RawMessage `json:"properties"`
	Defs                 map[string]json.RawMessage `json:"$defs"`
}

func decode(t *testing.T, raw []byte) object {
	t.Helper()
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// TestSchemasMatchStructs: a schema has exactly the keys of the struct that is
// written, in its order, and lets no other through.
func TestSchemasMatchStructs(t *testing.T) {
	record, document := decode(t, pipeline.RecordJSONSchema()), decode(t, pipeline.DocumentJSONSchema())
	var blocks struct{ Items json.RawMessage }
	if err := json.Unmarshal(document.Properties["blocks"], &blocks); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		schema object
		shape  reflect.Type
	}{
		{record, reflect.TypeFor[pipeline.Record]()},
		{decode(t, record.Properties["spans"]), reflect.TypeFor[pipeline.Spans]()},
		{document, reflect.TypeFor[pipeline.DocumentRecord]()},
		{decode(t, blocks.Items), reflect.TypeFor[pipeline.BlockRecord]()},
	} {
		keys := recordtest.Keys(test.shape)
		if !slices.Equal(test.schema.Required, keys) {
			t.Errorf("%s: required %v, want %v", test.shape, test.schema.Required, keys)
		}
		if test.schema.AdditionalProperties == nil || *test.schema.AdditionalProperties {
			t.Errorf("%s: other keys are let through", test.shape)
		}
		if len(test.schema.Properties) != len(keys) {
			t.Errorf("%s: %d properties, want %d", test.shape, len(test.schema.Properties), len(keys))
		}
	}
}

// TestSchemaWords: the words that a schema allows are the ones the stages use.
func TestSchemaWords(t *testing.T) {
	record := decode(t, pipeline.RecordJSONSchema())
	var sections []any
	for _, s := range text.Sections {
		sections = append(sections, string(s))
	}
	channels := []any{nil}
	for _, c := range how.Channels() {
		channels = append(channels, c)
	}
	for name, test := range map[string]struct {
		schema json.RawMessage
		want   []any
	}{
		"section": {record.Defs["section"], sections},
		"type":    {record.Properties["type"], []any{string(quote.Direct), string(quote.Mixed), string(quote.Indirect)}},
		"speaker_kind": {record.Properties["speaker_kind"], []any{string(speaker.Person), string(speaker.Organization),
			string(speaker.Group), string(speaker.DocumentKind), string(speaker.Unnamed), nil}},
		"polarity": {record.Properties["polarity"], []any{string(how.Affirmed), string(how.Denied)}},
		"channel":  {record.Defs["channel"], channels},
	} {
		var got struct{ Enum []any }
		if err := json.Unmarshal(test.schema, &got); err != nil {
			t.Fatal(err)
		}
		if !sameWords(got.Enum, test.want) {
			t.Errorf("%s: %v, want %v", name, got.Enum, test.want)
		}
	}
	if !bytes.Contains(record.Properties["schema"], fmt.Appendf(nil, "%q", pipeline.Schema)) {
		t.Errorf("schema: %s, want %s", record.Properties["schema"], pipeline.Schema)
	}
}

// sameWords compares two lists without their order.
func sameWords(a, b []any) bool {
	sort := func(list []any) []string {
		var s []string
		for _, v := range list {
			s = append(s, fmt.Sprint(v))
		}
		slices.Sort(s)
		return s
	}
	return slices.Equal(sort(a), sort(b))
}

// TestSchemaIsNotShared: a caller that writes into a schema harms nobody.
func TestSchemaIsNotShared(t *testing.T) {
	clear(pipeline.RecordJSONSchema())
	clear(pipeline.DocumentJSONSchema())
	decode(t, pipeline.RecordJSONSchema())
	decode(t, pipeline.DocumentJSONSchema())
}
