package train

import (
	"encoding/json"
	"fmt"
	"slices"

	"quotes/internal/corpus"
	"quotes/internal/tag"
)

// silverToken is an automatic token: start, end, part of speech, lemma, kind
// of name, governor (1-based, 0 the root) and relation.
type silverToken struct {
	start, end int
	pos        string
	head       int
	rel        string
}

func (t *silverToken) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) < 7 {
		return fmt.Errorf("token of %d parts", len(parts))
	}
	var lemma, name string
	for i, to := range []any{&t.start, &t.end, &t.pos, &lemma, &name, &t.head, &t.rel} {
		if err := json.Unmarshal(parts[i], to); err != nil {
			return err
		}
	}
	return nil
}

// ReadTokens puts automatic tokens beside those of the documents.
func ReadTokens(path string, docs []*Doc) error {
	byID := map[string]*Doc{}
	for _, d := range docs {
		byID[d.ID] = d
		if d.pos == nil {
			d.align(nil)
		}
	}
	return corpus.Lines(path, func(line []byte) error {
		var r struct {
			ID        string `json:"id"`
			Sentences []struct {
				T []silverToken `json:"t"`
			} `json:"sentences"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		d := byID[r.ID]
		if d == nil {
			return nil
		}
		var toks []silverToken
		for _, s := range r.Sentences {
			base := len(toks)
			for _, t := range s.T {
				if t.head > 0 {
					t.head += base
				}
				toks = append(toks, t)
			}
		}
		d.align(toks)
		return nil
	})
}

// hasTokens reports whether an automatic token stands beside one of its own.
func (d *Doc) hasTokens() bool {
	return slices.ContainsFunc(d.pos, func(p uint8) bool { return p != none })
}

// align fills in what the automatic tokens say of the document's own: each
// takes after the one it shares most with.
func (d *Doc) align(toks []silverToken) {
	n := len(d.Tokens)
	d.pos, d.action = slices.Repeat([]uint8{none}, n), make([]uint8, n)
	d.head = slices.Repeat([]int32{-2}, n)
	at := byteOffsets(d.Text)
	for i := range toks {
		t := &toks[i]
		t.start, t.end = at[max(0, min(t.start, len(at)-1))], at[max(0, min(t.end, len(at)-1))]
	}
	of := d.match(toks)
	back := make([]int32, len(toks)) // silver token -> own token
	for i := range back {
		back[i] = -2
	}
	for i := n - 1; i >= 0; i-- {
		if of[i] >= 0 {
			back[of[i]] = int32(i)
		}
	}
	for i, k := range of {
		if k < 0 {
			continue
		}
		t := toks[k]
		if t.start != d.Tokens[i].Start || t.end != d.Tokens[i].End {
			continue
		}
		d.pos[i] = tag.POS(t.pos)
		d.setHead(i, t, back)
	}
}

// setHead fills in what governs token i, if it stands in the same sentence.
func (d *Doc) setHead(i int, t silverToken, back []int32) {
	if t.head <= 0 || t.head > len(back) {
		d.head[i] = -1
		return
	}
	h := back[t.head-1]
	if h == -2 {
		return
	}
	if d.SentenceAt(d.Tokens[h].Start) != d.SentenceAt(d.Tokens[i].Start) {
		d.head[i] = -1
		return
	}
	d.head[i] = h
	d.action[i] = tag.Action(t.rel, int(h) > i)
}

// match gives for each own token the automatic one it shares most with, -1
// for none.
func (d *Doc) match(toks []silverToken) []int {
	out := make([]int, len(d.Tokens))
	k := 0
	for i, own := range d.Tokens {
		for k < len(toks) && toks[k].end <= own.Start {
			k++
		}
		out[i] = -1
		most := 0
		for j := k; j < len(toks) && toks[j].start < own.End; j++ {
			if n := min(own.End, toks[j].end) - max(own.Start, toks[j].start); n > most {
				out[i], most = j, n
			}
		}
	}
	return out
}
