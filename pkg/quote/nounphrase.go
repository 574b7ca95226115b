package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// Noun phrases are read from tags, leftwards from a verb or rightwards from
// one. They are what a source is made of, so they take along what annotators
// mark with it: titles, "of" and other attachments, appositions and relative
// clauses between commas.

// maxPhrase bounds the tokens of a noun phrase.
const maxPhrase = 40

func (p *paragraph) noun(i int) bool {
	t := p.tag(i)
	if t == "JJ" && p.finite(i+1) && (p.tag(i-1) == "DT" || lexicon.Groups().Has(p.low(i)) && p.capital(i-1)) || strings.HasPrefix(t, "V") && p.givenName(i) {
		return true // "the wealthy say", "the US military says"; nouns and names that the tagger does not know
	}
	return strings.HasPrefix(t, "NN") || t == "PRP" || t == "CD" || t == "EX" || t == "FW" || p.low(i) == "%" || p.pronounLike(i)
}

// givenName reports whether a capital starts a sentence and a name, though the
// tagger takes the word for a verb: "Tove Lindqvist said".
func (p *paragraph) givenName(i int) bool {
	if i+1 >= p.last || !p.capital(i) || !p.capital(i+1) || p.tag(i+1) != "NNP" || p.is(i, isVerb) {
		return false
	}
	return p.doc.Sentences[p.doc.SentenceOf(i)].First == i
}

// pronounLike words stand for a noun by themselves.
func (p *paragraph) pronounLike(i int) bool {
	switch p.low(i) {
	case "others", "some", "many", "most", "both", "neither", "another", "one", "each", "all", "several", "few", "those", "these", "this", "it", "she", "he", "they", "we", "i", "you":
		return true
	}
	return false
}

// modifier reports whether token i can stand before the noun of a phrase.
func (p *paragraph) modifier(i int) bool {
	t := p.tag(i)
	switch {
	case strings.HasPrefix(t, "JJ"), t == "DT", t == "PDT", t == "PRP$", t == "POS", t == "CD", t == "$", t == "#":
		return true
	case t == "VBN" || t == "VBG":
		return p.noun(i+1) || strings.HasPrefix(p.tag(i+1), "JJ")
	case t == "RB" || t == "RBR" || t == "RBS":
		return strings.HasPrefix(p.tag(i+1), "JJ") || p.tag(i+1) == "CD" || p.tag(i+1) == "VBN" && (p.noun(i+2) || strings.HasPrefix(p.tag(i+2), "JJ")) // "the newly elected mayor"
	}
	return p.low(i) == "&" || p.low(i) == "'s" || p.low(i) == "’s"
}

// attaches reports whether the preposition i ties the noun after it to the
// noun before it.
func (p *paragraph) attaches(i int) bool {
	switch p.low(i) {
	case "of":
		return true
	case "by":
		return p.participleBefore(i) || lexicon.Documents().Has(p.low(i-1))
	case "for", "in", "at", "from", "with", "on", "to", "against", "behind", "inside", "within", "near", "around", "under", "between", "about", "over", "into":
		return p.speaks(i-1) || p.belongs(i) || p.low(i-1) == ")" || (p.tag(i-1) == "VBN" || p.tag(i-1) == "JJ") && p.noun(i-2)
	}
	return false
}

// belongs: "Poe with the tenants' union", "Poe from accounts": a person's
// name and whom they speak for.
func (p *paragraph) belongs(i int) bool {
	switch p.low(i) {
	case "with", "from", "at", "for":
		return p.capitalName(i-1) && p.capitalName(i-2)
	}
	return false
}

// participleBefore reports whether a participle that follows a noun stands a
// few words before i: "an assessment released this month | by ...".
func (p *paragraph) participleBefore(i int) bool {
	for k := i - 1; k > p.first && i-k < 5; k-- {
		if p.tag(k) == "VBN" || p.tag(k) == "VBD" && p.doneBy(k) == i {
			return p.noun(k - 1)
		}
	}
	return false
}

// speaks reports whether the noun i is of a kind that says things: what hangs
// on it by a preposition is then part of the source ("officials in Ramallah",
// but not "came under fire from | activists").
func (p *paragraph) speaks(i int) bool {
	w := strings.TrimSuffix(p.low(i), ".")
	return lexicon.Roles().Has(w) || lexicon.Groups().Has(w) || lexicon.Documents().Has(w) || lexicon.OrganizationWords().Has(w) || p.pronounLike(i) && p.tag(i) != "PRP"
}

