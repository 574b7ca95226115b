package speaker

import (
	"slices"
	"strings"

	"quotes/internal/lexicon"
)

// personal reports whether the head noun of a phrase is one for a person that the
// text may name elsewhere: "the actress", "the 40-year-old", "the Republican", not
// "the source" or "the stock".
func (v *resolver) personal(m mention) bool {
	head := v.low(m.head)
	switch {
	case faceless.Has(head), lexicon.Things().Has(head):
		return false
	case v.role(m.head), v.named(m.head), stars.Has(head), lexicon.Gendered().Of(head) != 0, lexicon.Demonyms().Has(head), lexicon.Groups().Has(head + "s"):
		return true
	case strings.HasSuffix(head, "-year-old"):
		return true
	}
	head = head[strings.LastIndexByte(head, '-')+1:] // "the singer-songwriter"
	return v.doing(head) || v.roles.Has(head) && !lexicon.Things().Has(head)
}

// doing reports whether a noun is in form one for who does something: "the
// seamstress", "the organist", not "the computer".
func (r *reader) doing(noun string) bool {
	return len(noun) > 5 && hasAnySuffix(noun, "er", "or", "ist", "ian", "ee", "eur", "ess", "man") && !hasAnySuffix(noun, "ness", "less", "meter") &&
		!lexicon.Things().Has(noun) && !r.organizations.Has(noun) && !lexicon.Documents().Has(noun)
}

func hasAnySuffix(w string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(w, e) })
}

// stars are nouns for persons that no list of roles has.
var stars = lexicon.SetOf("star legend icon sensation beauty pontiff stalwart luminary darling prodigy powerhouse heavyweight dignitary great")

// signed reports whether a phrase that stands for a person at a guess also tells
// that person's role: "the Conservative MP". That takes a name in it and two signs
// more: the person was the last to speak, in this paragraph or the one before, and
// no other words nearby are about such a one.
func (v *resolver) signed(m mention, who *entity) bool {
	if m.core.len() < 3 || v.low(m.core.first) != "the" || !v.named(m.core.first+1) || !v.role(m.head) || lexicon.OrdinaryPersons().Has(v.low(m.head)) || len(v.turns) == 0 {
		return false
	}
	if last := v.turns[len(v.turns)-1]; last.who != who || v.apart(last.block, v.blockOf(m)) > 1 {
		return false
	}
	for i := max(m.head-newReach, 0); i < min(m.head+newReach, len(v.doc.Tokens)); i++ {
		if i != m.head && v.low(i) == v.low(m.head) {
			return false
		}
	}
	return true
}
