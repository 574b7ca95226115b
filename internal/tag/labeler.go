package tag

import (
	"quotes/internal/model"
	"quotes/pkg/text"
)

// Role is what a word is in a quotation.
type Role uint8

// The roles of words.
const (
	Outside Role = iota
	Source       // names who speaks
	Cue          // reports
	Content      // what was said
)

// Label is what the models say of one token.
type Label struct {
	Role  Role
	First bool       // the first word of its span
	P     [4]float32 // probability of each role, by Role
	POS   uint8      // index of POSNames
	Rel   uint8      // index of ActionNames: how the word hangs on its governor
	Head  int32      // token of the document that governs, -1: none
}

// LabelSpan is a run of tokens [First, Last) with one role.
type LabelSpan struct {
	Role        Role
	First, Last int
	// P is the probability that exactly these tokens are such a span.
	P float32
}

// Labels is what a [Labeler] finds in one document: Words holds one label a
// token, Spans the spans that are worth giving out, in order and apart from
// each other, Likely all of some probability (see [model.Likely]), by their
// last word, which may overlap. All are the labeler's own, good until its next
// use.
type Labels struct {
	Words  []Label
	Spans  []LabelSpan
	Likely []LabelSpan
}

// Labeler finds sources, cues and contents in documents: evidence for the
// rules, or quotations by itself. Two models run one after the other; the
// second sees what the first one says of the words around. It works paragraph
// by paragraph, and a paragraph knows how the one before it ended.
//
// The probabilities are the second model's own and come close to the share of
// spans that are right (the table stands in internal/model/data/labels.md). A
// role's probabilities over the words of a stretch may be added up to weigh one
// reading against another. One goroutine may use a Labeler at a time; nothing is
// allocated once its buffers have grown.
type Labeler struct {
	models Models
	pieces []piece
	labels []uint8
	spans  []model.Span
	feats  []uint32 // features of the first stage
	ends   []int    // where each word's end
	last   ending
	out    Labels
}

// piece is a paragraph at work.
type piece struct {
	*Paragraph
	from   int  // its first token
	passed bool // it is not wanted
}

// ending is what a paragraph leaves to the next one.
type ending struct {
	open    bool // it ends inside quotation marks
	summary uint32
}

// pieceWords is about how many words are taken through the models together.
// One model after the other over many words is faster than all models word by
// word, since each fills the processor's cache; more words would push the
// model out again.
const pieceWords = 1500

// maxPieces bounds the paragraphs that wait, wanted or not.
const maxPieces = 256

// maxWords bounds the memory for one paragraph, about a kilobyte a word.
const maxWords = 5000

// NewLabeler gives a labeler with these models; [Embedded] gives the ones of
// the binary. All must be there but the second stage: without it the first
// one's word counts, a third faster and a little less sure.
func NewLabeler(m Models) *Labeler { return &Labeler{models: m} }

// Label labels the tokens of a document.
func (l *Labeler) Label(doc *text.Document) Labels {
	return l.LabelBlocks(doc, nil, func(int) bool { return true })
}

// LabelBlocks labels the tokens of those blocks of a document that are wanted;
// the others cost little, and their tokens keep the zero Label. Hints are what
// rules say of each token, as the models have learnt to read them; nil for
// none.
func (l *Labeler) LabelBlocks(doc *text.Document, hints []uint8, want func(block int) bool) Labels {
	l.out.Words, l.out.Spans, l.out.Likely = resize(l.out.Words, len(doc.Tokens)), l.out.Spans[:0], l.out.Likely[:0]
	l.last = ending{}
	n, words := 0, 0
	known := ByName(l.models.TaggerName())
	for b := range doc.Blocks {
		if l.models.Prose && want(b) {
			doc.TagBlock(known, b, func(int) bool { return true })
		}
		for from, to := doc.BlockTokens(b); from < to; {
			end := cut(doc, from, to)
			p := l.piece(n, from)
			if l.pieces[n].passed = !want(b); l.pieces[n].passed {
				p.fill(doc, from, end, none)
			} else {
				p.fill(doc, from, end, nil)
				p.knownTags(doc, from, known)
				if hints != nil {
					p.SetHints(hints[from:end])
				}
				words += end - from
			}
			n, from = n+1, end
			if words >= pieceWords || n == maxPieces {
				l.work(l.pieces[:n])
				n, words = 0, 0
			}
		}
	}
	l.work(l.pieces[:n])
	return l.out
}

// none wants no sentence.
var none = []bool{}

// cut is where a paragraph of the tokens [from, to) is cut: nowhere, unless it
// is longer than maxWords; then before the sentence that runs over.
func cut(doc *text.Document, from, to int) int {
	if to-from <= maxWords {
		return to
	}
	end := from + maxWords
	if first := doc.Sentences[doc.SentenceAt(doc.Tokens[end].Start)].First; first > from {
		return first
	}
	return end
}

