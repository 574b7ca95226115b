package how

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// maxSteps bounds how many adjuncts, and maxPhrase how many words of a noun
// phrase, are read: no news sentence has more, and the work for a quote does
// not grow with its sentence.
const (
	maxSteps  = 16
	maxPhrase = 14
)

// phrase is a range of tokens [first, last) of the document.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.first >= p.last }

func (p phrase) len() int { return p.last - p.first }

// frame is the sentence of a cue under analysis.
type frame struct {
	doc         *text.Document
	a           *speaker.Attribution
	first, last int // tokens of the sentence
	cue, source phrase

	channel           string
	medium, addressee phrase
	toPress           bool // it was said to journalists
	written           bool // the cue or a participle says so
}

func newFrame(doc *text.Document, a *speaker.Attribution) frame {
	cue := a.Cue[len(a.Cue)-1]
	f := frame{doc: doc, a: a}
	if s := doc.SentenceAt(cue.Start); s >= 0 {
		f.first, f.last = doc.Sentences[s].First, doc.Sentences[s].Last
	}
	f.cue, f.source = f.tokens(cue), f.tokens(a.Mention)
	f.written = a.CueLemma == "write" || a.CueLemma == "argue"
	return f
}

// tokens is the range of tokens that a span covers, as far as they lie in the
// frame's sentence.
func (f *frame) tokens(s text.Span) phrase {
	if s.Empty() {
		return phrase{f.first, f.first}
	}
	p := phrase{f.doc.TokenAt(s.Start), f.doc.TokenAt(s.End - 1)}
	p.last = min(p.last+1, f.last)
	p.first = max(p.first, f.first)
	return p
}

func (f *frame) span(p phrase) text.Span {
	if p.empty() {
		return text.Span{}
	}
	s := text.Span{Start: f.doc.Tokens[p.first].Start, End: f.doc.Tokens[p.last-1].End}
	if w := f.word(p.last - 1); p.last == f.last && len(w) == 2 && w[1] == '.' { // "on X.": no initial
		s.End--
	}
	return s
}

// word is token i as written; "" outside the sentence.
func (f *frame) word(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.doc.Word(i)
}

// low is token i in lower case.
func (f *frame) low(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.doc.Lower(i)
}

func (f *frame) tag(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.doc.Tokens[i].Tag
}

func (f *frame) noun(i int) bool { return strings.HasPrefix(f.tag(i), "NN") }

func (f *frame) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.word(i))
	return unicode.IsUpper(r)
}

// finite reports whether token i is a verb with a subject of its own.
func (f *frame) finite(i int) bool {
	switch f.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// said reports whether token i belongs to what was said.
func (f *frame) said(i int) bool {
	if i < f.first || i >= f.last {
		return false
	}
	t, c := f.doc.Tokens[i].Span, f.a.Content
	k := sort.Search(len(c), func(k int) bool { return c[k].End > t.Start })
	return k < len(c) && c[k].Start < t.End
}

// time reports whether token i says when.
func (f *frame) time(i int) bool {
	w := f.low(i)
	return times.Has(w) && (w != "may" || f.capital(i)) || spells.Has(w) || f.tag(i) == "CD"
}

func mark(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return w != "" && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func openingMark(w string) bool {
	switch w {
	case "“", `"`, "``", "''", "«", "‘", "'":
		return true
	}
	return false
}

func closingMark(w string) bool {
	switch w {
	case "”", `"`, "''", "»", "’", "'":
		return true
	}
	return false
}

func possessive(w string) bool {
	return w == "'s" || w == "’s" || w == "'" || w == "’"
}

// person reports whether the word i, the last of a phrase, can be somebody
// who is spoken to.
func (f *frame) person(i int) bool {
	w := strings.TrimSuffix(f.low(i), ".")
	switch {
	case objects.Has(w), audiences.Has(w), lexicon.Groups().Has(w), lexicon.Roles().Has(w):
		return true
	}
	return f.capital(i) && !times.Has(w) || lexicon.OrganizationWords().Has(w) || f.tag(i) == "NNS" && agents(w)
}

// agents reports whether a plural has an ending of nouns for people.
func agents(w string) bool {
	for _, end := range [...]string{"ers", "ists", "ians", "men"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return !things.Has(w)
		}
	}
	return false
}

// things have such an ending and cannot be spoken to.
var things = lexicon.SetOf(`papers numbers matters letters orders computers powers offers dollars corners borders chapters
	fires flowers answers covers winters summers waters rivers shoulders fingers headquarters quarters newspapers centers cheers jeers cries tears`)
