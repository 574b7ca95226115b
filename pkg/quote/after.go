package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// contentAfter reads the content that follows a cue, between start and limit,
// and names the rule; the rule is "" where nothing fits.
func (p *paragraph) contentAfter(c *cue, start, limit int) (phrase, string) {
	if start >= limit {
		return phrase{}, ""
	}
	if c.inverted {
		return p.quotationAt(start, limit)
	}
	k := p.skipAdjuncts(start, limit)
	for _, frame := range frames {
		if f, rule := frame(p, c, k, limit); rule != "" {
			return f, rule
		}
	}
	return phrase{}, ""
}

// frame reads the content of c from token k on, as one shape of content.
type frame func(p *paragraph, c *cue, k, limit int) (phrase, string)

// frames in the order in which they are tried: the ones that a word or a mark
// shows come first, bare clauses and noun phrases last.
var frames = []frame{
	quotationFrame, thatFrame, voicedFrame, prepositionFrame, infinitiveFrame, addresseeFrame,
	predicateFrame, clauseFrame, nounFrame,
}

// quotationAt reads a quotation that a comma, a colon or nothing leads in.
func (p *paragraph) quotationAt(k, limit int) (phrase, string) {
	if p.low(k) == "," || p.low(k) == ":" || p.low(k) == "-" || p.low(k) == "—" || p.low(k) == "–" || p.low(k) == "--" {
		k++
	}
	if (p.tag(k) == "CC" || p.tag(k) == "IN") && p.inside(k+1) >= 0 && p.low(k-1) == "," {
		return phrase{k + 1, limit}, "said-quote"
	}
	if k < limit && p.inside(k) >= 0 {
		return phrase{k, limit}, "said-quote"
	}
	return phrase{}, ""
}

func quotationFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.Quotation | lexicon.Clause | lexicon.Predicate | lexicon.Attitude | lexicon.QuotedNoun) {
		return phrase{}, ""
	}
	f, rule := p.quotationAt(k, limit)
	if rule == "" && p.low(k) == ":" && k+1 < limit && c.Has(lexicon.Quotation) {
		return phrase{k + 1, limit}, "said-colon"
	}
	switch {
	case rule == "":
	case p.low(k) == "," || p.low(k) == ":":
		f.last = p.quotationsEnd(f)
	case c.Form&lexicon.Past != 0 && p.tag(c.head) == "VBN" && c.first == c.head && c.Has(lexicon.Predicate):
		return phrase{}, "" // a firm called "X"
	default:
		f.last = p.quotationEnd(f, c)
	}
	return f, rule
}

// quotationsEnd is where a quotation that a comma or a colon leads in ends,
// with those that only a conjunction ties to it.
func (p *paragraph) quotationsEnd(f phrase) int {
	end := p.quotations[p.inside(f.first)].end(p.last)
	for end < f.last {
		next := end
		for next < f.last && p.inside(next) < 0 && next-end < 4 && (p.tag(next) == "CC" || p.low(next) == "," || p.low(next) == "that") {
			next++
		}
		if next == f.last || p.inside(next) < 0 {
			break
		}
		end = p.quotations[p.inside(next)].end(p.last)
	}
	return min(end, f.last)
}

// quotationEnd keeps to the quotation where what follows it is plainly no
// more of the content: the object of a verb such as "called".
func (p *paragraph) quotationEnd(f phrase, c *cue) int {
	end := p.quotations[p.inside(f.first)].end(p.last)
	if end >= f.last {
		return f.last
	}
	if t := p.tag(end); c.Has(lexicon.Clause|lexicon.ThatClause) && p.low(end) != "," && t != "IN" && t != "RB" && t != "CC" {
		return f.last
	}
	if p.low(end) == "," || p.tag(end) == "IN" || p.tag(end) == "RB" || p.tag(end) == "CC" {
		for i := end; i < f.last; i++ { // more quotations of the same content
			if p.inside(i) >= 0 {
				return f.last
			}
		}
		return end
	}
	return f.last
}

