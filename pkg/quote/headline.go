package quote

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// label reads `Lee: content` and `content: Lee` in headlines, tickers and
// lists of stories, and `LEE: content` in transcripts.
func (p *paragraph) label(u unit) *draft {
	colon := p.colon(u)
	if colon < 0 {
		return p.dashTail(u)
	}
	if p.namesSource(u.first, colon) && u.last-colon > 2 && p.states(p.labelSource(u.first, colon), phrase{colon + 1, p.last}) {
		return p.labelled("source-colon", colon, p.labelSource(u.first, colon), phrase{colon + 1, p.last})
	}
	if end := p.unpunctuated(u); p.headline && p.namesTail(colon+1, end) && colon-u.first >= 3 && !readMore(p.low(u.first), p.low(u.first+1)) {
		return p.labelled("colon-source", colon, phrase{colon + 1, end}, phrase{u.first, colon})
	}
	return nil
}

// dashTail reads `content - police` in headlines: a noun for who reports, behind a
// dash.
func (p *paragraph) dashTail(u unit) *draft {
	end := p.unpunctuated(u)
	for i := end - 2; p.headline && i >= end-4 && i-u.first >= 3; i-- {
		if !p.dash(i) {
			continue
		}
		if p.inside(i) >= 0 || p.capital(i+1) && !p.capital(u.first+1) || !p.namesTail(i+1, end) || !reportWords.Has(p.low(end-1)) {
			return nil
		}
		d := p.labelled("colon-source", i, phrase{i + 1, end}, phrase{u.first, i})
		d.lemma = p.low(i)
		return d
	}
	return nil
}

// states reports whether what stands behind a label is what its bearer says and
// not what a headline tells of a topic ("Austria: Third appearance", "Assange:
// Sweden drops inquiry, says lawyer"). Tickers and transcripts label nothing but
// speakers, and a noun for who speaks ("Police: ...", "Mayor Lee: ...") is one
// anywhere.
func (p *paragraph) states(src, content phrase) bool {
	section := p.doc.Blocks[p.block].Section
	if section == text.Ticker || !p.headline {
		return true
	}
	if p.tellsOf(content) || src.last-src.first > 1 && p.stressed(src.last-1) && !p.stressed(src.first) {
		return false
	}
	if !p.quotedIn(content) && p.topic(src, content.first-1) {
		return false
	}
	if p.quotedIn(content) || p.speaks(src.last-1) || lexicon.Roles().Has(p.low(src.first)) {
		return true
	}
	return p.hasFinite(content) && (src.last-src.first > 1 || lexicon.Places().Of(p.low(src.first)) == "" || p.modal(content))
}

// topic reports whether what stands before a colon is what a headline is about:
// "Osterby chaos: ...", "Lee on the brink: ...", "Storm in Osterby: ...".
func (p *paragraph) topic(src phrase, colon int) bool {
	last := src.last - 1
	if !p.capital(last) && !p.speaks(last) || src.last < colon && p.low(src.last) == "on" {
		return true
	}
	return src.last-src.first > 2 && p.low(src.first+1) == "in" && !p.speaks(src.first)
}

// tellsOf reports whether a headline asks or reports by itself.
func (p *paragraph) tellsOf(content phrase) bool {
	if clauseOpeners.Has(p.low(content.first)) || p.low(content.last-1) == "?" {
		return true
	}
	for i := content.first; i < content.last; i++ {
		if p.inside(i) < 0 && p.finite(i) && p.mayReport(i) {
			return true
		}
	}
	return false
}

// stressed reports a word written in capitals ("Venice DOOMED").
func (p *paragraph) stressed(i int) bool {
	return len(p.word(i)) > 3 && p.word(i) == strings.ToUpper(p.word(i))
}

func (p *paragraph) modal(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if p.tag(i) == "MD" {
			return true
		}
	}
	return false
}

