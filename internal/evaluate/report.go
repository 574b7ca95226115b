package evaluate

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
)

// Options are the choices of a comparison.
type Options struct {
	Errors int    // how many mistakes to list
	Tier   string // of this tier; "": quoted
}

// Report is what a comparison found.
type Report struct {
	Documents int `json:"documents"`
	// Figures of each tier.
	Quoted   Figures `json:"quoted"`
	Speech   Figures `json:"speech"`
	All      Figures `json:"all"`
	Direct   Figures `json:"direct"`
	Mixed    Figures `json:"mixed"`
	Indirect Figures `json:"indirect"`
	// Exact match on tokenised sentences, where asked for.
	CofeNet *CofeNet `json:"cofenet,omitempty"`
	// Whether the records' confidence can be believed, where they have one.
	Confidence *Reliability `json:"confidence,omitempty"`
	// Documents that one of the sets does not have.
	OnlyGold  []string `json:"only_gold,omitempty"`
	OnlyFound []string `json:"only_found,omitempty"`
	// Documents with a record whose words are not those at its spans.
	Misplaced []string  `json:"misplaced,omitempty"`
	Errors    []Mistake `json:"errors,omitempty"`
}

// Figures are the figures of one tier, in percent.
type Figures struct {
	Gold  int `json:"gold"`
	Found int `json:"found"`
	// Contents with an overlap of 0.8; of 0.3; with the same first and last
	// letter; letter by letter.
	Content   Score `json:"content"`
	Content30 Score `json:"content30"`
	Exact     Score `json:"exact"`
	Chars     Score `json:"chars"`
	// Of the contents found: those with the right source, and those rightly
	// without one. Nil: there is none to measure.
	Speaker  *float64 `json:"speaker"`
	NoSource *float64 `json:"no_source"`
	// Content and source right.
	E2E Score `json:"e2e"`
}

// Score is precision, recall and their harmonic mean, in percent. Interval is
// where F1 lies in 95 of 100 samples of the documents, nil where that is not
// worked out.
type Score struct {
	P        float64     `json:"p"`
	R        float64     `json:"r"`
	F1       float64     `json:"f1"`
	Interval *[2]float64 `json:"f1_95,omitempty"`
}

// Compare measures what was found against the annotation. Documents that only
// the annotation has count as documents in which nothing was found. Those that
// it does not have are left out, unless it was read from records: then they are
// documents without quotations.
func Compare(gold, found *Set, o Options) *Report {
	r := &Report{}
	list := make([][]counts, len(tiers))
	name := cmp.Or(o.Tier, tiers[0].name)
	var confidence reliability
	for p := range r.pairs(gold, found) {
		r.Documents++
		confidence.add(p)
		for k, t := range tiers {
			list[k] = append(list[k], p.count(t))
			if left := o.Errors - len(r.Errors); t.name == name && left > 0 {
				m := p.mistakes(t)
				r.Errors = append(r.Errors, m[:min(left, len(m))]...)
			}
		}
	}
	r.Confidence = confidence.table()
	k := 0
	for _, f := range r.Tiers() {
		*f = figures(list[k])
		k++
	}
	return r
}

// pairs yields the documents of two sets, matched.
func (r *Report) pairs(gold, found *Set) iter.Seq[*pairing] {
	return func(yield func(*pairing) bool) {
		for _, d := range gold.documents {
			f := found.byID[d.ID]
			if f == nil {
				r.OnlyGold = append(r.OnlyGold, d.ID)
			}
			if misplaced(d, f) {
				r.Misplaced = append(r.Misplaced, d.ID)
			}
			if !yield(newPairing(d, f)) {
				return
			}
		}
		for _, d := range found.documents {
			if gold.byID[d.ID] != nil {
				continue
			}
			r.OnlyFound = append(r.OnlyFound, d.ID)
			if gold.Records() && !yield(newPairing(nil, d)) {
				return
			}
		}
	}
}

// Tiers yields the name and the figures of each tier.
func (r *Report) Tiers() iter.Seq2[string, *Figures] {
	return func(yield func(string, *Figures) bool) {
		for k, f := range []*Figures{&r.Quoted, &r.Speech, &r.All, &r.Direct, &r.Mixed, &r.Indirect} {
			if !yield(tiers[k].name, f) {
				return
			}
		}
	}
}

// misplaced reports whether the words of a found quotation are not those that
// its spans hold in the annotated text: they count in another unit, or on
// another text.
func misplaced(gold, found *document) bool {
	if found == nil || !gold.known {
		return false
	}
	text := gold.runes()
	return slices.ContainsFunc(found.Quotes, func(q *quotation) bool {
		return q.words.Content != "" && q.words.Content != wordsOf(text, q.Content)
	})
}

// figures works out the figures of a tier from the counts of the documents.
func figures(list []counts) Figures {
	c := sum(list)
	f := Figures{
		Gold: c.gold, Found: c.found,
		Content:   score(c.whole, c.found, c.gold),
		Content30: score(c.part, c.found, c.gold),
		Exact:     score(c.exact, c.found, c.gold),
		Chars:     score(c.letters, c.foundLetters, c.goldLetters),
		Speaker:   share(c.namedOK, c.named),
		NoSource:  share(c.quietOK, c.silent),
		E2E:       score(c.both, c.found, c.gold),
	}
	f.Content.Interval, f.E2E.Interval = intervals(list)
	return f
}

func sum(list []counts) counts {
	var c counts
	for i := range list {
		c.add(&list[i])
	}
	return c
}

// score is the score of so many right ones.
func score(right, found, gold int) Score {
	p, r := ratio(right, found), ratio(right, gold)
	return Score{P: round(100 * p), R: round(100 * r), F1: round(f1(right, found, gold))}
}

// f1 is the harmonic mean of precision and recall, in percent.
func f1(right, found, gold int) float64 {
	p, r := ratio(right, found), ratio(right, gold)
	if p+r == 0 {
		return 0
	}
	return 200 * p * r / (p + r)
}

// ratio is n of all, 0 of none.
func ratio(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// share is n of all in percent, nil of none.
func share(n, all int) *float64 {
	if all == 0 {
		return nil
	}
	x := round(100 * ratio(n, all))
	return &x
}

// round rounds to a tenth.
func round(x float64) float64 {
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'f', 1, 64), 64)
	return x
}
