package how

import (
	"strings"

	"quotes/internal/lexicon"
)

// nounPhrase is the noun phrase that starts at token k, without what hangs on
// it behind its head. It stops where something said, a time or the name of
// the next subject starts.
func (f *frame) nounPhrase(k, end int) phrase {
	i, nouns := k, false
	for end = min(end, f.last, k+maxPhrase); i < end && !f.said(i); i++ {
		if t := f.title(i, end); t > i && (i == k || possessive(f.low(i-1))) {
			return phrase{k, t}
		}
		if !f.inPhrase(i, k, nouns) {
			break
		}
		nouns = nouns || f.noun(i) || channels().Of(f.low(i)).channel != ""
	}
	for i > k && (f.tag(i-1) == "POS" || possessive(f.low(i-1)) || strings.HasPrefix(f.tag(i-1), "RB")) {
		i--
	}
	if !nouns && !(i == k+1 && f.pronoun(k)) {
		return phrase{k, k}
	}
	return phrase{k, i}
}

// pronoun reports whether token i stands for somebody: "him", and "her" with
// no noun behind it.
func (f *frame) pronoun(i int) bool {
	return objects.Has(f.low(i))
}

// inPhrase reports whether token i goes on with a phrase that started at k.
func (f *frame) inPhrase(i, k int, nouns bool) bool {
	w := f.low(i)
	if f.breaks(i, nouns) {
		return false
	}
	if i > k && f.mistaken(i) {
		return true
	}
	switch t := f.tag(i); {
	case w == "that" || w == "which" || w == "who":
		return false
	case possessive(w):
		return nouns
	case t == "DT" || t == "PRP$" || t == "PDT" || t == "WP$":
		return i == k || i == k+2 && f.low(k+1) == "of" || f.tag(i-1) == "PDT" || f.capital(i) && f.capital(i+1) && (f.capital(i-1) || f.tag(i-1) == "POS") // "CBS This Morning"
	case strings.HasPrefix(t, "NN"), t == "POS":
		return true
	case f.capital(i) && t != "IN" && t != "PRP" && !f.finite(i):
		return true
	case strings.HasPrefix(t, "JJ"), t == "CD", t == "VBN", t == "VBG", t == "RB":
		return !nouns || f.modifies(i)
	case t == "PRP":
		return i == k
	case w == "&" || w == "-":
		return nouns
	case w == "of":
		return i == k+1 && quantities.Has(f.low(k))
	}
	return f.pronoun(i) && i == k
}

// mistaken reports whether the channel's noun i looks like a verb to the
// tagger: "in a news | release the bridge".
func (f *frame) mistaken(i int) bool {
	if channels().Of(f.low(i-1)+" "+f.low(i)).channel != "" {
		return true
	}
	before := f.tag(i - 1)
	return channels().Of(f.low(i)).channel != "" && (before == "DT" || before == "PRP$" || strings.HasPrefix(before, "JJ"))
}

var quantities = lexicon.SetOf("some many several most all both one none dozens hundreds thousands each two three four")

// breaks reports whether a time, or the name of the subject behind a channel
// ("In an interview | Poe said"), ends the phrase before token i.
func (f *frame) breaks(i int, nouns bool) bool {
	if !nouns || possessive(f.low(i)) {
		return false
	}
	w := f.low(i)
	if times.Has(w) && f.capital(i) && f.noun(i-1) {
		return outlets().Of(f.low(i-1)+" "+w) == "" // "USA | Today"
	}
	if (w == "last" || w == "this" || w == "earlier" || w == "late" || w == "early") && f.noun(i-1) {
		return true
	}
	channel := channels().Has(f.low(i - 1))
	return channel && !f.capital(i-1) && f.capital(i)
}

// modifies reports whether the adjective or participle i stands before a
// noun of the same phrase.
func (f *frame) modifies(i int) bool {
	return f.noun(i+1) && (f.tag(i) == "CD" || strings.HasPrefix(f.tag(i), "JJ") || f.tag(i) == "VBG") && !f.said(i+1)
}

// title is the end, behind the closing mark, of a title in quotation marks
// that starts at token i; i where none does.
func (f *frame) title(i, end int) int {
	if !openingMark(f.word(i)) || !f.capital(i+1) || f.said(i+1) {
		return i
	}
	for j := i + 2; j < min(end, i+9); j++ {
		if f.said(j) {
			return i
		}
		if closingMark(f.word(j)) {
			return j + 1
		}
	}
	return i
}

// whole adds to a phrase what says which: "the mayor | of Sundby", "Lee | and
// Poe".
func (f *frame) whole(p phrase, end int) phrase {
	for range 3 {
		w := f.low(p.last)
		if p.empty() || w != "of" && w != "and" || f.said(p.last) {
			break
		}
		next := f.nounPhrase(p.last+1, end)
		if next.empty() || f.time(next.first) || w == "and" && (f.finite(next.last) || !f.person(next.last-1)) {
			break
		}
		p.last = next.last
	}
	return p
}
