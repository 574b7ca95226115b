package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"quotes/internal/corpus"
)

// CofeNet holds the exact-match figures of Wang et al., CofeNet (COLING 2022),
// table 6: spans of source, cue and content on tokenised sentences. Begin
// counts where a span starts, Lost the tokens that the texts do not show.
type CofeNet struct {
	Source  ExactBegin `json:"source"`
	Cue     ExactBegin `json:"cue"`
	Content ExactBegin `json:"content"`
	Lost    int        `json:"tokens_not_aligned"`
}

// ExactBegin is the score of whole spans and of their beginnings.
type ExactBegin struct {
	Exact Score `json:"exact"`
	Begin Score `json:"begin"`
}

// The roles of words, in the order in which they claim them: the last one
// keeps a word that several claim.
var cofeRoles = []string{"content", "source", "cue"}

// sentence is a line of the file: a labelled sentence of the document that its
// id names, up to the last underscore.
type sentence struct {
	ID     string   `json:"id"`
	Tokens []string `json:"tokens"`
	Labels []string `json:"labels"`
}

// AddCofeNet measures what was found on the labelled sentences of a file
// (JSONL: id, tokens, labels). Their texts are those of the annotated
// documents. Lines that cannot be read are handed to report.
func (r *Report) AddCofeNet(gold, found *Set, name string, report func(error)) {
	file, err := os.Open(name)
	if err != nil {
		report(corpus.Plain(name, err))
		return
	}
	defer file.Close()
	m := &cofeMeter{gold: gold, found: found, docs: map[string]*cofeDocument{}, at: map[string]int{}}
	for line, err := range corpus.Read(file) {
		var s sentence
		if err == nil {
			err = json.Unmarshal(line.Bytes, &s)
		}
		if err == nil && (len(s.Tokens) == 0 || len(s.Tokens) != len(s.Labels)) {
			err = fmt.Errorf("%d tokens and %d labels", len(s.Tokens), len(s.Labels))
		}
		if err != nil {
			report(fmt.Errorf("%s:%d: %w", name, line.Number, err))
			continue
		}
		m.add(&s)
	}
	r.CofeNet = &CofeNet{Source: m.score("source"), Cue: m.score("cue"), Content: m.score("content"), Lost: m.lost}
}

// cofeMeter counts spans of labels.
type cofeMeter struct {
	gold, found *Set
	docs        map[string]*cofeDocument
	at          map[string]int // id of sentences -> where the last one ends
	lost        int
	spans       [3]struct{ gold, found, both, begin int }
}

// cofeDocument is a text with the claims of the quotations found in it.
type cofeDocument struct {
	*aligner
	claims []claim // by code point
}

// claim says which quotation's part a code point belongs to: role 0 is none.
type claim struct{ role, quote int }

// add counts the spans of one sentence. Sentences of documents that are not
// annotated are left out.
func (m *cofeMeter) add(s *sentence) {
	d := m.document(s.ID)
	if d == nil {
		return
	}
	spans, found, end := d.sentence(s.Tokens, m.at[s.ID])
	m.at[s.ID] = end
	m.lost += len(spans) - found
	want, got := goldLabels(s.Labels), d.labels(spans)
	for k := range cofeRoles {
		g, f := labelRuns(want, k+1), labelRuns(got, k+1)
		c := &m.spans[k]
		c.gold, c.found = c.gold+len(g), c.found+len(f)
		for _, run := range f {
			c.both += one(slices.Contains(g, run))
			c.begin += one(slices.ContainsFunc(g, func(x [2]int) bool { return x[0] == run[0] }))
		}
	}
}

func (m *cofeMeter) score(role string) ExactBegin {
	c := m.spans[slices.Index(cofeRoles, role)]
	return ExactBegin{Exact: score(c.both, c.found, c.gold), Begin: score(c.begin, c.found, c.gold)}
}

