package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// cue is a candidate: a reporting verb with the words that belong to it, and
// the source that its clause names.
type cue struct {
	lexicon.CueForm
	head        int // the verb
	first, last int // with auxiliaries, adverbs between, and the tail
	src         phrase
	antecedent  phrase // what the source, a relative pronoun, stands for
	inverted    bool   // the source follows the verb
	absolute    bool   // a participle with a source of its own: "with Lee saying"
	front       int    // the comma that ends its clause, if that is a participle's in front: "Saying that she was ill | , Lee left"
	own         bool   // its source can be nobody else, by the form
	clause      int    // where the words start that lead in to the cue, if not with the source: "the Post quoted | Lee as saying"
	dependent   bool   // a participle or the second verb of a clause: the source is another cue's
}

// phrase is a range of tokens; empty where first == last.
type phrase struct{ first, last int }

func (f phrase) empty() bool { return f.first >= f.last }

// maxCues bounds the cues of a unit: a sentence of news has a handful, and
// each may hold the words of all that follow.
const maxCues = 16

// findCues lists the cues of a unit outside quotations, in text order, each
// with its source.
func (p *paragraph) findCues(u unit) []*cue {
	var cues []*cue
	words := lexicon.Cues()
	for i := u.first; i < u.last && len(cues) < maxCues; i++ {
		if !p.is(i, isVerb) || p.inside(i) >= 0 {
			continue
		}
		c := p.cueAt(u, i, words.Of(p.low(i)))
		if c == nil {
			continue
		}
		p.source(u, c, cues)
		cues = append(cues, c)
		i = max(i, c.last-1)
		if c.inverted {
			i = max(i, c.src.last-1)
		}
	}
	return cues
}

// cueAt reads token i as the head of a cue by one of its word's readings, nil
// where it is none.
func (p *paragraph) cueAt(u unit, i int, readings []lexicon.CueForm) *cue {
	for _, f := range readings {
		last, ok := p.tail(f, i)
		if !ok || !p.verbLike(u, i, f) {
			continue
		}
		c := cue{CueForm: f, head: i, first: p.auxiliaries(u, i), last: last}
		if p.excluded(&c) {
			return nil
		}
		kept := c
		return &kept
	}
	return nil
}

// tail reads the words of a cue after its verb: "called | for".
func (p *paragraph) tail(f lexicon.CueForm, i int) (last int, ok bool) {
	last = i + 1
	for _, w := range f.Tail {
		if p.low(last) != w {
			return 0, false
		}
		last++
	}
	return last, true
}

// spans of time, behind "for".
var spans = lexicon.SetOf("years decades months weeks days hours minutes ages centuries")

// verbLike reports whether token i is used as a verb. Tags decide, but where
// they are wrong most often (headlines, verbs right after names) form and
// neighbours do.
func (p *paragraph) verbLike(u unit, i int, f lexicon.CueForm) bool {
	t := p.tag(i)
	if p.headline {
		return p.headlineVerb(u, i, f)
	}
	if p.capital(i) && i > u.first && p.capital(i-1) { // "the United States"
		return false
	}
	if strings.HasPrefix(t, "V") {
		return !(t == "VBN" && p.participleModifier(i)) && !(t == "VBG" && p.gerundNoun(i))
	}
	if f.Form&(lexicon.Past|lexicon.ThirdPerson) == 0 || t == "" {
		return false
	}
	if p.tag(i-1) == "CC" && p.tag(i+1) == "PRP" && f.Form&lexicon.ThirdPerson != 0 { // "and cautions them"
		return true
	}
	// "Lee claims the road ..." tagged as a noun.
	subject := p.tag(i-1) == "PRP" || strings.HasPrefix(p.tag(i-1), "NNP") && p.capital(i-1)
	next := p.low(i + 1)
	return subject && (next == "that" || next == "," || next == ":" || p.inside(i+1) >= 0 || p.tag(i+1) == "PRP" || p.tag(i+1) == "DT")
}

// headlineVerb: in a headline the present tense reports, behind a subject.
func (p *paragraph) headlineVerb(u unit, i int, f lexicon.CueForm) bool {
	if i == u.first || p.headlineNoun(u, i, f) {
		return false
	}
	if f.Form&lexicon.ThirdPerson != 0 && f.Form&lexicon.Past == 0 {
		return p.low(i-1) != "the" && p.low(i-1) != "a" && p.low(i+1) != "'s" && (p.low(i+1) != "of" || f.Takes("of"))
	}
	if f.Form&lexicon.Past != 0 {
		return f.Lemma == "say" || f.Lemma == "tell"
	}
	if f.Form&lexicon.Gerund != 0 {
		return true
	}
	plural := strings.HasSuffix(p.low(i-1), "s") && p.low(i-1) != "'s" || lexicon.Groups().Has(p.low(i-1))
	return plural && (f.Lemma == "say" || f.Lemma == "urge" || f.Lemma == "warn" || f.Lemma == "vow" || f.Lemma == "call")
}

