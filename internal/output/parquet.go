package output

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// A row group is written out when it has that many rows, or that many bytes
// of text before packing: it is what the writer holds in memory.
const (
	groupRows  = 100_000
	groupBytes = 32 << 20
)

// parquetWriter cuts the rows into groups.
type parquetWriter struct {
	w     *parquet.GenericWriter[any]
	line  parquet.Row
	rows  int
	bytes int
}

func newParquetWriter(out io.Writer) *parquetWriter {
	return &parquetWriter{w: parquet.NewGenericWriter[any](out, schema(),
		parquet.Compression(&zstd.Codec{}),
		parquet.CreatedBy("quotes", "1", ""), // not the library's, which names its build
	)}
}

func (p *parquetWriter) write(rows []row) error {
	for i := range rows {
		p.line = schema().Deconstruct(p.line[:0], &rows[i])
		if _, err := p.w.WriteRows([]parquet.Row{p.line}); err != nil {
			return err
		}
		p.rows++
		p.bytes += size(p.line)
		if p.rows >= groupRows || p.bytes >= groupBytes {
			if err := p.w.Flush(); err != nil {
				return err
			}
			p.rows, p.bytes = 0, 0
		}
	}
	return nil
}

func (p *parquetWriter) close() error { return p.w.Close() }

// size is about what a line takes before it is packed, in bytes: its texts, and
// a little for each of its values.
func size(line parquet.Row) int {
	n := 0
	for _, v := range line {
		n += 8
		if v.Kind() == parquet.ByteArray {
			n += len(v.ByteArray())
		}
	}
	return n
}
