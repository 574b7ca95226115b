// Package tag finds out what linear models tell of words: their Penn Treebank
// part of speech, the names they belong to, and the words that govern them.
//
// [Linear] and [Prose] are the two part-of-speech taggers; both implement
// text.Tagger: one sentence of words in, one tag a word out, safe for
// concurrent use. Linear is the project's own and the better one by speed and
// agreement (internal/model/data/taggers.md); Prose wraps prose/v2.
//
// [Paragraph] is the door for all of it: Fill reads a block of a document,
// Annotate runs the models, Annotation gives what they found. It allocates
// nothing once its buffers have grown.
package tag
