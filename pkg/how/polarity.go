package how

import (
	"strings"

	"quotes/internal/lexicon"
)

// polarity tells whether the cue denies its content: a cue of denial before
// it, or a negation of any other. What follows a denial as a quotation of its
// own ("I was not there," she denied) is affirmed.
func (f *frame) polarity() Polarity {
	how, denies := denials().Find(f.a.CueLemma)
	if denies {
		denies = f.denied(how)
	}
	if denies != f.negated() {
		return Denied
	}
	return Affirmed
}

// denied reports whether a cue of denial turns its content down.
func (f *frame) denied(how string) bool {
	content := f.a.Content[0]
	if content.Start < f.a.Cue[0].Start {
		return false
	}
	if w := f.low(f.cue.last); (w == ":" || w == ",") && openingMark(f.word(f.cue.last+1)) {
		return false
	}
	if how == "all" {
		return true
	}
	return !f.predicated()
}

// predicated reports whether a content has the shape "the plan as costly", of
// something that is no saying.
func (f *frame) predicated() bool {
	c := f.tokens(f.a.Content[0])
	if f.low(f.cue.last) != "" && f.low(c.first-1) == "as" { // dismissed it as "costly"
		return true
	}
	for i := c.first; i < c.last && i < c.first+maxPhrase; i++ {
		w := f.low(i)
		if claims().Has(strings.TrimSuffix(w, "s")) || w == "theories" {
			return false
		}
		if w == "as" {
			return true
		}
		if w == "that" {
			return false
		}
	}
	return false
}

// negated reports whether a negation stands in the cue or right before it:
// "did not say", "has never claimed".
func (f *frame) negated() bool {
	c := f.tokens(f.a.Cue[0])
	for i := c.first; i < c.last; i++ {
		if negations.Has(f.low(i)) {
			return true
		}
	}
	i := c.first - 1
	if strings.HasPrefix(f.tag(i), "RB") && !negations.Has(f.low(i)) { // "never actually said"
		i--
	}
	return negations.Has(f.low(i)) && !f.said(i)
}

var negations = lexicon.SetOf("not n't n’t never cannot")
