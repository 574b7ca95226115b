// Package lexicon holds the word lists that the stages read: plain files in
// data/, one entry a line, '#' for comments, embedded in the binary and read
// once on first use.
package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// Set is a set of lower-case words or phrases.
type Set struct {
	words map[string]bool
	marks marks
}

// Has reports whether w, already in lower case, is in the set.
func (s *Set) Has(w string) bool { return s.marks.may(w) && s.words[w] }

// marks has a bit for the sign of each word of a list, so that most words that
// are not in it need not be looked up.
type marks [1 << signBits / 64]uint64

const signBits = 12

// sign is a small number made of the length and three letters of a word that
// is not empty.
func sign(w string) uint32 {
	n := len(w)
	h := uint32(w[0]) | uint32(w[n/2])<<8 | uint32(w[n-1])<<16 | uint32(n)<<24
	return h * 0x9E3779B1 >> (32 - signBits)
}

func (m *marks) add(w string) {
	k := sign(w)
	m[k/64] |= 1 << (k % 64)
}

// may reports whether w can be one of the words added.
func (m *marks) may(w string) bool {
	if w == "" {
		return false
	}
	k := sign(w)
	return m[k/64]>>(k%64)&1 != 0
}

// lines gives the entries of one embedded file. The file is part of the
// build, so a missing one is a mistake of the programmer.
func lines(name string) []string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var out []string
	for l := range strings.Lines(string(b)) {
		if l, _, _ = strings.Cut(l, "#"); strings.TrimSpace(l) != "" {
			out = append(out, strings.TrimSpace(l))
		}
	}
	return out
}

// setOf reads one file as a set, on first use.
func setOf(name string) func() *Set {
	return sync.OnceValue(func() *Set {
		s := &Set{words: map[string]bool{}}
		for _, l := range lines(name) {
			s.words[l] = true
			s.marks.add(l)
		}
		return s
	})
}

// mapOf reads a file of "key value" lines (white space between), on first use.
func mapOf(name string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := map[string]string{}
		for _, l := range lines(name) {
			if k, v, ok := strings.Cut(l, "\t"); ok {
				m[k] = strings.TrimSpace(v)
			}
		}
		return m
	})
}

// The lists of the sentence splitter.
var (
	// Abbreviations end in a full stop that never ends a sentence when a
	// word follows ("Mr.", "Sen.", "vs."); the stop is left out of the entry.
	Abbreviations = setOf("abbreviations.txt")
	// Acronyms with stops ("U.S.", "a.m.") may end a sentence: they do when a
	// word follows that often starts one.
	Starters = setOf("starters.txt")
)

// Attributing verbs are the few that name the speaker right after a quotation
// ("Lee said"), in the forms they take there.
var Attributing = setOf("attributing.txt")

// NounCues are nouns that report: "Lee's claim that ...".
var NounCues = setOf("nouncues.txt")
