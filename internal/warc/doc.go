// Package warc reads WARC files (ISO 28500, versions 1.0 and 1.1) record by
// record: plain, packed with gzip a member each, or with zstd a frame each and
// a dictionary in front, as web archives write them.
//
// [Reader.Next] gives the records. A record that cannot be read is an [*Error]
// with its place in the file, or in the member where that holds several; the reader then goes on at the next member or record. What a
// server answered is parsed by [ParseResponse], and unpacked by
// [Response.Body]: a pure function, for workers, since it costs as much as
// reading the file.
//
// Memory is bounded by the limit the reader is given, and time is linear in
// the bytes that come out, whatever the input says of itself.
package warc
