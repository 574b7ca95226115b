package train

import (
	"fmt"
	"io"
)

// ratio counts how many of all are right.
type ratio struct{ right, all int }

func (r *ratio) add(ok bool) {
	r.all++
	if ok {
		r.right++
	}
}

func (r ratio) percent() float64 { return 100 * float64(r.right) / float64(max(r.all, 1)) }

// spanF counts spans found, right and wanted.
type spanF struct{ right, found, want int }

func (s spanF) String() string {
	p, r := 100*float64(s.right)/float64(max(s.found, 1)), 100*float64(s.right)/float64(max(s.want, 1))
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f", p, r, s.f1())
}

func (s spanF) f1() float64 { return 200 * float64(s.right) / float64(max(s.found+s.want, 1)) }

// span3 is a labelled stretch: kind, from, to.
type span3 [3]int

// bioSpans gives the stretches of labels that tell the first word of each.
func bioSpans(labels []uint8) []span3 {
	var out []span3
	for i := 0; i < len(labels); {
		l := labels[i]
		if l == 0 {
			i++
			continue
		}
		role := int(l+1) / 2
		j := i + 1
		for j < len(labels) && labels[j] == uint8(2*role) {
			j++
		}
		out = append(out, span3{role, i, j})
		i = j
	}
	return out
}

// count adds one sequence's spans to the counts by kind.
func count(by map[int]*spanF, got, want []span3) {
	in := map[span3]bool{}
	for _, s := range want {
		in[s] = true
		at(by, s[0]).want++
	}
	for _, s := range got {
		f := at(by, s[0])
		f.found++
		if in[s] {
			f.right++
		}
	}
}

func at(by map[int]*spanF, k int) *spanF {
	if by[k] == nil {
		by[k] = &spanF{}
	}
	return by[k]
}

// posAgreement counts the words whose part of speech is the silver one.
func posAgreement(docs []*Doc) (r ratio) {
	for _, d := range docs {
		for i, pos := range d.pos {
			if pos != none {
				r.add(pos == d.auto.POS[i])
			}
		}
	}
	return r
}

// reportTaggers writes how far the automatic annotation of documents agrees
// with the silver one.
func reportTaggers(w io.Writer, name string, docs []*Doc) {
	var head, labelled ratio
	pos := posAgreement(docs)
	for _, d := range docs {
		for _, b := range blocks([]*Doc{d}) {
			for i := b.first; i < b.last; i++ {
				if d.head[i] == -2 {
					continue
				}
				h := d.auto.Head[i]
				if h >= 0 {
					h += int32(b.first)
				}
				head.add(h == d.head[i])
				labelled.add(h == d.head[i] && (h < 0 || d.auto.Rel[i] == d.action[i]))
			}
		}
	}
	fmt.Fprintf(w, "%s: POS %.2f of %d, heads %.2f, with relation %.2f\n", name, pos.percent(), pos.all, head.percent(), labelled.percent())
}