// headlineNoun reports whether a word of a headline that may be a verb is the
// noun of that form: "Osterby protests: ...", "Lee faces questions", "issues
// warning", "claims on taxes".
func (p *paragraph) headlineNoun(u unit, i int, f lexicon.CueForm) bool {
	if f.Form&lexicon.Gerund != 0 {
		return p.finite(i - 1)
	}
	if len(f.Tail) > 0 || !nounsToo.Has(p.low(i)) {
		return false
	}
	if t := p.tag(i - 1); strings.HasPrefix(t, "JJ") || t == "CD" || p.finite(i+1) || auxiliary.Has(p.low(i+1)) { // "seven key questions", "top brands are"
		return true
	}
	switch p.low(i + 1) {
	case ":", "on", "of", "over", "about", "against", "":
		return !f.Takes(p.low(i + 1))
	}
	for k := u.first + 1; k < i; k++ {
		switch {
		case p.inside(k) >= 0 || p.low(k) == "," || p.low(k) == ":" || p.tag(k) == "CC" || p.dash(k):
			return false
		case p.finite(k):
			return true
		}
	}
	return false
}

// nounsToo are verbs in the form of a plural noun.
var nounsToo = lexicon.SetOf("brands calls claims comments demands hints issues offers orders plans pleads pledges protests questions remarks reports rules states talks threats views vows")

// participleModifier: "the reported plan".
func (p *paragraph) participleModifier(i int) bool {
	return strings.HasPrefix(p.tag(i+1), "NN") && (p.tag(i-1) == "DT" || p.tag(i-1) == "CC" && p.tag(i) == "VBN" && strings.HasPrefix(p.tag(i-2), "NN") || strings.HasPrefix(p.tag(i-1), "JJ") || p.tag(i-1) == "PRP$" || p.tag(i-1) == "POS")
}

// gerundNoun: "his reporting of", "the saying".
func (p *paragraph) gerundNoun(i int) bool {
	return p.tag(i-1) == "DT" || p.tag(i-1) == "PRP$" || p.tag(i-1) == "POS" || strings.HasPrefix(p.tag(i-1), "JJ")
}

// auxiliaries is where the cue of the verb i starts: "has repeatedly | said".
func (p *paragraph) auxiliaries(u unit, i int) int {
	first, k := i, i-1
	for k >= u.first && i-k < 7 && p.inside(k) < 0 {
		t := p.tag(k)
		if p.possessiveName(k) {
			break
		}
		aux := auxiliary.Has(p.low(k)) || t == "MD"
		if !aux && t != "RB" && t != "RBR" && p.low(k) != "n't" && p.low(k) != "not" {
			if k = p.interposed(u, k); k < 0 {
				break
			}
			continue
		}
		if aux || p.low(k) == "also" {
			first = k
		}
		k--
	}
	return first
}

// interposed is the auxiliary before a short phrase that stands between it and
// its verb: "has | on many occasions | claimed"; -1 where there is none.
func (p *paragraph) interposed(u unit, k int) int {
	if !strings.HasPrefix(p.tag(k), "NN") {
		return -1
	}
	for i := k - 1; i > u.first && k-i < 4; i-- {
		if p.tag(i) == "IN" {
			if auxiliary.Has(p.low(i - 1)) {
				return i - 1
			}
			return -1
		}
	}
	return -1
}

var auxiliary = lexicon.SetOf("has have had is are was were be been being 's 've 'd ’s ’ve ’d will would 'll ’ll do does did")

