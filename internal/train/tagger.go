package train

import (
	"math/rand/v2"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// block is a paragraph of a document: its number and its tokens.
type block struct {
	doc         *Doc
	b           int
	first, last int
}

// blocks lists the paragraphs of documents.
func blocks(docs []*Doc) []block {
	var out []block
	for _, d := range docs {
		for b := range d.Blocks {
			first, last := d.BlockTokens(b)
			if first < last {
				out = append(out, block{d, b, first, last})
			}
		}
	}
	return out
}

// shuffled calls f with every paragraph, in another order each epoch.
func shuffled(bs []block, epochs int, seed uint64, f func(epoch int, b block)) {
	rng := rand.New(rand.NewPCG(seed, 2))
	order := append([]block(nil), bs...)
	for e := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, b := range order {
			f(e, b)
		}
	}
}

// taggerConfig holds the choices for one of the taggers.
type taggerConfig struct {
	bits   uint
	epochs int
	seed   uint64
}

// trainPOS trains the part-of-speech tagger on its own mistakes: it tags from
// left to right and sees the tags it gave.
func trainPOS(docs []*Doc, words *model.WordClasses, c taggerConfig) (*model.Linear, error) {
	labels := tag.POSNames()
	pc := newPerceptron(labels, c.bits)
	p := tag.NewParagraph(words)
	scores := make([]int32, len(labels))
	var feats []uint32
	shuffled(blocks(docs), c.epochs, c.seed, func(_ int, b block) {
		p.Fill(b.doc.Document, b.b)
		for i := range p.Len() {
			if p.FixedPOS(i) {
				continue
			}
			feats = p.POSHistory(p.POSFeatures(feats[:0], i), i)
			pc.scores(feats, scores)
			got := uint8(model.Argmax(scores))
			p.SetPOS(i, got)
			if want := b.doc.pos[b.first+i]; int(want) < len(labels) {
				pc.update(feats, want, got)
				pc.step++
			}
		}
	})
	return pc.build()
}

// annotation gives the automatic annotation of a paragraph's tokens.
func (d *Doc) annotation(b block) tag.Annotation {
	a := tag.Annotation{POS: d.auto.POS[b.first:b.last], Rel: d.auto.Rel[b.first:b.last]}
	a.Head = make([]int32, b.last-b.first)
	for i := range a.Head {
		a.Head[i] = d.auto.Head[b.first+i]
	}
	return a
}

// annotate runs the models over documents and keeps what they find. Models
// that are nil leave what stands.
func annotate(docs []*Doc, words *model.WordClasses, m tag.Models) {
	p := tag.NewParagraph(words)
	for _, b := range blocks(docs) {
		d := b.doc
		if d.auto.POS == nil {
			n := len(d.Tokens)
			d.auto = tag.Annotation{POS: make([]uint8, n), Head: make([]int32, n), Rel: make([]uint8, n)}
		}
		p.Fill(d.Document, b.b)
		p.Load(d.annotation(b))
		if m.Prose {
			d.TagBlock(tag.Prose(), b.b, func(int) bool { return true })
			p.TakeTags(d.Document, b.b, tag.Prose())
		}
		p.Annotate(m)
		a := p.Annotation()
		copy(d.auto.POS[b.first:], a.POS)
		copy(d.auto.Head[b.first:], a.Head)
		copy(d.auto.Rel[b.first:], a.Rel)
	}
}
