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
	return sync.OnceValue(func() *Set { return setOfAll(lines(name)) })
}

// mapOf reads a file of lines of a word, a tab and what is said of it, which
// may be missing, on first use.
func mapOf(name string) func() *Table[string] {
	return sync.OnceValue(func() *Table[string] {
		words := lines(name)
		values := make([]string, len(words))
		for i, l := range words {
			words[i], values[i], _ = strings.Cut(l, "\t")
			values[i] = strings.TrimSpace(values[i])
		}
		return NewTable(words, values)
	})
}

// gendersOf reads a file of lines of a word, a tab and "m", "f" or "u".
func gendersOf(name string) func() *Table[byte] {
	return sync.OnceValue(func() *Table[byte] {
		words := lines(name)
		genders := make([]byte, len(words))
		for i, l := range words {
			words[i], genders[i] = strings.TrimSpace(l[:len(l)-1]), l[len(l)-1]
		}
		return NewTable(words, genders)
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
