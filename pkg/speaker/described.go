package speaker

import (
	"sort"
	"strings"

	"quotes/internal/lexicon"
)

// Documents and institutions are named once in full ("a report by the Tenants'
// Union", "the transport department") and then by their noun alone ("the
// report"). descriptions finds the full wordings of a document.

// description is a noun phrase that says more than its head noun.
type description struct {
	phrase
	head  int
	named bool // a name is part of it
	// lastNamed is the last one up to here, of the same head noun, that has a
	// name; -1 where none has.
	lastNamed int
}

// descriptions gives the fuller wordings of each head noun, in text order.
func (r *reader) descriptions() map[string][]description {
	out := map[string][]description{}
	for i := range r.doc.Tokens {
		w := r.low(i)
		if r.named(i) || !r.describable(w) {
			continue
		}
		if d := r.describe(i); d.len() > 1 {
			d.lastNamed = -1
			if n := len(out[w]); d.named {
				d.lastNamed = n
			} else if n > 0 {
				d.lastNamed = out[w][n-1].lastNamed
			}
			out[w] = append(out[w], d)
		}
	}
	return out
}

// describable nouns are those whose wordings are looked for.
func (r *reader) describable(noun string) bool {
	return lexicon.Documents().Has(noun) || r.organizations.Has(noun)
}

// describe reads the phrase round the noun i: what modifies it, and behind it
// "by", "from" or "of" and a name.
func (r *reader) describe(i int) description {
	d := description{phrase: phrase{i, i + 1}, head: i}
	for d.first > 0 && i-d.first < 8 && r.modifies(d.first-1) {
		d.first--
		d.named = d.named || r.named(d.first)
	}
	k := i + 1
	if w := r.low(k); w == "by" || w == "from" || w == "of" {
		for k++; k < i+7 && (articles.Has(r.low(k)) || !r.named(k) && (r.tag(k) == "NN" || r.tag(k) == "JJ")); {
			k++
		}
		if r.named(k) && !months.Has(r.bare(k)) {
			d.last, d.named = r.run(k, min(len(r.doc.Tokens), k+10)).last, true
		}
	}
	if articles.Has(r.low(d.first)) {
		d.first++
	}
	return d
}

// modifies reports whether token i stands before a noun as part of its phrase.
func (r *reader) modifies(i int) bool {
	if r.sentenceStart(i+1) || opening(r.low(i)) {
		return false
	}
	t := r.tag(i)
	switch {
	case months.Has(r.bare(i)), r.sentenceStart(i) && lexicon.Starters().Has(r.low(i)) && !articles.Has(r.low(i)):
		return false
	case r.named(i), possessiveMark(r.low(i)) && r.named(i-1), articles.Has(r.low(i)):
		return true
	}
	return t == "NN" || (t == "JJ" || t == "CD") && strings.IndexByte(r.low(i), '-') > 0 && !strings.HasSuffix(r.low(i), "ing") // "the 212-page report"
}

// fullest is the wording that a definite phrase of a head noun alone stands
// for: the last one with a name before it, else the first one behind, else the
// last one before it that says more at all.
func (v *resolver) fullest(m mention) string {
	if m.len() > 2 || !v.describable(v.low(m.head)) {
		return ""
	}
	if v.wordings == nil {
		v.wordings = v.descriptions()
	}
	list := v.wordings[v.low(m.head)]
	k := sort.Search(len(list), func(k int) bool { return list[k].head >= m.head })
	switch n := len(list) - 1; {
	case k > 0 && list[k-1].lastNamed >= 0:
		k = list[k-1].lastNamed
	case n >= k && list[n].lastNamed >= k: // named only behind the mention
		k = list[n].lastNamed
	case k > 0 && !generic.Has(v.low(m.head)):
		k--
	default:
		return ""
	}
	return v.words(list[k].phrase)
}

// generic nouns stand for whatever organisation was named last.
var generic = lexicon.SetOf("company firm organization organisation agency group airline retailer manufacturer startup nonprofit charity union team club network paper newspaper magazine outlet carrier bank bureau")
