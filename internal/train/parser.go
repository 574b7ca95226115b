package train

import (
	"math/rand/v2"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// explore is how often the parser, past its first epoch, goes on from its own
// mistake instead of the best action.
const explore = 0.9

// trainParser trains the arc-hybrid parser with a dynamic oracle (Goldberg and
// Nivre 2013): in each state every action that loses no arc is right.
func trainParser(docs []*Doc, words *model.WordClasses, c taggerConfig) (*model.Linear, error) {
	t := parserTrainer{
		pc:     newPerceptron(tag.ActionNames(), c.bits),
		p:      tag.NewParagraph(words),
		scores: make([]int32, len(tag.ActionNames())),
		rng:    rand.New(rand.NewPCG(c.seed, 3)),
	}
	shuffled(blocks(docs), c.epochs, c.seed, func(epoch int, b block) {
		t.p.Fill(b.doc.Document, b.b)
		t.p.Load(b.doc.annotation(b))
		t.gold(b)
		for s := range t.p.Sentences() {
			t.sentence(s, epoch)
		}
	})
	return t.pc.build()
}

type parserTrainer struct {
	pc     *perceptron
	p      *tag.Paragraph
	parse  tag.Parse
	rng    *rand.Rand
	scores []int32
	feats  []uint32
	head   []int32 // right governors, -1 root, -2 unknown
	action []uint8
}

// gold reads the right governors of a paragraph.
func (t *parserTrainer) gold(b block) {
	t.head = t.head[:0]
	for _, h := range b.doc.head[b.first:b.last] {
		if h >= 0 {
			h -= int32(b.first)
		}
		t.head = append(t.head, h)
	}
	t.action = b.doc.action[b.first:b.last]
}

func (t *parserTrainer) sentence(s, epoch int) {
	for t.parse.Start(t.p, s); !t.parse.Done(); {
		t.feats = t.parse.Features(t.feats[:0])
		t.pc.scores(t.feats, t.scores)
		got := t.parse.Best(t.scores)
		want, sure := t.oracle(got)
		if sure && want != got {
			t.pc.update(t.feats, want, got)
		}
		t.pc.step++
		if !sure || epoch > 0 && t.rng.Float64() < explore {
			t.parse.Act(got)
		} else {
			t.parse.Act(want)
		}
	}
}

// oracle gives the action of the highest score among those that lose no arc,
// got itself if it is one; sure is false where all or none are right.
func (t *parserTrainer) oracle(got uint8) (want uint8, sure bool) {
	stack, next, to := t.parse.Stack()
	shifts, lefts, rights := t.parse.Allowed()
	best := int32(model.Forbidden)
	try := func(a uint8) {
		if s := t.scores[a]; !sure || s > best {
			want, best, sure = a, s, true
		}
	}
	if shifts && t.shiftCost(stack, next) == 0 {
		try(0)
	}
	if len(stack) == 0 {
		return want, sure
	}
	top := stack[len(stack)-1]
	if lefts && t.leftCost(stack, next, to) == 0 {
		t.arcs(top, next, true, try)
	}
	if rights && t.rightCost(stack, next, to) == 0 {
		t.arcs(top, stack[len(stack)-2], false, try)
	}
	return want, sure
}

// arcs tries the actions that hang word top on head: the one of the right
// relation if the arc is right, else every one of its direction.
func (t *parserTrainer) arcs(top, head int32, left bool, try func(uint8)) {
	if t.head[top] == head {
		try(t.action[top])
		return
	}
	from, to := tag.Lefts()
	if !left {
		from, to = tag.Rights()
	}
	for a := from; a < to; a++ {
		try(a)
	}
}

// shiftCost counts the arcs lost by a shift: those between the next word and
// the words on the stack, but for the one from the top to it.
func (t *parserTrainer) shiftCost(stack []int32, next int32) int {
	cost := 0
	for k, i := range stack {
		if t.head[i] == next || t.head[next] == i && k < len(stack)-1 {
			cost++
		}
	}
	return cost
}

// leftCost counts the arcs lost by hanging the top on the next word.
func (t *parserTrainer) leftCost(stack []int32, next, to int32) int {
	top := stack[len(stack)-1]
	cost := t.childrenAhead(top, next, to)
	if h := t.head[top]; h == -1 || h > next || len(stack) > 1 && h >= 0 && h == stack[len(stack)-2] {
		cost++
	}
	return cost
}

// rightCost counts the arcs lost by hanging the top on the word below it.
func (t *parserTrainer) rightCost(stack []int32, next, to int32) int {
	top := stack[len(stack)-1]
	cost := t.childrenAhead(top, next, to)
	if h := t.head[top]; h == -1 || h >= next {
		cost++
	}
	return cost
}

// childrenAhead counts the words still to be read that hang on word i.
func (t *parserTrainer) childrenAhead(i, next, to int32) int {
	n := 0
	for k := next; k < to; k++ {
		if t.head[k] == i {
			n++
		}
	}
	return n
}
