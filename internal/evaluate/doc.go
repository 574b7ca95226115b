// Package evaluate compares quotes with an annotated corpus, or one run's
// quotes with another's. It takes two [Set]s, as [Read] gives them, and
// [Compare] gives a [Report]: how many contents are found, how many of those
// have the right source, and both at once.
//
// A content is found where its letters overlap those of the annotation by
// Dice >= 0.8; its speaker is right where the mention covers half of the
// shorter of mention and annotated source. Everything counts code points.
package evaluate