// phraseBefore is the noun phrase that ends right before token end, or an
// empty range. It does not go left of from.
func (p *paragraph) phraseBefore(from, end int) (first, last int) {
	last = end
	if p.low(end-1) == "," && end-1 > from {
		if f, l, ok := p.appositionBefore(from, end); ok {
			return f, l
		}
		return end, end
	}
	if p.dash(end-1) && end-1 > from {
		if f, l, ok := p.dashedBefore(from, end-1); ok {
			return f, l
		}
		return end, end
	}
	if t := p.tag(end - 1); (t == "PRP" || t == "EX") && end-1 >= from {
		return end - 1, end
	}
	if cut := p.timeTail(from, end); cut < end {
		if f := p.simpleBefore(from, cut); f < cut {
			return f, cut
		}
	}
	first = p.simpleBefore(from, end)
	if first < end {
		first = p.namedAhead(from, p.relativeBefore(from, p.rolesAhead(from, first)))
	}
	return first, last
}

func (p *paragraph) dash(i int) bool { return dashes.Has(p.low(i)) || p.low(i) == "―" }

// dashedBefore reads "Name – who took office in May –" leftwards from the dash
// at stop.
func (p *paragraph) dashedBefore(from, stop int) (first, last int, ok bool) {
	for i := stop - 1; i > from && stop-i < maxPhrase && p.inside(i) < 0; i-- {
		if !p.dash(i) {
			continue
		}
		if p.low(i-1) == "," {
			return 0, 0, false
		}
		f := p.simpleBefore(from, i)
		return f, stop, f < i
	}
	return 0, 0, false
}

// namedAhead takes along a full name that a comma sets off before a phrase
// whose own closing comma is missing: "Ann Poe, the depot's spokeswoman said".
func (p *paragraph) namedAhead(from, first int) int {
	if first-3 < from || p.low(first-1) != "," || p.tag(first) != "DT" || !p.capitalName(first-2) {
		return first
	}
	f := p.simpleBefore(from, first-1)
	if f < first-2 && lexicon.FirstNames().Has(p.low(f)) {
		return f
	}
	return first
}

// rolesAhead takes along the roles that commas list before the last ones: in
// "chairman, chief executive and president Dana Lee" all but the last two.
func (p *paragraph) rolesAhead(from, first int) int {
	for k := first; k-2 >= from && p.low(k-1) == "," && p.inside(k-2) < 0 && p.post(k-2) && p.posts(first); {
		k = p.simpleBefore(from, k-1)
		if k >= first-1 || k < from {
			break
		}
		first = k
	}
	return first
}

// post reports a role in small letters.
func (p *paragraph) post(i int) bool {
	return !p.capital(i) && lexicon.Roles().Has(p.low(i)) || p.acronym(i) && lexicon.Roles().Has(p.low(i))
}

// posts reports whether two roles that "and" joins start at i.
func (p *paragraph) posts(i int) bool {
	for k := i; k < i+5; k++ {
		if p.tag(k+1) == "CC" {
			return p.post(k) && (p.post(k+2) || p.post(k+3))
		}
	}
	return false
}

// timeOnly reports whether a source is nothing but a time: "recent years", "May 26".
func (p *paragraph) timeOnly(f phrase) bool {
	times := false
	for i := f.first; i < f.last; i++ {
		switch {
		case p.timeWord(i), monthWords.Has(p.low(i)), spans.Has(p.low(i)), p.tag(i) == "CD" && len(p.low(i)) == 4 && f.last-f.first == 1:
			times = true
		case p.tag(i) != "CD" && p.tag(i) != "DT" && !strings.HasPrefix(p.tag(i), "JJ"):
			return false
		}
	}
	return times
}

// timeTail is where a time at the end of a phrase starts: "Lee | on Monday",
// "Lee | last week", "Lee | in 2017"; end if there is none.
func (p *paragraph) timeTail(from, end int) int {
	k := end
	for k > from && (p.timeWord(k-1) || monthWords.Has(p.low(k-1)) && p.tag(k-1) != "MD" || p.tag(k-1) == "CD" || p.low(k-1) == "last" || p.low(k-1) == "this" || p.low(k-1) == "late" || p.low(k-1) == "early") {
		k--
	}
	if k == end || k <= from {
		return end
	}
	switch p.low(k - 1) {
	case "in", "on", "at", "from", "since", "of", "during", "for", "earlier", "later":
		return k - 1
	}
	if p.tag(end-1) == "CD" {
		return end
	}
	return k
}

