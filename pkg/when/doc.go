// Package when tells when something was said: it finds the words of a
// sentence that date it ("on Wednesday", "earlier this month", "in a 2016
// interview") and resolves them against the date of publication.
package when
