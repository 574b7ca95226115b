package tag

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"quotes/internal/model"
)

// A token of ASCII characters is read in one go; that must come to the same
// as reading it rune by rune.
func TestReadASCII(t *testing.T) {
	r := reader{words: model.EmbeddedClasses()}
	tokens := strings.Fields(sample + " " + noise(200) + " I a McDonald's U.S. 1,200.50 X-ray co-op's 3rd 2B e-mail said according x0X ~ a_b")
	for c := range byte(0x80) {
		tokens = append(tokens, string(rune(c)), "ab"+string(rune(c))+"C9")
	}
	n := 0
	for _, s := range tokens {
		var fast, slow word
		if !r.ascii(&fast, s) {
			continue
		}
		n++
		buf := slices.Clone(r.buf)
		r.lower(&slow, s)
		if fast != slow || !slices.Equal(buf, r.buf) {
			t.Errorf("%q is read as %+v %q, and rune by rune as %+v %q", s, fast, buf, slow, r.buf)
		}
		if startsWord(s) && (markOf(s) != markNone || fixedPOS(s) != 0) {
			t.Errorf("%q is a word and a mark", s)
		}
	}
	if n < 300 {
		t.Errorf("%d tokens of ASCII", n)
	}
}

// What is read of a paragraph that nobody asks for is enough to tell whether
// it ends inside quotation marks.
func TestFillMarks(t *testing.T) {
	whole, marks := newEmbedded(), newEmbedded()
	for _, s := range []string{sample, "“a", "“a” b", "'twas", "' 90s he said", "the '90s 'she", `" a "b`, "‘we’ 'd go '", noise(400), strings.Repeat("' 1 ' a ", 9)} {
		doc := document(s)
		for b := range doc.Blocks {
			first, last := doc.BlockTokens(b)
			whole.fill(doc, first, last, nil)
			marks.fill(doc, first, last, none)
			if whole.LeavesOpen() != marks.LeavesOpen() || !slices.Equal(whole.quotes.start, marks.quotes.start) || !slices.Equal(whole.quotes.end, marks.quotes.end) {
				t.Errorf("%q: the marks are paired in another way", s)
			}
		}
	}
}

// Every part of speech has its own place in the table.
func TestKnownPOS(t *testing.T) {
	for i, n := range posNames {
		if got := knownPOS(n); int(got) != i {
			t.Errorf("%s: %d, want %d", n, got, i)
		}
	}
}

// What is kept of words changes nothing that is read of them, also where two
// words share a place.
func TestKnownWords(t *testing.T) {
	plain, keeping := reader{words: model.EmbeddedClasses()}, reader{words: model.EmbeddedClasses(), known: wordsOf(model.EmbeddedClasses())}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		s := strings.Repeat("a", rng.IntN(2)) + strconv.Itoa(rng.IntN(4000)) + strings.Repeat("é", rng.IntN(7))
		var want, got word
		plain.read(&want, s)
		keeping.read(&got, s)
		if got.size = 0; got != want {
			t.Fatalf("%q: %+v, want %+v", s, got, want)
		}
	}
	if n := unsafe.Sizeof(knownWord{}); n != 64 {
		t.Errorf("a word that is kept has %d bytes", n)
	}
	var w word
	for _, s := range []string{"", "fifteen-letters", "sixteen-letters-", "a\x00", "a"} {
		keeping.read(&w, s)
		var want word
		plain.read(&want, s)
		if w.size = 0; w != want {
			t.Errorf("%q: %+v, want %+v", s, w, want)
		}
	}
}
