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
	w     *parquet.GenericWriter[row]
	rows  int
	bytes int
}

func newParquetWriter(out io.Writer) *parquetWriter {
	return &parquetWriter{w: parquet.NewGenericWriter[row](out,
		parquet.Compression(&zstd.Codec{}),
		parquet.CreatedBy("quotes", "1", ""), // not the library's, which names its build
	)}
}

func (p *parquetWriter) write(rows []row) error {
	for i := range rows {
		if _, err := p.w.Write(rows[i : i+1]); err != nil {
			return err
		}
		p.rows++
		p.bytes += rows[i].size()
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

// size is about what a row takes before it is packed, in bytes: its long
// texts, and a little for each column.
func (r *row) size() int { return 200 + len(r.Quote) + len(r.Context) + len(r.DocID) }
