package quote

// signed reads `"..." — Lee`: a quotation with its speaker's name behind a
// dash, in the same paragraph or alone in the next.
func (f *finder) signed(p *paragraph, u unit) bool {
	first := u.first
	if k := p.inside(u.first); k >= 0 {
		first = p.quotations[k].end(p.last)
	}
	if !dashes.Has(p.low(first)) && p.low(first) != "―" || u.last != p.last || !p.signature(first+1, u.last) {
		return false
	}
	end := p.unpunctuated(u)
	cue, src := phrase{first, first + 1}, phrase{first + 1, end}
	switch {
	case first > u.first:
		f.add(p, &draft{rule: "quote-dash", lemma: p.low(first), cue: []phrase{cue}, src: src, fragments: []phrase{{u.first, first}}, block: p.block, lastBlock: p.block})
	case len(f.drafts) > 0:
		d := f.drafts[len(f.drafts)-1]
		if d.rule != "floating" || d.lastBlock != p.block && (d.lastBlock != p.block-1 || u.first != p.first) {
			return false
		}
		d.rule, d.lemma, d.cue, d.src = "quote-dash", p.low(first), []phrase{cue}, src
	default:
		return false
	}
	return true
}

// signature reports whether the tokens [first, last) are a name, with what
// follows it behind a comma.
func (p *paragraph) signature(first, last int) bool {
	if last <= first || last-first > 16 {
		return false
	}
	words, capitals := 0, 0
	for i := first; i < last && p.low(i) != ","; i++ {
		if p.inside(i) >= 0 || p.finite(i) {
			return false
		}
		if !p.is(i, isMark) {
			words++
			if p.capital(i) {
				capitals++
			}
		}
	}
	return p.capital(first) && words <= 6 && 2*capitals > words
}
