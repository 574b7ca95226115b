package evaluate

import "quotes/internal/overlap"

// tier is a part of the annotation that is measured by itself.
type tier struct {
	name string
	// holds reports whether an annotated quotation belongs to it.
	holds func(q *quotation) bool
	// foreign reports whether a found quotation is of a type that the tier does
	// not have: matching none of the tier's it is not held against it.
	foreign func(q *quotation) bool
}

func never(*quotation) bool { return false }

func isIndirect(q *quotation) bool { return q.Type == indirect }

// ofType is the tier of one type.
func ofType(name string) tier {
	return tier{name,
		func(q *quotation) bool { return q.Type == name },
		func(q *quotation) bool { return q.Type != name }}
}

// tiers lists the tiers in the order of the report.
var tiers = []tier{
	{"quoted", func(q *quotation) bool { return !isIndirect(q) }, isIndirect},
	{"speech", func(q *quotation) bool { return q.reports }, never},
	{"all", func(*quotation) bool { return true }, never},
	ofType(direct), ofType(mixed), ofType(indirect),
}

// TierNames lists the names of the tiers.
func TierNames() []string {
	var names []string
	for _, t := range tiers {
		names = append(names, t.name)
	}
	return names
}

// part is the overlap from which a content counts as found in part.
const part = 0.3

// pairing is one document's quotations, matched.
type pairing struct {
	id          string
	gold, found []lettered
	nearest     []int // found -> gold that it shares most with, or -1
}

// lettered is a quotation with the letters of its content and source.
type lettered struct {
	*quotation
	content, source overlap.Letters
}

// newPairing matches the quotations of a document, of which one side may be
// missing.
func newPairing(gold, found *document) *pairing {
	p := &pairing{}
	var text []rune
	for _, d := range []*document{gold, found} {
		if d != nil {
			p.id = d.ID
			if text == nil {
				text = d.runes()
			}
		}
	}
	p.gold, p.found = letterQuotes(gold, text), letterQuotes(found, text)
	p.nearest = overlap.Match(contents(p.gold), contents(p.found), part)
	return p
}

// letterQuotes gives the quotations of a document whose content has letters.
func letterQuotes(d *document, text []rune) []lettered {
	if d == nil {
		return nil
	}
	var out []lettered
	for _, q := range d.Quotes {
		l := lettered{q, overlap.LettersOf(text, q.Content), overlap.LettersOf(text, q.Source)}
		if len(l.content) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func contents(quotes []lettered) []overlap.Letters {
	out := make([]overlap.Letters, len(quotes))
	for i, q := range quotes {
		out[i] = q.content
	}
	return out
}

// whole reports whether a found quotation is the annotated one nearest to it.
func (p *pairing) whole(j int) bool {
	i := p.nearest[j]
	return i >= 0 && overlap.Dice(p.gold[i].content, p.found[j].content) >= overlap.Least
}

// inTier gives which of the annotated quotations belong to a tier, and which of
// the found ones count in it: those that match one of the tier, and those that
// match none and do not stand in one outside of it.
func (p *pairing) inTier(t tier) (gold, found []bool) {
	gold, found = make([]bool, len(p.gold)), make([]bool, len(p.found))
	var rest []overlap.Letters
	for i, g := range p.gold {
		if gold[i] = t.holds(g.quotation); !gold[i] {
			rest = append(rest, g.content)
		}
	}
	outside := overlap.Union(rest)
	for j, f := range p.found {
		if i := p.nearest[j]; i >= 0 {
			found[j] = gold[i]
		} else {
			found[j] = !t.foreign(f.quotation) && 2*overlap.Common(f.content, outside) <= len(f.content)
		}
	}
	return gold, found
}

// only gives the contents of the quotations that are marked.
func only(quotes []lettered, marked []bool) overlap.Letters {
	var out []overlap.Letters
	for i, q := range quotes {
		if marked[i] {
			out = append(out, q.content)
		}
	}
	return overlap.Union(out)
}
