package ranker

import (
	"slices"
	"strings"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
)

// example is a choice whose answer the chains tell.
type example struct {
	speaker.Choice
	right []bool // of each candidate; none right: nobody is meant
	none  bool
	fold  int
}

// truth tells which candidates of a choice lie in the mention's chain; false
// where the chains say nothing about it.
func (a *article) truth(c *speaker.Choice) (right []bool, none, known bool) {
	right = make([]bool, len(c.Candidates))
	in := a.chainOf(c)
	if in < 0 {
		return right, false, false
	}
	best := 0
	votes := make([]int, len(right))
	for i, x := range c.Candidates {
		for _, n := range x.Names {
			for _, p := range a.chains[in] {
				if n.Contains(p.head) || n.Start == p.Start && n.Len() == 1 {
					votes[i]++
					break
				}
			}
		}
		best = max(best, votes[i])
	}
	if best == 0 {
		none = a.elsewhere(in, c)
		return right, none, none
	}
	for i := range right {
		right[i] = votes[i] == best
	}
	return right, false, true
}

// elsewhere reports whether a chain without any of the candidates plainly means
// somebody else: one who is named, or a person described before the mention
// ("the woman"). Chains of other nouns are the silver's mistakes.
func (a *article) elsewhere(in int, c *speaker.Choice) bool {
	for _, p := range a.chains[in] {
		if p.pronoun || p.Start >= c.Mention.Start {
			continue
		}
		w := strings.ToLower(p.head.In(a.Text))
		if p.name || lexicon.Gendered().Has(w) || lexicon.Roles().Has(w) {
			return true
		}
	}
	return false
}

// chainOf is the chain that a choice's mention lies in, -1 for none.
func (a *article) chainOf(c *speaker.Choice) int {
	for _, t := range a.Tokens[a.TokenAt(c.Mention.Start):] {
		if t.Start >= c.Mention.End {
			break
		}
		for _, p := range a.byByte[t.Start] {
			if p.head.End <= c.Mention.End && p.Start >= c.Mention.Start {
				return p.chain
			}
		}
	}
	return -1
}

// examples goes through an article. The history that each choice sees is the
// one that decide makes; nil: what the chains say.
func (a *article) examples(fold int, decide func(c *speaker.Choice) int) []example {
	var out []example
	speaker.Choices(a.Document, quote.Find(a.Document, tag.Default()), func(c *speaker.Choice) int {
		right, none, known := a.truth(c)
		if known && !c.Role && len(c.Candidates) > 0 {
			out = append(out, example{*c, right, none, fold})
		}
		if decide == nil {
			return slices.Index(right, true)
		}
		return decide(c)
	})
	return out
}
