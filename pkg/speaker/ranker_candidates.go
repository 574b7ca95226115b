package speaker

import (
	"slices"
	"sort"

	"quotes/pkg/text"
)

// candidates are the persons that a mention may mean: those referred to
// within reach, and those who spoke last.
func (v *resolver) candidates(m mention) []Candidate {
	sentence := v.doc.SentenceOf(m.first)
	out := v.list[:0]
	find := func(to referent) *Candidate {
		for k := range out {
			if out[k].to == to {
				return &out[k]
			}
		}
		x := Candidate{to: to, standing: v.standings[to], nameSentence: sentence - reach}
		if to.who != nil {
			x.gender = to.who.gender
		}
		out = append(out, x)
		return &out[len(out)-1]
	}
	seen := 0
	for i := v.before(m.first) - 1; i >= 0 && seen < lookBack && v.refs[i].sentence >= sentence-reach; i-- {
		r := &v.refs[i]
		if r.who != nil && !agree(r.who.gender, m.gender) {
			continue
		}
		x := find(r.referent)
		if x.last == nil {
			x.last, x.between = r, seen
		}
		x.outside = x.outside || !r.quoted
		if !r.pronoun {
			x.nameSentence = max(x.nameSentence, r.sentence)
		}
		seen++
	}
	v.speakers(m, sentence, find)
	if m.form == nominal {
		out = slices.DeleteFunc(out, func(c Candidate) bool {
			return c.to.who != nil && (v.otherPost(m, c.to.who.roleWords) || c.nameSentence == sentence && v.otherTrade(m, c.to.who.roleWords))
		})
	}
	if m.form == pronoun && slices.ContainsFunc(out, func(c Candidate) bool { return c.turn != nil }) {
		out = slices.DeleteFunc(out, func(c Candidate) bool { return c.turn == nil && !c.outside }) // spoken about, by one who may go on speaking
	}
	if v.decide != nil {
		v.listNames(out, m.first)
	} else {
		v.list = out
	}
	return out
}

// before is the number of references before a token.
func (v *resolver) before(token int) int {
	return sort.Search(len(v.refs), func(i int) bool { return v.refs[i].first >= token })
}

// listNames tells training where the candidates are named.
func (v *resolver) listNames(list []Candidate, before int) {
	index := map[*entity]int{}
	for i, x := range list {
		if x.to.who != nil {
			index[x.to.who] = i
		}
	}
	for i, n := range v.entities.names {
		if k, ok := index[v.entities.of[i]]; ok && n.first < before {
			list[k].Names = append(list[k].Names, v.span(n.phrase))
		}
	}
}

func agree(a, b byte) bool { return a == 0 || b == 0 || a == b }

// speakers adds those who spoke in the last four turns.
func (v *resolver) speakers(m mention, sentence int, find func(referent) *Candidate) {
	at := v.doc.Tokens[m.first].Start
	ago := 0
	for i := len(v.turns) - 1; i >= 0 && i >= len(v.turns)-6 && ago < 4; i-- {
		t := &v.turns[i]
		if t.at >= at || t.speaker == "" || t.plural || t.kind != Person && t.kind != Unnamed || sentence-t.sentence > turnReach {
			continue
		}
		if !agree(t.gender, m.gender) || t.who != nil && !agree(t.who.gender, m.gender) {
			ago++
			continue
		}
		to := referent{who: t.who}
		if t.who == nil {
			to.speaker = t.speaker
		}
		x := find(to)
		if x.turn == nil {
			x.turn, x.turnsAgo = t, ago
		}
		if t.who == nil {
			x.gender = t.gender
		}
		v.heard(x, t, m)
		if v.decide != nil && t.who == nil {
			x.Names = append(x.Names, text.Span{Start: t.at, End: t.at + 1})
		}
		ago++
	}
}

// heard makes the source of a quote the place where a candidate was referred to
// last, if no name or pronoun is nearer: sources without a name, and names that
// are known as such only by what they say.
func (v *resolver) heard(x *Candidate, t *turn, m mention) {
	k, s := t.token, t.sentence
	if k >= m.first || x.last != nil && x.last.first >= k {
		return
	}
	x.last = &reference{referent: x.to, phrase: phrase{k, k + 1}, sentence: s, block: v.doc.Sentences[s].Block, subject: true}
	x.between = v.before(m.first) - v.before(k)
	x.nameSentence = max(x.nameSentence, s)
}
