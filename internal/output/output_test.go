package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
)

// odd holds what a cell may stumble over.
const odd = "a\tb\nc\rd, \"e\" \\t <f> & żółw 🐢"

// record is a record with each key set, its texts told apart by n.
func record(n int) pipeline.Record {
	s := func(key string) *string { v := fmt.Sprintf("%s %d", key, n); return &v }
	published, date := "2024-07-18T05:54:00+03:00", "2024-07-17"
	r := pipeline.Record{
		Schema: pipeline.Schema, ID: fmt.Sprintf("%016x", n), DocID: odd, SourceURL: s("url"), Site: s("site"), Title: s(odd),
		Authors: []string{"Ada, Okoro", `"T" Lindqvist`}, Published: &published, Lang: s("en"), Section: "body", Paragraph: 3, Sentence: 7,
		Act: "statement", Type: "direct", Quote: "quote", Speaker: s("speaker"), SpeakerKind: s("person"), SpeakerRole: s("role"),
		Mention: s("mention"), Cue: s("said"), CueLemma: s("say"), Date: &date, DateText: s("on Wednesday"), Context: "context",
		Confidence: 0.939, Rule: "a/b/c", Polarity: "affirmed", Channel: s("speech"), Medium: s("CNN"), Addressee: s("reporters"),
	}
	r.Spans = pipeline.Spans{Quote: [][2]int{{1, 2}, {3, 4}}, Quoted: [][2]int{{5, 6}}, Cue: [][2]int{{7, 8}}, Mention: [][2]int{}, Context: [][2]int{{0, 9}}}
	return r
}

// bare is a record of which little is known.
func bare() pipeline.Record {
	return pipeline.Record{Schema: pipeline.Schema, ID: "b", DocID: "bare", Authors: []string{}, Quote: "quote", Context: "context"}
}

