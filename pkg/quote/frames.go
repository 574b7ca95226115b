package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// Frames read the content of a reporting verb: what follows it, what stands
// before it, or both round it.

// quoteOf applies the frames to the cue i of a unit.
func (p *paragraph) quoteOf(u unit, cues []*cue, i int) *draft {
	c := cues[i]
	start := c.last
	if c.inverted {
		start = c.src.last
	}
	limit := p.limit(u, cues, i, start)
	before := p.before(u, cues, i)
	d := p.asSaid(u, c, start)
	if d == nil {
		d = p.whatCalled(c, limit)
	}
	if d == nil {
		d = p.whoSaid(u, c)
	}
	if d == nil {
		d = p.framed(c, start, limit, before, i > 0 && cues[i-1].first >= before.first && p.stopped(before.last-1))
	}
	if d != nil && d.rule == "said-how" && nobody.Has(p.low(c.src.first)) {
		return nil // "Neither side would say how"
	}
	if d != nil && (!c.src.empty() || p.inside(d.fragments[0].first) >= 0 && !d.attitude) {
		d.lemma, d.own = c.Lemma, c.own
		d.cue = []phrase{{c.first, c.last}}
		d.src, d.stands = c.src, c.antecedent
		last := d.fragments[len(d.fragments)-1]
		d.closed = d.closed || p.saysNoMore(last.last, u.last) || p.subordinate(u, c) && limit < u.last || d.rule == "denied" && p.nextVerb(last.last) && !p.hasFinite(last)
		d.block, d.lastBlock = p.block, p.block
		return d
	}
	return nil
}

// stopped reports whether a quotation ends at token k, and a sentence in it.
func (p *paragraph) stopped(k int) bool {
	if p.inside(k) < 0 || p.quotations[p.inside(k)].close != k {
		return false
	}
	switch p.low(k - 1) {
	case "?", "!", ".", "…", "...":
		return true
	}
	return false
}

// framed picks between content behind, before and round the cue. A quotation
// before it that another cue leads in is taken only where nothing follows.
func (p *paragraph) framed(c *cue, start, limit int, before phrase, taken bool) *draft {
	after, rule := p.contentAfter(c, start, limit)
	led := p.quotedBefore(before) && !(taken && rule != "") && p.speaksBefore(c, before)
	switch {
	case led && !c.src.empty() && p.saidHow(c.src.first):
		return &draft{rule: "quote-said", fragments: []phrase{before}}
	case !led && !before.empty() && c.Has(lexicon.Clause) && !c.dependent && p.interrupts(start, before, rule):
		return &draft{rule: "clause-said-clause", fragments: []phrase{before, {start + 1, limit}}}
	case led && c.Has(lexicon.Quotation|lexicon.Clause) && !(c.dependent && rule != ""):
		d := &draft{rule: "quote-said", fragments: []phrase{before}}
		if rule == "said-quote" || rule == "said-that" && p.low(start) == "," {
			d.fragments, d.rule = append(d.fragments, after), "quote-said-quote"
		} else if k := p.resumed(start, limit); k > 0 {
			d.fragments, d.rule = append(d.fragments, phrase{k, limit}), "quote-said-quote"
		}
		return d
	case led && !c.Has(lexicon.Quotation|lexicon.Clause|lexicon.Attitude) && rule == "" && c.Lemma != "refer to" && c.Lemma != "quote":
		return &draft{rule: "quote-verb", fragments: []phrase{before}}
	case rule != "" && c.Has(lexicon.Attitude):
		if !p.ownWords(after) {
			return nil
		}
		return &draft{rule: "believed-quote", fragments: []phrase{after}, attitude: true}
	case rule != "":
		return &draft{rule: rule, fragments: []phrase{after}, plain: p.plainClause(c, after, rule), formal: p.formal(c, after, rule)}
	case !before.empty() && !c.dependent && (c.followsClause() || c.Has(lexicon.Finding) && (p.tag(c.head) != "VBN" || p.finite(c.first)) && p.plain(c, start, limit, before)): // "One in five goes hungry, the report found."
		return p.roundCue(c, start, limit, before)
	}
	return nil
}

