package quote

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// maxDateline bounds the tokens of a dateline.
const maxDateline = 16

// behindDateline is the first token behind a dateline: "OSTERBY, Norway (AP) —",
// "(Reuters) -", "OSTERBY, Nov. 3 -"; the paragraph's first where it has none.
func (p *paragraph) behindDateline() int {
	if p.headline || p.doc.Blocks[p.block].Section != text.Body {
		return p.first
	}
	shown := p.low(p.first) == "(" || p.shouts(p.first)
	for i := p.first; i < p.last && i-p.first < maxDateline; i++ {
		w := p.low(i)
		switch {
		case p.dash(i):
			if k := i + 1; (shown || p.placed(i)) && i > p.first && k < p.last && (p.capital(k) || p.inside(k) >= 0 || p.tag(k) == "CD") {
				return k
			}
			return p.first
		case p.inside(i) >= 0:
			return p.first
		case w == ")":
			if k := i + 1; p.low(p.first) == "(" && i == p.first+2 && p.acronym(i-1) && k < p.last && p.capital(k) {
				return k // "(AXP) Mayor Lee"
			} else if i-p.first > 2 && p.low(i-2) == "(" && p.acronym(i-1) && k < p.last && (p.capital(k) || p.inside(k) >= 0) && lexicon.Places().Has(p.low(p.first)) {
				return k // "Osterby (AXP) Mayor Lee"
			}
			shown = true
		case w == "," || w == "(" || w == "/" || w == "." || w == "and" || p.capital(i) || '0' <= w[0] && w[0] <= '9':
		default:
			return p.first
		}
	}
	return p.first
}

// placed reports whether what stands before the dash i is a place in another:
// "New Osterby, NY –".
func (p *paragraph) placed(dash int) bool {
	comma := p.first + 1
	for comma < dash && p.low(comma) != "," {
		comma++
	}
	return comma < dash && dash-comma < 4 && lexicon.Places().Has(strings.ToLower(text.Fold(p.span(p.first, comma).In(p.doc.Text))))
}

// shouts reports whether a token is a word of some length in capitals.
func (p *paragraph) shouts(i int) bool {
	w := p.word(i)
	return len(w) > 3 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}
