package speaker

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// form says how a mention refers.
type form uint8

const (
	noForm  form = iota
	proper       // holds a name
	nominal      // "the foreign minister", "police"
	pronoun
)

// mention is a source phrase, read.
type mention struct {
	phrase
	form   form
	name   name   // proper: where the name stands
	core   phrase // the phrase up to its head noun
	head   int    // token of the head noun or pronoun
	plural bool
	gender byte
}

// readMention reads the phrase of a source.
func (r *resolver) readMention(s text.Span) mention {
	m := mention{phrase: r.tokens(s)}
	if m.len() > 1 && (strings.HasPrefix(r.tag(m.last-1), "RB") || r.low(m.last-1) == "further") && !r.named(m.last-1) && (r.named(m.last-2) || r.low(m.last-2) == ",") { // "Lee further"
		m.last--
	}
	if m.len() > 1 && r.low(m.last-1) == "," { // closes an apposition
		m.last--
	}
	if m.len() > 1 && reflexives.Has(r.low(m.last-1)) { // "Lee himself"
		m.last--
	}
	if m.empty() {
		return m
	}
	if _, ok := pronouns[r.low(m.first)]; ok && !shouted(r.doc.Word(m.first)) && (m.len() == 1 || r.low(m.first+1) == "," || m.len() == 2 && possessiveMark(r.low(m.last-1))) {
		m.form, m.head, m.gender, m.plural = pronoun, m.first, pronouns[r.low(m.first)].gender, pronouns[r.low(m.first)].plural
		return m
	}
	m.core = r.coreOf(m.phrase)
	m.head = m.core.last - 1
	m.plural = (r.plural(m.head) && !r.corporate(m.head) || r.counted(m)) && !r.oneOf(m)
	m.gender = lexicon.Gendered().Of(r.low(m.head))
	n, ok := r.nameIn(m)
	if k := n.last; ok && k > m.core.last && k < m.last && !r.named(k) && r.describes(k) {
		n, ok = r.heldBy(&m, k)
	}
	if ok {
		m.form, m.name = proper, n
		n.sentence = r.doc.SentenceOf(n.first)
		m.name.sentence, m.name.block = n.sentence, r.doc.Sentences[n.sentence].Block
		return m
	}
	m.form = nominal
	return m
}

// heldBy reads on behind an institution's name at token k: "Department of Roads |
// spokeswoman Dana Lee" is who is named there, "Department of Roads | data" what
// the noun says.
func (r *resolver) heldBy(m *mention, k int) (name, bool) {
	for k+1 < m.last && !r.named(k+1) && r.describes(k+1) {
		k++
	}
	m.core.last, m.head = k+1, k
	m.plural, m.gender = r.plural(k), lexicon.Gendered().Of(r.low(k))
	if !r.role(k) || k+1 == m.last || !r.named(k+1) {
		return name{}, false
	}
	run := r.run(k+1, m.last)
	return name{phrase: run, title: phrase{m.first, k + 1}}, true
}

// describes reports whether token i is a noun or an adjective.
func (r *reader) describes(i int) bool {
	t := r.tag(i)
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ")
}

// shouted reports whether a pronoun is rather an acronym: "WHO", "IT".
func shouted(w string) bool { return w == "WHO" || w == "IT" }

type pronounFacts struct {
	gender byte
	plural bool
}

var pronouns = map[string]pronounFacts{
	"he": {'m', false}, "she": {'f', false}, "his": {'m', false}, "her": {'f', false}, "him": {'m', false},
	"they": {0, true}, "their": {0, true}, "it": {'n', false}, "its": {'n', false},
	"i": {'1', false}, "we": {'1', true}, "my": {'1', false}, "our": {'1', true}, "you": {'2', false}, "your": {'2', false},
	"who": {0, false},
}