// piece gives the n-th paragraph to fill. They share one lattice and parsers.
func (l *Labeler) piece(n, from int) *Paragraph {
	if n == len(l.pieces) {
		p := NewParagraph(l.models.Words)
		if n > 0 {
			p.lattice, p.parsers = l.pieces[0].lattice, l.pieces[0].parsers
		}
		l.pieces = append(l.pieces, piece{Paragraph: p})
	}
	l.pieces[n].from = from
	return l.pieces[n].Paragraph
}

// work runs one model after the other over some paragraphs.
func (l *Labeler) work(ps []piece) {
	for _, p := range ps {
		if !p.passed {
			p.Annotate(Models{POS: l.models.POS})
		}
	}
	l.parse(ps)
	l.feats, l.ends = l.feats[:0], l.ends[:0]
	for _, p := range ps {
		if p.passed {
			l.last = ending{p.LeavesOpen(), p.Summary(nil)}
			continue
		}
		p.PrepareLabels(l.last.open)
		l.firstStage(p.Paragraph)
		l.last = ending{p.LeavesOpen(), p.Summary(l.labels)}
		if l.models.Second == nil {
			l.write(p)
		}
	}
	word := 0
	for _, p := range ps {
		if !p.passed && l.models.Second != nil {
			word = l.secondStage(p.Paragraph, word)
			l.write(p)
		}
	}
}

// parse finds the governors of the words of some paragraphs.
func (l *Labeler) parse(ps []piece) {
	if len(ps) == 0 {
		return
	}
	k, s := 0, 0
	ps[0].parsers.run(l.models.Parser, func() (*Paragraph, int) {
		for ; k < len(ps); k, s = k+1, 0 {
			if p := ps[k]; !p.passed && s < p.Sentences() {
				s++
				return p.Paragraph, s - 1
			}
		}
		return nil, 0
	})
}

// firstStage labels the words with the first model and keeps the features,
// which the second model reads too.
func (l *Labeler) firstStage(p *Paragraph) {
	m := l.models.First
	scores := p.lattice.Reset(m, p.Len())
	if l.models.Second == nil {
		l.feats, l.ends = l.feats[:0], l.ends[:0]
	}
	last, n := 0, p.Len()
	for i := 0; i <= n; i++ { // the features are found one word ahead
		at := len(l.feats)
		if i < n {
			l.feats = p.LabelFeatures(l.feats, i)
			l.ends = append(l.ends, len(l.feats))
			m.Fetch(l.feats[at+nearBefore*min(i, 1):])
		}
		if i > 0 {
			m.Scores(l.feats[last:at], scores[(i-1)*m.Len():][:m.Len()])
		}
		last = at
	}
	marginals := l.decode(p, FirstLeast)
	if l.models.Second != nil {
		p.SetFirst(l.labels, marginals, l.last.summary)
	}
}

// secondStage labels the words with the second model; word is the first of
// them among those whose features are kept, and the one after is the result.
func (l *Labeler) secondStage(p *Paragraph, word int) int {
	m := l.models.Second
	scores := p.lattice.Reset(m, p.Len())
	from := 0
	if word > 0 {
		from = l.ends[word-1]
	}
	for i := range p.words {
		p.feats = append(p.feats[:0], l.feats[from:l.ends[word+i]]...)
		p.feats = p.SecondFeatures(p.feats, i)
		m.Scores(p.feats, scores[i*m.Len():][:m.Len()])
		from = l.ends[word+i]
	}
	l.decode(p, SecondLeast)
	return word + p.Len()
}

// decode finds the spans and the labels of the words scored last and gives
// the probabilities of all labels.
func (l *Labeler) decode(p *Paragraph, least []float32) []float32 {
	marginals := p.lattice.Marginals()
	l.spans = p.lattice.Spans(least, l.spans[:0])
	l.labels = resize(l.labels, p.Len())
	SpanLabels(l.spans, l.labels)
	return marginals
}

// write puts what was found where the document's tokens have it.
func (l *Labeler) write(p piece) {
	from := p.from
	post := p.lattice.Posterior()
	for i := range p.words {
		row := post[i*len(labelNames):]
		w := Label{
			Role: Role(roleOf(l.labels[i])), First: l.labels[i]%2 == 1,
			P:   [4]float32{row[0], row[1] + row[2], row[3] + row[4], row[5] + row[6]},
			POS: p.pos[i], Rel: p.rel[i], Head: p.head[i],
		}
		if w.Head >= 0 {
			w.Head += int32(from)
		}
		l.out.Words[from+i] = w
	}
	for _, s := range l.spans {
		l.out.Spans = append(l.out.Spans, LabelSpan{Role(s.Role), from + s.From, from + s.To, s.P})
	}
	for _, s := range p.lattice.Candidates() {
		l.out.Likely = append(l.out.Likely, LabelSpan{Role(s.Role), from + s.From, from + s.To, s.P})
	}
}
