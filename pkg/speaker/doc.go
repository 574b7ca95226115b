// Package speaker tells who speaks in a quote: it reads the noun phrase that
// names the source, finds the person, organisation, group or document behind
// it, and gives each the fullest name and role that the document has.
//
// It takes a document and its quotes and gives one [Attribution] a quote, in
// the same order; [Resolve] is the door. The resolution goes through the
// document once, keeping who was mentioned last, so its cost grows with the
// length of the document.
package speaker