// followsClause reports whether a clause may stand before the cue, which is true
// of some that only "that" joins to one behind: "The road is closed, Lee noted."
func (c *cue) followsClause() bool {
	return c.Has(lexicon.Clause) || c.Has(lexicon.Quotation) && c.Has(lexicon.ThatClause)
}

// speaksBefore reports whether the quotation that ends the words before a cue
// is said by its source, not a title or a name that those words mention:
// `On "Meet the Press," Lee said`, `the "Never Trump" movement says`.
func (p *paragraph) speaksBefore(c *cue, before phrase) bool {
	k := before.last - 1
	if p.inside(k) < 0 {
		k--
	}
	q := p.quotations[p.inside(k)]
	if !c.antecedent.empty() && c.src.first == q.end(p.last) {
		return false // `"Moneyball," which recounts`
	}
	if p.headline && q.open == before.first && q.close >= 0 && !c.inverted && c.src.first == q.close+1 && !punctuation(p.low(q.close-1)) && !p.capital(c.src.first) {
		return false // "'Harbour' star Lee says"
	}
	if before.first >= q.open {
		return true
	}
	if q.close >= 0 && !c.inverted && c.src.first == q.close+1 && p.inside(q.close-1) >= 0 && !p.is(q.close-1, isMark) && strings.HasPrefix(p.tag(c.src.first), "NN") && !p.capital(c.src.first) {
		return false
	}
	first := before.first
	for first < q.open && p.timeWord(first) {
		first++
	}
	return p.tag(first) != "IN" || p.hasFinite(phrase{before.first, q.last(p.last)})
}

// interrupts reports whether a cue stands in the middle of what it reports:
// `Poe, Lee said, "is very ill"`, `He hopes, he said, that "it ends"`.
func (p *paragraph) interrupts(start int, before phrase, rule string) bool {
	if p.low(start) != "," || before.last-before.first > 30 {
		return false
	}
	switch k := start + 1; {
	case rule == "said-that":
		return p.low(k) == "that" && p.hasFinite(before)
	case rule != "said-quote" || p.tag(before.first) == "IN" || p.timeWord(before.first):
		return false
	case p.inside(k) < 0:
		return p.tag(k) == "CC" && p.hasFinite(before)
	default:
		return !p.capital(k+1) && (p.finite(k+1) || p.low(k+1) == "and") && !p.hasFinite(before)
	}
}

// resumed is where the content goes on behind a cue and what belongs to it:
// `"A," Lee said of Poe, "but B"`, `"Only you," Lee said, would do it`; 0
// where it does not.
func (p *paragraph) resumed(start, limit int) int {
	if p.low(start) == "," && p.finite(start+1) && p.inside(start+1) < 0 && !p.is(start+1, isVerb) { // not "Lee said, asked about it"
		return start + 1
	}
	for i := start; i+1 < limit && i-start < maxPhrase && p.inside(i) < 0; i++ {
		if p.is(i, isComma) && (p.inside(i+1) >= 0 || p.low(i+1) == "that" && p.quotedIn(phrase{i, limit})) {
			return i + 1
		}
	}
	return 0
}

// ownWords reports whether a content starts in quotation marks, or soon comes
// to a quotation of some length: an attitude then shows the source's words.
func (p *paragraph) ownWords(f phrase) bool {
	for i := f.first; i < f.last && i < f.first+3; i++ {
		if k := p.inside(i); k >= 0 {
			return p.quotations[k].last(p.last)-p.quotations[k].first() >= 3
		}
	}
	return false
}

// roundCue reads `content, Lee said` and `content, Lee said, content`.
func (p *paragraph) roundCue(c *cue, start, limit int, before phrase) *draft {
	if t := p.tag(start); c.Lemma == "add" && (t == "DT" || t == "CD") { // "Poe scored, and Lee added a goal"
		return nil
	}
	d := &draft{rule: "clause-said", fragments: []phrase{before}}
	rest := phrase{start + 1, limit}
	if p.low(start) == "," && !c.inverted && p.unfinished(before) && rest.last-rest.first >= 2 { // "There is, Lee said, no plan"
		d.fragments, d.rule = append(d.fragments, rest), "clause-said-clause"
		return d
	}
	if p.low(start) == "," && !c.inverted && p.goesOn(rest) && (p.hasFinite(rest) || !p.hasFinite(before)) {
		d.fragments, d.rule = append(d.fragments, rest), "clause-said-clause"
		return d
	}
	if p.low(start) == "," && c.inverted && !p.hasFinite(before) && p.finite(start+1) { // "The key, says Lee, is ..."
		d.fragments, d.rule = append(d.fragments, rest), "clause-said-clause"
		return d
	}
	if t := p.tag(before.first); t == "VBN" || t == "VBG" && !p.hasFinite(before) {
		return nil // "Asked about it, Lee said so"
	}
	d.plain, d.formal = p.plain(c, start, limit, before), p.formalRound(c, start, limit, before)
	return d
}

