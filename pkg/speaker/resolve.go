package speaker

import (
	"slices"
	"sort"
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// Resolve tells who speaks in each quote; quotes are in text order and the
// sentences that hold a source are tagged. A quote whose speaker nobody can
// tell keeps an empty Speaker.
func Resolve(doc *text.Document, quotes []quote.Quote) []Attribution {
	out, _ := resolveAll(doc, quotes)
	return out
}

// resolveAll gives also the work it was, for the tests.
func resolveAll(doc *text.Document, quotes []quote.Quote) (out []Attribution, looks int) {
	r := newReader(doc)
	v := &resolver{reader: r, entities: newEntities(r)}
	v.quoted = quotedSpans(quotes)
	v.settle(quotes)
	v.turns = make([]turn, 0, len(quotes))
	out = make([]Attribution, len(quotes))
	for i := range quotes {
		out[i] = v.attribute(&quotes[i])
	}
	for i := range out {
		v.complete(&out[i], i)
	}
	return out, v.entities.looks
}

// resolver goes through the quotes of a document in order.
type resolver struct {
	*reader
	entities *entities
	ranking
	quoted   []text.Span            // what stands in quotation marks as somebody's words
	turns    []turn                 // who has spoken so far
	nominals map[string][]described // definite things that have spoken so far, by head noun
	wordings map[string][]description
}

// turn is a quote that has been attributed.
type turn struct {
	who     *entity // nil: not a named one
	speaker string
	kind    Kind
	spot
	plural bool
	gender byte
	quoted []text.Span // what was said in quotation marks
}

// described is a source that was named by a noun phrase alone.
type described struct {
	speaker string
	kind    Kind
}

func quotedSpans(quotes []quote.Quote) []text.Span {
	var out []text.Span
	for _, q := range quotes {
		out = append(out, q.Quoted...)
	}
	return out
}

// answer is what a rule of resolution found.
type answer struct {
	who     *entity
	speaker string
	kind    Kind
	rule    string
	gender  byte
	plural  bool
}

// spot is where a quote stands for the purpose of who spoke last.
type spot struct {
	at              int // byte offset of the source, or of the content
	token, sentence int // there
	block           int // of the content's end
}

// attribute resolves one quote.
func (v *resolver) attribute(q *quote.Quote) Attribution {
	a := Attribution{Quote: *q, Mention: q.Source, MentionRule: "source"}
	source := q.Source
	if !q.Antecedent.Empty() {
		source, a.MentionRule = q.Antecedent, "relative"
	}
	m := v.readMention(source)
	var got answer
	switch m.form {
	case proper:
		got = v.byName(m)
	case pronoun:
		if got = v.byPronoun(m); m.gender == '1' && !m.plural {
			if got = v.bySpeech(q); got.speaker == "" {
				got = v.byAuthor(q)
			}
		}
	case nominal:
		got = v.byRole(m)
	default:
		a.MentionRule = "none"
		got = v.byTurn(q)
	}
	if got.rule == "" {
		got.rule = "none"
	}
	a.Speaker, a.Kind, a.SpeakerRule = got.speaker, got.kind, got.rule
	if got.rule == "salient" && got.who.role == "" && v.signed(m, got.who) {
		got.who.role = v.words(phrase{m.core.first + 1, m.core.last})
	}
	if m.form == nominal && got.rule != "none" && got.speaker != "" { // for "the source" later on
		v.keepNominal(v.low(m.head), described{got.speaker, got.kind})
	}
	v.turns = append(v.turns, turn{got.who, got.speaker, got.kind, v.spotOf(q), got.plural || m.plural, got.gender, q.Quoted})
	return a
}

// bySpeech gives "I" in somebody's quoted words to who says them.
func (v *resolver) bySpeech(q *quote.Quote) answer {
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-3; i-- {
		if t := v.turns[i]; t.speaker != "" && slices.ContainsFunc(t.quoted, func(s text.Span) bool { return s.Start <= q.Source.Start && q.Source.End <= s.End }) {
			return answer{who: t.who, speaker: t.speaker, kind: t.kind, rule: "speech", gender: t.gender}
		}
	}
	return answer{}
}

// byAuthor gives "I" in the article's own words to who wrote it, if that is one
// person with a name.
func (v *resolver) byAuthor(q *quote.Quote) answer {
	if len(v.doc.Meta.Authors) != 1 || v.inQuotation(q.Source.Start) {
		return answer{}
	}
	name := v.doc.Meta.Authors[0]
	if !v.byline(name) {
		return answer{}
	}
	return answer{speaker: name, kind: Person, rule: "author"}
}

// byline reports whether an author's name is that of one person, and nothing but
// it: not "Dana Lee Osterby Press".
func (v *resolver) byline(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 || !lexicon.FirstNames().Has(strings.ToLower(words[0])) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		return v.organizations.Has(strings.ToLower(w)) || strings.HasSuffix(w, ",")
	})
}

