package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// columns are the names of the fields of row.
func columns() []string {
	shape := reflect.TypeFor[row]()
	names := make([]string, shape.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(shape.Field(i).Tag.Get("parquet"), ",")
	}
	return names
}

// cells are the values of a row as text: nothing for what is not known, JSON
// for a list, ISO 8601 for a date.
func cells(r *row) []string {
	v := reflect.ValueOf(r).Elem()
	out := make([]string, v.NumField())
	for i := range out {
		out[i] = cell(v.Field(i).Interface())
	}
	return out
}

func cell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case *string:
		if v != nil {
			return *v
		}
	case int32:
		return strconv.Itoa(int(v))
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case *int32:
		if v != nil {
			return time.Unix(int64(*v)*24*60*60, 0).UTC().Format(time.DateOnly)
		}
	case *int64:
		if v != nil {
			return time.UnixMicro(*v).UTC().Format(time.RFC3339Nano)
		}
	default:
		lines, err := Lines([]any{v})
		if err != nil { // lists of strings and numbers have a JSON form
			panic(err)
		}
		return string(bytes.TrimSuffix(lines, []byte("\n")))
	}
	return ""
}

// csvLines writes lines of CSV as RFC 4180 has it, with a line feed at the
// end of a line.
func csvLines(table [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	err := w.WriteAll(table)
	return b.Bytes(), err
}

// tsvEscapes are what cannot stand in a cell of TSV as it is.
var tsvEscapes = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// tsvLines writes lines of TSV: no quotation marks, escapes instead.
func tsvLines(table [][]string) ([]byte, error) {
	var b bytes.Buffer
	for _, line := range table {
		for i, c := range line {
			if i > 0 {
				b.WriteByte('\t')
			}
			tsvEscapes.WriteString(&b, c)
		}
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
}

// Lines encodes values as JSON, one a line, "<" and "&" as they are.
func Lines[T any](values []T) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range values {
		if err := enc.Encode(&values[i]); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
