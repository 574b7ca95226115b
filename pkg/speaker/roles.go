package speaker

import (
	"strings"

	"quotes/internal/lexicon"
)

// Roles are read where a name stands: the title before it, and the
// apposition behind it. A document's fullest wording is kept.

// maxRole bounds the words of a role.
const maxRole = 24

// roleOf is the fuller of what stands before and behind a name.
func (r *reader) roleOf(n name) string {
	before, after := r.titleBefore(n), ""
	if f := r.roleAhead(n); before == "" && !f.empty() {
		before = r.words(f)
	}
	if end := r.appositionAfter(n); end > n.last {
		after = r.words(phrase{r.behindAside(n) + 1, r.nested(r.behindAside(n)+1, end)})
	} else if f := r.copula(n); !f.empty() {
		after = r.words(f)
	} else if f := r.ofBody(n); before == "" && !f.empty() { // "Lee of the Osterby Institute"
		after = r.words(f)
	} else if f := r.ofPlace(n); before != "" && !f.empty() { // "Sen. Lee of Ohio"
		before += " " + r.words(f)
	}
	if len(after) > len(before) {
		return after
	}
	return before
}

// copula reads the role in "Lee, who is a former mayor of X" and "Lee who was
// the club's coach".
func (r *reader) copula(n name) phrase {
	k := n.last
	if r.low(k) == "," {
		k++
	}
	if r.low(k) != "who" || !copulas.Has(r.low(k+1)) {
		return phrase{}
	}
	first, role := r.pastTimes(k+2), false // "who is also ..."
	if r.denies(first) {
		return phrase{}
	}
	for i := first; i < len(r.doc.Tokens) && i-first < maxRole; i++ {
		switch w := r.low(i); {
		case w == "," || w == "." || w == ";" || w == "but" || w == "who" || w == "when" || opening(w) && w != "-":
			if !role {
				return phrase{}
			}
			return phrase{first, i}
		case strings.HasPrefix(r.tag(i), "V") && !role:
			return phrase{}
		}
		role = role || i-first < 8 && r.role(i)
	}
	return phrase{}
}

// statedRole reads the role in a sentence that says it: "Lee is the chief
// executive of X, a maker of Y". It is shorter-lived than a title, and only
// stands where the text has none.
func (r *reader) statedRole(n name) phrase {
	if w := r.low(n.last); w != "is" && w != "was" || !r.opensClause(n.start()) {
		return phrase{}
	}
	first := r.pastTimes(n.last + 1) // "is now the ..."
	if w := r.low(first); w != "the" && w != "a" && w != "an" && !r.role(first) {
		return phrase{}
	}
	role, held := false, r.low(first) == "the" || r.role(first)
	for i := first; i < len(r.doc.Tokens) && i-first < maxRole; i++ {
		switch w, t := r.low(i), r.tag(i); {
		case w == "," || w == "." || w == ";" || w == "but" || w == "who" || w == "when" || w == "whose" || opening(w) && w != "-" && !possessiveMark(w):
			if !held || !role && !r.lastingRole(first, i) {
				return phrase{}
			}
			return phrase{first, r.nested(first, i)}
		case strings.HasPrefix(t, "V") && t != "VBN" && t != "VBG", t == "MD", t == "JJS", t == "TO", passing.Has(w):
			return phrase{}
		case t == "IN" || t == "CC":
			if !role && !r.lastingRole(first, i) {
				return phrase{}
			}
			role, held = true, held || t == "IN" // "a councillor in Osterby", not "a good councillor"
		case (t == "VBN" || t == "VBG") && r.lastingRole(first, i): // "a lawyer working in Osterby"
			role = true
		}
	}
	return phrase{}
}

// lastingRole reports whether the noun that ends a phrase at last is a role, and
// not what somebody is to somebody else or in passing.
func (r *reader) lastingRole(first, last int) bool {
	return last > first && last-first < 8 && r.role(last-1) && !lexicon.PassingRoles().Has(r.bare(last-1))
}

// pastTimes is the token behind the words at i that say since when or until when:
// "is | now also | the mayor".
func (r *reader) pastTimes(i int) int {
	for end := i + 2; i < end && times.Has(r.low(i)); {
		i++
	}
	return i
}

// denies reports whether an adverb at i takes a role back, or half of it: "is | no
// longer the mayor", "is | almost the mayor".
func (r *reader) denies(i int) bool {
	w := r.low(i)
	return w == "not" || w == "no" || w == "n't" || w == "never" || r.tag(i) == "RB" && !articles.Has(w)
}

var (
	times   = lexicon.SetOf("now currently also still")
	passing = lexicon.SetOf("only kind one not next") // words of no office: "the next mayor", "one of the mayors"
)

