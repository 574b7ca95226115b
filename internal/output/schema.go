package output

import (
	"reflect"
	"sync"

	"github.com/parquet-go/parquet-go"
)

// schema is that of row: its fields as their tags type them. The library does
// not type a number behind a pointer, nor lists of lists, by a tag; so a shape
// without either goes to it, and the lists are put right afterwards.
var schema = sync.OnceValue(func() *parquet.Schema {
	shape := parquet.SchemaOf(reflect.Zero(shapeOf(reflect.TypeFor[row]())).Interface())
	fields := shape.Fields()
	for i, f := range fields {
		if reflect.TypeFor[row]().Field(i).Type == reflect.TypeFor[[][]int32]() {
			fields[i] = retyped{f, parquet.List(parquet.List(parquet.Int(32)))}
		}
	}
	return parquet.NewSchema("row", table{shape, fields})
})

// shapeOf is a struct with numbers instead of pointers to them, and lists
// instead of lists of lists, under the same names and tags.
func shapeOf(rows reflect.Type) reflect.Type {
	fields := reflect.VisibleFields(rows)
	for i, f := range fields {
		switch f.Type {
		case reflect.TypeFor[*int32](), reflect.TypeFor[*int64](), reflect.TypeFor[[][]int32]():
			fields[i].Type = f.Type.Elem()
		}
	}
	return reflect.StructOf(fields)
}

// table is a group with other fields.
type table struct {
	parquet.Node
	fields []parquet.Field
}

func (t table) Fields() []parquet.Field { return t.fields }

// retyped is a field of another type.
type retyped struct {
	field parquet.Field
	parquet.Node
}

func (r retyped) Name() string                           { return r.field.Name() }
func (r retyped) Value(base reflect.Value) reflect.Value { return r.field.Value(base) }