// simpleBefore reads a phrase without commas leftwards from end.
func (p *paragraph) simpleBefore(from, end int) int {
	i := end
	for i > from && end-i < maxPhrase && p.inside(i-1) < 0 {
		k := i - 1
		switch {
		case i < end && p.tag(i) == "DT" && !p.pronounLike(i) && p.tag(k) != "PDT" && (p.noun(k) || p.modifier(k)) && p.low(k) != "all" && p.low(k) != "both":
			return p.trimFront(i, end) // "on Monday | the mayor"
		case p.noun(k), p.particle(k), p.surname(k):
		case i == end && !p.closing(k):
			return end
		case p.modifier(k) || p.closing(k):
			if p.low(k) == ")" {
				open := p.bracketBefore(from, k)
				if open < 0 {
					return p.trimFront(i, end)
				}
				k = open
			}
		case (p.tag(k) == "CC" && p.low(k) != "but" && p.low(k) != "nor") && (p.noun(k-1) && p.joinsNames(k) || p.tag(k-1) == "JJ" && p.tag(k+1) == "JJ"):
		case (p.tag(k) == "IN" || p.tag(k) == "TO") && p.attaches(k) && (p.noun(k-1) || p.tag(k-1) == "VBN" || p.tag(k-1) == "JJ"):
		case p.reduced(k):
		case p.low(k) == "," && p.severalAdjectives(k): // "one small, two-month study"
		default:
			return p.trimFront(i, end)
		}
		i = k
	}
	return p.trimFront(i, end)
}

// severalAdjectives reports whether a comma stands between two adjectives behind
// an article or a number.
func (p *paragraph) severalAdjectives(k int) bool {
	if !strings.HasPrefix(p.tag(k-1), "JJ") || !strings.HasPrefix(p.tag(k+1), "JJ") {
		return false
	}
	t := p.tag(k - 2)
	return t == "DT" || t == "CD" || t == "PRP$"
}

// particle reports whether token k stands inside a name: "Hanna van der Meer".
func (p *paragraph) particle(k int) bool {
	if p.capital(k) || !lexicon.Particles().Has(p.low(k)) {
		return false
	}
	first, next := k-1, k+1
	if lexicon.Particles().Has(p.low(first)) && !p.capital(first) {
		first--
	}
	if lexicon.Particles().Has(p.low(next)) && !p.capital(next) {
		next++
	}
	return p.capitalName(first) && p.capital(next) && p.inside(first) < 0 && p.inside(next) < 0
}

// surname reports whether token k follows a first name, whatever its tag: "Oskar
// Till".
func (p *paragraph) surname(k int) bool {
	return p.capital(k) && p.capitalName(k-1) && p.inside(k-1) < 0 && lexicon.FirstNames().Has(p.low(k-1))
}

// closing marks may end a phrase: "(R-Ohio)", "Inc."
func (p *paragraph) closing(k int) bool { return p.low(k) == ")" || p.possessiveName(k) }

// possessiveName reports whether token k is the mark in the name of a firm that is
// called after somebody: "Bowen's said".
func (p *paragraph) possessiveName(k int) bool {
	return (p.low(k) == "'s" || p.low(k) == "’s") && p.capitalName(k-1) && p.tag(k) == "POS" && p.tag(k+1) == "VBD" && p.tag(k-2) != "DT"
}

// reduced reports whether k is a participle that ties what follows to the
// noun before it: "an assessment released this month by the office".
func (p *paragraph) reduced(k int) bool {
	t := p.tag(k)
	if t != "VBN" && t != "VBD" && t != "VBG" && t != "JJ" {
		return false
	}
	next := p.low(k + 1)
	if t == "VBD" {
		return p.noun(k-1) && p.doneBy(k) > 0
	}
	return p.noun(k-1) && (next == "by" || next == "with" || next == "in" || next == "to" || next == "this" || next == "last" || next == "on" || t == "VBG")
}

