package speaker

import (
	"slices"
	"sort"
	"strings"

	"quotes/internal/lexicon"
)

// What a phrase stands for is looked up by its words, so that the cost of a
// phrase does not grow with the names of the document.

// maxBearers bounds how many bearers of one word are compared: no article has
// so many, and a collection in one text is not worth the square of its names.
const maxBearers = 50

// lookups builds the indexes of roles and of organisations.
func (es *entities) lookups() {
	es.bearers, es.bodies = map[string][]*entity{}, map[string][]int{}
	for i, e := range es.of {
		if e.at[0] == i {
			es.promoted(e)
		}
		es.enlist(e, i)
	}
}

// enlist puts the name i of entity e under each organisation word of e.
func (es *entities) enlist(e *entity, i int) {
	for k, w := range e.words {
		if es.r.organizations.Has(w) && !slices.Contains(e.words[:k], w) {
			es.bodies[w] = append(es.bodies[w], i)
		}
	}
}

// renamed puts an entity under the words of a new name. The old ones stay: a
// look-up reads the entity's words again.
func (es *entities) renamed(e *entity) {
	if es.bodies == nil {
		return
	}
	for _, w := range e.words {
		if es.r.organizations.Has(w) {
			list := append(es.bodies[w], e.at...)
			slices.Sort(list)
			es.bodies[w] = slices.Compact(list)
		}
	}
}

// promoted puts an entity under the words of its role, in the order of first
// names in the text. Who is named in a source alone has none and is left out.
func (es *entities) promoted(e *entity) {
	if es.bearers == nil || len(e.at) == 0 {
		return
	}
	add := func(w string) {
		list := es.bearers[w]
		i := sort.Search(len(list), func(i int) bool { return list[i].at[0] >= e.at[0] })
		if i == len(list) || list[i] != e {
			es.bearers[w] = slices.Insert(es.listOf(list), i, e)
		}
	}
	for _, w := range e.roleWords {
		add(w)
		if long := shortRoles[w]; long != "" {
			add(long)
		}
	}
}

// wordsOfRole splits a role into lower-case words without stops.
func wordsOfRole(role string) []string {
	words := strings.FieldsFunc(strings.ToLower(role), func(c rune) bool { return c == ' ' || c == ',' || c == '-' })
	for i, w := range words {
		words[i] = strings.TrimSuffix(w, ".")
	}
	return words
}

// bearerOf is the person whose role holds the words of a phrase: "the foreign
// minister". The last one mentioned before it wins.
func (v *resolver) bearerOf(m mention) *entity {
	if !v.role(m.head) {
		return nil
	}
	at := v.span(m.phrase).Start
	list := v.entities.bearers[v.bare(m.head)]
	here := sort.Search(len(list), func(i int) bool { return v.starts(list[i].at[0]) >= at })
	list = list[max(here-maxBearers, 0):min(here+maxBearers, len(list))]
	var best *entity
	score, first := -1000, 0
	v.entities.looks += len(list)
	for _, e := range list {
		if e.kind != Person {
			continue
		}
		words := v.roleMatch(m, e.roleWords)
		if words == 0 {
			continue
		}
		penalty, n := v.distance(e, at)
		if s := words*20 - penalty; s > score || s == score && n < first {
			best, score, first = e, s, n
		}
	}
	return best
}

// starts is the byte offset of the name i.
func (v *resolver) starts(i int) int { return v.doc.Tokens[v.entities.names[i].first].Start }

// distance is how far an offset stands behind the last name of an entity, in
// sentences up to 15, or 16 where all its names come later; and the first of
// its names that is as far.
func (v *resolver) distance(e *entity, offset int) (sentences, name int) {
	k := sort.Search(len(e.at), func(k int) bool { return v.starts(e.at[k]) >= offset })
	switch {
	case len(e.at) == 0:
		return 16, 0
	case k == 0:
		return 16, e.at[0]
	}
	here := v.doc.SentenceAt(offset)
	last := v.entities.names[e.at[k-1]].sentence
	if here-last >= 15 {
		return 15, e.at[0]
	}
	for k > 1 && v.entities.names[e.at[k-2]].sentence == last {
		k--
	}
	return here - last, e.at[k-1]
}

// roleMatch counts the words of the phrase's core that a role holds; 0 if its
// head noun is not among them or a modifier contradicts it.
func (v *resolver) roleMatch(m mention, role []string) int {
	has := func(w string) bool {
		for _, x := range role {
			if x == w || shortRoles[x] == w {
				return true
			}
		}
		return false
	}
	if !has(v.bare(m.head)) || v.otherPost(m, role) {
		return 0
	}
	n := 1
	for i := m.core.first; i < m.head; i++ {
		switch w := v.bare(i); {
		case articles.Has(w) || w == "this" || w == "that":
		case has(w):
			n++
		case v.tag(i) == "JJ" && !lexicon.Demonyms().Has(w) && w != "former" && w != "top" && w != "new":
			n--
		}
	}
	return max(n, 0)
}

// otherPost reports whether a phrase names another post than a role: "the
// foreign minister" is no "Prime Minister", "the Surgeon General" no "Secretary
// General".
func (v *resolver) otherPost(m mention, role []string) bool {
	if m.head == m.core.first || !v.kindOfPost(v.bare(m.head-1)) {
		return false
	}
	kind, head := v.bare(m.head-1), v.bare(m.head)
	if slices.Contains(role, kind) {
		return false
	}
	other := false
	for k := 1; k < len(role); k++ {
		if role[k] == head {
			if other = v.kindOfPost(role[k-1]); !other {
				return false
			}
		}
	}
	return other
}