// excluded leaves out verbs that report nothing here: passives, refusals,
// questions whether something was said, and infinitives.
func (p *paragraph) excluded(c *cue) bool {
	if p.headline {
		return p.low(c.head-1) == "to" || p.low(c.head-1) == "be"
	}
	if p.tag(c.head) == "VB" && c.first == c.head && p.low(c.head-1) != "to" && !p.imperative(c) {
		return true // the second of two infinitives: "to come and add"
	}
	if p.low(c.first-1) == "us" && p.low(c.first-2) == "let" {
		return true
	}
	if p.low(c.first-1) == "without" { // "It goes without saying", "without saying why"
		return true
	}
	negated, passive := false, false
	for k := c.first - 2; k < c.head; k++ {
		switch p.low(k) {
		case "should", "must", "could", "may", "might", "can":
			if k >= c.first && !(p.low(k+1) == "only" && p.startsContent(c.last, p.last)) { // "could only say: ..."
				return true
			}
		case "n't", "not", "never", "cannot":
			negated = true
		case "be", "is", "are", "was", "were", "been", "being":
			passive = k >= c.first && (p.tag(c.head) == "VBN" || c.Form&lexicon.Past != 0 && p.tag(c.head) != "VBG")
		}
	}
	if passive || negated && !c.deniable() {
		return true
	}
	return p.infinitive(c) || p.askedOf(c)
}

// askedOf: "Lee, asked about the plan," was asked.
func (p *paragraph) askedOf(c *cue) bool {
	return c.Lemma == "ask" && p.low(c.head-1) == "," && c.Form&lexicon.Past != 0 && p.tag(c.head+1) == "IN"
}

// imperative reports whether a base form starts its sentence or follows a
// plural subject that the tagger has taken for something else.
func (p *paragraph) imperative(c *cue) bool {
	return p.tag(c.head-1) == "PRP" || p.tag(c.head-1) == "CD" || strings.HasPrefix(p.tag(c.head-1), "NNS") || strings.HasPrefix(p.tag(c.head-1), "NNPS")
}

// deniable cues report also where they are negated ("did not rule out").
func (c *cue) deniable() bool { return c.Lemma == "rule out" || c.Lemma == "deny" }

// infinitive: "declined to say", "a plan to announce"; but "went on to say"
// and "took to the stage to say" report where a quotation follows.
func (p *paragraph) infinitive(c *cue) bool {
	if p.low(c.first-1) != "to" {
		return false
	}
	switch p.low(c.first - 2) {
	case "on", "continued", "continues", "went", "came", "rushed", "sought", "tried", "tries", "began", "started", "proceeded":
		return false
	}
	if clauseOpeners.Has(p.low(c.last)) && p.tookTo(c.first-1) {
		return false
	}
	return p.inside(c.last) < 0 && !(p.low(c.last) == "," || p.low(c.last) == ":") || p.inside(c.last+1) < 0 && p.inside(c.last) < 0
}

// tookTo reports whether the words before "to" say that somebody turned to
// speaking: "took to Twitter | to say that", "used the visit | to announce that".
func (p *paragraph) tookTo(to int) bool {
	for k := to - 1; k >= p.first && to-k < 8 && p.inside(k) < 0 && !p.is(k, isMark); k-- {
		switch p.low(k) {
		case "took", "takes", "turned", "turns", "went", "used", "uses":
			return k+1 < to
		}
	}
	return false
}

// source finds the words that name who speaks for cue c.
func (p *paragraph) source(u unit, c *cue, before []*cue) {
	if p.afterQuotation(c.first) || p.low(c.first-1) == "," && p.low(c.first-2) != "" && p.inside(c.first-2) >= 0 {
		if p.invert(u, c) {
			return
		}
	}
	from := u.first
	for k := c.first - 1; k >= u.first; k-- {
		if p.inside(k) >= 0 {
			from = k + 1
			break
		}
	}
	start := c.first
	for start > from && (p.tag(start-1) == "RB" || p.tag(start-1) == "RBR" || p.low(start-1) == "also" || p.low(start-1) == "further" || p.low(start-1) == "then" || p.low(start-1) == "reportedly" || p.low(start-1) == "both" && p.noun(start-2)) {
		start--
	}
	if p.low(start-1) == ")" {
		if open := p.bracketBefore(from, start-1); open > from && !p.capital(open+1) { // "Lee (once again) said"
			start = open
		}
	}
	if cut := p.timeTail(from, start); cut < start && cut > from { // "Lee last week said"
		start = cut
	}
	if p.inFront(u, c) {
		return
	}
	if p.participial(c) && (p.quotedAs(from, c) || p.absoluteSource(from, c)) {
		return
	}
	if p.participial(c) || p.low(start-1) == "to" {
		p.inherit(u, c, before)
		return
	}
	if p.headline {
		c.src = p.headlineSubject(from, start)
		if c.src.empty() && p.headlineInverts(u, c) {
			return
		}
		if w := p.low(start - 1); c.src.empty() && (w == "," || w == "and") {
			p.inherit(u, c, before)
		}
		return
	}
	if w := p.low(start - 1); p.tag(start-1) == "WP" || p.tag(start-1) == "WDT" || w == "who" && p.tag(start-1) != "NNP" || w == "which" {
		c.src, c.antecedent = phrase{start - 1, start}, p.antecedent(from, start-1)
		return
	}
	if p.tag(start-1) == "CC" {
		p.inherit(u, c, before)
		return
	}
	f, l := p.phraseBefore(from, start)
	c.src = phrase{f, l}
	if c.src.empty() {
		if p.low(start-1) == "," && !p.invert(u, c) {
			p.inherit(u, c, before)
		}
		return
	}
	c.src = p.trimTime(c.src)
}

