package output

import (
	"fmt"
	"io"

	"quotes/pkg/pipeline"
)

// Format names how records are written.
type Format string

// The formats. The zero value is JSONL.
const (
	JSONL   Format = "jsonl"
	CSV     Format = "csv"
	TSV     Format = "tsv"
	Parquet Format = "parquet"
)

// Formats lists the names of the formats.
func Formats() []string { return []string{string(JSONL), string(CSV), string(TSV), string(Parquet)} }

// Batch is what one document adds to the output, encoded. The zero value adds
// nothing.
type Batch struct {
	text []byte
	rows []row // of Parquet
}

// Text is a batch of bytes to be written as they are, to a Writer of JSONL.
func Text(b []byte) Batch { return Batch{text: b} }

// Encode encodes the records of one document. It may be called from several
// goroutines.
func (f Format) Encode(records []pipeline.Record) (Batch, error) {
	if f == JSONL || f == "" {
		lines, err := pipeline.AppendLines(nil, records)
		return Batch{text: lines}, err
	}
	rows := make([]row, len(records))
	for i := range records {
		rows[i] = rowOf(&records[i])
	}
	if f == Parquet {
		return Batch{rows: rows}, nil
	}
	table := make([][]string, len(rows))
	for i := range rows {
		table[i] = cells(&rows[i])
	}
	text, err := f.lines(table)
	return Batch{text: text}, err
}

// lines writes lines of a table that is text.
func (f Format) lines(table [][]string) ([]byte, error) {
	switch f {
	case CSV:
		return csvLines(table)
	case TSV:
		return tsvLines(table)
	}
	return nil, fmt.Errorf("unknown format %q", string(f))
}

// Writer writes batches of one format to a stream.
type Writer struct {
	out     io.Writer
	parquet *parquetWriter // nil: text
}

// New begins an output: it writes what stands before the first record.
func New(out io.Writer, f Format) (*Writer, error) {
	w := Continue(out, f)
	if f == CSV || f == TSV {
		head, err := f.lines([][]string{columns()})
		if err != nil {
			return nil, err
		}
		_, err = out.Write(head)
		return w, err
	}
	return w, nil
}

// Continue goes on with an output that [New] has begun. A Parquet file cannot
// be gone on with.
func Continue(out io.Writer, f Format) *Writer {
	w := &Writer{out: out}
	if f == Parquet {
		w.parquet = newParquetWriter(out)
	}
	return w
}

// Write adds a batch.
func (w *Writer) Write(b Batch) error {
	if w.parquet != nil {
		return w.parquet.write(b.rows)
	}
	if len(b.text) == 0 {
		return nil
	}
	_, err := w.out.Write(b.text)
	return err
}

// Close ends the output; the stream stays open.
func (w *Writer) Close() error {
	if w.parquet != nil {
		return w.parquet.close()
	}
	return nil
}
