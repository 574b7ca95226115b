package speaker

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// name is one place where a name stands: the words of the name itself and,
// before them, the title that leads it in.
type name struct {
	phrase
	title    phrase // "Russian Foreign Minister"; empty if there is none
	sentence int
	block    int
}

// start is the first token of the name with its title.
func (n name) start() int {
	if !n.title.empty() {
		return n.title.first
	}
	return n.first
}

// names lists the names of a document in text order.
func (r *reader) names() []name {
	out := make([]name, 0, len(r.doc.Tokens)/16+8)
	for s, sent := range r.doc.Sentences {
		if r.titled(sent) {
			out = r.headlineNames(out, s)
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if !r.capitals[i] || !r.startsName(sent, i) {
				continue
			}
			run := r.run(i, sent.Last)
			if n, ok := r.parseRun(run); ok {
				n.sentence, n.block = s, sent.Block
				out = append(out, n)
			}
			i = run.last - 1
		}
	}
	return out
}

// titled reports whether a sentence is written with capitals throughout, as
// headlines may be: they show no names there.
func (r *reader) titled(sent text.Sentence) bool {
	if sent.Last-sent.First > maxTitled {
		return false
	}
	words, small, most := 0, 0, 0 // body text is rarely so, and tells soon that it is not
	if telegraphic(r.doc.Blocks[sent.Block].Section) {
		most = maxTitled / 5
	}
	for i := sent.First; i < sent.Last && small <= most; i++ {
		switch w := r.low(i); {
		case r.named(i):
			words++
		case w[0] >= 'a' && w[0] <= 'z' && !functionWords.Has(w):
			words++
			small++
		}
	}
	return words >= 5 && small <= most && small*5 <= words
}

// functionWords keep a small letter in headlines written with capitals.
var functionWords = lexicon.SetOf("a an the of in on at to for and or but nor with by from as is are be vs vs. via per over into up off out if it its not than that")

// maxTitled bounds the tokens of a headline.
const maxTitled = 30

// headlineNames appends the names of a sentence written with capitals: first
// names with what follows them, and what follows a role.
func (r *reader) headlineNames(out []name, s int) []name {
	sent := r.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		n := name{sentence: s, block: sent.Block}
		switch last := i + 1; {
		case !r.named(i) || !acronym(r.doc.Word(i)) && (last == sent.Last || !r.named(last) || ordinary(r.low(last)) || r.role(last) || lexicon.Starters().Has(r.low(last))):
			continue
		case last == sent.Last: // an acronym
			n.phrase = phrase{i, last}
		case r.place(phrase{i, last + 1}):
			n.phrase = phrase{i, last + 1}
		case r.firstName(i):
			if r.doc.Tokens[last].Len() == 2 && last+1 < sent.Last && r.named(last+1) { // an initial
				last++
			}
			n.phrase = phrase{i, last + 1}
		case r.honorific(i):
			n.phrase, n.title = phrase{last, last + 1}, phrase{i, last}
		case acronym(r.doc.Word(i)):
			n.phrase = phrase{i, last}
		default:
			continue
		}
		out = append(out, n)
		i = n.last - 1
	}
	return out
}

// startsName reports whether a name can start at the capital of token i: it is
// not that of an ordinary word that only starts the sentence.
func (r *reader) startsName(sent text.Sentence, i int) bool {
	if i > sent.First && !opening(r.low(i-1)) {
		return r.low(i) != "i" && !months.Has(r.bare(i))
	}
	w := r.low(i)
	if lexicon.Starters().Has(w) || months.Has(r.bare(i)) {
		return false
	}
	if r.named(i+1) || r.particle(i+1) {
		return !ordinary(w)
	}
	return !ordinary(w) && (r.tag(i) == "" || strings.HasPrefix(r.tag(i), "NNP") || lexicon.FirstNames().Has(w))
}

func opening(w string) bool {
	switch w {
	case "“", "\"", "‘", "'", "«", "„", "(", "[", ":", "—", "-", "–", "``", "•":
		return true
	}
	return false
}

// ordinary words start sentences with a capital and are no part of a name.
func ordinary(w string) bool {
	return strings.HasSuffix(w, "ing") && len(w) > 5 || strings.HasSuffix(w, "ly") && len(w) > 4 && !lexicon.FirstNames().Has(w) ||
		openers.Has(w)
}

var openers = lexicon.SetOf("is are was were do does did can could will would should has have had here let whatever whichever whoever whenever wherever however according asked told given both like unlike among amid within without against following between through throughout upon regarding concerning additionally also again even never maybe perhaps please read see watch today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december")

var months = lexicon.SetOf("january february april june july august september october november december jan feb aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday")

