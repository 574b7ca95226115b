package ranker

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"quotes/internal/corpus"
	"quotes/pkg/text"
)

// article is one document to learn from, with its chains of coreference.
type article struct {
	*text.Document
	chains []chain
	byByte map[int][]place // of each word that heads a place in a chain
}

// chain is a run of places that mean one and the same.
type chain []place

// place is a noun phrase in a chain, in bytes.
type place struct {
	text.Span
	head    text.Span
	pronoun bool
	name    bool // of a person
	chain   int
}

// rawTokens is a line of automatic tokens with chains of coreference.
type rawTokens struct {
	ID        string `json:"id"`
	Sentences []struct {
		T []rawToken `json:"t"`
	} `json:"sentences"`
	Coref [][][3]int `json:"coref"`
}

// rawToken is start and end in code points, part of speech and governor (the
// word's number in its sentence, from 1; 0: none).
type rawToken struct {
	start, end, head int
	tag, kind        string
}

func (t *rawToken) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) < 7 {
		return fmt.Errorf("token of %d parts", len(parts))
	}
	for i, to := range map[int]any{0: &t.start, 1: &t.end, 2: &t.tag, 4: &t.kind, 5: &t.head} {
		if err := json.Unmarshal(parts[i], to); err != nil {
			return err
		}
	}
	return nil
}

// read reads the texts of annotated documents and the chains that go with them.
func read(paths, tokens []string) ([]*article, error) {
	var out []*article
	byID := map[string]*article{}
	for _, path := range paths {
		for d := range corpus.Annotated(path) {
			if d == nil || byID[d.ID] != nil {
				continue // what is wrong is told by who learns from the annotation
			}
			a := newArticle(d.ID, d.Text)
			byID[d.ID] = a
			out = append(out, a)
		}
	}
	for _, path := range tokens {
		err := corpus.Lines(path, func(line []byte) error {
			var r rawTokens
			if err := json.Unmarshal(line, &r); err != nil {
				return err
			}
			if a := byID[r.ID]; a != nil {
				a.readChains(r)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func newArticle(id, words string) *article {
	a := &text.Article{ID: id, Text: words}
	at := 0
	for line := range strings.Lines(words) {
		start := at + len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		end := at + len(strings.TrimRightFunc(line, unicode.IsSpace))
		if start < end {
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: start, End: end}})
		}
		at += len(line)
	}
	return &article{Document: text.NewDocument(a), byByte: map[int][]place{}}
}

// readChains puts the chains of a line into bytes.
func (a *article) readChains(r rawTokens) {
	at := make([]int, 0, len(a.Text)+1)
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	for _, places := range r.Coref {
		c := chain{}
		for _, p := range places {
			if p[0] < 0 || p[0] >= len(r.Sentences) {
				continue
			}
			words := r.Sentences[p[0]].T
			if p[1] < 0 || p[2] > len(words) || p[1] >= p[2] || words[p[2]-1].end >= len(at) {
				continue
			}
			h := headOf(words, p[1], p[2])
			c = append(c, place{
				Span:    text.Span{Start: at[words[p[1]].start], End: at[words[p[2]-1].end]},
				head:    text.Span{Start: at[words[h].start], End: at[words[h].end]},
				pronoun: strings.HasPrefix(words[h].tag, "PRP"),
				name:    words[h].kind == "PERSON",
				chain:   len(a.chains),
			})
		}
		for _, p := range c {
			a.byByte[p.head.Start] = append(a.byByte[p.head.Start], p)
		}
		a.chains = append(a.chains, c)
	}
}

// headOf is the word of [first, last) that a word outside governs.
func headOf(words []rawToken, first, last int) int {
	for i := first; i < last; i++ {
		if g := words[i].head - 1; g < first || g >= last {
			return i
		}
	}
	return last - 1
}