var clauseOpeners = lexicon.SetOf("that how why what whether if who where when which")

func thatFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.ThatClause) {
		return phrase{}, ""
	}
	if p.low(k) == "," && (p.low(k+1) == "that" || c.Has(lexicon.Clause) && p.tag(k+1) == "CC" && p.low(k+2) == "that") {
		k++
	}
	if !clauseOpeners.Has(p.low(k)) || limit-k < 3 {
		return phrase{}, ""
	}
	if p.low(k) == "that" {
		if !p.hasFinite(phrase{k + 1, limit}) && !p.quotedIn(phrase{k, limit}) && !(c.Has(lexicon.Quotation|lexicon.Clause) && (p.tag(k+1) == "DT" || p.tag(k+1) == "PRP")) {
			return phrase{}, ""
		}
		f := phrase{k, limit}
		if p.conjunction(k) {
			f.first++
		}
		if p.inside(f.first) >= 0 {
			f.last = p.quotationEnd(f, c)
		}
		return f, "said-that"
	}
	if c.Lemma == "say" && p.low(k) == "when" || p.low(k) == "which" {
		return phrase{}, ""
	}
	return phrase{k, limit}, "said-how"
}

func (p *paragraph) quotedIn(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if p.inside(i) >= 0 {
			return true
		}
	}
	return false
}

// prepositionFrame: warned | of floods; accused Poe | of lying.
func prepositionFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if c.Takes(p.low(k)) && k+1 < limit && c.last == k && !p.timeWord(k+1) && !(p.low(k) == "for" && spans.Has(p.low(k+1))) {
		c.last = k + 1
		return p.nounContent(k+1, limit), "warned-of"
	}
	if c.Has(lexicon.Addressee|lexicon.Directive) || c.Lemma == "accuse" {
		for i := k + 1; i+1 < limit && i-k < maxPhrase && p.inside(i) < 0; i++ {
			if clauseOpeners.Has(p.low(i)) || p.low(i) == "to" && c.Has(lexicon.Directive) || p.finite(i) {
				break
			}
			if c.Takes(p.low(i)) && (p.low(i) == "of" || p.low(i) == "about" || p.low(i) == "against") {
				return p.nounContent(i+1, limit), "accused-of"
			}
		}
	}
	return phrase{}, ""
}

// voiced are nouns that a verb of uttering takes together with a clause:
// "expressed concern that ...".
var voiced = lexicon.SetOf("concern concerns fear fears hope hopes doubt doubts confidence belief view views opinion optimism worry worries regret suspicion suspicions frustration disappointment surprise support desire wish claim claims point argument case")

func voicedFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.Noun | lexicon.QuotedNoun) {
		return phrase{}, ""
	}
	for i := k; i+3 < limit && i < k+3; i++ {
		if voiced.Has(p.low(i)) && p.low(i+1) == "that" {
			c.last = i + 1
			return phrase{i + 2, limit}, "voiced-that"
		}
	}
	return phrase{}, ""
}

func infinitiveFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if p.anonymous(k) {
		return phrase{}, ""
	}
	if c.Has(lexicon.Infinitive) && p.low(k) == "to" && strings.HasPrefix(p.tag(k+1), "VB") && limit-k > 2 {
		return phrase{k, limit}, "vowed-to"
	}
	if p.headline && p.low(k) == "to" && c.Has(lexicon.Predicate) {
		return phrase{k, limit}, "vowed-to"
	}
	return phrase{}, ""
}

// anonymous: "asked | not to be named" asks for nothing that is reported.
func (p *paragraph) anonymous(k int) bool {
	if p.low(k) == "not" && p.low(k+1) == "to" || p.low(k) == "to" && p.low(k+1) == "not" {
		k += 2
	} else if p.low(k-1) == "not" && p.low(k) == "to" {
		k++
	} else if p.low(k) == "to" && p.low(k+1) == "remain" {
		return p.low(k+2) == "anonymous"
	}
	return p.low(k) == "be" && namings.Has(p.low(k+1))
}

