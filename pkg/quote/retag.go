package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// A verb in the present tense that ends its sentence looks like a plural noun
// to a tagger: `"...," the mayor warns.`, "..., the paper reports on Monday."

// mendTags gives such verbs the tag of a verb, so that rules and models read
// them as one; and the WHO and the US that of a name.
func (p *paragraph) mendTags() {
	if p.headline || p.holds&canReport == 0 {
		return
	}
	for i := p.first; i < p.last; i++ {
		if p.shortName(i) {
			p.doc.Tokens[i].Tag = "NNP"
		}
		if !p.is(i, isVerb) || !strings.HasPrefix(p.tag(i), "NN") && p.tag(i) != "VB" || p.inside(i) >= 0 {
			continue
		}
		if tag := p.verbTag(i); tag != "" {
			p.doc.Tokens[i].Tag = tag
		}
	}
}

// shortName reports whether a pronoun in capitals is a name, where not all is
// written so: "WHO says", "the US military".
func (p *paragraph) shortName(i int) bool {
	if t := p.tag(i); t != "WP" && t != "PRP" {
		return false
	}
	if w := p.word(i); w != "WHO" && w != "US" {
		return false
	}
	return !p.allCapitals(i-1) && !p.allCapitals(i+1)
}

// allCapitals reports whether token i is a word of capitals.
func (p *paragraph) allCapitals(i int) bool {
	if i < p.first || i >= p.last {
		return false
	}
	w := p.word(i)
	return len(w) > 1 && w != p.low(i) && strings.ToUpper(w) == w
}

// verbTag is the tag that token i has as a verb, "" where it may be the noun.
func (p *paragraph) verbTag(i int) string {
	from := p.doc.Sentences[p.doc.SentenceOf(i)].First
	switch {
	case p.tag(i) == "VB": // ", warn police."
		if tag := p.presentTag(i, i+1); tag != "" && (p.low(i-1) == "," || p.inside(i-1) >= 0) && p.closingClause(i) && p.invertedSubject(i+1) {
			return tag
		}
		return ""
	case p.low(i) == "read" && (p.closesClause(i+1) && p.closingDocument(from, i) || p.opensContent(i+1) && p.openingDocument(from, i)):
		return "VBD"
	case strings.HasSuffix(p.low(i), "ing") && p.low(i+1) == "that":
		if f, l := p.phraseBefore(from, i); f < l && p.low(f-1) == "with" {
			return "VBG"
		}
	}
	if tag := p.presentTag(i, i-1); tag != "" && (p.closesClause(i+1) && p.closingSubject(i) || p.opensContent(i+1) && p.openingSubject(i)) {
		return tag
	}
	if tag := p.presentTag(i, i-1); tag != "" && p.low(from) == "as" && p.low(i+1) == "," { // "As the paper notes, ..."
		if f, l := p.phraseBefore(from+1, i); f == from+1 && f < l {
			return tag
		}
	}
	if tag := p.presentTag(i, i+1); tag != "" && p.closingClause(i) && p.invertedSubject(i+1) {
		return tag
	}
	return ""
}

// closingDocument reports whether the words before token i name what can be
// read, behind a quotation.
func (p *paragraph) closingDocument(from, i int) bool {
	f, last := p.phraseBefore(from, i)
	return f < last && f > from && p.inside(f-1) >= 0
}

// openingDocument reports whether the words from a sentence's start to token i
// name what can be read: "The sign on the door read: ..."
func (p *paragraph) openingDocument(from, i int) bool {
	f, last := p.phraseBefore(from, i)
	return f < last && p.inside(i+1) < 0 && (p.inside(i+2) >= 0 || p.is(i+1, isColon) && i+2 == p.last)
}

// presentTag is the tag of a reporting verb in the present tense whose subject
// stands at token of, "" for other words: "warns" for one, "warn" for several.
func (p *paragraph) presentTag(i, of int) string {
	for _, f := range lexicon.Cues().Of(p.low(i)) {
		switch {
		case len(f.Tail) > 0 || !f.Has(lexicon.Quotation|lexicon.Clause):
		case f.Form&lexicon.ThirdPerson != 0:
			return "VBZ"
		case f.Form&lexicon.Base != 0 && p.several(of):
			return "VBP"
		}
	}
	return ""
}

// closesClause reports whether a clause ends before token i, or goes on with no
// more than a time.
func (p *paragraph) closesClause(i int) bool {
	switch p.low(i) {
	case "", ".", ",", ";":
		return true
	case "on", "in", "this", "last":
		return p.timeWord(i + 1)
	}
	return p.timeWord(i)
}

// closingSubject reports whether the words before token i name somebody behind
// a quotation or a clause.
func (p *paragraph) closingSubject(i int) bool {
	from := p.doc.Sentences[p.doc.SentenceOf(i)].First
	f, last := p.phraseBefore(from, i)
	if f >= last || f < from || f == from && p.inside(f-1) < 0 {
		return false
	}
	if !p.capital(f) && !p.speaks(last-1) { // "she lost the house, the land claims"
		return false
	}
	return p.closingClause(f)
}

// opensContent reports whether what is said starts at token i, or goes on to it
// after a place or a time.
func (p *paragraph) opensContent(i int) bool {
	switch p.low(i) {
	case "that", ":":
		return true
	case ",":
		return p.inside(i+1) >= 0
	case "in":
		return p.low(i+1) == "a" || p.low(i+1) == "an"
	case "on":
		return p.timeWord(i+1) && p.low(i+2) == "that"
	}
	return p.inside(i) >= 0
}

// openingSubject reports whether the words from the start of the sentence to
// token i name somebody: "The paper reports that ..."
func (p *paragraph) openingSubject(i int) bool {
	from := p.doc.Sentences[p.doc.SentenceOf(i)].First
	if t := p.tag(from); t == "CC" {
		from++
	}
	f, last := p.phraseBefore(from, i)
	return f == from && last == i && (p.capital(i-1) || p.tag(i-1) == "NN" && p.tag(f) == "DT")
}

// longClause bounds how far back the verb of a clause is looked for.
const longClause = 80

// closingClause reports whether a quotation ends before token i, or a clause
// with a verb of its own that a comma sets off.
func (p *paragraph) closingClause(i int) bool {
	if p.inside(i-1) >= 0 {
		return true
	}
	if p.low(i-1) != "," {
		return false
	}
	for k := i - 2; k >= max(p.doc.Sentences[p.doc.SentenceOf(i)].First, i-longClause); k-- {
		if p.inside(k) >= 0 || p.finite(k) {
			return true
		}
	}
	return false
}

// invertedSubject reports whether somebody is named from token i to where the
// clause ends: ", warns the mayor."
func (p *paragraph) invertedSubject(i int) bool {
	if t := p.tag(i); !(t == "DT" || t == "PRP$" || p.capital(i) || p.several(i) && p.speaks(i)) {
		return false
	}
	last := p.phraseAfter(i, p.doc.Sentences[p.doc.SentenceOf(i)].Last)
	return last > i && p.closesClause(last) && (p.capital(i) || p.speaks(last-1) || p.speaks(p.simpleAfter(i, last)-1))
}
