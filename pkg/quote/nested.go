package quote

// nested reads the reports inside somebody's quoted words: where those quote
// in their turn, in inner marks, the inner words are a quote of their own
// (`"She told me, 'Go home,'" Lee said.`).
func (p *paragraph) nested() []*draft {
	var out []*draft
	for _, q := range p.quotations {
		if len(q.nested) == 0 {
			continue
		}
		in := p.insideOf(q)
		for _, u := range in.units {
			cues := in.findCues(u)
			for i := range cues {
				if d := in.innerQuote(u, cues, i); d != nil {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// insideOf is the paragraph as it stands inside quotation q: q's own marks are
// left out, the quotations nested in it are those that count.
func (p *paragraph) insideOf(q quotation) *paragraph {
	first, last := q.first(), q.last(p.last)
	in := &paragraph{doc: p.doc, block: p.block, first: first, last: last, quotations: q.nested}
	in.kinds, in.holds = p.kinds[first-p.first:last-p.first], p.holds
	in.within = make([]int32, last-first)
	for i := range in.within {
		in.within[i] = -1
	}
	for k, n := range q.nested {
		for i := n.open; i < n.end(last); i++ {
			in.within[i-first] = int32(k)
		}
	}
	for _, u := range p.units {
		s := unit{max(u.first, first), min(u.last, last)}
		for i := s.first; i < s.last; i++ {
			if i+1 == s.last || endsClause(in.low(i)) && in.inside(i) < 0 {
				in.units = append(in.units, unit{s.first, i + 1})
				s.first = i + 1
			}
		}
	}
	return in
}

func endsClause(w string) bool { return w == "." || w == "?" || w == "!" }

// innerQuote is the quote of cue i if nothing but inner quotations is its
// content.
func (p *paragraph) innerQuote(u unit, cues []*cue, i int) *draft {
	d := p.quoteOf(u, cues, i)
	if d == nil || d.src.empty() || d.rule != "said-quote" && d.rule != "quote-said" && d.rule != "told-quote" {
		return nil
	}
	var inner []phrase
	for _, f := range d.fragments {
		for _, g := range p.tidy(nil, f) {
			if p.inside(g.first) < 0 || p.inside(g.last-1) != p.inside(g.first) || g.last-g.first < 3 {
				return nil
			}
			inner = append(inner, g)
		}
	}
	d.rule, d.fragments = "nested", inner
	return d
}
