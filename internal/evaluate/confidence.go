package evaluate

import "math"

// Reliability says whether the confidence of records can be believed: of those
// at 0.9, nine in ten should be right. A record is right where its content is
// found and its mention, if it has one, covers the annotated source.
type Reliability struct {
	Bins []bin `json:"bins"`
	// Error is how far mean confidence and share right are apart, over all
	// bins, weighted by their records.
	Error float64 `json:"error"`
}

// bin holds the records with a confidence of From or more and less than To.
type bin struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Found int     `json:"found"`
	Mean  float64 `json:"mean"`  // confidence
	Right float64 `json:"right"` // share
}

// bins is how many bins there are.
const bins = 10

// reliability counts records by their confidence.
type reliability [bins]struct {
	found, right int
	sum          float64
}

// add counts the records of a document.
func (r *reliability) add(p *pairing) {
	for j, f := range p.found {
		if f.confidence == nil {
			continue
		}
		b := &r[min(max(int(*f.confidence*bins), 0), bins-1)]
		b.found++
		b.sum += *f.confidence
		b.right += one(p.whole(j) && (len(f.source) == 0 || rightSource(p.gold[p.nearest[j]], f)))
	}
}

// table gives the bins that have records, nil if none has.
func (r *reliability) table() *Reliability {
	t := &Reliability{}
	all, apart := 0, 0.0
	for i, b := range r {
		if b.found == 0 {
			continue
		}
		n := float64(b.found)
		mean, right := b.sum/n, float64(b.right)/n
		t.Bins = append(t.Bins, bin{float64(i) / bins, float64(i+1) / bins, b.found, thousandth(mean), thousandth(right)})
		all += b.found
		apart += float64(n * math.Abs(mean-right))
	}
	if all == 0 {
		return nil
	}
	t.Error = thousandth(apart / float64(all))
	return t
}

func thousandth(x float64) float64 { return math.Round(1000*x) / 1000 }