// ofBody is the institution that somebody is of: "Lee of | the Osterby Institute".
func (r *reader) ofBody(n name) phrase {
	k := n.last
	if r.low(k) != "of" || n.len() < 2 || !r.firstName(n.first) {
		return phrase{}
	}
	first, held := k+1, r.low(k+1) == "the"
	if held {
		first++
	}
	if !r.named(first) {
		return phrase{}
	}
	run := r.run(first, r.doc.Sentences[r.doc.SentenceOf(k)].Last)
	if r.place(run) || !held && !r.organizationRun(run) && !acronym(r.doc.Word(run.last-1)) {
		return phrase{}
	}
	return phrase{k, run.last}
}

// roleAhead reads the role in "The mayor of X, | Dana Lee, said".
func (r *reader) roleAhead(n name) phrase {
	end := n.first - 1
	if r.low(end) != "," || n.len() < 2 || r.low(n.last) != "," && !strings.HasPrefix(r.tag(n.last), "V") {
		return phrase{}
	}
	role, first := false, r.doc.Sentences[r.doc.SentenceOf(n.first)].First
	for i := end - 1; i >= first && end-i < maxRole/2; i-- {
		t := r.tag(i)
		switch {
		case articles.Has(r.low(i)):
			if !role || i > 0 && strings.HasPrefix(r.tag(i-1), "NN") {
				return phrase{}
			}
			if w := r.low(i - 1); (w == "of" || w == "for" || w == "at" || w == "in") && !r.sentenceStart(i) {
				continue
			}
			switch w := r.low(i); {
			case r.low(n.last) != "," && !r.opensClause(i): // "hired by the mayor of X, Dana Lee said"
				return phrase{}
			case w == "the", w == "a", w == "an":
				return phrase{i, end}
			case end-i > 2:
				return phrase{i + 1, end}
			}
			return phrase{} // "her husband"
		case r.role(i) && !r.named(i):
			role = true
		case role && possessiveMark(r.low(i)) && r.named(i-1): // "Lee's campaign chair in X, Dana Poe, ..."
			first := i - 1
			for first > 0 && r.named(first-1) && !r.sentenceStart(first) {
				first--
			}
			if r.low(n.last) != "," && !r.opensClause(first) {
				return phrase{}
			}
			return phrase{first, end}
		case t == "IN" || t == "CC" || strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") || t == "POS":
		case t == "" && (possessiveMark(r.low(i)) || !opening(r.low(i))) && r.low(i) != "," && r.low(i) != ".": // a sentence without tags
		default:
			return phrase{}
		}
	}
	return phrase{}
}

// opensClause reports whether a clause starts at token i.
func (r *reader) opensClause(i int) bool {
	w := r.low(i - 1)
	return r.sentenceStart(i) || opening(w) || w == "that" || w == "but" || w == "and" || w == "," || w == "while" || w == "course"
}

var copulas = lexicon.SetOf("is was became remains serves")

// ofPlace is "of Massachusetts" behind a name.
func (r *reader) ofPlace(n name) phrase {
	if r.low(n.last) != "of" || !r.named(n.last+1) {
		return phrase{}
	}
	end := n.last + 2
	for end < len(r.doc.Tokens) && r.named(end) && r.doc.Tokens[end].Start <= r.doc.Tokens[end-1].End+1 {
		end++
	}
	if possessiveMark(r.low(end)) { // "of the Institute's laboratory": more than a place
		return phrase{}
	}
	return phrase{n.last, end}
}

// nested takes along an apposition to the role's own institution, which a
// comma closes: "a spokesman for Relief, the aid mission in X,".
func (r *reader) nested(first, end int) int {
	if r.low(end) != "," || !articles.Has(r.low(end+1)) || !r.named(end-1) {
		return end
	}
	for i := end + 2; i < len(r.doc.Tokens) && i-end < maxRole; i++ {
		switch t := r.tag(i); {
		case r.low(i) == ",":
			return i
		case r.low(i) == ".", opening(r.low(i)) && r.low(i) != "-", t == "VBD", t == "VBZ", t == "VBP", t == "MD":
			return end
		}
	}
	return end
}