// named reads `Lee: "..."` and `More from Lee: "..."` in running text: a name
// that ends in a colon, with a quotation of some length behind it.
func (p *paragraph) named(u unit) *draft {
	if p.holds&isColon == 0 {
		return nil
	}
	for i := u.first + 1; i+1 < u.last && p.inside(i) < 0; i++ {
		if !p.is(i, isColon) || p.inside(i+1) < 0 {
			continue
		}
		if !p.sentenceLike(p.inside(i+1)) && !p.shortSentence(p.inside(i+1)) {
			return nil
		}
		if d := p.answered(u, i); d != nil {
			return d
		}
		if d := p.blunt(u, i); d != nil {
			return d
		}
		if !p.sentenceLike(p.inside(i + 1)) {
			return nil
		}
		first, last := p.phraseBefore(u.first, i)
		src := phrase{first, last}
		if src.empty() || last != i || !p.capital(last-1) && !p.speaks(last-1) || !p.nameLike(src) {
			return nil
		}
		return p.labelled("name-colon", i, src, phrase{i + 1, p.quotations[p.inside(i+1)].end(p.last)})
	}
	return nil
}

// turn reads `"LEE: content`: a transcript whose every paragraph has a mark in
// front.
func (p *paragraph) turn() *draft {
	if k := p.inside(p.first); k < 0 || p.quotations[k].open != p.first {
		return nil
	}
	for i := p.first + 2; i < p.last && i < p.first+6; i++ {
		if p.is(i, isColon) && p.shouted(p.first+1, i) {
			return p.labelled("source-colon", i, phrase{p.first + 1, i}, phrase{i + 1, p.quotations[p.inside(p.first)].last(p.last)})
		}
	}
	return nil
}

func (p *paragraph) labelled(rule string, colon int, src, content phrase) *draft {
	return &draft{rule: rule, lemma: ":", cue: []phrase{{colon, colon + 1}}, src: src, fragments: []phrase{content}, block: p.block, lastBlock: p.block}
}

func readMore(a, b string) bool { return (a == "read" || a == "see" || a == "watch") && b != "" }

func (p *paragraph) unpunctuated(u unit) int {
	end := u.last
	for end > u.first && p.is(end-1, isMark) && p.inside(end-1) < 0 {
		end--
	}
	return end
}

// colon is the first (for a label in front) colon of a unit outside
// quotations, behind a first word and before a space.
func (p *paragraph) colon(u unit) int {
	if p.holds&isColon == 0 {
		return -1
	}
	for i := u.first + 1; i+1 < u.last; i++ {
		if p.is(i, isColon) && p.inside(i) < 0 {
			if p.headline || i-u.first <= 4 && p.shouted(u.first, i) {
				return i
			}
			return -1
		}
	}
	return -1
}

// shouted reports whether the words are written in capitals throughout, as
// transcripts write who speaks.
func (p *paragraph) shouted(first, last int) bool {
	letters := false
	for i := first; i < last; i++ {
		w := p.word(i)
		if w != strings.ToUpper(w) {
			return false
		}
		letters = letters || len(w) > 2 && w != strings.ToLower(w)
	}
	return letters && (first == p.first || first == p.first+1 && p.inside(p.first) >= 0)
}

// notSources are labels that name no speaker.
var notSources = lexicon.SetOf("latest read watch listen video photos photo pictures gallery live update updated breaking exclusive analysis opinion editorial review explainer note fact factbox related more also see correction editor's story podcast interview profile obituary timeline summary highlights recap preview poll quiz image images credit source sources by published tags topics")

// noLabels end labels of kinds of text and of offers ("UK weather forecast:",
// "Deal Alert:").
var noLabels = lexicon.SetOf("alert deal deals forecast guide list lists podcast predictions recipe recipes roundup videos view weather")

// namesSource reports whether the words before a colon can name a speaker: up
// to a dozen, the first a capital, no verb among them.
func (p *paragraph) namesSource(first, last int) bool {
	if last <= first || last-first > 24 || !p.capital(first) {
		return false
	}
	if noLabels.Has(p.low(last - 1)) {
		return false
	}
	if p.tells(first, last) {
		return false
	}
	if p.low(first) == "the" && last-first == 2 && notSources.Has(p.low(first+1)) { // "The Latest: ..."
		return false
	}
	if notSources.Has(p.low(first)) && last-first <= 3 {
		return p.low(first) == "sources" || p.low(first) == "source"
	}
	ticker := p.doc.Blocks[p.block].Section == text.Ticker
	for i := first; i < last; i++ {
		w := p.low(i)
		if p.inside(i) >= 0 || w == "?" || w == "!" || w == ";" || verbWords.Has(w) || w == "to" && !ticker {
			return false
		}
	}
	f := p.labelSource(first, last)
	return f.last-f.first <= 8 && p.nameLike(f)
}

