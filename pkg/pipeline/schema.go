package pipeline

import (
	_ "embed"
	"slices"
)

// The JSON Schemas (draft 2020-12) of what is written, strict: every key must
// be there and no other may.
var (
	//go:embed schema.json
	recordSchema []byte
	//go:embed schema_text.json
	documentSchema []byte
)

// RecordJSONSchema gives the JSON Schema of a [Record].
func RecordJSONSchema() []byte { return slices.Clone(recordSchema) }

// DocumentJSONSchema gives the JSON Schema of a [DocumentRecord].
func DocumentJSONSchema() []byte { return slices.Clone(documentSchema) }