// titleBefore is the title that leads a name in, with what modifies it:
// "Russian Foreign Minister", "former New York mayor", "NASA's Administrator".
func (r *reader) titleBefore(n name) string {
	f := n.title
	if f.empty() {
		f = phrase{n.first, n.first}
	}
	if f.empty() && r.low(n.first-1) == "," && r.role(n.first-2) { // "PIJ Secretary-General, Ziyad ..."
		f = phrase{n.first - 1, n.first - 1}
	}
	end := f.last
	for f.first > 0 && end-f.first < 8 && !r.sentenceStart(f.first) {
		if w := r.low(f.first - 1); (w == "to" || w == "of" || w == "for") && !f.empty() && !r.hasRole(f) && r.role(f.first-2) {
			f.first -= 2 // "envoy to Ukraine"
		} else if r.titleWord(f.first-1, f) {
			f.first--
		} else {
			break
		}
	}
	for f.len() > 1 && address.Has(r.bare(f.last-1)) { // "chief physician Dr."
		f.last--
	}
	for !f.empty() && (possessiveMark(r.low(f.first)) || r.tag(f.first) == "DT" || articles.Has(r.low(f.first))) {
		f.first++
	}
	if f.empty() || !r.hasRole(f) || f.len() == 1 && r.honorific(f.first) && !r.role(f.first) {
		return ""
	}
	return r.words(f)
}

// address is how a person is spoken of; it is no part of a longer title.
var address = lexicon.SetOf("dr mr mrs ms sir dame")

var articles = lexicon.SetOf("the a an his her their its our my")

func (r *reader) hasRole(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if r.role(i) {
			return true
		}
	}
	return false
}

// titleWord reports whether token i belongs to the title that starts behind it.
func (r *reader) titleWord(i int, f phrase) bool {
	if r.doc.Tokens[i].End == r.doc.Tokens[i+1].Start && !possessiveMark(r.low(i+1)) {
		return false
	}
	t := r.tag(i)
	switch {
	case r.sentenceStart(i) && lexicon.Starters().Has(r.low(i)):
		return false
	case r.role(i):
		return true
	case !f.empty() && sinceOrWhere.Has(r.low(i)) && r.tag(i) != "RB": // "retired", "departing", whatever their tags
		return true
	case f.empty(): // right before the name only a role counts
		return false
	case possessiveMark(r.low(i)):
		return r.named(i - 1)
	case strings.HasPrefix(t, "JJ"):
		return r.role(i+1) || r.named(i) || r.named(i+1) || lexicon.TitleModifiers().Has(r.low(i)) || lexicon.Demonyms().Has(r.low(i))
	case strings.HasPrefix(t, "NN"), t == "POS":
		return !months.Has(r.bare(i)) && !timeNouns.Has(r.low(i)) && (r.role(i+1) || r.named(i)) && (!strings.HasPrefix(r.tag(i-1), "JJ") || sinceOrWhere.Has(r.low(i-1)) || !r.named(i) && lexicon.TitleModifiers().Has(r.low(i-1)))
	case t == "CC": // "chairman and president"
		return r.role(i+1) && r.role(i-1)
	case t == "":
		return r.named(i) || lexicon.TitleModifiers().Has(r.low(i))
	}
	return false
}

var timeNouns = lexicon.SetOf("day week weekend month year morning evening night season")

func (r *reader) sentenceStart(i int) bool {
	return r.doc.Sentences[r.doc.SentenceOf(i)].First == i
}

// appositionAfter is the end of the apposition behind a name, the name's own
// end where there is none: ", the mayor of X".
func (r *reader) appositionAfter(n name) int {
	k := r.behindAside(n)
	dash := longDash(r.low(k))
	if r.low(k) != "," && !dash || k+2 >= len(r.doc.Tokens) || !r.startsRole(k+1) {
		return n.last
	}
	role, held, relative := false, false, false // held: it tells whose or for whom
	for i := k + 1; i < len(r.doc.Tokens) && i-k < maxRole; i++ {
		switch w := r.low(i); {
		case w == "," || w == "." || w == ";" || w == ":" || longDash(w) || w == "who" || w == "which" || w == "said" || w == "says" || w == "told" || opening(w) && w != "(" && w != "-" && !(possessiveMark(w) && r.doc.Tokens[i-1].End == r.doc.Tokens[i].Start):
			if t := r.tag(i - 1); !role || i-k < 2 || t == "VBD" || t == "VBZ" || t == "VBP" || (w == "says" || w == "said") && telegraphic(r.doc.Blocks[n.block].Section) { // "open by Easter, mayor says"
				return n.last
			}
			if k := r.quotedWord(i); k > i { // "a miller with an “iron” hand"
				i = k
				continue
			}
			if w == "," && (r.goesOnRole(i) || r.severalAdjectives(i)) {
				continue
			}
			if dash && !longDash(w) {
				if w == "," { // "Lee — chief of roads, and of mills —"
					continue
				}
				return n.last
			}
			if w == "," {
				return r.employer(i)
			}
			return i
		case w == "is" || w == "was" || w == "has" || w == "had":
			return n.last
		case !relative && role && r.tag(i) == "VBD" && (r.tag(i+1) == "DT" || r.tag(i+1) == "PRP" || r.tag(i+1) == "PRP$" || r.low(i+1) == "that"):
			return n.last // "Lee, the mayor praised the road"
		case !relative && (w == "did" || r.tag(i) == "VBP" || r.tag(i) == "VBZ" && !possessiveMark(w) || r.tag(i) == "MD"):
			return n.last // a clause: "Lee, his advisers say, ..."
		case articles.Has(w), r.tag(i) == "IN":
			held = true
		}
		relative = relative || strings.HasPrefix(r.tag(i), "W")
		if i-k < 9 && r.role(i) {
			if !held && r.firstName(i+1) && r.named(i+1) && r.named(i+2) && !possessiveMark(r.low(i+3)) { // "Lee, Mayor Dana Poe and ...": a list
				return n.last
			}
			role = true
		}
		role = role || i-k < 6 && r.doer(n, i)
	}
	return n.last
}

