package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// reader looks at the tokens of a document.
type reader struct {
	doc      *text.Document
	capitals []bool // of each token: it is written as part of a name
	pronouns []int  // the tokens that are "he", "her" and the like

	roles, organizations *lexicon.Set // asked most often
}

func newReader(doc *text.Document) *reader {
	r := &reader{doc: doc, capitals: make([]bool, len(doc.Tokens)), roles: lexicon.Roles(), organizations: lexicon.OrganizationWords()}
	for i := range r.capitals {
		w, low := doc.Word(i), doc.Lower(i)
		r.capitals[i] = (w[0] >= utf8.RuneSelf || w != low) && capital(w)
		if gendered(low) {
			r.pronouns = append(r.pronouns, i)
		}
	}
	return r
}

// phrase is a range of tokens [first, last).
type phrase struct{ first, last int }

func (f phrase) empty() bool { return f.first >= f.last }

func (f phrase) len() int { return f.last - f.first }

// tokens is the range of tokens that a span covers.
func (r *reader) tokens(s text.Span) phrase {
	if s.Empty() {
		return phrase{}
	}
	first := r.doc.TokenAt(s.Start)
	last := first
	for last < len(r.doc.Tokens) && r.doc.Tokens[last].Start < s.End {
		last++
	}
	return phrase{first, last}
}

func (r *reader) span(f phrase) text.Span {
	if f.empty() {
		return text.Span{}
	}
	return text.Span{Start: r.doc.Tokens[f.first].Start, End: r.doc.Tokens[f.last-1].End}
}

// words is the text of a phrase, white space folded.
func (r *reader) words(f phrase) string {
	return text.Fold(r.span(f).In(r.doc.Text))
}

// place reports whether a phrase is the name of a place.
func (r *reader) place(f phrase) bool {
	if f.len() == 1 {
		return lexicon.Places().Has(r.low(f.first))
	}
	w := r.words(f)
	low := make([]byte, 0, 32) // on the stack
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return lexicon.Places().Has(strings.ToLower(w))
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		low = append(low, c)
	}
	return lexicon.Places().Has(string(low))
}

func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Lower(i)
}

func (r *reader) tag(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Tokens[i].Tag
}

// bare is the lower-case word without the stop of an abbreviation: "sen." is
// the role "sen".
func (r *reader) bare(i int) string { return strings.TrimSuffix(r.low(i), ".") }

// named reports whether token i is written as part of a name.
func (r *reader) named(i int) bool { return i >= 0 && i < len(r.capitals) && r.capitals[i] }

// capital reports whether a word is written with a capital first, or behind a
// particle and a hyphen ("al-Nakhalah").
func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsUpper(c), unicode.IsTitle(c):
		return !describing(w) && w != "Photo" && w != "Photos" // whose it is stands before or behind
	case !unicode.IsLetter(c):
		return false
	case jointOf(w) > 0:
		return behindParticle(w)
	}
	return !unicode.IsLower(c) // scripts without case
}

// describing reports whether a word with a capital is an adjective that a name
// is part of: "Australian-born", "Osterby-based", "Next-generation".
func describing(w string) bool {
	k := strings.LastIndexByte(w, '-')
	return k > 0 && describers.Has(w[k+1:])
}

var describers = lexicon.SetOf("affiliated aged aligned allied appointed area backed based born bred bound controlled dominated educated era funded generation held led like linked listed made majority native only owned related run style speaking sponsored trained ruled wide winning")

// behindParticle reports whether a capital stands behind the joint of a word
// that starts with a particle, or with one letter.
func behindParticle(w string) bool {
	k := jointOf(w)
	if k < 1 || k+1 == len(w) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w[k:], "-’'"))
	return unicode.IsUpper(c) && (k == 1 || lexicon.Particles().Has(strings.ToLower(w[:k])))
}

// jointOf is where the first hyphen or apostrophe of a word stands, -1 if it
// has none.
func jointOf(w string) int {
	for i := range len(w) {
		if !joints[w[i]] {
			continue
		}
		if w[i] < utf8.RuneSelf || strings.HasPrefix(w[i:], "’") {
			return i
		}
	}
	return -1
}

// joints are the bytes that a hyphen or an apostrophe starts with.
var joints = [256]bool{'-': true, '\'': true, 0xE2: true} // first of "’"

// particle reports whether token i joins two parts of a name: "van", "bin";
// not the mark of a possessive, which stands close to the word before it.
func (r *reader) particle(i int) bool {
	return lexicon.Particles().Has(r.low(i)) && !r.named(i) && (r.named(i+1) || lexicon.Particles().Has(r.low(i+1)) && r.named(i+2)) && !(i > 0 && possessiveMark(r.low(i)) && r.doc.Tokens[i-1].End == r.doc.Tokens[i].Start)
}

// role reports whether token i is a noun for what somebody is: "mayor", or
// "head" with what they are the head of.
func (r *reader) role(i int) bool {
	w := r.bare(i)
	return r.roles.Has(w) || w == "head" && (r.low(i+1) == "of" || r.low(i+1) == "for")
}

func (r *reader) honorific(i int) bool { return lexicon.Honorifics().Has(r.bare(i)) }

func possessiveMark(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// plural reports whether the noun i is one of several: by its tag, or its
// ending where a headline has hidden the tag.
func (r *reader) plural(i int) bool {
	w := r.low(i)
	if lexicon.Groups().Has(w) {
		return true
	}
	switch t := r.tag(i); t {
	case "NNS", "NNPS":
		return true
	case "NN", "NNP":
		return false
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !r.role(i)
}