func (v *resolver) spotOf(q *quote.Quote) spot {
	at := q.Content[0].Start
	if !q.Source.Empty() {
		at = q.Source.Start
	}
	end := q.Content[len(q.Content)-1]
	return spot{at, v.doc.TokenAt(at), v.doc.SentenceAt(at), v.doc.Sentences[v.doc.SentenceAt(end.Start)].Block}
}

// complete gives attribution i the entity's final name and role: the fullest
// of the document.
func (v *resolver) complete(a *Attribution, i int) {
	who := v.turns[i].who
	if who == nil {
		return
	}
	a.Speaker = who.fullName()
	if who.kind == Person {
		a.Role = who.role
	}
}

// byName resolves a phrase that holds a name.
func (v *resolver) byName(m mention) answer {
	if m.core.last < m.last && v.low(m.core.last) == "and" && v.named(m.core.last+1) && !v.twoPosts(m) {
		return answer{speaker: v.words(m.phrase), kind: Group, rule: "names", plural: true}
	}
	e := v.entities.enter(m.name, v.entities.personal(m.name))
	kind := e.kind
	if g := v.government(e); g != nil {
		e = g
	}
	if m.plural && lexicon.Groups().Has(v.low(m.head)) && kind != Person {
		kind = Group
	}
	return answer{who: e, speaker: e.name, kind: kind, rule: "name", gender: e.gender}
}

// twoPosts reports whether a phrase gives one person two posts: "lead author and
// NASA geologist Dana Lee".
func (v *resolver) twoPosts(m mention) bool {
	return v.role(m.head) && !v.named(m.head) && !articles.Has(v.low(m.first)) && v.role(m.name.first-1)
}

// government is the country that a capital stands for ("Moscow"), where the
// document names it.
func (v *resolver) government(e *entity) *entity {
	if e.kind != Organization {
		return nil
	}
	country := lexicon.Places().Of(strings.ToLower(e.name))
	if country == "" {
		return nil
	}
	list := v.entities.byWord[country]
	for _, g := range list[:min(len(list), maxBearers)] {
		if g.kind == Organization && strings.ToLower(g.name) == country { // not the "Bank of" it
			return g
		}
	}
	return nil
}

// byTurn gives a quote that names no source to who spoke last, if that was in
// the same paragraph or in the two before.
func (v *resolver) byTurn(q *quote.Quote) answer {
	s := v.doc.SentenceAt(q.Content[0].Start)
	block := v.doc.Sentences[s].Block
	if n := len(v.turns); len(q.Cue) == 0 && (n == 0 || v.turns[n-1].block != block) {
		if got := v.actor(s-1, block); got.who != nil {
			return got
		}
	}
	last, ok := v.lastTurn(block)
	if !ok || v.apart(last.block, block) > 2 || last.speaker == "" {
		return answer{}
	}
	return answer{who: last.who, speaker: last.speaker, kind: last.kind, rule: "turn", gender: last.gender, plural: last.plural}
}

// lastTurn is who spoke last before a block, those in captions between the
// paragraphs left out.
func (v *resolver) lastTurn(block int) (turn, bool) {
	aside := v.doc.Blocks[block].Section == text.Caption
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-4; i-- {
		if t := v.turns[i]; aside || v.doc.Blocks[t.block].Section != text.Caption {
			return t, true
		}
	}
	return turn{}, false
}

// apart is how many blocks behind another one stands, captions not counted.
func (v *resolver) apart(first, last int) int {
	n := 0
	for b := first + 1; b <= last && b < first+8; b++ {
		if v.doc.Blocks[b].Section != text.Caption {
			n++
		}
	}
	if last-first >= 8 {
		return last - first
	}
	return n
}