// longDash reports whether a word is a dash that may enclose an aside.
func longDash(w string) bool { return w == "—" || w == "–" || w == "--" }

// behindAside is the token behind a name and what a bracket adds or an age
// between commas: "Lee (R-Ohio)", "Lee, 45".
func (r *reader) behindAside(n name) int {
	if r.aged(n) {
		return n.last + 2
	}
	if r.low(n.last) != "(" {
		return n.last
	}
	for i := n.last + 1; i < n.last+6; i++ {
		if r.low(i) == ")" {
			return i + 1
		}
	}
	return n.last
}

// aged reports whether an age stands behind a name, between commas.
func (r *reader) aged(n name) bool {
	return r.low(n.last) == "," && r.low(n.last+2) == "," && age(r.low(n.last+1))
}

// age reports whether a word is a number of one to three digits.
func age(w string) bool {
	return w != "" && len(w) <= 3 && strings.Trim(w, "0123456789") == ""
}

// doer reports whether token i, the head of an apposition with an article, is in
// form a noun for who does something, though no list has it: "Dana Lee, the
// harbour master".
func (r *reader) doer(n name, i int) bool {
	if w := r.low(n.last + 1); n.len() < 2 || !r.firstName(n.first) || w != "a" && w != "an" && w != "the" || r.named(i) || r.tag(i) != "NN" {
		return false
	}
	switch w := r.low(i + 1); w {
	case ",", ".", "of", "at", "for", "in", "with", "from", "who", "and":
	default:
		return false
	}
	return r.doing(r.low(i))
}

// startsRole reports whether an apposition that names a role can start at i.
func (r *reader) startsRole(i int) bool {
	t := r.tag(i)
	switch {
	case articles.Has(r.low(i)), t == "DT", t == "PRP$":
		return true
	case r.role(i), lexicon.TitleModifiers().Has(r.low(i)):
		return true
	}
	return (strings.HasPrefix(t, "JJ") || strings.HasPrefix(t, "NN") || t == "RB") && !months.Has(r.bare(i)) && !lexicon.Starters().Has(r.low(i))
}

// quotedWord is the mark that closes a few words in quotation marks which a
// phrase goes on with at i; i where there are none.
func (r *reader) quotedWord(i int) int {
	if t := r.tag(i - 1); !opening(r.low(i)) || t != "DT" && t != "IN" && !strings.HasPrefix(t, "JJ") {
		return i
	}
	for k := i + 2; k < i+8; k++ {
		if closing(r.low(k)) {
			return k
		}
	}
	return i
}

// severalAdjectives reports whether a comma stands between adjectives: "a lawyer
// with grey, green and blue millers".
func (r *reader) severalAdjectives(i int) bool {
	return strings.HasPrefix(r.tag(i-1), "JJ") && strings.HasPrefix(r.tag(i+1), "JJ")
}

// employer is the end of the institution behind the comma at i that closes a
// role, the comma where there is none: "chief executive, Osterby Steel".
func (r *reader) employer(i int) int {
	k := i + 1
	if r.low(k) == "the" {
		k++
	}
	if !r.named(k) || !r.role(i-1) || r.firstName(k) {
		return i
	}
	end := r.doc.Sentences[r.doc.SentenceOf(i)].Last
	last := k
	for last < end && last-k < maxRole/2 && (r.named(last) || r.low(last) == "&" || (r.low(last) == "at" || r.low(last) == "of" || r.low(last) == "and" || r.low(last) == "for" || r.low(last) == "the") && last+1 < end && r.named(last+1) || r.particle(last)) {
		last++
	}
	if w := r.low(last); last == k || w != "," && w != "." && w != ";" && w != ")" && last < end || r.place(phrase{k, last}) {
		return i
	}
	return last
}

// goesOnRole: "head of Salt & Reed, an Osterby agency" ends at the
// comma; a list of roles "founder, owner and ..." goes on.
func (r *reader) goesOnRole(i int) bool {
	return r.role(i+1) && (r.low(i+2) == "and" || r.low(i+2) == ",")
}