// doneBy is the "by" that follows a participle, a time between them or none:
// "sent by", "released this month by"; -1 for none.
func (p *paragraph) doneBy(k int) int {
	for i := k + 1; i < min(k+5, p.last); i++ {
		switch w := p.low(i); {
		case w == "by":
			return i
		case w != "on" && w != "in" && w != "this" && w != "last" && w != "late" && w != "early" && w != "earlier" && !p.timeWord(i) && !monthWords.Has(w) && p.tag(i) != "CD":
			return -1
		}
	}
	return -1
}

// joinsNames reports whether the conjunction k joins two phrases of one
// source rather than two clauses.
func (p *paragraph) joinsNames(k int) bool {
	for i := k - 1; i >= p.first && k-i < 12; i-- {
		t := p.tag(i)
		if strings.HasPrefix(t, "V") && t != "VBN" && t != "VBG" || t == "MD" {
			return false
		}
		if p.low(i) == "," || t == "IN" {
			break
		}
	}
	return true
}

// trimFront drops what cannot start a phrase.
func (p *paragraph) trimFront(i, end int) int {
	for i < end {
		t := p.tag(i)
		if p.low(i) == "(" && p.bracketAfter(i, end) == end-1 { // nothing but "(R)"
			return end
		}
		if t == "POS" || t == "CC" || t == "IN" || t == "TO" || t == "," || t == "RB" && p.low(i) != "nearly" && p.low(i) != "about" ||
			t == "VBG" && !p.noun(i+1) || t == "VBN" && !p.noun(i+1) || p.low(i) == ")" || p.low(i) == "(" {
			i++
			continue
		}
		break
	}
	return i
}

// wholeBracket gives a source that ends in the end of a bracket the phrase before
// that: "Osterby Steel (ticker: | OST)".
func (p *paragraph) wholeBracket(f phrase) phrase {
	if f.empty() || p.low(f.last-1) != ")" || p.openedIn(f) {
		return f
	}
	open := p.bracketBefore(p.first, f.last-1)
	if open < 0 {
		return f
	}
	if first := p.simpleBefore(p.first, open); first < open {
		return phrase{first, f.last}
	}
	return f
}

func (p *paragraph) bracketBefore(from, k int) int {
	for i := k - 1; i >= from && k-i < 12; i-- {
		if p.low(i) == "(" {
			return i
		}
	}
	return -1
}

// relativeBefore takes along the noun before a relative clause whose end is
// at first: "people who asked not to be named | said".
func (p *paragraph) relativeBefore(from, first int) int {
	for i := first - 1; i >= from && first-i < 14; i-- {
		switch {
		case p.inside(i) >= 0 || p.low(i) == ",":
			return first
		case p.tag(i) == "WP" || p.tag(i) == "WDT" && p.low(i) != "that":
			if i == first-1 && relatives.Has(p.low(i)) { // "a man who | police say"
				return first
			}
			if p.noun(i - 1) {
				return p.simpleBefore(from, i)
			}
			if p.low(i-1) == "," && p.noun(i-2) && p.hasFinite(phrase{i + 1, first}) { // its second comma is missing
				return p.simpleBefore(from, i-1)
			}
			return first
		}
	}
	return first
}

// appositionBefore reads "Name, what it is," leftwards from the comma before
// end; the last token of the phrase is the one before that comma.
func (p *paragraph) appositionBefore(from, end int) (first, last int, ok bool) {
	stop := end - 1
	if inPassing.Has(p.low(stop-1)) && p.low(stop-2) == "," { // "The road is closed, too, said Lee"
		return stop + 1, stop + 1, false
	}
	for i := stop - 1; i > from && stop-i < maxPhrase; i-- {
		if !p.is(i, isComma) || p.inside(i) >= 0 {
			continue
		}
		if !p.opensApposition(i+1) || p.ownClause(phrase{i + 1, stop}) {
			continue
		}
		f := p.simpleBefore(from, i)
		if f < i && !p.timeWord(i-1) {
			return p.nameAhead(from, f), stop, true
		}
	}
	return p.adverbialBefore(from, stop)
}