var namings = lexicon.SetOf("named identified quoted cited")

// addresseeFrame: told reporters | that ...; urged Poe | to leave.
func addresseeFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.Addressee | lexicon.Directive) {
		return phrase{}, ""
	}
	end := p.simpleAfter(k, limit)
	if p.headline {
		end = p.headlineAddressee(k, limit)
	}
	if end == k {
		return phrase{}, ""
	}
	if e := p.told(k, end); e > k && e < end && c.Has(lexicon.Addressee) && !p.headline {
		if f, rule := bareClause(p, c, e, limit); rule != "" && p.hasFinite(f) {
			return f, strings.Replace(rule, "said", "told", 1)
		}
	}
	end = p.appositionEnd(end, limit)
	if c.Lemma == "ask" && p.low(end) == "for" && p.opensNoun(end+1) && end-k < 4 && !spans.Has(p.low(end+1)) { // "asked the town for three more weeks"
		return p.nounContent(end+1, limit), "accused-of"
	}
	if c.Has(lexicon.Directive) && p.low(end) == "to" {
		return phrase{end, limit}, "urged-to"
	}
	if !c.Has(lexicon.Addressee) {
		return phrase{}, ""
	}
	j := p.skipAdjuncts(end, limit)
	for _, next := range []frame{quotationFrame, thatFrame, bareClause} {
		if f, rule := next(p, c, j, limit); rule != "" {
			return f, strings.Replace(rule, "said", "told", 1)
		}
	}
	return phrase{}, ""
}

// told is the end of those who are told something, where a clause may follow
// without a word between: "told reporters | prices may rise", "told Sky News |
// prices may rise"; k where token k does not start them. They end before token
// end.
func (p *paragraph) told(k, end int) int {
	if lexicon.Listeners().Has(p.low(k)) {
		return k + 1
	}
	i := k
	if p.low(i) == "the" {
		i++
	}
	first := i
	for i < end && p.capital(i) && p.inside(i) < 0 {
		i++
	}
	if s := p.low(i); (s == "'s" || s == "’s") && i > first && i+1 < end && p.capital(i+1) { // "the BBC's Today programme"
		for i++; i < end && (p.capital(i) || shows.Has(p.low(i))); i++ {
		}
		return i
	}
	if i == first || p.is(i, isMark) || p.tag(i) == "POS" || p.tag(i) == "IN" || p.tag(i) == "CC" {
		return k
	}
	return i
}

// shows are words for what is heard or seen, behind its name.
var shows = lexicon.SetOf("programme program show podcast radio")

// headlineAddressee ends what stands before "to" in `urges Poe to leave`, before
// a quotation or a pronoun in `tells council: "..."`, `tells council he will`.
func (p *paragraph) headlineAddressee(k, limit int) int {
	for i := k; i < limit && i-k < 8; i++ {
		if p.low(i) == "to" {
			return i
		}
		if i > k && !p.is(k, isMark) && (p.inside(i) >= 0 || p.is(i, isComma|isColon) && p.inside(i+1) >= 0 || nominative.Has(p.low(i))) {
			return i
		}
	}
	return k
}

// appositionEnd passes over ", who ...," behind an addressee.
func (p *paragraph) appositionEnd(end, limit int) int {
	if p.low(end) == "," {
		if a := p.appositionAfter(end, limit); a > end && p.low(a) == "," {
			return a + 1
		}
	}
	return end
}