// run is the longest run of name words from token i on.
func (r *reader) run(i, end int) phrase {
	k := i + 1
	for k < end && k-i < 9 {
		if n := r.nickname(i, k, end); n > k {
			k = n
		} else if !r.goesOnName(i, k, end) {
			break
		} else {
			k++
		}
	}
	if r.shopName(k) && k < end {
		return phrase{i, k + 1}
	}
	return r.official(phrase{i, k}, end)
}

// goesOnName reports whether token k goes on with the name that starts at i.
func (r *reader) goesOnName(i, k, end int) bool {
	return r.pluralPossessive(k, end) || r.whoseOffice(i, k, end) || r.joint(k, end) || k+1 < end && r.particle(k) ||
		r.named(k) && r.low(k) != "i" && !(months.Has(r.bare(k)) && r.low(k) != "april" && r.low(k) != "august" && r.low(k) != "june")
}

// nickname is the token behind a nickname in quotation marks between a first name
// and a surname: "Dana “Doc” | Lee"; k where there is none.
func (r *reader) nickname(i, k, end int) int {
	if !opening(r.low(k)) || !r.named(k+1) || !r.firstName(k-1) || k-i > 2 {
		return k
	}
	for last := k + 2; last < min(k+4, end-1); last++ {
		if closing(r.low(last)) {
			if r.named(last+1) && !r.sentenceStart(last+1) {
				return last + 1
			}
			return k
		}
	}
	return k
}

// shopName reports whether token k is the mark in the name of a firm called after
// somebody, before the verb that the firm is the subject of: "Bowen's | said".
func (r *reader) shopName(k int) bool {
	w := r.low(k)
	return (w == "'s" || w == "’s") && r.tag(k) == "POS" && r.tag(k+1) == "VBD" && r.named(k-1) && strings.HasPrefix(r.tag(k-1), "NNP") && r.tag(k-2) != "DT"
}

// pluralPossessive: the mark in "Citizens' Transport Trust" and "Women's Transport
// Trust", which an institution's name goes on behind.
func (r *reader) pluralPossessive(k, end int) bool {
	w := r.low(k)
	if !possessiveMark(w) || !(strings.HasSuffix(w, "s") && plurals.Has(r.low(k-1)) || !strings.HasSuffix(w, "s") && strings.HasSuffix(r.low(k-1), "s")) || !r.named(k+1) {
		return false
	}
	for i := k + 1; i < end && r.named(i); i++ {
		if r.organizations.Has(r.low(i)) {
			return true
		}
	}
	return false
}

// whoseOffice: the mark in "Norway's Health Ministry", of a country and before the
// name of an office that other countries have too.
func (r *reader) whoseOffice(first, k, end int) bool {
	if w := r.low(k); w != "'s" && w != "’s" || !r.named(k+1) || !r.place(phrase{first, k}) {
		return false
	}
	last := k + 1
	for last+1 < end && r.named(last+1) && last-k < 5 {
		last++
	}
	return offices.Has(r.low(last)) || offices.Has(r.low(k+1)) && r.low(k+2) == "of"
}

var offices = lexicon.SetOf("agency army authority bureau cabinet commission committee congress council court department government ministry navy parliament senate treasury")

// joint: the "and" in "Customs and Border Protection", behind a word for a field
// and before what ends an institution's name.
func (r *reader) joint(k, end int) bool {
	if w := r.low(k); w != "and" && w != "&" || k < 1 || !r.named(k-1) || !lexicon.TitleModifiers().Has(r.low(k-1)) || k+1 >= end || !r.named(k+1) {
		return false
	}
	last := k + 1
	for last+1 < end && r.named(last+1) && last-k < 4 {
		last++
	}
	return r.organizations.Has(r.low(last))
}

// plurals end in no s.
var plurals = lexicon.SetOf("people women men children workmen")

// official takes along what completes an institution's name: "Ministry | of
// Health", "Office | of the Director of National Intelligence".
func (r *reader) official(f phrase, end int) phrase {
	for n := 0; n < 3 && r.organizations.Has(r.low(f.last-1)); n++ {
		k := f.last
		if w := r.low(k); w != "of" && w != "for" && w != "on" {
			break
		}
		if k++; r.low(k) == "the" {
			k++
		}
		if k >= end || !r.named(k) || months.Has(r.bare(k)) || r.firstName(k) && r.low(f.last) != "of" {
			break
		}
		for k < end && (r.named(k) && !months.Has(r.bare(k)) || (r.low(k) == "and" || r.low(k) == "&" || r.low(k) == "of") && r.named(k+1) && k+1 < end) {
			k++
		}
		f.last = k
	}
	return f
}