// actor is the person who is the subject of a sentence that leads a quotation in:
// `Lee shook his head. "..."`.
func (v *resolver) actor(s, block int) answer {
	if s < 0 || v.doc.Sentences[s].Block != block {
		return answer{}
	}
	names := v.entities.names
	for i := sort.Search(len(names), func(i int) bool { return names[i].sentence >= s }); i < len(names) && names[i].sentence == s; i++ {
		if e := v.entities.of[i]; v.subject(names[i]) {
			if e.kind == Person {
				return answer{who: e, speaker: e.name, kind: Person, rule: "subject", gender: e.gender}
			}
			break
		}
	}
	if i := v.doc.Sentences[s].First; pronouns[v.low(i)].gender == 'm' || pronouns[v.low(i)].gender == 'f' {
		got := v.byPronounAt(i, false)
		got.rule = "subject"
		return got
	}
	return answer{}
}

// byRole resolves a noun phrase without a name: to the person whose role it
// says, to what was described before, or to itself.
func (v *resolver) byRole(m mention) answer {
	head := v.low(m.head)
	definite := v.definite(m)
	if !definite && v.headlined(m) {
		if e := v.bearerOf(m); e != nil {
			return answer{who: e, speaker: e.name, kind: e.kind, rule: "role", gender: e.gender}
		}
	}
	if !definite && !m.plural {
		if e := v.soleBody(m); e != nil {
			return answer{who: e, speaker: e.name, kind: Organization, rule: "kind"}
		}
		if e := v.officer(m); e != nil {
			return answer{who: e, speaker: e.name, kind: e.kind, rule: "role", gender: e.gender}
		}
	}
	if definite && !m.plural {
		if e := v.bearerOf(m); e != nil {
			return answer{who: e, speaker: e.name, kind: e.kind, rule: "role", gender: e.gender}
		}
		if e := v.organizationOf(m); e != nil && !v.farFirm(m, e) {
			return answer{who: e, speaker: e.name, kind: Organization, rule: "kind"}
		}
		if full := v.fullest(m); full != "" {
			return answer{speaker: full, kind: v.nominalKind(m), rule: "wording"}
		}
		if e := v.nearBody(m); e != nil {
			return answer{who: e, speaker: e.name, kind: Organization, rule: "kind"}
		}
	}
	if definite || m.plural {
		n, ok := v.lastNominal(head, len(v.words(m.phrase)))
		if words := v.words(m.phrase); !definite && m.len() == 1 { // "officials" at large
			ok = ok && strings.EqualFold(n.speaker, words)
		} else if !definite {
			ok = ok && strings.Contains(strings.ToLower(n.speaker), strings.ToLower(words))
		}
		if ok && !v.otherPost(m, wordsOfRole(n.speaker)) && v.wordedIn(m, n.speaker) {
			return answer{speaker: n.speaker, kind: n.kind, rule: "repeated"}
		}
	}
	kind := v.nominalKind(m)
	if definite && kind == Unnamed && !m.plural && m.len() <= 3 && !v.introduced(m) && !v.inQuotation(v.span(m.phrase).Start) && v.personal(m) && !v.isNew(m) {
		if got := v.mostSalient(m, v.span(m.phrase).Start); got.who != nil {
			got.rule = "salient"
			return got
		}
	}
	return answer{speaker: v.words(v.withoutApposition(m)), kind: kind, rule: "described", plural: m.plural, gender: m.gender}
}

// isNew reports whether "the man" goes on from "a man" rather than from a name:
// the text has brought one in shortly before whom it does not name.
func (v *resolver) isNew(m mention) bool {
	head, first := v.low(m.head), max(m.first-newReach, 0)
	if !lexicon.OrdinaryPersons().Has(head) {
		return false
	}
	for i := m.first - 1; i > first; i-- {
		if v.low(i) != head {
			continue
		}
		k := i - 1
		for k > first && k > i-5 && !articles.Has(v.low(k)) && v.low(k) != "one" && v.low(k) != "another" && v.low(k) != "," {
			k--
		}
		if w := v.low(k); w == "a" || w == "an" || w == "one" || w == "another" {
			return !v.named(i+1) && !(v.low(i+1) == "," && v.named(i+2)) && !naming.Has(v.low(i+1))
		}
	}
	return false
}

// naming words bring in the name of who stands before them.
var naming = lexicon.SetOf("named called identified")

// newReach bounds how many tokens before "the man" its first mention is looked for.
const newReach = 400