// predicateFrame: called the plan a "sham"; described it as a failure.
func predicateFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.Predicate) && !(c.Takes("as") && p.quotedIn(phrase{k, limit})) {
		return phrase{}, ""
	}
	f := p.nounContent(k, limit)
	if f.last-f.first < 3 || p.tag(k) == "IN" || p.tag(k) == "TO" || p.timeWord(k) {
		return phrase{}, ""
	}
	if p.low(c.head-1) == "," && c.first == c.head && p.tag(c.head) == "VBN" && p.quotedIn(f) && p.low(p.toQuotation(f).last) == "by" {
		return phrase{}, "" // `a prison, dubbed "the Hilton" by those held there`
	}
	if p.quotedIn(f) {
		return p.toQuotation(f), "called-quote"
	}
	end := p.simpleAfter(k, limit)
	if t := p.tag(end); c.Lemma == "call" && (p.saysNothing(c.Lemma, c.src, phrase{k, p.unpunctuated(unit(f))}) || end == k || end-k < 3 || p.low(end) == "to" || end-k < 4 && (end >= limit || t == "IN" || t == "RB" || t == "CC" || punctuation(p.low(end)) && p.inside(end) < 0)) {
		return phrase{}, ""
	}
	return f, "called"
}

// clauseFrame: said | the road was closed.
func clauseFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if !c.Has(lexicon.Clause) {
		return phrase{}, ""
	}
	return bareClause(p, c, k, limit)
}

// bareClause is a clause without an opener, or the whole answer "yes" or "no".
func bareClause(p *paragraph, c *cue, k, limit int) (phrase, string) {
	if w := p.low(k); (w == "yes" || w == "no") && (k+1 >= limit || p.tag(k) == "UH" || p.is(k+1, isMark) || p.tag(k+1) == "TO") && c.Lemma != "add" {
		return phrase{k, min(limit, k+1)}, "said-clause"
	}
	if limit-k < 2 || p.low(k) == "so" && p.is(k+1, isMark) && p.inside(k+1) < 0 { // "If Lee says so, ..."
		return phrase{}, ""
	}
	if p.headline {
		if limit-k >= 3 && p.inside(k) < 0 && !p.is(k, isMark) {
			return phrase{k, limit}, "headline-says"
		}
		return phrase{}, ""
	}
	t := p.tag(k)
	opens := p.noun(k) || p.modifier(k) || t == "EX" || t == "VBG" || t == "IN" && subordinates.Has(p.low(k)) || t == "RB" || t == "VBN"
	if !opens || c.Lemma == "add" && (t == "DT" || t == "CD") && p.addend(k, limit) {
		return phrase{}, ""
	}
	for i := k + 1; i < limit && i-k < maxPhrase; i++ {
		if (p.low(i) == "," || p.tag(i) == "WP" || p.tag(i) == "WDT") && (c.Has(lexicon.Noun) || c.Lemma == "add") && p.inside(i) < 0 {
			break // "announced a plan, which is ..."
		}
		if p.finite(i) || p.low(i) == "'s" && p.tag(i) != "POS" || p.inside(i) >= 0 && i > k+1 {
			return phrase{k, limit}, "said-clause"
		}
	}
	return phrase{}, ""
}

// addend reports whether the phrase at k is what is added rather than the subject of
// what is said: "Poe added a goal as Osterby won".
func (p *paragraph) addend(k, limit int) bool {
	end := p.simpleAfter(k, limit)
	for end < limit && p.tag(end) == "RB" {
		end++
	}
	return end > k && end < limit && !p.finite(end) && p.low(end) != ","
}

var subordinates = lexicon.SetOf("if because while although though unless since after before despite under with in on at by for from during as without")

// nounFrame: denied | interference; praised | his "steady hand".
func nounFrame(p *paragraph, c *cue, k, limit int) (phrase, string) {
	f := p.nounContent(k, limit)
	if f.empty() || !p.opensNoun(k) || p.anonymous(k) || p.saysNothing(c.Lemma, c.src, f) {
		return phrase{}, ""
	}
	switch {
	case c.Has(lexicon.QuotedNoun|lexicon.Attitude|lexicon.Finding) && p.quotedIn(f):
		return p.toQuotation(f), "praised-quote"
	case c.Has(lexicon.Noun) && f.last-f.first >= 2:
		return f, "denied"
	case c.Has(lexicon.Noun) && p.headline:
		return f, "denied"
	}
	return phrase{}, ""
}