// ownClause reports whether what stands between commas is a clause of its own
// rather than an apposition: "Over the winter, the road will be closed, said Lee".
func (p *paragraph) ownClause(f phrase) bool {
	for i := f.first; i < f.last && p.inside(i) < 0; i++ {
		t := p.tag(i)
		if strings.HasPrefix(t, "W") || t == "PRP" || t == "IN" && p.low(i) == "that" {
			return false
		}
		if t == "MD" || p.finite(i) && auxiliary.Has(p.low(i)) && i > f.first && p.low(i) != "'s" && p.low(i) != "’s" {
			return true
		}
	}
	return false
}

// inPassing are adverbs that end a clause between commas.
var inPassing = lexicon.SetOf("too either")

// nameAhead goes on from one apposition to the name before it: in "Poe, head
// of the group, a charity, said" and "Poe, Director of Roads, Osterby Council,
// said" the phrase starts at Poe.
func (p *paragraph) nameAhead(from, first int) int {
	for n := 0; n < 3 && first-2 >= from && p.low(first-1) == "," && p.inside(first-1) < 0; n++ {
		f := p.simpleBefore(from, first-1)
		if p.capital(first) && !(p.capitalName(first-2) && (p.titled(first) || p.titled(f))) {
			break
		}
		if f >= first-1 || !strings.HasPrefix(p.tag(first-2), "NN") && p.low(first-2) != ")" || p.timeWord(first-2) {
			break
		}
		first = f
	}
	return first
}

// titled reports whether the words from i to the next comma hold a role.
func (p *paragraph) titled(i int) bool {
	for ; i < p.last && !p.is(i, isComma); i++ {
		if lexicon.Roles().Has(p.low(i)) {
			return true
		}
	}
	return false
}

// adverbialBefore passes over ", by contrast," and ", however," before the
// comma at stop.
func (p *paragraph) adverbialBefore(from, stop int) (first, last int, ok bool) {
	for i := stop - 1; i > from && stop-i < 16; i-- {
		if p.low(i) != "," {
			continue
		}
		if t := p.tag(i + 1); p.low(i+1) == "when" || p.low(i+1) == "asked" || t == "VBG" {
			f := p.simpleBefore(from, i)
			return f, i, f < i
		} else if stop-i >= 8 {
			return stop + 1, stop + 1, false
		} else if t == "IN" || t == "RB" || t == "TO" || p.timeWord(i+1) || t == "VBG" {
			f := p.simpleBefore(from, i)
			return f, i, f < i
		}
		break
	}
	return stop + 1, stop + 1, false
}

// opensApposition reports whether what starts at i can explain the noun
// before it.
func (p *paragraph) opensApposition(i int) bool {
	t := p.tag(i)
	switch {
	case p.speaking(i):
		return false
	case t == "DT", t == "WP", t == "WP$", t == "CD", t == "PRP$", strings.HasPrefix(t, "JJ"), strings.HasPrefix(t, "NN"), t == "WDT", t == "RB" && (p.tag(i+1) == "DT" || p.tag(i+1) == "VBG" || p.tag(i+1) == "VBN"):
		return true
	case t == "VBN", t == "VBG":
		return true
	case t == "IN":
		return p.low(i) == "in" || p.low(i) == "of" || p.low(i) == "at" || p.low(i) == "on" || p.low(i) == "through" || p.low(i) == "via"
	}
	return false
}

// speaking reports whether what starts at i tells how or where the noun before it
// speaks: ", speaking to reporters,", ", in a statement,", ", meanwhile,".
func (p *paragraph) speaking(i int) bool {
	switch p.low(i) {
	case "speaking", "writing", "answering", "responding", "testifying", "addressing", "asked", "however", "meanwhile", "though":
		return true
	case "in":
		k := i + 1
		for k < i+4 && p.modifier(k) {
			k++
		}
		return occasions.Has(p.low(k)) || turns.Has(p.low(k))
	}
	return false
}

var turns = lexicon.SetOf("turn contrast addition response reply particular short")

// timeWord reports whether token i names a day or a time of day.
func (p *paragraph) timeWord(i int) bool { return timeWords.Has(p.low(i)) }

var timeWords = lexicon.SetOf("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night week month year earlier later recently")

// phraseAfter is the noun phrase that starts at token i, its attachments and
// appositions with it; last == i where none starts there. It does not go
// right of end.
func (p *paragraph) phraseAfter(i, end int) (last int) {
	last = p.simpleAfter(i, end)
	if last == i {
		return i
	}
	if t := p.tag(last); (t == "WP" || t == "WP$") && !p.capital(last-1) {
		return p.restrictedAfter(last, end)
	}
	return p.appositionAfter(last, end)
}