// written gives the output of batches of the sizes given, over and over, of
// all records.
func written(t *testing.T, f Format, records []pipeline.Record, sizes ...int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := New(&out, f)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; len(records) > 0; i++ {
		n := min(sizes[i%len(sizes)], len(records))
		b, err := f.Encode(records[:n])
		if err == nil {
			err = w.Write(b)
		}
		if err != nil {
			t.Fatal(err)
		}
		records = records[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestColumns: a table has every key of a record, in its order; the spans are
// a column each and typed dates stand behind their date.
func TestColumns(t *testing.T) {
	var want []string
	for _, key := range recordtest.Keys(reflect.TypeFor[pipeline.Record]()) {
		switch key {
		case "spans":
			for _, s := range recordtest.Keys(reflect.TypeFor[pipeline.Spans]()) {
				want = append(want, s+"_spans")
			}
		case "published":
			want = append(want, key, "published_day", "published_at")
		case "date":
			want = append(want, key, "date_day")
		default:
			want = append(want, key)
		}
	}
	if got := columns(); !slices.Equal(got, want) {
		t.Errorf("columns %q\nwant    %q", got, want)
	}
}

// TestRowsHoldTheRecord: every value of a record is in its row, read back
// from Parquet.
func TestRowsHoldTheRecord(t *testing.T) {
	records := []pipeline.Record{record(1), bare(), record(2)}
	data := written(t, Parquet, records, 2)
	rows, err := parquet.Read[row](bytes.NewReader(data), int64(len(data)), schema())
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(records) {
		t.Fatalf("%d rows of %d records", len(rows), len(records))
	}
	for i := range rows {
		keys := recordKeys(t, &records[i])
		v := reflect.ValueOf(rows[i])
		for k, name := range columns() {
			want, ok := keys[name]
			if spans, found := strings.CutSuffix(name, "_spans"); found {
				want, ok = keys["spans"].(map[string]any)[spans], true
			}
			if !ok {
				continue // typed dates: TestDates
			}
			if want == nil && strings.HasSuffix(name, "_spans") {
				want = []any{}
			}
			got, err := json.Marshal(v.Field(k).Interface())
			if err != nil {
				t.Fatal(err)
			}
			wanted, _ := json.Marshal(want)
			if !bytes.Equal(got, wanted) {
				t.Errorf("row %d, %s: %s, want %s", i, name, got, wanted)
			}
		}
	}
}

func recordKeys(t *testing.T, r *pipeline.Record) map[string]any {
	t.Helper()
	line, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]any
	if err := json.Unmarshal(line, &keys); err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestTablesReadBack: CSV and TSV hold the same cells, whatever is in them.
func TestTablesReadBack(t *testing.T) {
	records := []pipeline.Record{record(1), bare()}
	want := [][]string{columns()}
	for i := range records {
		r := rowOf(&records[i])
		want = append(want, cells(&r))
	}
	got, err := csv.NewReader(bytes.NewReader(written(t, CSV, records, 1))).ReadAll()
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("CSV: %q\nwant %q (%v)", got, want, err)
	}
	got = nil
	back := strings.NewReplacer(`\\`, "\\", `\t`, "\t", `\n`, "\n", `\r`, "\r")
	for line := range strings.Lines(string(written(t, TSV, records, 2))) {
		var list []string
		for c := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "\t") {
			list = append(list, back.Replace(c))
		}
		got = append(got, list)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("TSV: %q\nwant %q", got, want)
	}
}

// TestCells: what stands in a table for each kind of value.
func TestCells(t *testing.T) {
	full, little := record(1), bare()
	r, b := rowOf(&full), rowOf(&little)
	at := func(r *row, column string) string { return cells(r)[slices.Index(columns(), column)] }
	for _, test := range []struct{ got, want string }{
		{at(&r, "authors"), `["Ada, Okoro","\"T\" Lindqvist"]`},
		{at(&r, "quote_spans"), `[[1,2],[3,4]]`},
		{at(&r, "mention_spans"), `[]`},
		{at(&r, "confidence"), `0.939`},
		{at(&r, "published_at"), `2024-07-18T02:54:00Z`},
		{at(&r, "date_day"), `2024-07-17`},
		{at(&r, "speaker"), `speaker 1`},
		{at(&b, "speaker"), ``},
		{at(&b, "published_at"), ``},
		{at(&b, "authors"), `[]`},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct{ in, day, at string }{
		{"2024", "", ""},
		{"2024-07", "", ""},
		{"2024-07-18", "2024-07-18", ""},
		{"1969-12-30", "1969-12-30", ""},
		{"2024-07-18T05:54", "2024-07-18", ""},
		{"2024-07-18T05:54:01", "2024-07-18", ""},
		{"2024-07-18T01:54+03:00", "2024-07-18", "2024-07-17T22:54:00Z"},
		{"2024-07-18T05:54:01.5Z", "2024-07-18", "2024-07-18T05:54:01.5Z"},
		{"2024-07-18T05:54:01-02:00", "2024-07-18", "2024-07-18T07:54:01Z"},
		{"not a date", "", ""},
	} {
		if got := cell(day(&test.in)); got != test.day {
			t.Errorf("%s: day %q, want %q", test.in, got, test.day)
		}
		if got := cell(instant(&test.in)); got != test.at {
			t.Errorf("%s: instant %q, want %q", test.in, got, test.at)
		}
	}
	if day(nil) != nil || instant(nil) != nil {
		t.Error("a date of nothing")
	}
}

// TestBytesAreTheSame: again, and however the records are cut into batches.
func TestBytesAreTheSame(t *testing.T) {
	var records []pipeline.Record
	for n := range 300 {
		records = append(records, record(n), bare())
	}
	for _, name := range Formats() {
		f := Format(name)
		want := written(t, f, records, len(records))
		for _, sizes := range [][]int{{len(records)}, {1}, {7, 0, 31}} {
			if !bytes.Equal(written(t, f, records, sizes...), want) {
				t.Errorf("%s: other bytes with batches of %d", f, sizes)
			}
		}
	}
}

// TestNothing: an output without records is whole too.
func TestNothing(t *testing.T) {
	head := strings.Join(columns(), ",") + "\n"
	for f, want := range map[Format]string{JSONL: "", "": "", CSV: head, TSV: strings.ReplaceAll(head, ",", "\t")} {
		if got := string(written(t, f, nil, 1)); got != want {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
	data := written(t, Parquet, nil, 1)
	if rows, err := parquet.Read[row](bytes.NewReader(data), int64(len(data)), schema()); err != nil || len(rows) != 0 {
		t.Errorf("parquet: %d rows, %v", len(rows), err)
	}
	var out bytes.Buffer
	if Continue(&out, CSV); out.Len() > 0 {
		t.Errorf("a head in the middle: %s", out.Bytes())
	}
}

// TestRowGroups: a group is written out before it grows without bound, whichever
// column it is that grows.
func TestRowGroups(t *testing.T) {
	const n, long = 40, 1 << 20
	for name, grow := range map[string]func(r *pipeline.Record){
		"context": func(r *pipeline.Record) { r.Context = strings.Repeat("x", long) },
		"title":   func(r *pipeline.Record) { r.Title = new(strings.Repeat("x", long)) },
		"authors": func(r *pipeline.Record) { r.Authors = slices.Repeat([]string{"Ada Okoro"}, long/16) },
		"spans":   func(r *pipeline.Record) { r.Spans.Quoted = slices.Repeat([][2]int{{1, 2}}, long/16) },
	} {
		t.Run(name, func(t *testing.T) {
			r := bare()
			grow(&r)
			data := written(t, Parquet, slices.Repeat([]pipeline.Record{r}, n), 10)
			f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			row := rowOf(&r)
			want := (n*size(schema().Deconstruct(nil, &row)) + groupBytes - 1) / groupBytes
			if got := len(f.RowGroups()); got != want || want < 2 || f.NumRows() != n {
				t.Errorf("%d groups of %d rows, want %d", got, f.NumRows(), want)
			}
			if by := f.Metadata().CreatedBy; !strings.HasPrefix(by, "quotes version 1") {
				t.Errorf("created by %s", by)
			}
		})
	}
}
