package lexicon

import (
	"sort"
	"strings"
	"sync"
)

// Frame is a set of shapes that the content of a reporting verb takes.
type Frame uint16

// The frames, as data/cues.txt explains them.
const (
	Quotation  Frame = 1 << iota // q
	Clause                       // s
	ThatClause                   // t (s implies it)
	Infinitive                   // i
	Addressee                    // o
	Directive                    // oi
	Noun                         // n
	QuotedNoun                   // nq
	Predicate                    // a
	Finding                      // f
	Attitude                     // A
)

var frameNames = map[string]Frame{
	"q": Quotation, "s": Clause | ThatClause, "t": ThatClause, "i": Infinitive, "o": Addressee,
	"oi": Directive, "n": Noun | QuotedNoun, "nq": QuotedNoun, "a": Predicate, "f": Finding | ThatClause, "A": Attitude,
}

// Cue is one reporting verb, or verb and particle.
type Cue struct {
	Lemma        string   // "say", "call for"
	Tail         []string // the words after the verb: "for"
	Frames       Frame
	Prepositions []string // those that may stand before the content
}

// Has reports whether the cue takes any of the frames f.
func (c *Cue) Has(f Frame) bool { return c.Frames&f != 0 }

// Takes reports whether the preposition may stand before the cue's content.
func (c *Cue) Takes(preposition string) bool {
	for _, p := range c.Prepositions {
		if p == preposition {
			return true
		}
	}
	return false
}

// Form is what a form of a verb can be.
type Form uint8

// The forms of a verb; one spelling may be several.
const (
	Base Form = 1 << iota
	ThirdPerson
	Past // or past participle
	Gerund
)

// CueForm is one way to read a word as the head of a cue.
type CueForm struct {
	*Cue
	Form Form
}

// Cues gives the readings of each lower-case word that can head a cue, those
// with the longest tail first.
var Cues = sync.OnceValue(func() *Table[[]CueForm] {
	forms := map[string][]CueForm{}
	for _, l := range lines("cues.txt") {
		f := strings.Split(l, "\t")
		cue := parseCue(f)
		head, _, _ := strings.Cut(cue.Lemma, " ")
		var past string
		if len(f) > 2 {
			past = f[2]
		}
		for w, form := range inflect(head, strings.Fields(past)) {
			forms[w] = append(forms[w], CueForm{cue, form})
		}
	}
	for _, fs := range forms {
		sort.SliceStable(fs, func(i, j int) bool { return len(fs[i].Tail) > len(fs[j].Tail) })
	}
	return TableOf(forms)
})

func parseCue(f []string) *Cue {
	words := strings.Fields(f[0])
	c := &Cue{Lemma: f[0], Tail: words[1:]}
	for _, name := range strings.Fields(f[1]) {
		if bit, ok := frameNames[name]; ok {
			c.Frames |= bit
		} else {
			c.Prepositions = append(c.Prepositions, name)
		}
	}
	return c
}

// inflect gives the forms of a verb. Where English may double a consonant
// both spellings are given: a wrong one does no harm.
func inflect(v string, past []string) map[string]Form {
	out := map[string]Form{}
	last := v[len(v)-1]
	stem, ies := v, v+"s"
	switch {
	case last == 'e':
		stem = v[:len(v)-1]
	case last == 'y' && !vowel(v[len(v)-2]):
		ies = v[:len(v)-1] + "ies"
	case last == 's' || last == 'x' || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh"):
		ies = v + "es"
	}
	out[v] |= Base
	out[ies] |= ThirdPerson
	out[stem+"ing"] |= Gerund
	if !vowel(last) && vowel(v[len(v)-2]) && !strings.ContainsRune("wxy", rune(last)) {
		out[v+string(last)+"ing"] |= Gerund
		if len(past) == 0 {
			out[v+string(last)+"ed"] |= Past
		}
	}
	for _, p := range past {
		out[p] |= Past
	}
	if len(past) == 0 {
		out[regularPast(v, stem)] |= Past
	}
	return out
}

func regularPast(v, stem string) string {
	if strings.HasSuffix(v, "y") && !vowel(v[len(v)-2]) {
		return v[:len(v)-1] + "ied"
	}
	return stem + "ed"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
