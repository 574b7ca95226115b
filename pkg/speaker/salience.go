package speaker

import (
	"sort"
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// "He" and "she" go to the ranker; "it" and "they" to what spoke last, or to
// the organisation or plural subject that stands nearest.

// byPronoun resolves a pronoun.
func (v *resolver) byPronoun(m mention) answer {
	at := v.doc.Tokens[m.head].Start
	switch m.gender {
	case '1', '2':
		return answer{}
	case 'n':
		return v.lastThing(m, at)
	}
	if m.plural {
		return v.lastGroup(m, at)
	}
	got := v.mostSalient(m, at)
	if got.who == nil && got.speaker == "" {
		got = v.lastPerson(m, at)
	}
	if got.who != nil || got.speaker != "" {
		got.rule = "pronoun"
	}
	return got
}

// lastPerson is who spoke last, if that was a person, for a pronoun that the
// ranker gives to nobody.
func (v *resolver) lastPerson(m mention, at int) answer {
	if len(v.turns) == 0 {
		return answer{}
	}
	t := v.turns[len(v.turns)-1]
	if t.who == nil || t.kind != Person || t.at >= at || !agree(t.gender, m.gender) || !agree(t.who.gender, m.gender) || v.doc.SentenceAt(at)-v.doc.SentenceAt(t.at) > reach {
		return answer{}
	}
	return answer{who: t.who, speaker: t.speaker, kind: Person, gender: m.gender}
}

// lastThing is the organisation or document that "it" stands for: the last
// one that spoke, or the subject of the sentence before.
func (v *resolver) lastThing(m mention, at int) answer {
	if e := v.subjectBody(at); e != nil {
		return answer{who: e, speaker: e.name, kind: e.kind, rule: "pronoun"}
	}
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-3; i-- {
		t := v.turns[i]
		if t.at < at && (t.kind == Organization || t.kind == DocumentKind) {
			return answer{who: t.who, speaker: t.speaker, kind: t.kind, rule: "pronoun"}
		}
	}
	if e := v.nearOrganization(at, false); e != nil {
		return answer{who: e, speaker: e.name, kind: e.kind, rule: "pronoun"}
	}
	return answer{}
}

// subjectBody is the organisation that the sentence before an offset starts with,
// or its own does, where nothing has spoken since.
func (v *resolver) subjectBody(at int) *entity {
	names, sentence := v.entities.names, v.doc.SentenceAt(at)
	block := v.doc.Sentences[sentence].Block
	last := sort.Search(len(names), func(i int) bool { return v.doc.Tokens[names[i].first].Start >= at }) - 1
	for i := last; i >= max(0, last-maxBearers) && names[i].sentence >= sentence-1 && names[i].block == block; i-- {
		n, e := names[i], v.entities.of[i]
		first := n.start()
		if v.low(first-1) == "the" {
			first--
		}
		if e.kind != Organization || !v.sentenceStart(first) || !v.subject(n) || v.reader.place(n.phrase) {
			continue
		}
		for k := len(v.turns) - 1; k >= 0 && v.turns[k].at >= v.doc.Tokens[n.first].Start; k-- {
			if t := v.turns[k]; t.kind == Organization || t.kind == DocumentKind {
				return nil
			}
		}
		return e
	}
	return nil
}

// nearOrganization is the organisation named in the three sentences up to an
// offset that the document names most, subjects first; a place is none where a
// company or a team is looked for.
func (v *resolver) nearOrganization(at int, placed bool) *entity {
	names, sentence := v.entities.names, v.doc.SentenceAt(at)
	var best *entity
	score := 0
	for i := sort.Search(len(names), func(i int) bool { return names[i].sentence >= sentence-2 }); i < len(names); i++ {
		n, e := names[i], v.entities.of[i]
		if v.doc.Tokens[n.first].Start >= at {
			break
		}
		s := e.count
		if v.subject(n) {
			s += 3
		}
		if e.kind == Organization && s >= score && !(placed && v.located(n)) {
			best, score = e, s
		}
	}
	return best
}

// nearBody is the organisation that a generic noun stands for: "the company",
// "the agency, which ...".
func (v *resolver) nearBody(m mention) *entity {
	if !generic.Has(v.low(m.head)) || m.core.len() != 2 || m.core.last < m.last && v.low(m.core.last) != "," {
		return nil
	}
	return v.nearOrganization(v.span(m.phrase).Start, true)
}

// located reports whether a name is that of a place: one of the list, or one
// that stands in another ("in Osterby, Norway").
func (v *resolver) located(n name) bool {
	return v.reader.place(n.phrase) || v.low(n.first-1) == "in" && v.low(n.last) == "," && lexicon.Places().Has(v.low(n.last+1))
}

// lastGroup is who "they" stands for: the last group or organisation that
// spoke, else the plural subject of the sentence before.
func (v *resolver) lastGroup(m mention, at int) answer {
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-3; i-- {
		t := v.turns[i]
		if t.at < at && t.speaker != "" && (t.plural || t.kind == Group) {
			return answer{who: t.who, speaker: t.speaker, kind: t.kind, rule: "pronoun", plural: true}
		}
	}
	if f := v.pluralSubject(at); !f.empty() {
		return answer{speaker: v.words(f), kind: Group, rule: "pronoun", plural: true}
	}
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-2; i-- {
		if t := v.turns[i]; t.at < at && t.kind == Organization {
			return answer{who: t.who, speaker: t.speaker, kind: t.kind, rule: "pronoun"}
		}
	}
	return answer{}
}

// pluralSubject is the plural noun phrase that starts the sentence at an
// offset, or the one before it.
func (v *resolver) pluralSubject(at int) phrase {
	s := v.doc.SentenceAt(at)
	for k := s; k >= 0 && k >= s-1; k-- {
		sent := v.doc.Sentences[k]
		for i := sent.First; i < sent.Last && i < sent.First+15 && v.doc.Tokens[i].Start < at; i++ {
			if (lexicon.Groups().Has(v.low(i)) || v.low(i) == "others") && (strings.HasPrefix(v.tag(i+1), "V") || v.low(i+1) == "who" || v.tag(i+1) == "MD" || v.tag(i+1) == "RB" || v.tag(i+1) == "IN") {
				return v.whole(sent, i)
			}
		}
	}
	return phrase{}
}

// whole is the noun phrase whose head is token i, from the sentence's start.
func (v *resolver) whole(sent text.Sentence, i int) phrase {
	first := i
	for first > sent.First && (strings.HasPrefix(v.tag(first-1), "NN") || strings.HasPrefix(v.tag(first-1), "JJ") || v.tag(first-1) == "DT" || v.tag(first-1) == "CD" || v.tag(first-1) == "POS" || v.tag(first-1) == "PRP$") {
		first--
	}
	return phrase{first, i + 1}
}
