package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// nounCues reads `Lee's claim that ...` and `a warning by Lee that ...`.
func (p *paragraph) nounCues(u unit) []*draft {
	if p.headline || p.holds&isNoun == 0 {
		return nil
	}
	var out []*draft
	for i := u.first; i+2 < u.last && len(out) < maxCues; i++ {
		if !p.is(i, isNoun) || p.inside(i) >= 0 || !strings.HasPrefix(p.tag(i), "NN") {
			continue
		}
		src, k := p.possessor(u, i), i+1
		if p.low(k) == "by" || p.low(k) == "from" || p.low(k) == "of" && p.low(i) == "words" {
			src, k = p.sourceBy(k, u.last)
		}
		if src.empty() || p.low(k) != "that" || !p.hasFinite(phrase{k, u.last}) {
			continue
		}
		content := p.nounContent(k+1, p.nounClauseEnd(u, i, k+1))
		if p.finite(content.first) {
			continue // "Lee's claim that was filed in May"
		}
		out = append(out, &draft{rule: "noun-that", lemma: p.low(i), cue: []phrase{{i, i + 1}}, src: src, fragments: []phrase{content}, block: p.block, lastBlock: p.block})
	}
	return out
}

// sourceBy is the noun phrase behind the preposition k, and where it ends with
// its commas.
func (p *paragraph) sourceBy(k, limit int) (src phrase, end int) {
	src = phrase{k + 1, p.phraseAfter(k+1, limit)}
	end = src.last
	if p.low(end) == "," && p.comma(src) < end { // the other comma of an apposition
		end++
	}
	return src, end
}

// nounClauseEnd is where a clause that hangs on the noun i ends and the one that
// the noun stands in goes on: before a verb that no subject, conjunction or
// relative in the clause has ("the claim that the road was closed | drew
// laughter"), or before the main clause that a preposition in front leads to
// ("Despite Lee's claim that the road was closed, | ...").
func (p *paragraph) nounClauseEnd(u unit, i, start int) int {
	if p.tag(u.first) == "IN" && !p.hasFinite(phrase{u.first, i}) {
		return p.mainClause(start, u.last)
	}
	return p.verbBeyond(start, u.last, 1)
}

// verbBeyond is where the words before the first verb end that no subject in
// [start, end) has, where those before start still wait for so many.
func (p *paragraph) verbBeyond(start, end, verbs int) int {
	for k := start; k < end; k++ {
		switch {
		case p.inside(k) >= 0:
		case p.finite(k):
			if verbs--; verbs < 0 && !p.afterNominative(k) {
				return p.beforeAdverbs(start, k)
			}
			verbs = max(verbs, 0)
		case p.opensClause(k):
			verbs++
		}
	}
	return end
}

// beforeAdverbs is where the adverbs and commas before token k start.
func (p *paragraph) beforeAdverbs(start, k int) int {
	for k > start && (p.tag(k-1) == "RB" || p.is(k-1, isComma)) {
		k--
	}
	return k
}

// opensClause reports whether token k announces one more verb.
func (p *paragraph) opensClause(k int) bool {
	switch t := p.tag(k); t {
	case "WP", "WDT", "WRB":
		return true
	case "IN":
		return conjunctions.Has(p.low(k)) && p.low(k) != "before" && p.low(k) != "after" && p.low(k) != "since" && p.low(k) != "as" && p.low(k) != "until" || p.low(k) == "that"
	case "CC":
		return p.finite(k+1) || p.low(k-1) == "," || p.tag(k+1) == "RB" && p.finite(k+2)
	}
	return p.low(k) == ";"
}

// afterNominative reports whether the subject of the verb k is a pronoun.
func (p *paragraph) afterNominative(k int) bool {
	for p.tag(k-1) == "RB" {
		k--
	}
	return nominative.Has(p.low(k - 1))
}

// possessor is whose noun i is: `Lee's`, `his`.
func (p *paragraph) possessor(u unit, i int) phrase {
	k := i - 1
	for k > u.first && strings.HasPrefix(p.tag(k), "JJ") {
		k--
	}
	switch {
	case p.tag(k) == "PRP$":
		return phrase{k, k + 1}
	case p.tag(k) == "POS":
		return phrase{p.behindVerb(p.simpleBefore(u.first, k), k), k}
	}
	return phrase{}
}

// behindVerb is where a phrase starts whose first words are a clause with a verb
// that the tagger takes for a participle: "The council ignored | Lee".
func (p *paragraph) behindVerb(first, end int) int {
	for k := end - 1; k > first; k-- {
		if p.tag(k) == "VBN" && (strings.HasPrefix(p.tag(k-1), "NN") || k == first+1) && (p.capitalName(k+1) || p.tag(k+1) == "DT") {
			return k + 1
		}
	}
	return first
}

// answered reads `Lee's answer: "..."` and `Lee's message was simple: "..."`.
func (p *paragraph) answered(u unit, colon int) *draft {
	for k := colon - 1; k > u.first && colon-k < 10 && p.inside(k) < 0 && !p.is(k, isComma); k-- {
		if !lexicon.Answers().Has(p.low(k)) || !strings.HasPrefix(p.tag(k), "NN") {
			continue
		}
		if src := p.possessor(u, k); !src.empty() && (k+1 == colon || p.isBe(k+1, colon)) {
			return p.labelled("name-colon", colon, src, phrase{colon + 1, p.quotations[p.inside(colon+1)].end(p.last)})
		}
	}
	return nil
}

// blunt reads `Lee was blunt: "..."` and `Lee did not mince words: "..."`.
func (p *paragraph) blunt(u unit, colon int) *draft {
	k := u.first
	for k < colon && k-u.first < maxPhrase && !p.finite(k) {
		k++
	}
	if !p.isBe(k, k+1) && p.low(k) != "did" && p.low(k) != "does" {
		return nil
	}
	f, l := p.phraseBefore(u.first, k)
	if f == l || !p.person(phrase{f, l}) {
		return nil
	}
	return p.labelled("name-colon", colon, phrase{f, l}, phrase{colon + 1, p.quotations[p.inside(colon+1)].end(p.last)})
}

// shortSentence reports whether the quotation k is a sentence of a few words:
// "Go home."
func (p *paragraph) shortSentence(k int) bool {
	q := p.quotations[k]
	return q.close-q.first() >= 2 && p.capital(q.first()) && stops.Has(p.low(q.close-1))
}
