package quote

// accordingAt is the first "according to" of the tokens [from, end) outside
// quotations, -1 where there is none.
func (p *paragraph) accordingAt(from, end int) int {
	if p.holds&isAccording == 0 {
		return -1
	}
	for i := from; i+1 < end; i++ {
		if p.is(i, isAccording) && p.low(i+1) == "to" && p.inside(i) < 0 {
			return i
		}
	}
	return -1
}

// according reads `according to Lee, content` and `content, according to Lee`.
func (p *paragraph) according(u unit) []*draft {
	var out []*draft
	for i := p.accordingAt(u.first, u.last); i >= 0 && len(out) < maxCues; i = p.accordingAt(i+2, u.last) {
		last := p.accordingSource(i+2, u.last)
		if last <= i+2 || last == i+3 && p.tag(i+2) == "NN" && !p.speaks(i+2) { // "according to plan"
			continue
		}
		d := &draft{rule: "according-to", lemma: "according to", cue: []phrase{{i, i + 2}}, src: phrase{i + 2, last}, block: p.block, lastBlock: p.block}
		d.fragments = p.accordingContent(u, i, last)
		if len(d.fragments) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// accordingSource is the end of the noun phrase behind "according to".
func (p *paragraph) accordingSource(i, end int) int {
	if p.headline {
		k := i
		for k < end && !p.is(k, isMark) {
			k++
		}
		return k
	}
	last := p.phraseAfter(i, end)
	if simple := p.simpleAfter(i, end); simple < last && p.low(simple) == "," && p.capitalName(simple-1) && (p.tag(simple+1) == "PRP$" || p.capitalName(simple+1) && p.capitalName(simple+2)) {
		last = simple // "according to Lee, her former firm ...", "according to Lee, Dana Poe ..."
	}
	// "according to court papers obtained by X"
	for last < end && (p.tag(last) == "VBN" || p.tag(last) == "VBG" || p.tag(last) == "VBD") && p.low(last-1) != "," {
		k := last + 1
		if t := p.tag(k); t == "IN" || t == "TO" || p.timeWord(k) {
			k++
		}
		next := p.simpleAfter(k, end)
		if next <= k {
			return max(last, k)
		}
		last = next
	}
	return last
}

// accordingContent is the clause that leans on "according to": behind it
// where it opens a sentence, else before it.
func (p *paragraph) accordingContent(u unit, i, last int) []phrase {
	start := p.clauseStart(u, i)
	if p.opens(start, i) {
		if p.comma(phrase{i, last}) == last {
			last = p.behindAside(p.behindTime(last, u.last), u.last)
		} else {
			last = p.behindTime(last, u.last)
		}
		if p.low(last) == "," {
			last++
		}
		return []phrase{{last, p.accordingEnd(last, u.last)}}
	}
	before := phrase{start, i}
	if p.low(last) == "," && last+2 < u.last && p.goesOn(phrase{last + 1, u.last}) && (p.hasFinite(phrase{last + 1, u.last}) && !p.hasFinite(before) || p.unfinished(before)) {
		return []phrase{before, {last + 1, u.last}}
	}
	return []phrase{before}
}

// behindTime passes over a time between a source and the comma behind it:
// "According to a paper published in the Herald | on Monday, ...".
func (p *paragraph) behindTime(from, end int) int {
	for i := from; i < end && i-from < 6; i++ {
		switch t := p.tag(i); {
		case p.low(i) == "," && i > from:
			return i
		case t != "IN" && t != "CD" && t != "JJ" && !p.timeWord(i) && !monthWords.Has(p.low(i)):
			return from
		}
	}
	return from
}

// behindAside passes over what a participle or a relative clause between commas
// says of a source: "According to the study, published in Nature, | ...".
func (p *paragraph) behindAside(from, end int) int {
	if t := p.tag(from + 1); p.low(from) != "," || t != "VBN" && t != "WDT" && t != "WP" {
		return from
	}
	for i := from + 2; i < end && i-from < maxPhrase && p.inside(i) < 0; i++ {
		if p.low(i) == "," {
			return i
		}
	}
	return from
}

// unfinished reports whether a clause stops behind its auxiliary: "He had,
// according to Lee, closed the road".
func (p *paragraph) unfinished(before phrase) bool {
	k := before.last - 1
	for k > before.first && p.low(k) == "," {
		k--
	}
	return p.inside(k) < 0 && (auxiliary.Has(p.low(k)) && p.tag(k) != "POS" || p.tag(k) == "MD")
}

// opens reports whether nothing but a conjunction stands before token i.
func (p *paragraph) opens(start, i int) bool {
	for k := start; k < i; k++ {
		if p.inside(k) >= 0 || p.tag(k) != "CC" && p.tag(k) != "RB" && !p.is(k, isMark) {
			return false
		}
	}
	return true
}

func (p *paragraph) accordingEnd(from, end int) int {
	if k := p.accordingAt(from, end); k > from {
		return k
	}
	return end
}

// clauseStart is where the clause before token i starts: the unit's start, or
// behind a semicolon or an earlier "according to".
func (p *paragraph) clauseStart(u unit, i int) int {
	for k := i - 1; k > u.first; k-- {
		if p.inside(k) < 0 && p.low(k) == ";" {
			return k + 1
		}
	}
	return u.first
}