// otherTrade reports whether a phrase names another trade than a role: in
// "Captain Lee said the pilot had told him", the pilot is not Lee. Some nouns fit
// any role: "the official".
func (v *resolver) otherTrade(m mention, role []string) bool {
	head := v.bare(m.head)
	if len(role) == 0 || !v.role(m.head) || anyTrade.Has(head) {
		return false
	}
	return !slices.ContainsFunc(role, func(w string) bool { return w == head || shortRoles[w] == head || anyTrade.Has(w) })
}

var anyTrade = lexicon.SetOf("official leader politician lawmaker legislator executive boss chief star veteran celebrity expert man woman native resident friend father mother son daughter brother sister husband wife candidate nominee hopeful incumbent winner author writer spokesman spokeswoman spokesperson adviser advisor aide member")

// kindOfPost reports whether a word before a role tells of which kind it is:
// "foreign", "defense", "attorney", not "former" or "local".
func (v *resolver) kindOfPost(w string) bool {
	return !sinceOrWhere.Has(w) && (lexicon.TitleModifiers().Has(w) || v.roles.Has(w))
}

// sinceOrWhere are the words before a role that tell since when or how it is held,
// or where.
var sinceOrWhere = lexicon.SetOf("acting former ex current new late then incoming outgoing interim caretaker incumbent longtime long-time onetime one-time veteran retired senior top visiting departing embattled ousted self-proclaimed self-styled ruling local state federal national regional city county municipal provincial district town township village metropolitan parish state-level western eastern northern southern central european islamic republican democratic conservative liberal socialist communist")

// organizationOf is the named organisation that "the trust", "the ministry"
// stands for: the last one before it whose name holds the noun, else the
// first one behind.
func (v *resolver) organizationOf(m mention) *entity {
	head := v.low(m.head)
	if !v.organizations.Has(head) || m.len() > 2 {
		return nil
	}
	list, at := v.entities.bodies[head], v.span(m.phrase).Start
	here := sort.Search(len(list), func(i int) bool { return v.starts(list[i]) > at })
	bears := func(i int) *entity {
		v.entities.looks++
		if e := v.entities.of[list[i]]; e.kind == Organization && slices.Contains(e.words, head) {
			return e
		}
		return nil
	}
	for i := here - 1; i >= max(here-maxBearers, 0); i-- {
		if e := bears(i); e != nil {
			return e
		}
	}
	for i := here; i < min(here+maxBearers, len(list)); i++ {
		if e := bears(i); e != nil {
			return e
		}
	}
	return nil
}

// soleBody is the one organisation of the document that "their union" stands for,
// or "Harbour union" in a headline, by whose name all words of the phrase are.
func (v *resolver) soleBody(m mention) *entity {
	head, own := v.low(m.head), v.tag(m.first) == "PRP$"
	if !v.organizations.Has(head) || m.len() != m.core.len() || m.len() > 3 || m.len() == 1 || !own && !v.inHeadline(m) {
		return nil
	}
	var sole *entity
	list := v.entities.bodies[head]
	for _, i := range list[:min(len(list), maxBearers)] {
		v.entities.looks++
		e := v.entities.of[i]
		if e == sole || e.kind != Organization || !slices.Contains(e.words, head) {
			continue
		}
		for k := m.first; k < m.head; k++ {
			if !(own && k == m.first) && !slices.Contains(e.words, v.low(k)) {
				return nil
			}
		}
		if sole != nil {
			return nil
		}
		sole = e
	}
	return sole
}

// officer is the one holder of an office whom the lead brings in by it and the
// text names soon after: "A city judge ruled ... Judge Dana Lee wrote ..."
func (v *resolver) officer(m mention) *entity {
	if w := v.low(m.first); w != "a" && w != "an" || !solePosts.Has(v.low(m.head)) || m.len() != m.core.len() {
		return nil
	}
	list, block := v.entities.bearers[v.bare(m.head)], v.blockOf(m)
	if len(list) != 1 || list[0].kind != Person || v.roleMatch(m, list[0].roleWords) == 0 {
		return nil
	}
	n := v.entities.names[list[0].at[0]]
	if n.first < m.first || n.block-block > officerReach || n.block == block {
		return nil
	}
	return list[0]
}

// officerReach bounds how many blocks behind the lead the name stands.
const officerReach = 4

// solePosts are held by one person in a story.
var solePosts = lexicon.SetOf("judge mayor governor coroner magistrate prosecutor ambassador bishop archbishop sheriff president minister senator congressman congresswoman principal superintendent")

func (v *resolver) blockOf(m mention) int { return v.doc.Sentences[v.doc.SentenceOf(m.first)].Block }

// farFirm reports whether "the company" has another organisation near it than the
// one whose name holds the noun, which the text may have named in passing.
func (v *resolver) farFirm(m mention, e *entity) bool {
	switch v.low(m.head) {
	case "company", "firm", "group", "organization", "organisation":
	default:
		return false
	}
	at := v.span(m.phrase).Start
	if far, _ := v.distance(e, at); far <= 2 {
		return false
	}
	near := v.nearBody(m)
	return near != nil && near != e
}

// keepNominal keeps a source under its head noun. One that a later source with
// no shorter wording follows is never asked for again.
func (v *resolver) keepNominal(head string, d described) {
	if v.nominals == nil {
		v.nominals = map[string][]described{}
	}
	list := v.nominals[head]
	for len(list) > 0 && len(list[len(list)-1].speaker) <= len(d.speaker) {
		list = list[:len(list)-1]
	}
	v.nominals[head] = append(list, d)
}

// lastNominal is the last source with a head noun whose wording has at least
// the given length.
func (v *resolver) lastNominal(head string, length int) (described, bool) {
	list := v.nominals[head]
	i := sort.Search(len(list), func(i int) bool { return len(list[i].speaker) < length })
	if i == 0 {
		return described{}, false
	}
	return list[i-1], true
}