// quotedAs reads the source of "saying" in "Lee was quoted by the Post as saying"
// and "the Post quoted Lee as saying".
func (p *paragraph) quotedAs(from int, c *cue) bool {
	as := c.first - 1
	if p.low(as) != "as" {
		return false
	}
	for k := as - 1; k > from && as-k < maxPhrase && p.inside(k) < 0; k-- {
		if p.low(k) != "quoted" && p.low(k) != "cited" {
			continue
		}
		first := k
		for first > from && (auxiliary.Has(p.low(first-1)) || p.tag(first-1) == "RB" || p.tag(first-1) == "MD") {
			first--
		}
		f, l := p.phraseBefore(from, first)
		subject := phrase{f, l}
		if subject.empty() {
			return false
		}
		c.src, c.clause, c.own = subject, f, true
		if !p.isBe(first, k) {
			c.src = phrase{k + 1, as}
			if p.low(as-1) == "," {
				c.src.last--
			}
		}
		return !c.src.empty()
	}
	return false
}

// inFront reads the source of a participle that starts a sentence, the subject
// of its main clause: "Saying that she was ill, Lee left", "After announcing ..., Lee
// left", "Having said ..., Lee left".
func (p *paragraph) inFront(u unit, c *cue) bool {
	if p.headline || c.first > u.first+1 || c.first > u.first && !leads.Has(p.low(u.first)) {
		return false
	}
	if c.Form&lexicon.Gerund == 0 && p.low(u.first) != "having" {
		return false
	}
	end := p.mainClause(c.last, u.last)
	main := end + 1
	if k := p.inside(min(c.last+2, u.last-1)); end >= u.last && k >= 0 && p.quotations[k].close > 0 && p.is(p.quotations[k].close-1, isComma) { // `Calling it "a sham," Lee left`
		end = p.quotations[k].close + 1
		main = end
	}
	if main >= u.last {
		return false
	}
	src := p.trimTime(phrase{main, p.phraseAfter(main, u.last)})
	if src.empty() || !p.somebody(src) {
		return false
	}
	c.src, c.front, c.absolute, c.own = src, end, true, true
	return true
}

// leads are words before such a participle.
var leads = lexicon.SetOf("having after before by while when despite since upon in on besides")

// absoluteSource reads the source of "warning" in "the day ended with Lee warning".
func (p *paragraph) absoluteSource(from int, c *cue) bool {
	f, l := p.phraseBefore(from, c.first)
	for k := l - 1; k >= max(f-1, from) && f < l && l == c.first && !strings.HasPrefix(p.tag(k), "V"); k-- {
		if p.low(k) == "with" && k+1 < l {
			c.src, c.absolute, c.own = phrase{k + 1, l}, true, true
			return true
		}
	}
	return false
}

// afterQuotation reports whether token i follows a quotation directly.
func (p *paragraph) afterQuotation(i int) bool { return p.inside(i-1) >= 0 && p.inside(i) < 0 }

// invert reads the source behind the verb: `," said Lee`.
func (p *paragraph) invert(u unit, c *cue) bool {
	if c.Form&(lexicon.Past|lexicon.ThirdPerson) == 0 && !p.severalBehind(c) || p.participial(c) || !c.Has(lexicon.Quotation|lexicon.Clause) {
		return false
	}
	last := p.phraseAfter(c.last, u.last)
	if last <= c.last || p.tag(c.last) == "PRP" && strings.HasPrefix(p.tag(c.last+1), "V") {
		return false
	}
	if p.timeWord(c.last) || p.finite(last) && !p.afterQuotation(c.first) { // "Lee, asked about it, said the road was closed"
		return false
	}
	if p.low(last-1) == ")" && !p.openedIn(phrase{c.last, last}) { // ("...," said Lee)
		last--
	}
	c.src, c.inverted = phrase{c.last, last}, true
	return true
}