// document finds the document that a sentence's id names.
func (m *cofeMeter) document(id string) *cofeDocument {
	if cut := strings.LastIndexByte(id, '_'); cut >= 0 && m.gold.byID[id[:cut]] != nil {
		id = id[:cut]
	}
	gold := m.gold.byID[id]
	if gold == nil || !gold.known {
		return nil
	}
	d := m.docs[id]
	if d == nil {
		text := gold.runes()
		d = &cofeDocument{newAligner(text), make([]claim, len(text))}
		m.docs[id] = d
		if f := m.found.byID[id]; f != nil {
			d.claim(text, f.Quotes)
		}
	}
	return d
}

// claim gives each code point to the quotation whose part it is.
func (d *cofeDocument) claim(text []rune, quotes []*quotation) {
	for k, role := range cofeRoles {
		for n, q := range quotes {
			for _, s := range [][][2]int{q.Content, q.Source, q.Cue}[k] {
				if s[0] < 0 || s[1] <= s[0] || s[1] > len(text) {
					continue
				}
				if role == "content" {
					s = withMarks(text, s)
				}
				for i := s[0]; i < s[1]; i++ {
					d.claims[i] = claim{k + 1, n}
				}
			}
		}
	}
}

// withMarks takes back into a content what that corpus counts and a record does
// not: a "that" before it, the quotation marks round it and what stands inside
// them.
func withMarks(text []rune, s [2]int) [2]int {
	start, end := s[0], s[1]
	if start >= 5 && strings.EqualFold(string(text[start-5:start]), "that ") {
		start -= 5
	}
	if start > 0 && strings.ContainsRune(`"“‘'«„`, text[start-1]) {
		start--
	}
	k := end
	for k < len(text) && k-end < 2 && strings.ContainsRune(",.?!;", text[k]) {
		k++
	}
	if k < len(text) && strings.ContainsRune(`"”’'»`, text[k]) && (k+1 == len(text) || !unicode.IsLetter(text[k+1]) && !unicode.IsNumber(text[k+1])) {
		end = k + 1
	}
	return [2]int{start, end}
}

// cofeLabel is the label of a token: its role, 0 for none, and whether it is
// the first of its span.
type cofeLabel struct {
	role  int
	first bool
}

// goldLabels reads labels such as B-source and I-content.
func goldLabels(labels []string) []cofeLabel {
	out := make([]cofeLabel, len(labels))
	for i, l := range labels {
		place, role, _ := strings.Cut(l, "-")
		out[i] = cofeLabel{slices.Index(cofeRoles, role) + 1, place == "B"}
	}
	return out
}

// labels gives each token the label of the claim on most of it.
func (d *cofeDocument) labels(spans [][2]int) []cofeLabel {
	out := make([]cofeLabel, len(spans))
	var last claim
	for i, s := range spans {
		c := d.most(s)
		out[i] = cofeLabel{c.role, c != last}
		last = c
	}
	return out
}

// most is the claim on most of a span, of equal ones the first; role 0 where
// nothing is claimed.
func (d *cofeDocument) most(s [2]int) claim {
	var best claim
	count, top := map[claim]int{}, 0
	if s == nowhere {
		return best
	}
	for _, c := range d.claims[s[0]:s[1]] {
		if c.role != 0 {
			count[c]++
		}
	}
	for _, c := range d.claims[s[0]:s[1]] {
		if count[c] > top {
			best, top = c, count[c]
		}
	}
	return best
}

// labelRuns gives the spans of one role: from a first token, or one behind
// another role, to the last that goes on.
func labelRuns(labels []cofeLabel, role int) [][2]int {
	var out [][2]int
	for i := 0; i < len(labels); {
		j := i + 1
		for j < len(labels) && labels[j].role == labels[i].role && !labels[j].first {
			j++
		}
		if labels[i].role == role {
			out = append(out, [2]int{i, j})
		}
		i = j
	}
	return out
}