// saysNothing reports whether a noun phrase is no content: whom a report cites,
// what somebody's conduct shows, what words refer to.
func (p *paragraph) saysNothing(lemma string, src, f phrase) bool {
	if p.quotedIn(f) {
		return false
	}
	switch lemma {
	case "cite":
		head := p.simpleAfter(f.first, f.last) - 1
		for i := f.first; i <= head; i++ {
			if i > f.first && (p.tag(i) == "IN" || p.low(i) == "familiar" || p.low(i) == "close") {
				head = i - 1
			}
		}
		w := p.low(head)
		return lexicon.Groups().Has(w) || lexicon.Roles().Has(w) || p.capitalName(head) && !p.capitalName(f.first)
	case "show":
		return p.tag(src.first) == "PRP" && p.low(src.first) != "it" && !p.hasFinite(f)
	case "refer to":
		return true
	case "call": // "called the police at noon", "called on her mother"
		end := p.simpleAfter(f.first, f.last)
		return p.low(f.first-1) != "for" && p.tag(f.first) != "PRP" && (end >= f.last || p.tag(end) == "IN")
	case "quote": // "the Post quoted Lee as | saying"
		k := f.last
		for k > f.first && (p.is(k-1, isMark) || p.low(k-1) == "saying") {
			k--
		}
		return p.low(k-1) == "as"
	}
	return false
}

// toQuotation ends a noun phrase as content with its last quotation, or with
// the noun that the quotation qualifies: `a "rigged" system`.
func (p *paragraph) toQuotation(f phrase) phrase {
	last := f.last
	for last > f.first && p.inside(last-1) < 0 {
		last--
	}
	if last == f.first {
		return f
	}
	end := last
	for end < f.last && p.inside(end) < 0 && (strings.HasPrefix(p.tag(end), "NN") || strings.HasPrefix(p.tag(end), "JJ")) && !p.is(p.quotations[p.inside(last-1)].last(p.last)-1, isMark) {
		end++
	}
	return phrase{f.first, end}
}

func (p *paragraph) opensNoun(k int) bool {
	return p.headline || p.noun(k) || p.modifier(k) || p.inside(k) >= 0 || p.tag(k) == "VBG"
}

// nounContent is a noun phrase as content: up to a comma behind which the
// sentence turns to something else.
func (p *paragraph) nounContent(k, limit int) phrase {
	verb := p.finite(k)
	for i := k + 1; i < limit; i++ {
		verb = verb || p.finite(i)
		if p.inside(i) >= 0 {
			continue
		}
		if p.low(i) == ";" || p.low(i) == "," && p.turns(i+1, limit) || !verb && p.nextVerb(i) {
			return phrase{k, i}
		}
	}
	return phrase{k, limit}
}

// nextVerb reports whether token i joins another verb of the subject: "confirmed
// the death | but gave no details".
func (p *paragraph) nextVerb(i int) bool {
	return p.tag(i) == "CC" && p.finite(i+1) && p.tag(i+1) != "MD"
}

func (p *paragraph) turns(i, limit int) bool {
	if p.headline {
		for _, f := range lexicon.Cues().Of(p.low(i)) {
			if f.Form&lexicon.ThirdPerson != 0 {
				return true
			}
		}
		return false
	}
	t := p.tag(i)
	switch {
	case t == "VBG", t == "WDT", t == "WP", t == "PRP", t == "IN", t == "RB", t == "VBD":
		return !p.quotedIn(phrase{i, limit}) || t != "IN" && t != "RB"
	case t == "CC":
		next := p.tag(i + 1)
		return p.low(i) == "but" || next == "VBN" || next == "VBG" || next == "IN" || p.hasFinite(phrase{i, min(limit, i+8)})
	}
	return false
}
