package text

import (
	"slices"
	"sort"
)

// Document is an article split into sentences and tokens. Sentences and
// tokens lie in text order; a sentence never crosses a block.
type Document struct {
	*Article
	Sentences []Sentence
	Tokens    []Token
	low       string         // the text in lower case, each character where it was
	odd       map[int]string // tokens in lower case that are longer or shorter so
	sentences []int32        // of each token
	starts    []int          // the first sentence of each block, and the end of all
	ends      []int          // a buffer: the ends of a block's sentences

	// Kept is what a tagger keeps of the words for who reads them next, and
	// nobody else's. A document only carries it.
	Kept any
}

// Sentence is a run of tokens [First, Last) of one block.
type Sentence struct {
	Span
	Block       int
	First, Last int
	tagger      Tagger // that gave the tags, nil: none yet
}

// Token is a word, number, punctuation mark or symbol. Tag is its Penn
// Treebank part of speech, "" until its sentence has been tagged.
type Token struct {
	Span
	Tag string
}

// NewDocument splits an article's blocks into sentences and tokens.
func NewDocument(a *Article) *Document {
	d := &Document{}
	d.Reset(a)
	return d
}

// Reset makes d the document of an article, in the room of the one that it was,
// of whose sentences and tokens nothing may be used any more.
func (d *Document) Reset(a *Article) {
	size := 0
	for _, b := range a.Blocks {
		size += b.Span.Len()
	}
	d.Article, d.odd, d.Kept = a, nil, nil
	d.Tokens, d.Sentences = slices.Grow(d.Tokens[:0], 2*size/9+8), slices.Grow(d.Sentences[:0], size/100+8)
	d.starts = append(d.starts[:0], 0)
	low, same := lowered(a.Text)
	d.low = low
	for b := range a.Blocks {
		d.splitBlock(b)
		d.starts = append(d.starts, len(d.Sentences))
	}
	d.numberTokens()
	if !same {
		d.lowerOdd()
	}
}

// splitBlock appends the tokens and the sentences of one block.
func (d *Document) splitBlock(b int) {
	first := len(d.Tokens)
	d.Tokens = appendTokens(d.Tokens, d.Text, d.low, d.Blocks[b].Span)
	toks := d.Tokens[first:]
	from := 0
	d.ends = appendEnds(d.ends[:0], d.Text, d.low, toks)
	for _, end := range d.ends {
		d.Sentences = append(d.Sentences, Sentence{
			Span:  Span{toks[from].Start, toks[end-1].End},
			Block: b, First: first + from, Last: first + end,
		})
		from = end
	}
}

// numberTokens notes the sentence of each token.
func (d *Document) numberTokens() {
	d.sentences = slices.Grow(d.sentences[:0], len(d.Tokens))[:len(d.Tokens)]
	for i, s := range d.Sentences {
		for k := s.First; k < s.Last; k++ {
			d.sentences[k] = int32(i)
		}
	}
}

// Word is the text of token i.
func (d *Document) Word(i int) string { return d.Tokens[i].In(d.Text) }

// Lower is token i in lower case.
func (d *Document) Lower(i int) string {
	if d.odd != nil {
		return d.lowOf(i)
	}
	return d.Tokens[i].In(d.low)
}

// Words gives the text of the tokens [first, last).
func (d *Document) Words(first, last int) []string {
	out := make([]string, last-first)
	for i := range out {
		out[i] = d.Word(first + i)
	}
	return out
}

// SentenceOf is the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int { return int(d.sentences[i]) }

// SentenceAt is the index of the sentence that holds the byte offset, or of
// the last one that starts before it; -1 if none does.
func (d *Document) SentenceAt(offset int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > offset }) - 1
}

// TokenAt is the index of the first token that ends after the byte offset;
// len(d.Tokens) if none does.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

// BlockTokens is the range [first, last) of the tokens of block b.
func (d *Document) BlockTokens(b int) (first, last int) {
	return d.firstToken(d.starts[b]), d.firstToken(d.starts[b+1])
}

// firstToken is the first token of sentence i, or the end of all tokens.
func (d *Document) firstToken(i int) int {
	if i == len(d.Sentences) {
		return len(d.Tokens)
	}
	return d.Sentences[i].First
}

// BlockSentences is the range [first, last) of the sentences of block b.
func (d *Document) BlockSentences(b int) (first, last int) { return d.starts[b], d.starts[b+1] }

// Tagger gives each word of one sentence its Penn Treebank part of speech.
// It returns one tag a word, and is safe for concurrent use.
type Tagger interface {
	Tag(words []string) []string
}

// BlockTagger is a Tagger that sees a sentence better where it stands: its
// spaces, and the quotation marks before it. TagBlock fills in the tags of the
// sentences that are wanted among sentences [first, last), which are a block's.
type BlockTagger interface {
	Tagger
	TagBlock(doc *Document, first, last int, want func(sentence int) bool)
}

// TagSentence fills in the tags of sentence i, once.
func (d *Document) TagSentence(t Tagger, i int) {
	s := &d.Sentences[i]
	if s.tagger != nil {
		return
	}
	s.tagger = t
	for k, tag := range t.Tag(d.Words(s.First, s.Last)) {
		d.Tokens[s.First+k].Tag = tag
	}
}

// TagBlock fills in the tags of those sentences of block b that are wanted,
// once.
func (d *Document) TagBlock(t Tagger, b int, want func(sentence int) bool) {
	first, last := d.BlockSentences(b)
	whole, ok := t.(BlockTagger)
	if !ok {
		for i := first; i < last; i++ {
			if d.Sentences[i].tagger == nil && want(i) {
				d.TagSentence(t, i)
			}
		}
		return
	}
	untagged := func(i int) bool {
		s := &d.Sentences[i]
		if s.tagger != nil || !want(i) {
			return false
		}
		s.tagger = t
		return true
	}
	for first < last {
		end := d.piece(first, last)
		whole.TagBlock(d, first, end, untagged)
		first = end
	}
}

// maxPiece bounds the words that a tagger is given at a time, as if they were
// a block: no article has so long a one, and taggers keep much of each word.
const maxPiece = 5000

// piece is the end of the sentences from first on that have maxPiece words
// together at most, or of the first.
func (d *Document) piece(first, last int) int {
	end := first + 1
	for end < last && d.Sentences[end].Last-d.Sentences[first].First <= maxPiece {
		end++
	}
	return end
}

// TaggedBy reports whether sentence i has its tags from t.
func (d *Document) TaggedBy(t Tagger, i int) bool { return d.Sentences[i].tagger == t }