// plainClause reports whether a cue and a clause right behind it, or behind who is
// told, to the end of the sentence, can be nothing but a report: "Lee warns the
// road is closed."
func (p *paragraph) plainClause(c *cue, f phrase, rule string) bool {
	return (rule == "said-clause" && f.first == c.last || rule == "told-clause") && f.last-f.first >= 4 && !c.dependent && c.antecedent.empty() && p.hasFinite(f)
}

// formal reports whether a cue and what follows it can be nothing but a report
// in other forms: a clause behind "that", what somebody is urged to do, what is
// warned of.
func (p *paragraph) formal(c *cue, f phrase, rule string) bool {
	if c.dependent || !c.antecedent.empty() || !p.predicate(c) && !c.absolute {
		return false
	}
	n := f.last - f.first
	switch rule {
	case "warned-of":
		return n >= 3 && (c.Lemma == "warn" || c.Lemma == "insist")
	case "said-that":
		for i := c.last; i < f.first; i++ {
			if strings.HasPrefix(p.tag(i), "V") {
				return false // "projected to swell as that hurdle grows"
			}
		}
		return n >= 4 && c.Has(lexicon.Quotation|lexicon.Clause) && !c.Has(lexicon.Finding) && p.hasFinite(f)
	case "urged-to", "told-that", "said-colon":
		return n >= 4
	case "vowed-to":
		return n >= 4 && c.Has(lexicon.Quotation) && c.Lemma != "agree" && c.Lemma != "offer"
	}
	return false
}

// predicate reports whether a cue is the verb of a clause, though a tagger may
// take it for a participle right behind its subject.
func (p *paragraph) predicate(c *cue) bool {
	return p.finite(c.first) || p.tag(c.first) == "VBN" && c.src.last == c.first
}

// plain reports whether the words round a cue can be nothing but a report: a
// clause of its own, a comma, who speaks, a verb of saying, and the end: "The
// road is closed, Lee warned on Monday."
func (p *paragraph) plain(c *cue, start, limit int, before phrase) bool {
	if c.Has(lexicon.Attitude) || !c.antecedent.empty() || before.last-before.first < 4 || !p.hasFinite(before) {
		return false
	}
	switch p.tag(before.first) {
	case "TO", "VBN", "VBG":
		return false
	case "IN": // "Over the winter, the road will be closed, Lee said"
		if k := p.comma(before); !p.hasFinite(phrase{k, before.last}) {
			return false
		}
	}
	k := p.reportEnd(c, start, limit)
	return k >= limit || p.low(k) == "." || p.low(k) == ";"
}

// reportEnd is where the words behind a cue end that tell no more than to whom or
// when something was said; start where others follow.
func (p *paragraph) reportEnd(c *cue, start, limit int) int {
	if c.Has(lexicon.Addressee) { // "Lee told reporters"
		start = max(start, p.simpleAfter(start, limit))
	}
	k := start
	for k < limit && k-start < 7 && !p.is(k, isMark) && p.inside(k) < 0 && !p.finite(k) {
		k++
	}
	if k == start || p.tag(start) == "IN" || p.timeWord(start) {
		return k
	}
	return start
}

