package quote

import (
	"strings"

	"quotes/internal/lexicon"
)

// passives reads the reports whose source stands behind "by": `The plan was
// called "a sham" by Lee`, `It was announced by Lee that ...`, `..., it was
// reported by the Herald`.
func (p *paragraph) passives(u unit) []*draft {
	if p.headline {
		return nil
	}
	var out []*draft
	for i := u.first + 1; i+2 < u.last && len(out) < maxCues; i++ {
		if !p.is(i, isVerb) || p.inside(i) >= 0 || !strings.HasPrefix(p.tag(i), "VB") {
			continue
		}
		for _, f := range lexicon.Cues().Of(p.low(i)) {
			if f.Form&lexicon.Past == 0 || len(f.Tail) > 0 {
				continue
			}
			if d := p.passive(u, i, f); d != nil {
				d.lemma, d.block, d.lastBlock = f.Lemma, p.block, p.block
				out = append(out, d)
			}
			break
		}
	}
	return out
}

// passive reads one report whose verb stands at token i.
func (p *paragraph) passive(u unit, i int, f lexicon.CueForm) *draft {
	first := p.auxiliaries(u, i)
	is := p.isBe(first, i)
	d := &draft{rule: "said-by", cue: []phrase{{first, i + 1}}}
	switch {
	case is && p.low(first-1) == "it" && f.Has(lexicon.ThatClause):
		src, end := p.by(i+1, u.last)
		if src.empty() {
			return nil
		}
		if k := p.skipAdjuncts(end, u.last); p.low(k) == "that" && k+2 < u.last {
			d.fragments = []phrase{{k + 1, u.last}}
		} else if before := (phrase{u.first, first - 1}); p.low(first-2) == "," && p.closes(end, u.last) && p.hasFinite(before) {
			d.fragments = []phrase{before}
		} else {
			return nil
		}
		d.src = src
	case f.Has(lexicon.Predicate) || f.Takes("as"):
		var called phrase
		if called, d.src = p.calledBy(i+1, u.last); d.src.empty() {
			return nil
		}
		d.rule = "called-by"
		if what := p.passiveSubject(u, first); is && !what.empty() {
			d.fragments = []phrase{what, called}
		} else {
			if !is && p.low(called.first) != "as" { // "the tower, called "the Chimney" by all who live there"
				return nil
			}
			for p.inside(called.first) < 0 {
				called.first++
			}
			d.fragments = []phrase{called}
			if !is {
				d.cue[0].first = i
			}
		}
	default:
		return nil
	}
	return d
}

// isBe reports whether a form of "be" is among the auxiliaries [first, i).
func (p *paragraph) isBe(first, i int) bool {
	for k := first; k < i; k++ {
		switch p.low(k) {
		case "be", "is", "are", "was", "were", "been", "being", "'s", "’s":
			return true
		}
	}
	return false
}

// by reads "by Lee" from token k on, and where it ends.
func (p *paragraph) by(k, limit int) (src phrase, end int) {
	if p.low(k) != "by" || p.inside(k) >= 0 {
		return phrase{}, k
	}
	return p.sourceBy(k, limit)
}

// calledBy reads `by Lee as "a sham"` and `as "a sham" by Lee` from token k on.
func (p *paragraph) calledBy(k, limit int) (called, src phrase) {
	src, end := p.by(k, limit)
	called = p.calledAt(end, limit)
	if called.empty() {
		return phrase{}, phrase{}
	}
	if src.empty() {
		src, _ = p.by(called.last, limit)
	}
	return called, src
}

// calledAt is a quotation from token k on, with "as" and an article before it.
func (p *paragraph) calledAt(k, limit int) phrase {
	for i := k; i < limit && i-k < 5; i++ {
		if p.inside(i) >= 0 {
			return phrase{k, p.quotations[p.inside(i)].end(p.last)}
		}
		if p.low(i) != "as" && !p.modifier(i) {
			break
		}
	}
	return phrase{}
}

// passiveSubject is the noun phrase before the verb's first word, empty where a
// pronoun stands for it.
func (p *paragraph) passiveSubject(u unit, first int) phrase {
	f, l := p.phraseBefore(u.first, first)
	if f >= l || p.tag(f) == "WDT" || p.tag(f) == "WP" || p.inside(f) >= 0 {
		return phrase{}
	}
	return p.trimTime(phrase{f, l})
}
