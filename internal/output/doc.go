// Package output writes records as JSON lines or as a flat table: CSV, TSV or
// Parquet.
//
// [Format.Encode] turns the records of one document into a [Batch]; it is a
// pure function, so that workers may encode in parallel. A [Writer] puts
// batches into a stream, in the order they are given, and ends it. The same
// batches give the same bytes.
//
// The columns of a table are the fields of row.
package output