// restrictedAfter takes along a relative clause that tells which one is
// meant: "said a man | who asked not to be named".
func (p *paragraph) restrictedAfter(last, end int) int {
	for k := last; k < end && k-last < maxPhrase; k++ {
		if p.inside(k) >= 0 {
			return last
		}
		switch p.low(k) {
		case ",", ".", ";", ":", "—", "--", "–", "?", "!":
			return k
		}
	}
	return last
}

// simpleAfter reads a phrase without commas rightwards from i.
func (p *paragraph) simpleAfter(i, end int) int {
	k, head := i, -1
	for k < end && k-i < maxPhrase && p.inside(k) < 0 {
		t := p.tag(k)
		switch {
		case head >= 0 && p.particle(k):
		case head >= 0 && p.surname(k):
			head = k
		case p.noun(k):
			if t == "PRP" && head >= 0 || p.timeWord(k) && head >= 0 && !p.capitalName(k+1) && p.tag(k+1) != "POS" {
				return endAt(i, head)
			}
			head = k
		case head >= 0 && (t == "DT" || t == "PRP$") && p.noun(k-1): // "told reporters | the road"
			return endAt(i, head)
		case p.low(k) == "her" && !p.noun(k+1) && !p.modifier(k+1):
			return k + 1
		case p.low(k) == "(":
			c := p.bracketAfter(k, end)
			if head < 0 || c < 0 {
				return endAt(i, head)
			}
			k, head = c, c
		case p.modifier(k):
		case t == "CC" && head >= 0 && (p.noun(k+1) || p.modifier(k+1)) && p.low(k) != "but":
		case (t == "IN" || t == "TO") && head >= 0 && p.attachesAfter(k):
		default:
			return endAt(i, head)
		}
		k++
	}
	return endAt(i, head)
}

// endAt is the end of a phrase that starts at i and whose last noun is head;
// i where it has none.
func endAt(i, head int) int { return max(i, head+1) }

func (p *paragraph) capitalName(i int) bool {
	return strings.HasPrefix(p.tag(i), "NNP") && p.capital(i)
}

func (p *paragraph) bracketAfter(k, end int) int {
	for i := k + 1; i < end && i-k < 12; i++ {
		if p.low(i) == ")" {
			return i
		}
	}
	return -1
}

// attachesAfter is attaches for a phrase read rightwards: a time or place
// after a cue's noun does not belong to it.
func (p *paragraph) attachesAfter(k int) bool {
	if p.timeWord(k+1) || p.tag(k+1) == "CD" || p.low(k) == "in" && p.speaking(k) { // "wrote the mayor | in a letter"
		return false
	}
	switch p.low(k) {
	case "of":
		return true
	case "for", "at", "from", "with", "by", "in", "on", "to", "inside", "within", "familiar", "close":
		return !capitalOnly(p.word(k-1)) || p.low(k) == "for" || p.low(k) == "at"
	}
	return false
}

// capitalOnly reports whether w is a name's last word: a place or time after
// it ("Lee in Geneva") is no part of the name.
func capitalOnly(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// appositionAfter takes along ", the mayor of X" and ", who ..." after last.
func (p *paragraph) appositionAfter(last, end int) int {
	if p.low(last) != "," || p.inside(last) >= 0 || last+1 >= end {
		return last
	}
	t := p.tag(last + 1)
	if t != "DT" && t != "WP" && t != "WP$" && t != "CD" && t != "PRP$" && !strings.HasPrefix(t, "JJ") && !strings.HasPrefix(t, "NN") {
		return last
	}
	if p.timeWord(last + 1) {
		return last
	}
	if t == "CD" && p.low(last+2) != "," && p.low(last+2) != "." {
		return last
	}
	relative := false
	for k := last + 1; k < end && k-last < maxPhrase; k++ {
		relative = relative || p.tag(k) == "WP" || p.tag(k) == "WDT" || p.tag(k) == "WP$" || p.tag(k) == "WRB"
		if p.inside(k) >= 0 || p.finite(k) && !relative {
			return last
		}
		switch p.low(k) {
		case ",", ".", ";", ":", "—", "--", "–":
			return k
		}
	}
	return last
}