// parseRun splits a run into title and name: "Foreign Minister | Dana
// Lee". A run that is all title is no name.
func (r *reader) parseRun(run phrase) (name, bool) {
	if run.len() > 1 && r.low(run.first) == "the" {
		run.first++
	}
	cut := -1
	institution := r.organizations.Has(r.low(run.last-1)) || // or "Office of the Inspector General"
		r.role(run.last-1) && r.official(phrase{run.first, run.first + 1}, run.last).last == run.last
	for i := run.first; i < run.last-1 && !institution; i++ { // an office's "of" or "for"
		if w := r.low(i); (w == "of" || w == "for") && !r.named(i) {
			institution = r.organizations.Has(r.low(run.first))
		}
	}
	end := run.last - 1
	for end > run.first && suffixes.Has(r.bare(end)) { // "Martin Luther King Jr."
		end--
	}
	for i := run.first; i < end; i++ {
		if r.role(i) && !institution && !(r.firstName(i) && (r.role(i-1) || r.low(i) == "guy")) || r.honorific(i) && !r.firstName(i) || r.severalTitled(i) {
			cut = i
		}
	}
	n := name{phrase: phrase{cut + 1, run.last}, title: phrase{run.first, cut + 1}}
	if cut < 0 {
		n = name{phrase: run}
		for n.len() > 1 && !r.place(n.phrase) && (r.placeBefore(n) || lexicon.Demonyms().Has(r.low(n.first)) || lexicon.TitleModifiers().Has(r.low(n.first)) && r.firstName(n.first+1)) && !r.organizationRun(n.phrase) && !(n.len() == 2 && states.Has(r.low(n.first+1))) {
			n.first++
		}
		if n.first > run.first {
			n.title = phrase{run.first, n.first}
		}
	}
	for i := n.first + 2; i < n.last && r.firstName(n.first); i++ {
		if r.low(i) == r.low(n.first) { // "Dana Lee Dana Lee Osterby", a name and what a link adds to it
			n.last = i
		}
	}
	if n.len() == 1 && (r.role(n.first) || lexicon.Demonyms().Has(r.low(n.first)) || lexicon.TitleModifiers().Has(r.low(n.first)) && n.title.empty() && r.low(n.first) != "house") {
		return n, false
	}
	return n, true
}

// states are words that an adjective of a people or a faith makes a name of.
var states = lexicon.SetOf("state republic kingdom emirate caliphate front jihad brotherhood")

// severalTitled reports whether token i is the title of several persons, before the
// name of the first: "Ministers | Ann Lee and ...", "Sens. | Ann Lee and ...".
func (r *reader) severalTitled(i int) bool {
	w := r.bare(i)
	return (lexicon.Groups().Has(w) || strings.HasSuffix(w, "s") && r.roles.Has(strings.TrimSuffix(w, "s")) || lexicon.Groups().Has(w[strings.LastIndexByte(w, '-')+1:])) && r.firstName(i+1)
}

// placeBefore: "Norway Dana Lee" (an envoy's post before the name).
func (r *reader) placeBefore(n name) bool {
	return n.len() > 2 && lexicon.Places().Has(r.low(n.first)) && !r.firstName(n.first) && (r.firstName(n.first+1) || n.len() == 3 && r.posted(n.first+1))
}

// posted reports whether a name can start at token i, behind a post that ends
// in a place: "ambassador to Norway | Dana Lee".
func (r *reader) posted(i int) bool {
	if i < 3 || !lexicon.Places().Has(r.low(i-1)) || !r.role(i-3) {
		return false
	}
	w := r.low(i - 2)
	return w == "to" || w == "in" || w == "for" || w == "of"
}

func (r *reader) firstName(i int) bool { return lexicon.FirstNames().Has(r.low(i)) }

// institution reports whether a run is the name of an institution, whatever first
// name it starts with: "Charlotte Road Coalition for Justice", "Virginia Board
// of Elections".
func (r *reader) institution(f phrase) bool {
	for i := f.first + 1; i < f.last; i++ {
		if w := r.low(i + 1); r.organizations.Has(r.bare(i)) && (i+1 == f.last || !r.named(i+1) && (w == "of" || w == "for" || w == "on")) {
			return f.len() > 2 || lexicon.Places().Has(r.low(f.first))
		}
	}
	return false
}

// organizationRun reports whether a word of the run makes it an organisation.
func (r *reader) organizationRun(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if r.organizations.Has(r.bare(i)) && !(i == f.first && r.firstName(i)) {
			return true
		}
	}
	return false
}

// acronym reports whether a word is written in capitals alone: "NATO", "U.S.".
func acronym(w string) bool {
	letters := 0
	for i := range len(w) {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c == '.' || c == '&' || c == '-' || c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return letters >= 2 && !(letters == 2 && strings.HasSuffix(w, ".") && strings.Count(w, ".") == 2 && w != "U.S." && w != "U.N." && w != "E.U." && w != "U.K.")
}
