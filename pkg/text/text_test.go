package text

import (
	"slices"
	"strings"
	"testing"
)

// show writes the tokens of s with spaces between them and "|" between sentences.
func show(s string) string {
	d := NewDocument(&Article{Text: s, Blocks: []Block{{Section: Body, Span: Span{0, len(s)}}}})
	var out []string
	for _, st := range d.Sentences {
		out = append(out, strings.Join(d.Words(st.First, st.Last), " "))
	}
	return strings.Join(out, " | ")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`Mr. Lee met Sen. Ann Poe. They left.`, `Mr. Lee met Sen. Ann Poe . | They left .`},
		{`The U.S. Army said so in the U.S. The rest is silence.`, `The U.S. Army said so in the U.S. | The rest is silence .`},
		{`“Why?” Lee asked. “Because.”`, `“ Why ? ” Lee asked . | “ Because . ”`},
		{`“Why?” The room fell silent.`, `“ Why ? ” | The room fell silent .`},
		{`“Stop!” shouted Lee.`, `“ Stop ! ” shouted Lee .`},
		{`"A. B.," he said. "Done."`, `" A. B. , " he said . | " Done . "`},
		{`He didn't say it's J.D. Vance's $2.5 million (or 3,000).`, `He did n't say it 's J.D. Vance 's $ 2.5 million ( or 3,000 ) .`},
		{`at 5 p.m. Lavrov spoke; at 6 p.m. The end.`, `at 5 p.m. Lavrov spoke ; at 6 p.m. | The end .`},
		{`He left... Then he came back.`, `He left ... | Then he came back .`},
		{`See https://x.org/a.b?c=1. Then go @home.`, `See https://x.org/a.b?c=1 . | Then go @home .`},
		{`A win-win for al-Nakhalah's PIJ.`, `A win-win for al-Nakhalah 's PIJ .`},
		{`He resigned.”The board agreed.`, `He resigned . ” | The board agreed .`},
		{`It is over. ‘No,’ she said.`, `It is over . | ‘ No , ’ she said .`},
		{`Lee said no. Poe, No. 5, said yes.`, `Lee said no . | Poe , No. 5 , said yes .`},
		{`Samuel L. Jackson and I. We left.`, `Samuel L. Jackson and I . | We left .`},
	} {
		if got := show(c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(`“Why?” Lee asked. "A. B.," he didn't say. U.S. http://a.b/c. @x #y ... -- 1,000.5`)
	f.Add("ÄRGER İstanbul 5\u212a ȺȾ STRAẞE ΛΌΓΟΣ \ufffdA")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		d := NewDocument(&Article{Text: s, Blocks: []Block{{Section: Body, Span: Span{0, len(s)}}}})
		at, next := 0, 0
		for i, tok := range d.Tokens {
			if d.Lower(i) != strings.ToLower(tok.In(s)) {
				t.Fatalf("%q in lower case is %q", tok.In(s), d.Lower(i))
			}
			if tok.Start < at || tok.Empty() || tok.End > len(s) || !strings.Contains(s, tok.In(s)) {
				t.Fatalf("token %v after %d", tok, at)
			}
			if strings.ToValidUTF8(tok.In(s), "") != tok.In(s) {
				t.Fatalf("token %v cuts a rune", tok)
			}
			if strings.TrimSpace(s[at:tok.Start]) != "" && strings.IndexFunc(s[at:tok.Start], func(r rune) bool { return !isSpace(r) }) >= 0 {
				t.Fatalf("lost %q", s[at:tok.Start])
			}
			at = tok.End
		}
		for _, st := range d.Sentences {
			if st.First != next || st.Last <= st.First {
				t.Fatalf("sentence %+v, want first token %d", st, next)
			}
			next = st.Last
		}
		if next != len(d.Tokens) {
			t.Fatalf("tokens %d, in sentences %d", len(d.Tokens), next)
		}
	})
}

func TestLongSentence(t *testing.T) {
	in := strings.Repeat("and on ", 3000)
	d := NewDocument(&Article{Text: in, Blocks: []Block{{Section: Body, Span: Span{0, len(in)}}}})
	if got := len(d.Sentences); got != 24 {
		t.Errorf("6000 words in %d sentences, want 24 of %d", got, maxSentence)
	}
}