// severalBehind reports whether several people are named behind a verb in the
// present tense: ", say officials".
func (p *paragraph) severalBehind(c *cue) bool {
	if c.Form&lexicon.Base == 0 || c.first != c.head || p.low(c.first-1) == "to" {
		return false
	}
	last := p.simpleAfter(c.last, p.last)
	head := c.last
	for head < last && p.tag(head) != "IN" {
		head++
	}
	return head > c.last && lexicon.Groups().Has(p.low(head-1)) && !p.finite(last)
}

// several reports whether token i is a noun for several people.
func (p *paragraph) several(i int) bool {
	t := p.tag(i)
	return strings.HasPrefix(t, "NN") && (strings.HasSuffix(t, "S") || lexicon.Groups().Has(p.low(i)))
}

// participial reports whether c is a participle without a subject of its own.
func (p *paragraph) participial(c *cue) bool {
	return c.Form&lexicon.Gerund != 0 && c.first == c.head
}

// inherit takes the source of the cue before, else the subject of the unit.
func (p *paragraph) inherit(u unit, c *cue, before []*cue) {
	c.dependent = true
	for k := len(before) - 1; k >= 0; k-- {
		if b := before[k]; !b.src.empty() && (b.antecedent.empty() || k == 0) {
			c.src, c.antecedent = b.src, b.antecedent
			return
		}
	}
	c.src = p.subject(u, c.first)
}

// subject is the first noun phrase of the unit that a finite verb follows.
func (p *paragraph) subject(u unit, end int) phrase {
	for i := u.first; i < end; i++ {
		if p.inside(i) >= 0 || !p.finite(i) {
			continue
		}
		k := i
		for k > u.first && (p.tag(k-1) == "RB" || p.tag(k-1) == "MD") {
			k--
		}
		f, l := p.phraseBefore(u.first, k)
		if f < l && p.tag(f-1) != "IN" {
			return p.trimTime(phrase{f, l})
		}
	}
	return phrase{}
}

func (p *paragraph) finite(i int) bool {
	switch p.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// antecedent is the noun phrase that the relative pronoun at i stands for.
func (p *paragraph) antecedent(from, i int) phrase {
	end := i
	if p.low(end-1) == "," {
		end--
	}
	f, l := p.phraseBefore(from, end)
	if p.low(i) == "who" { // "a complaint by | residents who ..."
		for k := f + 1; k < l-1; k++ {
			if w := p.low(k); (w == "by" || w == "from" || w == "of") && lexicon.Documents().Has(p.low(k-1)) {
				f = k + 1
				break
			}
		}
	}
	return p.trimTime(phrase{f, l})
}

// trimTime drops a day before the name: "Tuesday Lee".
func (p *paragraph) trimTime(f phrase) phrase {
	if f.last-f.first > 2 && p.timeWord(f.first+1) && p.tag(f.first+2) != "POS" { // "Last week Lee"
		switch p.low(f.first) {
		case "last", "this", "earlier", "late", "early":
			f.first += 2
		}
	}
	for f.last-f.first > 1 && p.timeWord(f.first) && p.tag(f.first+1) != "POS" {
		f.first++
	}
	return f
}

// headlineInverts reads the source behind the verb that ends a headline: `Bridge
// to stay closed, says Lee`.
func (p *paragraph) headlineInverts(u unit, c *cue) bool {
	end := p.unpunctuated(u)
	if p.low(c.first-1) != "," || end-c.last > 6 || end <= c.last || c.Form&lexicon.ThirdPerson == 0 || !c.followsClause() {
		return false
	}
	for i := c.last; i < end; i++ {
		if p.finite(i) || p.is(i, isMark) || p.inside(i) >= 0 || p.tag(i) == "TO" {
			return false
		}
	}
	if !p.capital(c.last) && !p.speaks(end-1) && !reportWords.Has(p.low(end-1)) {
		return false
	}
	c.src, c.inverted = phrase{c.last, end}, true
	return true
}

// headlineSubject is what stands before a headline's verb: all of it back to
// a border.
func (p *paragraph) headlineSubject(from, end int) phrase {
	first := end
	for first > from && end-first < 12 {
		switch p.low(first - 1) {
		case ":", ";", ",", "-", "–", "—", "|", "and", "as", "after", "but", "?", "!", ".":
			return phrase{first, end}
		}
		first--
	}
	return phrase{first, end}
}
