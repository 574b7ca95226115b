package speaker

import (
	"slices"
	"strings"

	"quotes/internal/lexicon"
)

// acronyms joins "Palestine Liberation Organization (PLO)" and "PLO", and "PLO"
// alone with the one institution of the document that has these initials.
func (es *entities) acronyms() {
	for i := 1; i < len(es.names); i++ {
		a, b := es.names[i-1], es.names[i]
		if b.len() == 1 && b.first == a.last+1 && es.r.low(a.last) == "(" && es.r.low(b.last) == ")" && es.shortens(b, es.of[i-1]) {
			es.join(es.of[i], es.of[i-1])
		}
	}
	initials, clash := map[string]*entity{}, map[string]bool{}
	mark := func(key string, e *entity) {
		clash[key] = clash[key] || initials[key] != nil && initials[key] != e
		initials[key] = e
	}
	for _, e := range es.all {
		if e.kind == Organization && len(e.words) > 2 && len(e.at) > 0 {
			key := e.initials()
			mark(key, e)
			if w := e.words[0]; len(key) > 3 && (lexicon.Demonyms().Has(w) || lexicon.Places().Has(w)) { // "Norwegian Center for ..."
				mark(key[1:], e)
			}
		}
	}
	if len(initials) == 0 {
		return
	}
	for _, e := range es.all {
		if long := initials[e.words[0]]; long != nil && !clash[e.words[0]] && len(e.words) == 1 && acronym(e.name) && len(e.at) > 0 {
			es.join(e, long)
		}
	}
}

// shortens reports whether a name is an acronym that can stand for an entity:
// one with its first letter, or of a longer name that is no place (the letters
// may be those of another language).
func (es *entities) shortens(n name, long *entity) bool {
	w := es.r.doc.Word(n.first)
	if !acronym(w) || long.kind == Person {
		return false
	}
	return es.r.low(n.first)[0] == long.words[0][0] || len(long.words) > 1 && len(w) > 2 && !lexicon.Places().Has(strings.Join(long.words, " "))
}

// initials are the first letters of a name's words, small words left out.
func (e *entity) initials() string {
	var b []byte
	for _, w := range e.words {
		if w != "" && w != "the" && w != "of" && w != "for" && w != "and" && w != "on" && w != "&" {
			b = append(b, w[0])
		}
	}
	return string(b)
}

// join makes two entities one, the long one, which has the acronym beside its
// name.
func (es *entities) join(short, long *entity) {
	if short == long || long.acronym != "" {
		return
	}
	long.kind, long.open, long.acronym = Organization, false, short.words[0]
	es.byWord[long.acronym] = append(es.byWord[long.acronym], long)
	for _, k := range short.at {
		es.of[k] = long
	}
	long.at = append(long.at, short.at...)
	slices.Sort(long.at)
	long.count += short.count
	short.at, short.words = nil, []string{""} // nobody is called so
}
