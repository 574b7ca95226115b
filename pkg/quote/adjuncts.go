package quote

import "quotes/internal/lexicon"

// skipAdjuncts passes over what may stand between a cue and its content:
// days, adverbs, "in a statement", ", on Wednesday,".
func (p *paragraph) skipAdjuncts(k, limit int) int {
	for k < limit && p.inside(k) < 0 {
		next := p.adjunctEnd(k, limit)
		if next <= k {
			break
		}
		k = next
	}
	return k
}

// adjunctEnd is the end of one adjunct that starts at k; k where none does.
func (p *paragraph) adjunctEnd(k, limit int) int {
	switch {
	case p.tag(k) == "RB" && !clauseOpeners.Has(p.low(k+1)) && p.low(k) != "not" && p.low(k) != "n't" && p.startsContent(k+1, limit):
		return k + 1
	case p.low(k) == "for" && spans.Has(p.low(k+1)): // "argued for decades that"
		return k + 2
	case p.timeWord(k), (p.low(k) == "late" || p.low(k) == "early" || p.low(k) == "last" || p.low(k) == "this") && p.timeWord(k+1):
		return p.timeEnd(k, limit)
	case p.low(k) == ",":
		return p.setOff(k, limit)
	case p.tag(k) == "IN" && p.tag(k+1) == "VBG":
		return p.doingEnd(k, limit)
	case p.preposition(k):
		return p.prepositionEnd(k, limit)
	}
	return k
}

// doingEnd passes over "before attending the meeting" where "that" follows it.
func (p *paragraph) doingEnd(k, limit int) int {
	for i := k + 2; i < limit && i-k < maxPhrase && p.inside(i) < 0 && !p.is(i, isMark) && !p.finite(i); i++ {
		if p.low(i) == "that" {
			if p.tag(i) == "IN" && (p.noun(i+1) || p.modifier(i+1)) && !p.finite(i+1) {
				return i
			}
			return k // "that game", "that named him"
		}
	}
	return k
}

// startsContent reports whether content plainly starts at k: a mark, a
// quotation or an opener.
func (p *paragraph) startsContent(k, limit int) bool {
	return k < limit && (clauseOpeners.Has(p.low(k)) || p.inside(k) >= 0 || p.low(k) == ":" || p.low(k) == "," && (p.inside(k+1) >= 0 || p.low(k+1) == "that"))
}

// timeEnd passes over the words of a day, if more follows that could be said.
func (p *paragraph) timeEnd(k, limit int) int {
	i := k
	for i < limit && (p.timeWord(i) || p.low(i) == "late" || p.low(i) == "early" || p.low(i) == "last" || p.low(i) == "this" && i == k || p.tag(i) == "CD" && i > k || monthWords.Has(p.low(i))) {
		i++
	}
	if i < limit && (p.tag(i) == "POS" || p.finite(i) || p.headline && p.capital(i) && p.capital(i-1)) { // "said Tuesday's vote", "said today is", "Friday Night Club"
		return k
	}
	return i
}

var monthWords = lexicon.SetOf("jan. feb. march april may june july aug. sept. oct. nov. dec. january february august september october november december")

// setOff passes over an adjunct between commas: ", on Wednesday, that".
func (p *paragraph) setOff(k, limit int) int {
	if !p.preposition(k+1) && !p.timeWord(k+1) && p.tag(k+1) != "VBG" && p.low(k+1) != "when" && p.low(k+1) != "as" {
		return k
	}
	for i := k + 2; i < limit && i-k < 25; i++ {
		if p.inside(i) >= 0 {
			return k
		}
		if !p.is(i, isComma|isColon) {
			continue
		}
		if p.low(i) == ":" && p.inside(i+1) >= 0 || p.inside(i+1) >= 0 {
			return i
		}
		if p.low(i+1) == "that" {
			return i + 1
		}
	}
	return k
}

func (p *paragraph) preposition(k int) bool {
	switch p.low(k) {
	case "in", "on", "at", "during", "after", "to", "before", "from", "via", "through", "by", "with", "about", "of", "over", "outside", "inside", "under", "as", "while", "when", "following", "ahead":
		return true
	}
	return false
}

// prepositionEnd passes over a phrase such as "in a statement" where content
// follows it: always where a mark or an opener shows that, and where the
// phrase names a time or an occasion of speaking.
func (p *paragraph) prepositionEnd(k, limit int) int {
	if end := p.openerAfter(k, limit); end > k {
		return end
	}
	end := p.simpleAfter(k+1, limit)
	if end <= k+1 || end >= limit {
		return k
	}
	occasion := p.timeWord(k+1) || p.tag(k+1) == "CD" || monthWords.Has(p.low(k+1))
	if t := p.timeEnd(k+1, limit); p.low(k) == "on" && p.timeWord(k+1) && t > k+1 && t < end && p.tag(t-1) != "CD" { // "said on Monday | two people"
		end = t
	}
	for i := k + 1; i < end && !occasion; i++ {
		occasion = occasions.Has(p.low(i))
		if occasion {
			end = i + 1
		}
	}
	if occasion && p.low(end) != "," && p.low(end) != "." {
		return end
	}
	return k
}

// openerAfter looks for "that", or a mark and a quotation, within the reach of
// a few adjuncts and before any finite verb.
func (p *paragraph) openerAfter(k, limit int) int {
	if p.low(k) == "as" || p.low(k) == "when" || p.low(k) == "while" {
		return k
	}
	for i := k + 1; i < limit && i-k < 25; i++ {
		if p.inside(i) >= 0 {
			if p.low(i-1) == "," || p.low(i-1) == ":" {
				return i - 1
			}
			return k
		}
		if p.low(i) == "that" && p.tag(i) != "DT" && (p.noun(i-1) || p.low(i-1) == ",") {
			return i
		}
		if p.low(i) == ":" {
			return i
		}
		if p.finite(i) {
			return k
		}
	}
	return k
}

// spoken are the prepositions of an occasion.
var spoken = lexicon.SetOf("in on at during via through")

// occasionIn reports whether a phrase names an occasion of speaking or a day.
func (p *paragraph) occasionIn(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if occasions.Has(p.low(i)) || p.timeWord(i) {
			return true
		}
	}
	return false
}

var occasions = lexicon.SetOf("statement interview speech tweet tweets letter post email e-mail conference briefing report memo video address remarks testimony hearing call message radio television tv show program debate rally event meeting session note column blog article essay podcast appearance reporters journalists press twitter facebook instagram telegram x cnn court filing documents")