// A token in lower case is what strings.ToLower makes of it, also where that
// is longer or shorter.
func TestLower(t *testing.T) {
	for _, s := range []string{
		"", "Plain WORDS, “Ärzte” sagten ÉTÉ.", "İstanbul and Ⱥ and K (Kelvin) stay ODD, ẞ too.", "ΟΔΟΣ ǅ ﬃ 日本 😀 A", "bad \xff BYTES \xc3",
	} {
		d := NewDocument(&Article{Text: s, Blocks: []Block{{Section: Body, Span: Span{0, len(s)}}}})
		for i := range d.Tokens {
			if got, want := d.Lower(i), strings.ToLower(d.Word(i)); got != want {
				t.Errorf("%q in lower case is %q, want %q", d.Word(i), got, want)
			}
		}
	}
}

// pieceTagger notes how many words it is given at a time.
type pieceTagger struct{ most, words int }

func (p *pieceTagger) Tag(words []string) []string { return make([]string, len(words)) }

func (p *pieceTagger) TagBlock(doc *Document, first, last int, want func(int) bool) {
	n := doc.Sentences[last-1].Last - doc.Sentences[first].First
	p.most, p.words = max(p.most, n), p.words+n
	for i := first; i < last; i++ {
		want(i)
	}
}

// TestPieces: a tagger is given a block as a whole, unless it is longer than
// any article's.
func TestPieces(t *testing.T) {
	for _, n := range []int{10, maxPiece / 2, maxPiece, 10 * maxPiece} {
		s := strings.Repeat("It is. ", n/3)
		d := NewDocument(&Article{Text: s, Blocks: []Block{{Section: Body, Span: Span{0, len(s)}}}})
		p := &pieceTagger{}
		d.TagBlock(p, 0, func(int) bool { return true })
		if p.words != len(d.Tokens) || p.most != min(len(d.Tokens), maxPiece/3*3) {
			t.Errorf("%d words: %d tagged, %d at a time at most", len(d.Tokens), p.words, p.most)
		}
		for i := range d.Sentences {
			if !d.TaggedBy(p, i) {
				t.Fatalf("sentence %d is not tagged", i)
			}
		}
	}
}

// TestReset: a document in another's room is the one that would have been made
// anew, whatever stood there.
func TestReset(t *testing.T) {
	article := func(lines ...string) *Article {
		a := &Article{Text: strings.Join(lines, "\n")}
		at := 0
		for _, l := range lines {
			a.Blocks = append(a.Blocks, Block{Section: Body, Span: Span{at, at + len(l)}})
			at += len(l) + 1
		}
		return a
	}
	d := NewDocument(article("Lee said no. Poe, No. 5, said yes.", "“Why?” İstanbul asked.", "They left. ÄRGER. ȺȾ."))
	for i := range d.Sentences {
		d.TagSentence(&pieceTagger{}, i)
	}
	d.Kept = 1
	for _, a := range []*Article{article("She left."), article(), article("“Stop!” shouted Lee.", "A. B. said so.", strings.Repeat("They left it. ", 50))} {
		d.Reset(a)
		want := NewDocument(a)
		if !slices.Equal(d.Tokens, want.Tokens) || !slices.Equal(d.Sentences, want.Sentences) || d.Kept != nil || d.Article != a {
			t.Errorf("%q: %v, %v, want %v, %v", a.Text, d.Tokens, d.Sentences, want.Tokens, want.Sentences)
		}
		for i := range d.Tokens {
			if d.Lower(i) != want.Lower(i) || d.SentenceOf(i) != want.SentenceOf(i) {
				t.Errorf("%q in lower case, of sentence %d", d.Lower(i), d.SentenceOf(i))
			}
		}
		for b := range a.Blocks {
			from, to := d.BlockTokens(b)
			if first, last := want.BlockTokens(b); from != first || to != last {
				t.Errorf("block %d: tokens %d to %d, want %d to %d", b, from, to, first, last)
			}
		}
	}
}
