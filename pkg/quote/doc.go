// Package quote finds quotations in the text of a document: what is said, the
// words that report it and the words that name the source.
//
// [Find] lists what is said, written or announced; [FindAll] also what sources
// want or believe. Both take a [text.Document], whose sentences they tag, and
// give spans of its bytes; they are pure functions and safe for concurrent use
// on different documents. Nothing found is an empty list, never an error.
//
// Rules draft reports from marks, cues and their frames, one file a phenomenon;
// the models of internal/tag label words where the rules leave doubt; the
// decider weighs the readings of both, the linker who is the source
// (docs/decisions/0010-one-decider.md, 0012-sources-are-chosen.md).
package quote