// coreOf cuts a phrase before what hangs on its head noun: an apposition, a
// relative clause, a preposition, a participle.
func (r *reader) coreOf(f phrase) phrase {
	for i := f.first + 1; i < f.last; i++ {
		t := r.tag(i)
		switch w := r.low(i); {
		case w == "," && r.severalAdjectives(i): // "one small, two-month study"
		case w == ",", w == "(", w == "who" && !shouted(r.doc.Word(i)), w == "which", w == "that", w == "—", w == "--", w == "–":
			return phrase{f.first, i}
		case t == "PRP" && strings.HasPrefix(r.tag(i-1), "NN"), r.named(i) && r.writtenBy(i, f.last): // "a letter | he wrote", "a paper | Lee wrote"
			return phrase{f.first, i}
		case t == "CC" && w == "and" && r.twoSources(f, i):
			return phrase{f.first, i}
		case strings.HasPrefix(t, "JJ") && !r.named(i) && strings.HasPrefix(r.tag(i-1), "NN") && (r.tag(i+1) == "IN" || r.tag(i+1) == "TO"): // "people | familiar with it"
			return phrase{f.first, i}
		case t == "IN" && !r.role(i) || t == "TO" || w == "of" || w == "for" || w == "in" || w == "from" || w == "at":
			if w == "of" && (quantity.Has(r.low(i-1)) || r.tag(i-1) == "CD") || (w == "than" || w == "to" || w == "as") && r.tag(i+1) == "CD" {
				continue // "some of", "more than 120"
			}
			return phrase{f.first, i}
		case (t == "VBN" || t == "VBG" || t == "VBD") && strings.HasPrefix(r.tag(i-1), "NN"):
			return phrase{f.first, i}
		}
	}
	for f.len() > 1 && possessiveMark(r.low(f.last-1)) && !r.shopName(f.last-1) {
		f.last--
	}
	return f
}

// writtenBy reports whether a clause without "that" starts at the name at i, behind
// a noun for a document.
func (r *reader) writtenBy(i, end int) bool {
	if r.named(i-1) || !lexicon.Documents().Has(r.low(i-1)) {
		return false
	}
	for i < end && r.named(i) {
		i++
	}
	return i < end && r.tag(i) == "VBD"
}

var reflexives = lexicon.SetOf("himself herself itself themselves")

// oneOf: "one", "one of the officials".
func (r *reader) oneOf(m mention) bool {
	return r.low(m.first) == "one" && (m.core.len() == 1 || r.low(m.first+1) == "of")
}

// counted reports whether a phrase tells how many of a whole it means: "some
// members of Congress".
func (r *reader) counted(m mention) bool {
	for i := m.core.first + 1; i+1 < m.core.last; i++ {
		if r.low(i) == "of" && quantity.Has(r.low(i-1)) && r.low(i-1) != "one" && r.low(i-1) != "none" {
			return true
		}
	}
	return false
}

var quantity = lexicon.SetOf("some many most several all both one none dozens hundreds thousands scores members number group majority lot couple half percent % two three four five")

// twoSources reports whether the "and" at i joins two who speak rather than
// two words of one name ("Salt and Reed").
func (r *reader) twoSources(f phrase, i int) bool {
	if strings.HasPrefix(r.tag(i-1), "JJ") && (!r.named(i-1) || r.sentenceStart(i-1)) && i+1 < f.last { // "congressional and other aides"
		return false
	}
	return i > f.first && i+1 < f.last && !(r.organizationRun(phrase{i + 1, min(f.last, i+4)}) && r.named(i-1))
}

// nameIn finds the name of the person or thing a phrase refers to: the one
// that ends its core, or one in apposition to a role.
func (r *resolver) nameIn(m mention) (name, bool) {
	if r.counted(m) { // "members of the Osterby Council"
		return name{}, false
	}
	if m.core.len() == 1 && r.tag(m.head) == "NNS" && r.sentenceStart(m.head) && r.low(m.core.last) == "and" && !r.named(m.core.last+1) { // "Companies and millers"
		return name{}, false
	}
	if r.shopName(m.head) {
		return name{phrase: r.run(m.head-1, m.last)}, true
	}
	if r.named(m.head) && r.bears(m) && !(m.core.len() == 1 && (quantity.Has(r.low(m.head)) || lexicon.Starters().Has(r.low(m.head)) || indefinite.Has(r.low(m.head)) || everybody.Has(r.low(m.head)))) {
		first := m.head
		for first > m.core.first && !articles.Has(r.low(first-1)) && (r.named(first-1) || r.particle(first-1) || r.pluralPossessive(first-1, m.head+1) || r.joint(first-1, m.head+1) || first-2 >= m.core.first && r.whoseOffice(r.placeFrom(first-1, m.core.first), first-1, m.head+1)) {
			first--
		}
		if n, ok := r.parseRun(r.official(phrase{first, m.head + 1}, m.last)); ok || n.len() == 1 && r.role(n.first) {
			return n, true
		}
		return name{}, false
	}
	return r.nameBehind(m)
}

