package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// Words that tell whose a sentence is without a verb of saying of their own, or
// with one that only nods at it.

// inWords reads `in Lee's words, content`, `in the view of Lee, content` and
// `content, in the words of Lee`.
func (p *paragraph) inWords(u unit) []*draft {
	if p.headline || p.holds&isManner == 0 {
		return nil
	}
	var out []*draft
	for i := u.first; i+3 < u.last && len(out) < maxCues; i++ {
		if p.low(i) != "in" || p.inside(i) >= 0 {
			continue
		}
		cue, src, last := p.manner(i, u.last)
		if src.empty() {
			continue
		}
		d := &draft{rule: "in-words", lemma: "in the " + p.low(cue.last-1) + " of", cue: []phrase{cue}, src: src, block: p.block, lastBlock: p.block}
		if p.low(cue.last-1) == "of" {
			d.lemma = "in the " + p.low(cue.last-2) + " of"
		}
		d.fragments = p.mannerContent(u, i, last)
		out = append(out, d)
		i = last
	}
	return out
}

// manners are the nouns of such phrases.
var manners = lexicon.SetOf("words view opinion judgment judgement telling estimation")

// manner reads "in the words of Lee" or "in Lee's own words" from token i on:
// the words that report, the source, and where all of it ends.
func (p *paragraph) manner(i, end int) (cue, src phrase, last int) {
	if p.low(i+1) == "the" && manners.Has(p.low(i+2)) && p.low(i+3) == "of" {
		src = phrase{i + 4, p.phraseAfter(i+4, end)}
		if src.empty() || !p.somebody(src) {
			return phrase{}, phrase{}, 0
		}
		return phrase{i, i + 4}, src, src.last
	}
	for k := i + 2; k < end && k-i < 12 && p.inside(k) < 0; k++ {
		if !manners.Has(p.low(k)) {
			if p.finite(k) || p.is(k, isComma) {
				break
			}
			continue
		}
		src = p.possessor(unit{i + 1, end}, k)
		if src.first != i+1 || p.tag(src.first) == "PRP$" && !thirdPerson.Has(p.low(src.first)) {
			return phrase{}, phrase{}, 0
		}
		return phrase{k, k + 1}, src, k + 1
	}
	return phrase{}, phrase{}, 0
}

var thirdPerson = lexicon.SetOf("his her their its he she they")

// somebody reports whether a phrase names who can hold a view: a person, or one
// that it names anywhere ("the friends of Lee"), a role, or several of something.
func (p *paragraph) somebody(f phrase) bool {
	if p.person(f) {
		return true
	}
	for i := f.first; i < f.last; i++ {
		if p.capitalName(i) || p.speaks(i) || lexicon.Roles().Has(strings.TrimSuffix(p.low(i), "s")) {
			return true
		}
	}
	return p.tag(f.last-1) == "NNS"
}

// person reports whether a phrase starts or ends in a name, or ends in a role, a
// group or a pronoun of a person: its head, not what it is of ("Lee", but not "the
// results of Lee's poll").
func (p *paragraph) person(f phrase) bool {
	last := f.last - 1
	if p.low(last) == "," {
		last--
	}
	switch p.low(last) {
	case "he", "she", "they":
		return true
	}
	return p.capitalName(last) || p.capitalName(f.first) || p.speaks(last)
}

// mannerContent is a quotation right behind such a phrase, else what leans on it
// as on "according to".
func (p *paragraph) mannerContent(u unit, i, last int) []phrase {
	k := last
	if p.is(k, isComma|isColon) {
		k++
	}
	if k < u.last && p.inside(k) >= 0 {
		return []phrase{{k, p.quotationsEnd(phrase{k, u.last})}}
	}
	if t := p.tag(i - 2); p.is(i-1, isComma) && p.is(last, isComma) && (t == "WDT" || t == "WP") { // "a plan that, in her view, is bad"
		return []phrase{{last + 1, u.last}}
	}
	return p.accordingContent(u, i, last)
}

