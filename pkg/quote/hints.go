package quote

import (
	"strings"

	"quotes/internal/tag"
	"quotes/pkg/text"
)

// The labeller sees what the rules found: a number a token, its role in the
// two lowest bits, the next one for the first token of its phrase, and above
// it the family of the rule.

// families groups rules by how far their bounds can be trusted.
var families = func() map[string]uint8 {
	out := map[string]uint8{}
	for i, rules := range []string{
		"quote-said quote-said-quote quote-verb quote-dash said-quote told-quote name-colon",
		"said-that told-that",
		"said-clause told-clause said-how told-how",
		"clause-said clause-said-clause according-to as-said in-words said-by",
		"denied warned-of called called-quote praised-quote accused-of believed-quote called-by called-what",
		"vowed-to urged-to",
		"source-colon colon-source colon-block headline-says floating",
	} {
		for rule := range strings.FieldsSeq(rules) {
			out[rule] = uint8(i + 1)
		}
	}
	return out
}()

// Hints gives the hints of a document's tokens, for training.
func Hints(doc *text.Document, tagger text.Tagger) []uint8 {
	f := newFinder(doc, tagger)
	f.readBlocks()
	return f.hints()
}

// hints writes the drafts down, cues over sources over contents.
func (f *finder) hints() []uint8 {
	out := make([]uint8, len(f.doc.Tokens))
	family := make([]uint8, len(f.drafts))
	mark := func(k int, role tag.Role, phrases ...phrase) {
		for _, g := range phrases {
			for i := g.first; i < g.last; i++ {
				out[i] = uint8(role) | flag8(i == g.first)<<2 | family[k]<<3
			}
		}
	}
	for k, d := range f.drafts {
		family[k] = families[d.rule]
		mark(k, tag.Content, d.fragments...)
	}
	for k, d := range f.drafts {
		mark(k, tag.Source, d.src)
	}
	for k, d := range f.drafts {
		mark(k, tag.Cue, d.cue...)
	}
	return out
}

func flag8(b bool) uint8 { return uint8(flag(b)) }
