package quote

import "strings"

// nounCues reads `Lee's claim that ...` and `a warning by Lee that ...`.
func (p *paragraph) nounCues(u unit) []*draft {
	if p.headline || p.holds&isNoun == 0 {
		return nil
	}
	var out []*draft
	for i := u.first + 1; i+2 < u.last && len(out) < maxCues; i++ {
		if !p.is(i, isNoun) || p.inside(i) >= 0 || !strings.HasPrefix(p.tag(i), "NN") {
			continue
		}
		src, k := p.possessor(u, i), i+1
		if p.low(k) == "by" || p.low(k) == "from" || p.low(k) == "of" && p.low(i) == "words" {
			end := p.simpleAfter(k+1, u.last)
			src, k = phrase{k + 1, end}, end
		}
		if src.empty() || p.low(k) != "that" || !p.hasFinite(phrase{k, u.last}) {
			continue
		}
		content := p.nounContent(k+1, u.last)
		out = append(out, &draft{rule: "noun-that", lemma: p.low(i), cue: []phrase{{i, i + 1}}, src: src, fragments: []phrase{content}, block: p.block, lastBlock: p.block})
	}
	return out
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
		return phrase{p.simpleBefore(u.first, k), k}
	}
	return phrase{}
}