// placeFrom is where the name of a place that ends before token end starts.
func (r *reader) placeFrom(end, from int) int {
	for i := max(from, end-3); i < end-1; i++ {
		if r.place(phrase{i, end}) {
			return i
		}
	}
	return end - 1
}

// bears reports whether the capital of a phrase's head is that of a name: not
// a role or a group ("Minister", "Democrats"), unless a person of the document
// is called so ("Baker").
func (r *resolver) bears(m mention) bool {
	if lexicon.Documents().Has(r.low(m.head)) && m.core.len() == 1 && (r.sentenceStart(m.head) || telegraphic(r.doc.Blocks[r.doc.Sentences[r.doc.SentenceOf(m.head)].Block].Section)) {
		return false
	}
	if !r.role(m.head) && !lexicon.Groups().Has(r.low(m.head)) || r.corporate(m.head) {
		return true
	}
	if m.head > m.core.first && r.firstName(m.head-1) && r.named(m.head-1) {
		return true
	}
	for _, e := range r.entities.byWord[r.low(m.head)] {
		if e.kind == Person && len(e.words) > 1 && (m.core.first == m.head || !r.role(m.head) && r.named(m.head-1)) {
			return true
		}
	}
	return false
}

// corporate reports whether token i, a noun for a group or a role, ends an
// institution's name: "Osterby Group", "Road Safety Authority", "Osterby Observer".
func (r *reader) corporate(i int) bool {
	return corporates.Has(r.low(i)) && r.named(i) && r.named(i-1)
}

var corporates = lexicon.SetOf("advocate examiner guardian inquirer observer reporter spectator authority coalition community group media panel press society")

// identified are participles that a name follows.
var identified = lexicon.SetOf("identified named called known")

// apposed reads the name that ends a phrase behind a comma, of a relative by one
// word ("his wife, | Pia") and of a firm ("her publisher, | Osterby House").
func (r *resolver) apposed(m mention) (name, bool) {
	i, head := m.core.last+1, r.low(m.head)
	if m.plural || r.low(i-1) != "," || i >= m.last || !r.named(i) {
		return name{}, false
	}
	run := r.run(i, m.last)
	partners := r.low(run.last) == "&" && r.named(run.last+1) && run.last+1 < m.last // "Hollis & Wren"
	if partners {
		run.last = r.run(run.last+1, m.last).last
	}
	relative := r.tag(m.first) == "PRP$" && lexicon.Gendered().Of(head) != 0 && run.len() == 1
	firm := firms.Has(head) && (partners || r.organizationRun(run))
	return name{phrase: run}, run.last == m.last && (relative || firm)
}

// firms are nouns for a business that its name may follow.
var firms = lexicon.SetOf("company firm publisher employer developer insurer lender bank airline maker carmaker manufacturer retailer operator startup parent landlord network broadcaster newspaper label studio")

// nameBehind: "the PIJ leader, | Yusuf al-Haddad", "Secretary of State |
// Dana Lee", "a spokesman for the union, | Jim Poe".
func (r *resolver) nameBehind(m mention) (name, bool) {
	if n, ok := r.apposed(m); ok {
		return n, true
	}
	if r.organizations.Has(r.low(m.head)) || lexicon.Documents().Has(r.low(m.head)) { // "the laboratory of Dana Lee"
		return name{}, false
	}
	for i := m.core.last; i < m.last; i++ {
		if t := r.tag(i); t == "WP" || t == "WDT" || t == "VBN" && i == m.core.last && !identified.Has(r.low(i)) { // "a man | who met Dana Lee"
			return name{}, false
		}
		comma := r.low(i-1) == "," || i-1 >= m.core.last && r.role(i-1)
		if !r.named(i) || !(comma || (r.firstName(i) || r.posted(i)) && r.named(i+1)) {
			continue
		}
		run := r.run(i, m.last)
		if comma && (run.len() < 2 || r.organizationRun(run)) || !r.role(m.head) && (m.plural || !r.firstName(run.first) && !r.posted(run.first) || run.len() < 2) {
			continue
		}
		n := name{phrase: run, title: phrase{m.first, m.core.last}}
		if r.low(i-1) == "," { // "the director of roads, | Dana Lee"
			n.title.last = i - 1
		}
		if p, ok := r.parseRun(run); ok && !p.title.empty() {
			n.phrase = p.phrase
		}
		return n, true
	}
	return name{}, false
}