// asSaid reads `As Lee put it, content`: the clause of the cue reports the main
// one behind its comma.
func (p *paragraph) asSaid(u unit, c *cue, start int) *draft {
	as := c.src.first - 1
	verb, _, _ := strings.Cut(c.Lemma, " ")
	if c.src.empty() || c.inverted || c.dependent || !c.antecedent.empty() || writers.Has(p.low(c.src.first)) || p.low(as) != "as" || !p.opens(u.first, as) || !nods.Has(verb) {
		return nil
	}
	k := start
	if c.Has(lexicon.Addressee) {
		k = p.simpleAfter(k, u.last)
	}
	for n := 0; n < 3 && k < u.last && p.low(k) != ","; n++ {
		switch {
		case p.timeWord(k), p.tag(k) == "RB", p.low(k) == "last":
			k++
		case p.preposition(k):
			k = max(p.simpleAfter(k+1, u.last), k+1)
		}
	}
	content := phrase{k + 1, u.last}
	if p.low(k) != "," || p.tag(k+1) == "CC" || !p.hasFinite(content) && !p.quotedIn(content) {
		return nil
	}
	if p.inside(k+1) >= 0 {
		content.last = p.quotationsEnd(content)
	}
	return &draft{rule: "as-said", fragments: []phrase{content}}
}

// whatCalled reads `what Lee called "a sham"` and `what Lee says is "a sham"`.
func (p *paragraph) whatCalled(c *cue, limit int) *draft {
	if w := p.low(c.src.first - 1); c.src.empty() || c.inverted || w != "what" && !relatives.Has(w) {
		return nil
	}
	k := c.last
	switch {
	case c.Has(lexicon.Predicate) || p.low(k) == "as" && c.Takes("as"):
	case c.Has(lexicon.Clause) && p.isBe(k, k+1):
		k++
	default:
		return nil
	}
	if p.low(k) == "as" {
		k++
	}
	called := p.calledAt(k, limit)
	if called.empty() {
		return nil
	}
	if w := p.low(c.src.first); writers.Has(w) || w == "people" {
		return nil // a term
	}
	return &draft{rule: "called-what", fragments: []phrase{p.toQuotation(phrase{called.first, limit})}}
}

// writers are words for who writes the text, and who reads it.
var writers = lexicon.SetOf("i we you one")

// relatives are pronouns of relative clauses; "whose" stands with a noun.
var relatives = lexicon.SetOf("who whom which")

// whoSaid reads `a man who police say robbed two banks`, up to the verb of whom
// it stands for if that is a subject: "was arrested".
func (p *paragraph) whoSaid(u unit, c *cue) *draft {
	if c.src.empty() || c.inverted || !c.Has(lexicon.Clause) || c.Has(lexicon.Attitude) || !relatives.Has(p.low(c.src.first-1)) || !p.finite(c.last) && p.tag(c.last) != "VBN" {
		return nil
	}
	who := phrase{c.src.first - 1, c.src.first}
	c.own = true
	end := p.whoEnd(u, c, who.first)
	return &draft{rule: "clause-said-clause", fragments: []phrase{who, {c.last, end}}, formal: true, closed: end < u.last}
}

// whoEnd is where the clause ends that the cue c leads in behind the relative
// pronoun at who.
func (p *paragraph) whoEnd(u unit, c *cue, who int) int {
	end := p.relativeEnd(c.last, u.last)
	stop := who
	if p.is(stop-1, isComma) {
		stop--
	}
	first := p.simpleBefore(u.first, stop)
	if first >= stop {
		return end
	}
	switch before := (phrase{u.first, first}); {
	case first > u.first && p.tag(first-1) == "IN" && !p.hasFinite(before): // "For the man who ..., the road was closed"
		return min(end, p.mainClause(c.last, u.last))
	case !p.hasFinite(before), p.clauseOpens(first):
		return min(end, p.verbBeyond(c.last+1, u.last, 0))
	}
	return end
}

// clauseOpens reports whether a clause with a subject of its own starts at token
// i: behind "that", a conjunction, or a verb that a clause follows.
func (p *paragraph) clauseOpens(i int) bool {
	if w := p.low(i - 1); w == "that" || conjunctions.Has(w) {
		return true
	}
	for _, f := range lexicon.Cues().Of(p.low(i - 1)) {
		if f.Has(lexicon.Clause) && len(f.Tail) == 0 {
			return true
		}
	}
	return false
}

// nods are cues that report the main clause round an "as": "As Lee noted, ...".
var nods = lexicon.SetOf("say tell put note write warn report argue explain observe acknowledge mention recall predict suggest announce state remark admit concede insist claim declare testify conclude maintain")
