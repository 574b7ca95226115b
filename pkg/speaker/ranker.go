package speaker

import (
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// Choice is a mention that the ranker resolves: a pronoun or a bare role, and
// whom it may mean. It is what the ranker's training sees.
type Choice struct {
	Role       bool // a bare role; else a pronoun
	Source     bool // names the source of a quote
	Mention    text.Span
	Candidates []Candidate
}

// Candidate is one person that a mention may mean.
type Candidate struct {
	Names    []text.Span // where the person is named before the mention, latest first
	Features []float64   // as [FeatureNames] names them

	to           referent
	standing     standing
	gender       byte
	last         *reference // nil: only spoke
	nameSentence int
	outside      bool  // referred to in words that are nobody's quotation
	between      int   // references to others since
	turn         *turn // the last quote of its own, nil if none in reach
	turnsAgo     int
}

// Choices resolves the quotes of a document as [Resolve] does, and asks decide
// for each choice: the index of the candidate that is meant, or -1 for none
// of them.
func Choices(doc *text.Document, quotes []quote.Quote, decide func(*Choice) int) {
	r := newReader(doc)
	v := &resolver{reader: r, entities: newEntities(r)}
	v.quoted = quotedSpans(quotes)
	v.settle(quotes)
	v.decide = decide
	for i := range quotes {
		v.attribute(&quotes[i])
	}
	v.advance(len(doc.Tokens))
}

// mostSalient resolves a bare role or the pronoun of a source.
func (v *resolver) mostSalient(m mention, at int) answer {
	if m.form == pronoun && gendered(v.low(m.head)) {
		return v.byPronounAt(m.head, true)
	}
	v.advance(m.first)
	got, _ := v.choose(Choice{Role: true, Source: true, Mention: v.span(m.phrase)}, m)
	return got
}

// byPronounAt resolves "he" or "she", once, and keeps what it refers to.
func (v *resolver) byPronounAt(i int, source bool) answer {
	v.advance(i)
	facts := pronouns[v.low(i)]
	if to, ok := v.said[i]; ok {
		return answer{who: to.who, speaker: to.name(), kind: to.kind(), gender: facts.gender}
	}
	v.passed = max(v.passed, i+1)
	m := mention{phrase: phrase{i, i + 1}, form: pronoun, head: i, gender: facts.gender}
	got, to := v.choose(Choice{Source: source, Mention: v.span(m.phrase)}, m)
	v.said[i] = to
	if to != (referent{}) {
		v.refer(v.pronounReference(i, to))
		s := v.standings[to]
		s.gender = facts.gender
		v.standings[to] = s
	}
	return got
}

func (r referent) name() string {
	if r.who != nil {
		return r.who.name
	}
	return r.speaker
}

func (r referent) kind() Kind {
	switch {
	case r.who != nil:
		return Person
	case r.speaker != "":
		return Unnamed
	}
	return ""
}

// decided asks who decides, which may keep the choice.
func (v *resolver) decided(c Choice) int {
	if v.decide == nil {
		return embedded().Decide(&c)
	}
	kept := c
	return v.decide(&kept)
}

// choose picks the candidate of the highest weight, or nobody.
func (v *resolver) choose(c Choice, m mention) (answer, referent) {
	c.Candidates = v.candidates(m)
	v.describeAll(&c, m)
	k := v.decided(c)
	if k < 0 {
		return answer{}, referent{}
	}
	to := c.Candidates[k].to
	got := answer{who: to.who, speaker: to.name(), kind: to.kind(), gender: m.gender}
	if to.who != nil && to.who.gender != 0 {
		got.gender = to.who.gender
	}
	return got, to
}
