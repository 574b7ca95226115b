package tag

import (
	"math/rand/v2"
	"testing"
)

// TestTree holds what a tree says of its words to what climbing finds, and that
// a circle of governors does no harm.
func TestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	p := newEmbedded()
	for range 50 {
		words := make([]string, 1+rng.IntN(60))
		for i := range words {
			words[i] = []string{"said", "mayor", "claims", "the"}[rng.IntN(4)]
		}
		p.fillWords(words)
		order := rng.Perm(len(words))
		for k, i := range order {
			p.head[i] = -1
			if k > 0 && rng.IntN(20) > 0 {
				p.head[i] = int32(order[max(k-1-rng.IntN(4), 0)])
			}
			p.pos[i], p.rel[i] = uint8(rng.IntN(20)), uint8(rng.IntN(actionCount))
		}
		p.labels.tree.fill(p)
		checkTree(t, p)
	}
	for i := range p.head {
		p.head[i] = int32((i + 1) % len(p.head))
	}
	p.labels.tree.fill(p)
}

// checkTree climbs from each word.
func checkTree(t *testing.T, p *Paragraph) {
	t.Helper()
	want := make([]treeWord, p.Len())
	for i := range want {
		want[i].cue, want[i].verb = way{-1, -1, -1}, way{-1, -1, -1}
		want[i].lo, want[i].hi = int32(i), int32(i)
	}
	for i := range want {
		if h := p.head[i]; h >= 0 {
			want[h].kids |= 1 << p.rel[i]
		}
		w, last := &want[i], int32(-1)
		for at, h := int32(i), p.head[i]; h >= 0; at, h = h, p.head[h] {
			want[h].lo, want[h].hi = min(want[h].lo, int32(i)), max(want[h].hi, int32(i))
			if w.cue.to < 0 && p.words[h].cue > 0 {
				w.cue = way{h, at, last}
			}
			if w.verb.to < 0 && posNames[p.pos[h]][0] == 'V' {
				w.verb = way{h, at, last}
			}
			last = at
		}
	}
	for i, w := range p.labels.tree.words {
		if w != want[i] {
			t.Fatalf("word %d: %+v, want %+v", i, w, want[i])
		}
	}
}
