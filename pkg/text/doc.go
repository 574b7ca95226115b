// Package text turns an article into a document of paragraphs, sentences and
// tokens.
//
// It takes an [Article] (what ingestion found: a text, its blocks and the
// page's metadata) and gives a [Document]. Everything in a document is a
// [Span] of bytes into the article's unchanged text: nothing is copied and
// nothing is rewritten, so every later stage can point at the words it means.
//
// [NewDocument] is the door. Tags are filled in by a [Tagger], one sentence at
// a time and only where a later stage asks for them ([Document.TagSentence]).
package text
