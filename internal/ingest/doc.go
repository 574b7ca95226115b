// Package ingest turns inputs (files, folders, standard input) into articles:
// a text, its blocks by section, and what the page states about itself.
//
// Two doors lead in. [Read] does everything in turn and yields articles.
// [Open] yields the raw documents only, one at a time, and [Raw.Article]
// parses one of them: callers with several workers use this pair, since
// parsing is the costly step and is a pure function of the raw document.
//
// It reads HTML pages, page-text dumps (the visible text of a page as a
// browser saves it), plain article text, JSONL documents and web archives
// (WARC), packed with gzip, zstd or bzip2 or not. Every failure is an [*Error] about one input, and
// reading goes on with the next.
package ingest