// formalRound is formal for a clause before the cue: one that an adjunct opens
// ("Under the new rules, the road is closed, Lee announced") or with one behind the
// cue ("The road is closed, Lee said, with no end in sight").
func (p *paragraph) formalRound(c *cue, start, limit int, before phrase) bool {
	if c.Has(lexicon.Attitude) || c.dependent || !p.predicate(c) || !c.antecedent.empty() || before.last-before.first < 4 || !p.hasFinite(before) {
		return false
	}
	switch p.tag(before.first) {
	case "TO", "VBN", "VBG":
		return false
	case "IN":
		if conjunctions.Has(p.low(before.first)) || p.mainClause(before.first, before.last) >= before.last {
			return false
		}
	}
	k := p.reportEnd(c, start, limit)
	return k >= limit || p.low(k) == "." || p.low(k) == ";" || p.low(k) == "," && (p.tag(k+1) == "IN" || p.tag(k+1) == "VBG")
}

// goesOn reports whether the words behind `Lee said,` go on with the content.
func (p *paragraph) goesOn(f phrase) bool {
	t := p.tag(f.first)
	if f.last-f.first < 3 || t == "VBG" || t == "WP" || t == "WDT" || t == "WP$" || p.timeWord(f.first) {
		return false
	}
	switch p.low(f.first) {
	case "in", "on", "at", "during", "after", "speaking", "according", "as", "citing", "before", "when", "while", "though", "although":
		return !p.hasFinite(phrase{f.first, p.comma(f)})
	}
	return true
}

func (p *paragraph) comma(f phrase) int {
	for i := f.first; i < f.last; i++ {
		if p.is(i, isComma) && p.inside(i) < 0 {
			return i
		}
	}
	return f.last
}

func (p *paragraph) hasFinite(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if p.finite(i) {
			return true
		}
	}
	return false
}

// before is what stands in front of the source of cue i, where a comma or a
// closing mark sets it off: the content of `..., Lee said`.
func (p *paragraph) before(u unit, cues []*cue, i int) phrase {
	c := cues[i]
	if c.front > 0 {
		return phrase{}
	}
	end := c.first
	if !c.inverted && !c.dependent && !c.src.empty() {
		end = c.src.first
	}
	if c.clause > 0 {
		end = c.clause
	}
	for end > u.first && p.inside(end-1) < 0 && (p.tag(end-1) == "RB" || p.timeWord(end-1)) && !c.inverted {
		end--
	}
	if p.saidHow(end) { // `"..." is how Lee put it`
		end -= 2
	}
	if p.low(end-1) == "as" && end-1 > u.first && p.inside(end-2) >= 0 { // `"...," as Lee put it`
		end--
	}
	if end <= u.first || !(p.inside(end-1) >= 0 || p.low(end-1) == "," || p.low(end-1) == "—" || p.low(end-1) == "-" || p.low(end-1) == "--" || p.low(end-1) == "–") {
		return phrase{}
	}
	first := u.first
	if i > 0 {
		first = p.afterCue(cues[:i], first, end)
	}
	if p.headline { // "Storm: ..., says Lee"
		for k := first + 1; k < min(end, first+7) && p.inside(k) < 0; k++ {
			if p.is(k, isColon) {
				first = k
				break
			}
		}
	}
	for first < end && p.inside(first) < 0 && p.is(first, isMark) {
		first++
	}
	return phrase{p.behindDash(first, end), end}
}

// saidHow reports whether "is how" stands between a quotation and token end.
func (p *paragraph) saidHow(end int) bool {
	return p.low(end-1) == "how" && p.isBe(end-2, end-1) && p.inside(end-3) >= 0
}

// behindDash: what a dash, a colon or a bracket sets off before a quotation is
// no part of it: `He changed it — "I recall," he said`.
func (p *paragraph) behindDash(first, end int) int {
	for i := first + 1; i < end; i++ {
		if p.inside(i) < 0 || p.inside(i-1) >= 0 {
			continue
		}
		if p.low(i-1) == "(" || (p.dash(i-1) || p.low(i-1) == ":") && (p.headline || p.hasFinite(phrase{first, i})) {
			return i
		}
	}
	return first
}

// afterCue moves the start of a content behind the clauses that earlier cues
// of the unit head, where a comma or conjunction shows the border.
func (p *paragraph) afterCue(before []*cue, first, end int) int {
	last := before[len(before)-1]
	from := last.last
	if last.inverted {
		from = last.src.last
	}
	for k := from; k < end; k++ {
		if p.inside(k) >= 0 && (p.low(k-1) == "," || p.low(k-1) == ":" || p.tag(k-1) == "CC") {
			return k
		}
	}
	return first
}

