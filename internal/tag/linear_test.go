package tag

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"quotes/internal/model"
	"quotes/pkg/text"
)

func TestLinear(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"", ""},
		{"The report was late in the week .", "DT NN VBD JJ IN DT NN ."},
		{"“ We left , ” she said .", "`` PRP VBD , '' PRP VBD ."},
		{`" We left , " she said .`, "`` PRP VBD , '' PRP VBD ."},
		{"They did n't see $ 5 ( yet ) .", "PRP VBD RB VB $ CD -LRB- RB -RRB- ."},
		{"the nurses ’ union", "DT NNS POS NN"},
		{"Mayor Oda Brekke said the town ’s reports are wrong .", "NNP NNP NNP VBD DT NN POS NNS VBP JJ ."},
		{"He reports that the reports are wrong .", "PRP VBZ IN DT NNS VBP JJ ."},
	} {
		got := strings.Join(Linear().Tag(strings.Fields(c.words)), " ")
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, got, c.want)
		}
	}
}

func document(s string) *text.Document {
	a := &text.Article{Text: s}
	at := 0
	for line := range strings.Lines(s) {
		if n := len(strings.TrimRight(line, "\n")); n > 0 {
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: at, End: at + n}})
		}
		at += len(line)
	}
	return text.NewDocument(a)
}

const sample = `Harbour Workers Vote To Strike In Tarnby
Mayor Oda Brekke told the council in Tarnby on Friday that “the harbour will not wait.” Her deputy, Nils Quist, disagreed.
"We have no plan," Mr. Quist said, adding that the council's own report had called the pier 'unsafe'.`

// The taggers give every word a part of speech they know, and governors that
// make a tree: no word outside its sentence, no circle.
func TestAnnotateInvariants(t *testing.T) {
	p := newEmbedded()
	for _, s := range []string{sample, "", "”", `" " "`, "— — —", strings.Repeat("so he said ", 400), noise(3000)} {
		doc := document(s)
		for b := range doc.Blocks {
			p.Fill(doc, b)
			p.Annotate(Embedded())
			checkAnnotation(t, p)
		}
	}
}

func newEmbedded() *Paragraph { return paragraphs.New().(*Paragraph) }

// noise is text of random words and marks, the same every time.
func noise(n int) string {
	rng := rand.New(rand.NewPCG(5, 5))
	bits := strings.Fields("the said Lee ” “ \" ' ‘ ’ , . ? -- 12 U.S. it's a claims that ( ) … é 中 @x #y :")
	var b strings.Builder
	for range n {
		b.WriteString(bits[rng.IntN(len(bits))] + " ")
	}
	return strings.TrimSpace(b.String())
}

func checkAnnotation(t *testing.T, p *Paragraph) {
	t.Helper()
	a := p.Annotation()
	for s := range p.Sentences() {
		from, to := p.starts[s], p.starts[s+1]
		roots := 0
		for i := from; i < to; i++ {
			if int(a.POS[i]) >= len(posNames) || int(a.Rel[i]) >= len(actionNames) {
				t.Fatalf("word %d has labels %d %d", i, a.POS[i], a.Rel[i])
			}
			h, steps := int32(i), 0
			for a.Head[h] >= 0 && steps <= to-from {
				h = a.Head[h]
				steps++
				if int(h) < from || int(h) >= to {
					t.Fatalf("word %d of [%d,%d) hangs on word %d", i, from, to, h)
				}
			}
			if steps > to-from {
				t.Fatalf("word %d hangs in a circle", i)
			}
			if a.Head[i] < 0 {
				roots++
			}
		}
		if to > from && roots != 1 {
			t.Fatalf("sentence %d has %d roots", s, roots)
		}
	}
}

// A block is tagged as its paragraph is, only where it is asked for, and the
// tags given once are taken over by whoever reads the block again.
func TestTagBlock(t *testing.T) {
	doc, p := document(sample), newEmbedded()
	p.Fill(doc, 1)
	p.Annotate(Models{POS: Embedded().POS})
	first, last := doc.BlockSentences(1)
	from, _ := doc.BlockTokens(1)
	doc.TagBlock(Linear(), 1, func(s int) bool { return s == last-1 })
	for i, pos := range p.Annotation().POS {
		want := posNames[pos]
		if from+i < doc.Sentences[last-1].First {
			want = ""
		}
		if got := doc.Tokens[from+i].Tag; got != want {
			t.Errorf("%s is %q, want %q", doc.Word(from+i), got, want)
		}
	}
	if doc.TaggedBy(Linear(), first) || !doc.TaggedBy(Linear(), last-1) || doc.TaggedBy(Prose(), last-1) {
		t.Error("it is not known who tagged what")
	}
	i := doc.Sentences[last-1].First
	doc.Tokens[i].Tag = "UH"
	p.Fill(doc, 1)
	p.Annotate(Models{POS: Embedded().POS})
	if got := posNames[p.Annotation().POS[i-from]]; got != "UH" {
		t.Errorf("tagged again: %s", got)
	}
}

// The same paragraph gives the same annotation, whatever stood in the buffers
// before, and from several goroutines at once.
func TestLinearConcurrent(t *testing.T) {
	words := strings.Fields("“ The minister will not resign , ” a spokesman said on Tuesday .")
	want := strings.Join(Linear().Tag(words), " ")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				Linear().Tag([]string{"other", "words"})
				if got := strings.Join(Linear().Tag(words), " "); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkTaggers(b *testing.B) {
	doc := document(sample)
	words := doc.Words(doc.Sentences[1].First, doc.Sentences[1].Last)
	for name, tagger := range map[string]text.Tagger{"linear": Linear(), "prose": Prose()} {
		b.Run(name, func(b *testing.B) {
			tagger.Tag(words)
			b.SetBytes(int64(doc.Sentences[1].Len()))
			b.ReportAllocs()
			for b.Loop() {
				tagger.Tag(words)
			}
			b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

func BenchmarkAnnotate(b *testing.B) {
	doc := document(sample)
	p := newEmbedded()
	for _, c := range []struct {
		name string
		m    Models
	}{
		{"fill", Models{}}, {"pos", Models{POS: Embedded().POS}}, {"parser", Models{Parser: Embedded().Parser}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				for k := range doc.Blocks {
					p.Fill(doc, k)
					p.Annotate(c.m)
				}
			}
			b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// TestModelsTagger: a tagger of models given to it is another one than the one
// of the models in use, and of the same models says the same.
func TestModelsTagger(t *testing.T) {
	words := []string{"The", "mayor", "said", "that", "the", "old", "bridge", "will", "close", "."}
	m := Models{Words: Embedded().Words, POS: Embedded().POS}
	if got, want := m.Tagger().Tag(words), Linear().Tag(words); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if m.Tagger() == Linear() || m.Tagger() != m.Tagger() {
		t.Error("taggers of one model are equal, others are not")
	}
	m.Words = &model.WordClasses{}
	if got := m.Tagger().Tag(words); len(got) != len(words) {
		t.Errorf("without word classes: %v", got)
	}
	if got, want := Linear().Tag(words), (Models{Words: Embedded().Words, POS: Embedded().POS}).Tagger().Tag(words); !slices.Equal(got, want) {
		t.Errorf("after a tagger of other words: %v, want %v", got, want)
	}
}
