// Package tag finds out what linear models tell of words: their Penn Treebank
// part of speech, the words that govern them, and which of them name a source,
// report, or are what was said.
//
// [Linear] and [Prose] are the two part-of-speech taggers; both implement
// text.Tagger: one sentence of words in, one tag a word out, safe for
// concurrent use. Linear is the project's own and the better one by speed and
// agreement (internal/model/data/taggers.md); Prose wraps prose/v2.
//
// [Labeler] is the door for a whole document: one label a token with the
// probability of each role, and the spans of source, cue and content with the
// probability that each is exactly right (internal/model/data/labels.md).
//
// [Paragraph] is the door for one block and for training: Fill reads it,
// Annotate runs the taggers, Annotation gives what they found, and the methods
// that end in Features say what each model reads. Nothing here allocates once
// its buffers have grown.
package tag