// quotedBefore reports whether the content before a cue ends in a quotation.
func (p *paragraph) quotedBefore(f phrase) bool {
	if f.empty() {
		return false
	}
	k := f.last - 1
	if p.inside(k) < 0 {
		k--
	}
	return k >= f.first && p.inside(k) >= 0
}

// limit is where the content behind cue i ends: the unit's end, or the next
// cue's clause where a comma or a conjunction sets it off.
func (p *paragraph) limit(u unit, cues []*cue, i, start int) int {
	if cues[i].front > 0 {
		return cues[i].front
	}
	for _, d := range cues[i+1:] {
		at := d.first
		if !d.dependent && !d.src.empty() && !d.inverted {
			at = d.src.first
		}
		if at <= start || d.src.empty() || d.dependent && d.src != cues[i].src {
			continue
		}
		if d.absolute { // ", with Lee saying ..."
			return p.beforeAdverbs(start, at-1)
		}
		if p.low(at-1) == "," && (d.inverted || !d.dependent && p.closes(d.last, u.last)) {
			return at - 1
		}
		if k := p.border(start, at, d.dependent, cues[i]); k >= 0 {
			return k
		}
	}
	if k := p.accordingAt(start, u.last); k > start && p.low(k-1) == "," {
		return k - 1
	}
	switch c := cues[i]; {
	case p.subordinate(u, c):
		return p.mainClause(start, u.last)
	case !c.antecedent.empty() && p.low(c.src.first-1) == ",":
		return p.relativeEnd(start, u.last)
	}
	return p.trailing(start, u.last)
}

// trailing is the comma behind which a relative clause explains rather than
// reports: in news it is most often the writer's own.
func (p *paragraph) trailing(start, end int) int {
	for i := start + 2; i+2 < end; i++ {
		if p.saysNoMore(i, end) {
			return i
		}
		if i < start+4 || i+3 >= end {
			continue
		}
		if !p.is(i, isComma) || p.inside(i) >= 0 {
			continue
		}
		if (relatives.Has(p.low(i+1)) || p.low(i+1) == "whose" || p.tag(i+1) == "DT" && charges.Has(p.low(i+2))) && !p.quotedIn(phrase{i, end}) {
			return i
		}
	}
	return end
}

// saysNoMore reports whether the source's silence on the rest starts at token i:
// ", but gave no details", " but declined to say when". What else is refused or
// lacked is told of somebody in the content.
func (p *paragraph) saysNoMore(i, end int) bool {
	if p.inside(i) >= 0 {
		return false
	}
	k := i
	if p.is(k, isComma) {
		k++
	}
	if w := p.low(k); w != "but" && w != "and" || k+2 >= end {
		return false
	}
	verb, rest := p.low(k+1), phrase{k + 2, min(k+6, end)}
	switch {
	case withholds.Has(verb) && p.low(rest.first) == "to":
		return tellings.Has(p.low(rest.first + 1))
	case withholds.Has(verb):
		return p.soonComes(rest, comments)
	case p.low(rest.first) != "no" && p.low(rest.first) != "few":
		return false
	case lacks.Has(verb):
		return p.soonComes(rest, comments)
	}
	return gifts.Has(verb) && p.soonComes(rest, particulars)
}

// soonComes reports whether a word of a set ends the run of modifiers and nouns
// that a phrase starts with: "no immediate further | comment".
func (p *paragraph) soonComes(f phrase, set *lexicon.Set) bool {
	for k := f.first; k < f.last && p.inside(k) < 0; k++ {
		if set.Has(p.low(k)) {
			return true
		}
		if !p.modifier(k) && !p.noun(k) {
			return false
		}
	}
	return false
}

var (
	withholds   = lexicon.SetOf("declined refused declines refuses")
	tellings    = lexicon.SetOf("say comment provide elaborate discuss answer name identify specify disclose reveal explain confirm speculate describe detail")
	gifts       = lexicon.SetOf("gave gives offered offers provided provides released")
	lacks       = lexicon.SetOf("had has made")
	comments    = lexicon.SetOf("comment comments")
	particulars = lexicon.SetOf("details detail comment comments reason reasons explanation explanations information specifics particulars evidence timeline timetable timeframe date figures elaboration indication examples")
)