// faceless nouns stand for no person that the text names.
var faceless = lexicon.SetOf("person source insider informant tipster caller whistleblower")

// wordedIn reports whether a wording has the numbers and names of a phrase:
// "the two officials" are no "three officials in Osterby".
func (v *resolver) wordedIn(m mention, wording string) bool {
	for i := m.first; i < m.last; i++ {
		if (v.tag(i) == "CD" || v.named(i) && i > m.first) && !strings.Contains(wording, v.doc.Word(i)) {
			return false
		}
	}
	return true
}

// withoutApposition leaves appositions and relative clauses behind a comma
// off the name of an unnamed source.
func (v *resolver) withoutApposition(m mention) phrase {
	f := m.phrase
	for i := f.first + 1; i < f.last; i++ {
		if v.low(i) != "," {
			continue
		}
		switch v.low(i + 1) {
		case "who", "which", "whose", "a", "an", "the":
			return phrase{f.first, i}
		}
	}
	return f
}

func (v *resolver) definite(m mention) bool {
	switch v.low(m.first) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// headlined reports whether a bare role stands in a headline, which leaves
// articles out: "mayor says".
func (v *resolver) headlined(m mention) bool {
	return !m.plural && m.len() <= 3 && v.inHeadline(m) && v.role(m.head)
}

func (v *resolver) inHeadline(m mention) bool {
	return v.doc.Blocks[v.blockOf(m)].Section == text.Headline
}

// introduced reports whether the phrase brings in somebody new: "the source
// inside the camp" has more than its noun.
func (v *resolver) introduced(m mention) bool { return m.core.last < m.last }

// joined: "he and Lee".
func (v *resolver) joined(m mention) bool {
	return m.core.last < m.last && v.low(m.core.last) == "and" && pronouns[v.low(m.head)] != (pronounFacts{})
}

// shortRoles spells out abbreviated titles.
var shortRoles = map[string]string{"sen": "senator", "rep": "congressman", "gov": "governor", "gen": "general", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "col": "colonel", "prof": "professor", "dr": "doctor", "ceo": "executive", "spokesman": "spokesperson", "spokeswoman": "spokesperson"}

// armed nouns and "authority" are of institutions, though several people may
// be meant.
var armed = lexicon.SetOf("authority military army navy coastguard")

// indefinite pronouns are no names, though they start sentences; everybody are
// those of several.
var (
	indefinite = lexicon.SetOf("someone somebody anyone anybody nobody there nothing something everything here whoever")
	everybody  = lexicon.SetOf("everyone everybody others")
)

// published reports whether a phrase tells where something stands: "a paper
// published in the journal X".
func (v *resolver) published(m mention) bool {
	for i := m.core.last; i < m.last && i < m.core.last+3; i++ {
		switch v.low(i) {
		case "published", "posted", "appearing", "authored", "written", "by", "co-authored":
			return true
		}
	}
	return false
}

// nominalKind is the kind of a phrase without a name, by its head noun.
func (v *resolver) nominalKind(m mention) Kind {
	head := v.low(m.head)
	switch {
	case strings.HasSuffix(head, "-year-old"):
		return Unnamed
	case v.oneOf(m):
		return Unnamed
	case v.low(m.first) == "both" && !lexicon.Documents().Has(head):
		return Group
	case v.counted(m) && !lexicon.Documents().Has(head):
		return Group
	case lexicon.Documents().Has(head):
		return DocumentKind
	case m.core.last < m.last && v.low(m.core.last) == "and" && !lexicon.Documents().Has(head): // "a clerk and a nurse"
		return Group
	case indefinite.Has(head) && m.core.len() == 1:
		return Unnamed
	case everybody.Has(head):
		return Group
	case armed.Has(head):
		return Organization
	case head == "paper" && v.published(m): // of scientists, no newspaper
		return DocumentKind
	case lexicon.Groups().Has(head):
		return Group
	case v.roles.Has(strings.TrimSuffix(head, ".")):
		if m.plural {
			return Group
		}
		return Unnamed
	case v.organizations.Has(head):
		return Organization
	case age(head) && v.named(m.head-1): // "Channel 12"
		return Organization
	case m.plural, v.joined(m), v.tag(m.head) == "CD", quantity.Has(head), head == "others", head == "those", head == "few":
		return Group
	case v.named(m.head) || lexicon.Demonyms().Has(head):
		return Organization
	}
	return Unnamed
}
