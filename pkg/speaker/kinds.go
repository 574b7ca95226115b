package speaker

import (
	"quotes/internal/lexicon"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// A single word with a capital ("Okoro", "Ascom") shows nothing of its bearer.
// What stands round it does: "he" in the next sentence, "who" behind it, "I" in
// what it says.

// What a hint weighs for a person (above 0) or against one.
const (
	strongly = 2
	perhaps  = 1
)

// settle decides what bears each of the single words.
func (v *resolver) settle(quotes []quote.Quote) {
	hints := map[*entity]int{}
	for _, e := range v.entities.all {
		if e.open && (e.loose || v.perhapsPerson(e)) { // headlines name persons more than others
			hints[e] = perhaps
		}
	}
	for i, e := range v.entities.of {
		if e.open {
			hints[e] += v.hintOfPlace(v.entities.names[i])
		}
	}
	v.doubt()
	for _, q := range quotes {
		if e := v.openSource(q.Source); e != nil {
			hints[e] += v.hintOfWords(q)
		}
	}
	for _, e := range v.entities.all {
		switch {
		case !e.open:
		case hints[e] > 0:
			e.kind = Person
		default:
			e.kind = Organization
		}
	}
}

// doubt makes organisations of those who were taken for persons by nothing but
// the length of their names, where what stands round these speaks against it:
// "Big Wheel, which ...", "the Evening Echo".
func (v *resolver) doubt() {
	for _, e := range v.entities.all {
		if e.kind != Person || e.sure || e.open || e.role != "" || len(e.words) < 2 || len(e.at) == 0 || lexicon.FirstNames().Has(e.words[0]) {
			continue
		}
		hint := 0
		for _, i := range e.at[:min(len(e.at), maxBearers)] {
			n := v.entities.names[i]
			if n.len() == 1 || !n.title.empty() { // by the surname
				hint += strongly
			}
			hint += v.hintOfPlace(n)
		}
		if hint < 0 {
			e.kind = Organization
		}
	}
}

// openSource is the bearer of a source that is one word, if nothing shows yet
// what it is.
func (v *resolver) openSource(s text.Span) *entity {
	f := v.tokens(s)
	if f.empty() || !v.named(f.last-1) {
		return nil
	}
	list := v.entities.byWord[v.low(f.last-1)]
	for _, e := range list[:min(len(list), maxBearers)] {
		if e.open && len(e.words) == 1 {
			return e
		}
	}
	return nil
}

// hintOfPlace is what stands round a name.
func (r *reader) hintOfPlace(n name) int {
	hint := 0
	switch w := r.low(n.last); {
	case w == "," && r.low(n.last+1) == "who", w == "who":
		hint += strongly
	case w == "," && r.low(n.last+1) == "which":
		hint -= strongly
	}
	if r.low(n.first-1) == "the" {
		hint -= strongly
	}
	if s := n.sentence + 1; s < len(r.doc.Sentences) && r.sentenceStart(n.first) && r.doc.Sentences[s].Block == n.block {
		hint += hintOf(r.low(r.doc.Sentences[s].First))
	}
	if r.sentenceStart(n.first) {
		for i := n.last; i < r.doc.Sentences[n.sentence].Last && i < n.last+20; i++ {
			if w := r.low(i); w == "its" && i < n.last+4 || hintOf(w) > 0 { // "it" may stand for nothing
				hint += hintOf(w) / strongly * perhaps
				break
			}
		}
	}
	return hint
}

// hintOf is what a word says of whom it stands for.
func hintOf(w string) int {
	switch w {
	case "he", "she", "his", "her":
		return strongly
	case "it", "its":
		return -strongly
	}
	return 0
}

// hintOfWords is what a source says of itself: "he" or "it" at the head of what
// it is reported to say, "I" or "we" in quotation marks.
func (v *resolver) hintOfWords(q quote.Quote) int {
	hint := 0
	if q.Content[0].Start > q.Source.End {
		hint = max(hintOf(v.low(v.tokens(q.Content[0]).first)), -perhaps) // "it" may stand for nothing
	}
	if q.Type == quote.Indirect && (q.CueLemma == "report" || q.CueLemma == "according to") { // as newspapers do
		hint -= perhaps
	}
	single, several := 0, 0
	for _, s := range q.Quoted {
		f := v.tokens(s)
		for i := f.first; i < f.last; i++ {
			switch w := v.low(i); {
			case w == "i":
				single++
			case ours.Has(w):
				several++
			}
		}
	}
	switch {
	case single > 0:
		return strongly
	case len(q.Quoted) > 0:
		hint = 0 // of somebody else
		if several == 0 && q.Type == quote.Direct {
			hint = perhaps
		}
	}
	return hint
}

var ours = lexicon.SetOf("we our us ours")
