package speaker

import (
	"sort"
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// Pronouns and bare roles go to whoever is most salient where they stand:
// near, named as the subject of a clause, or the one who spoke last.

// reach is how many sentences back a pronoun looks for its name.
const reach = 9

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
	if got.who != nil || got.speaker != "" {
		got.rule = "pronoun"
	}
	return got
}

// mostSalient scores the persons named before an offset.
func (v *resolver) mostSalient(m mention, at int) answer {
	sentence := v.doc.SentenceAt(at)
	var best *entity
	score := -100.0
	names := v.entities.names
	from := sort.Search(len(names), func(i int) bool { return names[i].sentence >= sentence-reach })
	for i := from; i < len(names) && v.doc.Tokens[names[i].first].Start < at; i++ {
		e := v.entities.of[i]
		if e.kind != Person || m.gender != 0 && e.gender != 0 && e.gender != m.gender {
			continue
		}
		if s := v.salience(names[i], e, sentence, m); s > score {
			best, score = e, s
		}
	}
	last, s := v.lastPerson(m, at)
	if last != nil && s >= score {
		return answer{who: last.who, speaker: last.speaker, kind: last.kind, gender: m.gender}
	}
	if best == nil {
		return answer{}
	}
	return answer{who: best, speaker: best.name, kind: Person, gender: best.gender}
}

// salience of a person where one of the names stands. The weights were set on
// PolNeAR's training articles and hold no names.
func (v *resolver) salience(n name, e *entity, sentence int, m mention) float64 {
	s := -1.0 * float64(sentence-n.sentence)
	if v.subject(n) {
		s += 1.5
	}
	if possessiveMark(v.low(n.last)) {
		s -= 0.5
	}
	if v.inQuotation(v.doc.Tokens[n.first].Start) {
		s -= 2.5
	}
	if e.gender != 0 && e.gender == m.gender {
		s += 0.7
	}
	if e.count > 2 {
		s += 0.5
	}
	if telegraphic(v.doc.Blocks[n.block].Section) || v.doc.Blocks[n.block].Section == text.Caption {
		s -= 3
	}
	return s
}

// lastPerson is the last one who spoke, if the pronoun can mean them, with a
// score on the scale of salience.
func (v *resolver) lastPerson(m mention, at int) (*turn, float64) {
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-4; i-- {
		t := &v.turns[i]
		if t.at >= at || t.speaker == "" || t.plural {
			continue
		}
		if t.kind != Person && t.kind != Unnamed {
			continue
		}
		if t.gender != 0 && m.gender != 0 && t.gender != m.gender || t.who != nil && t.who.gender != 0 && m.gender != 0 && t.who.gender != m.gender {
			continue
		}
		distance := v.doc.SentenceAt(at) - v.doc.SentenceAt(t.at)
		if distance > 2*reach {
			return nil, 0
		}
		return t, 2.2 - 0.6*float64(min(distance, 4)) - 0.25*float64(max(distance-4, 0)) - 0.5*float64(len(v.turns)-1-i)
	}
	return nil, 0
}

// subject reports whether a verb follows a name directly or behind an
// apposition.
func (v *resolver) subject(n name) bool {
	k := n.last
	if v.low(k) == "," {
		for i := k + 1; i < k+14; i++ {
			if v.low(i) == "," {
				k = i + 1
				break
			}
		}
	}
	for strings.HasPrefix(v.tag(k), "RB") {
		k++
	}
	switch t := v.tag(k); {
	case t == "VBD", t == "VBZ", t == "VBP", t == "MD":
		return true
	case t == "":
		return v.sentenceStart(n.first) || !n.title.empty() && v.sentenceStart(n.title.first)
	}
	return false
}

// inQuotation reports whether an offset lies in somebody's quoted words.
func (v *resolver) inQuotation(at int) bool {
	i := sort.Search(len(v.quoted), func(i int) bool { return v.quoted[i].End > at })
	return i < len(v.quoted) && v.quoted[i].Start <= at
}

// lastThing is the organisation or document that "it" stands for: the last
// one that spoke, or the subject of the sentence before.
func (v *resolver) lastThing(m mention, at int) answer {
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-3; i-- {
		t := v.turns[i]
		if t.at < at && (t.kind == Organization || t.kind == DocumentKind) {
			return answer{who: t.who, speaker: t.speaker, kind: t.kind, rule: "pronoun"}
		}
	}
	if e := v.nearOrganization(at); e != nil {
		return answer{who: e, speaker: e.name, kind: e.kind, rule: "pronoun"}
	}
	return answer{}
}

// nearOrganization is the organisation named in the three sentences up to an
// offset that the document names most, subjects first.
func (v *resolver) nearOrganization(at int) *entity {
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
		if e.kind == Organization && s >= score {
			best, score = e, s
		}
	}
	return best
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
