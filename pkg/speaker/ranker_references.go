package speaker

import (
	"sort"
	"strings"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// The ranker weighs the persons that a document has referred to so far. A
// reference is one place that does so: a name, a pronoun that has been
// resolved, or a source that no name stands for ("a senior official").

// reach is how many sentences back a mention looks for whom it means, and
// turnReach the same for those who spoke.
const (
	reach     = 9
	turnReach = 18
)

// lookBack bounds the references that one mention weighs, however many names
// a sentence may hold.
const lookBack = 120

// reference is a place that refers to a person.
type reference struct {
	referent
	phrase
	sentence, block     int
	pronoun             bool
	subject, possessive bool
	object              bool // behind a preposition
	quoted              bool // in somebody's quoted words
	aside               bool // in a headline, list or caption
	leads               bool // the first name of its sentence
}

// referent is who is meant: a named person, or a source without a name.
type referent struct {
	who     *entity
	speaker string // of a source without a name
}

// ranking is what the resolver keeps for the ranker.
type ranking struct {
	decide    func(*Choice) int // nil: the ranker's own weights
	refs      []reference       // in text order
	passed    int               // tokens that have been read for references
	name      int               // index of the next name
	pronoun   int               // index of the next pronoun
	standings map[referent]standing
	said      map[int]referent // pronouns by their token

	// The candidates of a choice and their features stand in buffers until the
	// next choice, unless decide is there to keep them.
	list  []Candidate
	feats []float64
}

// standing is how a document has referred to somebody so far.
type standing struct {
	count  int
	gender byte // of the last pronoun that did
}

// advance reads the references before token end.
func (v *resolver) advance(end int) {
	names := v.entities.names
	if v.standings == nil {
		v.refs = make([]reference, 0, len(names))
		v.standings, v.said = map[referent]standing{}, map[int]referent{}
	}
	for v.passed < end {
		i, named := v.next(end)
		if i == end {
			v.passed = end
			return
		}
		v.passed = i + 1
		if !named {
			if !v.inQuotation(v.doc.Tokens[i].Start) {
				v.byPronounAt(i, false)
			}
			continue
		}
		if e := v.entities.of[v.name]; (e.kind == Person || v.perhapsPerson(e)) && !v.compound(i) {
			v.refer(v.nameReference(names[v.name], e))
		}
	}
}

// next is the token before end where the next name starts, or that is the next
// pronoun; end if there is none.
func (v *resolver) next(end int) (i int, named bool) {
	names := v.entities.names
	for v.name < len(names) && names[v.name].first < v.passed {
		v.name++
	}
	for v.pronoun < len(v.pronouns) && v.pronouns[v.pronoun] < v.passed {
		v.pronoun++
	}
	i = end
	if v.pronoun < len(v.pronouns) {
		i = min(i, v.pronouns[v.pronoun])
	}
	if v.name < len(names) && names[v.name].first < end && names[v.name].first <= i {
		return names[v.name].first, true
	}
	return i, false
}

// perhapsPerson reports whether an entity that is not known to be a person may
// be one: called by a first name alone.
func (v *resolver) perhapsPerson(e *entity) bool {
	if len(e.words) > 1 || acronym(e.name) || !lexicon.FirstNames().Has(e.words[0]) {
		return false
	}
	return !lexicon.Places().Has(e.words[0])
}

// compound reports whether a name is the first part of an adjective:
// "Company-related".
func (v *resolver) compound(i int) bool {
	w := v.doc.Word(i)
	k := strings.LastIndexByte(w, '-')
	return k > 0 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "free")) && w[k+1:] == strings.ToLower(w[k+1:])
}

// gendered reports whether a word is "he", "her" and the like.
func gendered(w string) bool {
	switch w {
	case "he", "she", "his", "her", "him":
		return true
	}
	return false
}

// refer adds a reference. One that is learnt of late, out of the text's order,
// only counts.
func (v *resolver) refer(r reference) {
	if n := len(v.refs); n == 0 || v.refs[n-1].first < r.first {
		v.refs = append(v.refs, r)
	}
	s := v.standings[r.referent]
	s.count++
	v.standings[r.referent] = s
}

func (v *resolver) nameReference(n name, e *entity) reference {
	v.doc.TagSentence(tag.Default(), n.sentence)
	r := reference{referent: referent{who: e}, phrase: n.phrase, sentence: n.sentence, block: n.block}
	r.subject = v.subject(n)
	r.possessive = possessiveMark(v.low(n.last))
	start := n.first
	if !n.title.empty() {
		start = n.title.first
	}
	r.object = v.tag(start-1) == "IN" || v.tag(start-1) == "TO"
	r.quoted = v.inQuotation(v.doc.Tokens[n.first].Start)
	section := v.doc.Blocks[n.block].Section
	r.aside = telegraphic(section) || section == text.Caption
	r.leads = len(v.refs) == 0 || v.refs[len(v.refs)-1].sentence < n.sentence
	return r
}

// pronounReference is the reference of the pronoun at token i to a person.
func (v *resolver) pronounReference(i int, to referent) reference {
	s := v.doc.SentenceOf(i)
	w := v.low(i)
	return reference{
		referent: to, phrase: phrase{i, i + 1}, sentence: s, block: v.doc.Sentences[s].Block, pronoun: true,
		subject: w == "he" || w == "she", possessive: w == "his" || w == "her" && strings.HasPrefix(v.tag(i+1), "N"),
	}
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