// tells reports whether the words before a colon say that somebody tells
// somebody else ("Lee tells council: ..."), or are a result ("Osterby 2-1 Norway").
func (p *paragraph) tells(first, last int) bool {
	for i := first + 1; i < last; i++ {
		switch w := p.low(i); {
		case w == "tells" || w == "told":
			return true
		case len(w) > 2 && w[0] >= '0' && w[0] <= '9' && strings.ContainsAny(w, "-–") && last-i > 1:
			return true
		}
	}
	return false
}

// nameLike reports whether most words of a label are names or nouns for who
// speaks; a single word must never stand in lower case elsewhere in the
// document ("Coronavirus: ...").
func (p *paragraph) nameLike(f phrase) bool {
	names, words := 0, 0
	for i := f.first; i < f.last; i++ {
		w := p.low(i)
		if punctuation(w) || w == "'s" || w == "’s" || len(w) < 4 && !p.capital(i) {
			continue
		}
		words++
		if p.capital(i) || p.speaks(i) {
			names++
		}
	}
	if f.last-f.first == 1 && !p.speaks(f.first) && p.lowered.has(p.low(f.first)) {
		return false
	}
	return 2*names > words
}

// verbWords show that a line before a colon is a statement of its own.
var verbWords = lexicon.SetOf("is are was were has have had be will would can could should must may might do does did what how why when where who which gets get goes makes make takes take wins hits")

// labelSource is the name among the words of a label: what stands before
// "in", "from", "on" or "at", and behind a title that a comma sets off.
func (p *paragraph) labelSource(first, last int) phrase {
	f := phrase{first, last}
	for i := first + 1; i < last; i++ {
		switch p.low(i) {
		case "from", "on", "at", "via", "during":
			return p.labelSource(first, i)
		case "in":
			if p.low(i-1) == "," {
				return p.labelSource(first, i)
			}
		}
	}
	if f.last > f.first && p.low(f.last-1) == "," {
		f.last--
	}
	return f
}

// namesTail reports whether the words behind a headline's colon only name a
// source: one to four, a noun for who reports last, or a name that is plainly
// one ("Welcome to the future" is none).
func (p *paragraph) namesTail(first, last int) bool {
	if last <= first || last-first > 4 {
		return false
	}
	for i := first; i < last; i++ {
		if p.inside(i) >= 0 || verbWords.Has(p.low(i)) || p.is(i, isMark) || p.tag(i) == "CD" {
			return false
		}
	}
	if reportWords.Has(p.low(last - 1)) {
		return true
	}
	small := 0
	for i := first; i < last; i++ {
		if !p.capital(i) {
			small++
			if len(p.low(i)) < 4 || last-first < 3 {
				return false
			}
		}
	}
	if small > 1 || !p.capital(first) {
		return false
	}
	if p.sentenceCase(first-1) && !p.lowered.has(p.low(first)) {
		return true
	}
	switch last - first {
	case 1:
		return p.acronym(first) || lexicon.Places().Has(p.low(first))
	case 2, 3:
		return lexicon.FirstNames().Has(p.low(first)) || lexicon.OrganizationWords().Has(p.low(last-1)) || lexicon.Roles().Has(strings.TrimSuffix(p.low(first), "."))
	}
	return lexicon.OrganizationWords().Has(p.low(last - 1))
}

// sentenceCase reports whether the words before token end are written as in
// running text, so that a capital shows a name.
func (p *paragraph) sentenceCase(end int) bool {
	small := 0
	for i := p.first + 1; i < end; i++ {
		if w := p.word(i); len(w) > 3 && w == p.low(i) {
			small++
		}
	}
	return small > 1
}

// acronym reports a word of two letters or more in capitals.
func (p *paragraph) acronym(i int) bool {
	w := p.word(i)
	return len(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}

var reportWords = lexicon.SetOf("official agency lawyer court study researchers scientists report reports source sources survey poll officials police media expert experts ministry un minister analyst analysts witnesses")
