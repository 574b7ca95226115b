// Package tag gives words their Penn Treebank part of speech.
//
// [Prose] wraps the prose/v2 library. It implements text.Tagger: one sentence
// of words in, one tag a word out, safe for concurrent use.
package tag
