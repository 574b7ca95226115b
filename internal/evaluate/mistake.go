package evaluate

// Mistake is one thing that was not found as annotated.
type Mistake struct {
	// Kind is "speaker" for a content with the wrong source, "missed" for an
	// annotated quotation that was not found, "extra" for one that is not
	// annotated.
	Kind  string `json:"kind"`
	DocID string `json:"doc_id"`
	Gold  *Words `json:"gold"`  // nil: not annotated
	Found *Words `json:"found"` // nil: not found
}

// mistakes lists the mistakes of one document in a tier.
func (p *pairing) mistakes(t tier) []Mistake {
	gold, found := p.inTier(t)
	var wrong, missed, extra []Mistake
	for j, f := range p.found {
		i := p.nearest[j]
		switch {
		case p.whole(j) && gold[i]:
			gold[i] = false
			if g := p.gold[i]; !rightSource(g, f) {
				wrong = append(wrong, Mistake{"speaker", p.id, &g.words, &f.words})
			}
		case found[j]:
			extra = append(extra, Mistake{"extra", p.id, nil, &f.words})
		}
	}
	for i, g := range p.gold {
		if gold[i] {
			missed = append(missed, Mistake{"missed", p.id, &g.words, nil})
		}
	}
	return append(append(wrong, missed...), extra...)
}