// charges name what was said just now: "..., a charge that Lee denies".
var charges = lexicon.SetOf("charge claim accusation allegation assertion")

// relativeEnd is the comma that closes a relative clause: a finite verb
// follows it, or behind the first one a last verb that looks like a participle.
func (p *paragraph) relativeEnd(start, end int) int {
	for i := start; i+1 < end; i++ {
		if !p.is(i, isComma) || p.inside(i) >= 0 {
			continue
		}
		k := i + 1
		for p.tag(k) == "RB" {
			k++
		}
		if p.inside(k) < 0 && (p.finite(k) || p.tag(k) == "VBN" && p.closes(k+1, end) && p.comma(phrase{start, end}) == i) {
			return i
		}
	}
	return end
}

// subordinate reports whether the clause of c hangs on a conjunction before
// it: "While Lee said ..., Poe ...".
func (p *paragraph) subordinate(u unit, c *cue) bool {
	if c.dependent || c.inverted || c.src.empty() {
		return false
	}
	k := c.src.first - 1
	for k > u.first && (p.tag(k) == "RB" || p.low(k) == "just" || p.low(k) == "ever") {
		k--
	}
	if k < u.first || p.low(k) == "as" && k > u.first && p.low(k-1) == "," {
		return false
	}
	if !p.is(k-1, isComma) && p.tag(k-1) != "CC" && p.hasFinite(phrase{u.first, k}) {
		return false // "It comes after Lee announced ...": the main clause stands before it
	}
	return conjunctions.Has(p.low(k)) || c.absolute && k == u.first // "With Lee saying ..., Poe ..."
}

var conjunctions = lexicon.SetOf("while when after since although though because if as before once until whereas")

// mainClause is the comma behind which a sentence's main clause starts: the
// first that a noun phrase and a finite verb follow.
func (p *paragraph) mainClause(start, end int) int {
	for i := start + 2; i+2 < end; i++ {
		if !p.is(i, isComma) || p.inside(i) >= 0 {
			continue
		}
		k := i + 1
		if p.noun(k) || p.modifier(k) {
			k = p.simpleAfter(i+1, end)
			for p.tag(k) == "RB" {
				k++
			}
			if p.finite(k) {
				return i
			}
		}
	}
	return end
}

// closes reports whether nothing follows token i of a unit but its stop and a
// day: the cue before it ends the sentence.
func (p *paragraph) closes(i, end int) bool {
	for i < end && (p.timeWord(i) || p.is(i, isMark) && p.inside(i) < 0 || p.low(i) == "on") {
		i++
	}
	return i >= end
}

// border is the token where a new clause starts that ends at the cue at, or
// -1 where what precedes it belongs together with it.
func (p *paragraph) border(start, at int, dependent bool, c *cue) int {
	k := at - 1
	for k > start && (p.tag(k) == "RB" || p.low(k) == "also" || p.low(k) == "then") {
		k--
	}
	switch {
	case k <= start-1:
		return -1
	case dependent && p.inside(k) >= 0:
		return k + 1
	case dependent && (p.low(k) == "," || p.low(k) == ";"):
		return k
	case dependent && p.tag(k) == "CC":
		if p.low(k-1) == "," {
			return k - 1
		}
		return k
	case dependent && p.tag(at) == "VBG" && p.low(k) != "of" && p.low(k) != "by" && p.low(k) != "for" && !strings.HasPrefix(p.tag(k), "V"):
		return k + 1
	case !dependent && c.Has(lexicon.Quotation) && p.stopped(k):
		return k + 1
	case !dependent && coordinates.Has(p.low(k)) && p.inside(k-1) >= 0:
		return k
	case !dependent && coordinates.Has(p.low(k)) && (p.low(k-1) == "," || dashes.Has(p.low(k-1)) || p.low(k-1) == ";"):
		return k - 1
	case !dependent && p.low(k) == ";":
		return k
	case !dependent && p.low(k) == "," && c.Frames&(lexicon.Clause|lexicon.ThatClause) == 0:
		return k
	}
	return -1
}

var dashes = lexicon.SetOf("- -- — –")

var coordinates = lexicon.SetOf("and but while though although whereas as so yet")
