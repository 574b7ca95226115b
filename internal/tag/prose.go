package tag

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"quotes/pkg/text"
)

// unknown is the tag of a word that the library gave none.
const unknown = "NN"

// Prose is the tagger of prose/v2. Its model (60 MB, half a second) is loaded
// on the first call of Tag.
func Prose() text.Tagger { return proseTagger{} }

type proseTagger struct{}

// proseModel loads the part-of-speech model alone: a document without entity
// extraction builds nothing else, and keeps the model it built.
var proseModel = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	return doc.Model
})

// Tag implements text.Tagger. The library sees the words with spaces between
// them; it splits some of them again, and a word then takes the tag of the
// longest of its parts. Words that repeat in one sentence share a tag: the
// library keeps one token for equal words of a call.
func (proseTagger) Tag(words []string) []string {
	clean := make([]string, len(words))
	for i, w := range words {
		clean[i] = straight(w)
	}
	tags := make([]string, len(words))
	for i := range tags {
		tags[i] = unknown
	}
	mapTags(clean, proseTokens(strings.Join(clean, " ")), tags)
	tagMarks(words, tags)
	return tags
}

// straighten does what the library does to its input, so that its tokens can
// be found again.
var straighten = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "&rsquo;", "'")

// straight is a word as the library sees it: white space inside would split it.
func straight(w string) string {
	return strings.Join(strings.Fields(straighten.Replace(w)), "")
}

func proseTokens(sentence string) []prose.Token {
	m := proseModel()
	if m == nil || sentence == "" {
		return nil
	}
	doc, err := prose.NewDocument(sentence, prose.UsingModel(m),
		prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	return doc.Tokens()
}

// mapTags gives each word the tag of the longest token inside it. Words and
// tokens spell the same letters; where they do not, the words left keep
// their tags.
func mapTags(words []string, toks []prose.Token, tags []string) {
	k := 0
	for i, w := range words {
		longest := 0
		for w != "" && k < len(toks) {
			rest, ok := strings.CutPrefix(w, toks[k].Text)
			if !ok || toks[k].Text == "" {
				return
			}
			if n := len(toks[k].Text); n > longest {
				longest, tags[i] = n, proseTag(toks[k].Tag)
			}
			w = rest
			k++
		}
	}
}

// proseTag is a library's tag in the Treebank's spelling.
func proseTag(t string) string {
	switch t {
	case "(":
		return openBracket
	case ")":
		return closeBracket
	case "":
		return unknown
	}
	return t
}
