package tag

import (
	"quotes/internal/model"
	"quotes/pkg/text"
)

// Paragraph holds the words of one paragraph, what the taggers found out about
// them, and the buffers they work in. It is filled again for each paragraph;
// one goroutine may use it at a time.
type Paragraph struct {
	words  []word
	room   []word // for the words, where no document keeps them
	starts []int  // first word of each sentence; one more at the end: len(words)
	line   []uint8
	sent   []int32 // sentence of each word

	tagged []bool // sentences whose parts of speech were known before
	wanted []bool // sentences that are to be tagged

	pos  []uint8 // labels of the tagger's model
	head []int32 // word that governs each word, -1: the root
	rel  []uint8 // label of the parser's model that says how

	reader  reader
	feats   []uint32
	ahead   []uint32 // features of a word to come
	lattice *model.Lattice
	parsers *parsers
	nodes   []node
	quotes  quoteState
	labels  labelContext
	stage   firstStage
	hints   []uint8 // what rules say of each word, see SetHints
}

// How the words of a sentence are written.
const (
	lineText  uint8 = iota
	lineTitle       // Most Words Have a Capital
	lineUpper       // NO WORD HAS A SMALL LETTER
)

// Fill reads the words of block b of a document.
func (p *Paragraph) Fill(doc *text.Document, b int) {
	first, last := doc.BlockTokens(b)
	p.fill(doc, first, last, nil)
	p.knownTags(doc, first, Linear())
}

// TakeTags gives the words of block b the tags that a tagger gave the document.
func (p *Paragraph) TakeTags(doc *text.Document, b int, by text.Tagger) {
	first, _ := doc.BlockTokens(b)
	p.knownTags(doc, first, by)
}

// fill reads the tokens [first, last) of a document as a paragraph. Of the
// sentences that are not wanted it reads the quotation marks alone, enough for
// the others and for [Paragraph.LeavesOpen]; a nil list wants all.
func (p *Paragraph) fill(doc *text.Document, first, last int, wanted []bool) {
	p.clear()
	kept := keptOf(doc, p.reader.words)
	if kept != nil {
		p.words = kept.words[first:first:last] // read where they are kept
	}
	for i := first; i < last; {
		p.startSentence()
		s, n := doc.SentenceOf(i), len(p.starts)-1
		end := min(doc.Sentences[s].Last, last)
		whole := wanted == nil || n < len(wanted) && wanted[n]
		if kept.has(s) {
			p.takeOver(end - i)
		} else {
			for k := i; k < end; k++ {
				p.add(doc.Word(k), whole)
			}
			if kept != nil {
				kept.whole[s] = whole
			}
		}
		i = end
	}
	for i := first + 1; i < last; i++ {
		if doc.Tokens[i-1].End == doc.Tokens[i].Start {
			p.words[i-first].glue |= 1
			p.words[i-first-1].glue |= 2
		}
	}
	if kept == nil {
		p.room = p.words
	}
	p.finish()
}

// knownTags takes over the tags that a tagger gave before; first is the
// paragraph's first token.
func (p *Paragraph) knownTags(doc *text.Document, first int, by text.Tagger) {
	if len(p.words) == 0 {
		return
	}
	at := doc.SentenceAt(doc.Tokens[first].Start)
	for s := range p.Sentences() {
		if at < 0 || !doc.TaggedBy(by, at+s) {
			continue
		}
		p.tagged[s] = true
		for i := p.starts[s]; i < p.starts[s+1]; i++ {
			p.pos[i] = knownPOS(doc.Tokens[first+i].Tag)
		}
	}
}

// fillWords reads the words of one sentence.
func (p *Paragraph) fillWords(words []string) {
	p.clear()
	p.startSentence()
	for _, w := range words {
		p.add(w, true)
	}
	p.room = p.words
	p.finish()
}

// Len is the number of words.
func (p *Paragraph) Len() int { return len(p.words) }

func (p *Paragraph) clear() {
	p.reader.known = wordsOf(p.reader.words)
	p.words, p.starts, p.line, p.sent = p.room[:0], p.starts[:0], p.line[:0], p.sent[:0]
	p.hints = p.hints[:0]
}

func (p *Paragraph) startSentence() { p.starts = append(p.starts, len(p.words)) }

// takeOver adds the next n words, which are kept.
func (p *Paragraph) takeOver(n int) {
	p.words = p.words[:len(p.words)+n]
	for range n {
		p.sent = append(p.sent, int32(len(p.starts)-1))
	}
}

// add reads a word, as a whole or no more of it than tells how quotation marks
// pair.
func (p *Paragraph) add(s string, whole bool) {
	n := len(p.words)
	if n < cap(p.words) {
		p.words = p.words[:n+1]
	} else {
		p.words = append(p.words, word{})
	}
	w := &p.words[n]
	switch {
	case whole || n > 0 && p.words[n-1].mark == markOne: // its kind counts
		p.reader.read(w, s)
	case startsWord(s):
		*w = word{}
	default:
		*w = word{mark: markOf(s)}
	}
	p.sent = append(p.sent, int32(len(p.starts)-1))
}

func (p *Paragraph) finish() {
	spareWords.Put(p.reader.known)
	p.reader.known = nil
	if len(p.starts) == 0 {
		p.starts = append(p.starts, 0)
	}
	p.starts = append(p.starts, len(p.words))
	for s := range len(p.starts) - 1 {
		p.line = append(p.line, lineOf(p.words[p.starts[s]:p.starts[s+1]]))
	}
	n := len(p.words)
	p.pos, p.rel = resize(p.pos, n), resize(p.rel, n)
	p.head, p.tagged = resize(p.head, n), resize(p.tagged, p.Sentences())
	p.nodes = room(p.nodes, n)
	p.quotes.fill(p.words)
}

// resize gives a zeroed slice of n elements, s itself if it is large enough.
func resize[T any](s []T, n int) []T {
	s = room(s, n)
	clear(s)
	return s
}

// room is resize for who writes every element: what stood there stays.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// lineOf tells headlines from running text by the share of words with a
// capital, short words and the first aside.
func lineOf(words []word) uint8 {
	capital, upper, letters := 0, 0, 0
	for i := range words {
		switch words[i].kind {
		case kindUpper:
			upper++
			capital++
			letters++
		case kindTitle, kindMixed:
			capital++
			letters++
		case kindLower:
			letters++
		}
	}
	switch {
	case letters >= 3 && upper == letters:
		return lineUpper
	case letters >= 3 && capital*10 >= letters*6:
		return lineTitle
	}
	return lineText
}

// at is word i of sentence [from, to), or the border beyond it.
func (p *Paragraph) at(i, from, to int) *word {
	switch {
	case i < from:
		return &before
	case i >= to:
		return &after
	}
	return &p.words[i]
}

// before and after stand for the words outside a sentence.
var (
	before = borderWord("<s>")
	after  = borderWord("</s>")
)

func borderWord(s string) word {
	h := model.Hash(s)
	return word{lower: h, form: h, shape: h, suf: [4]uint32{h, h, h, h}, kind: kindMark}
}

// Sentences is the number of sentences.
func (p *Paragraph) Sentences() int { return len(p.starts) - 1 }
