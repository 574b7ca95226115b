package quote

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// TestRuleNames: the lists of rules name rules that the package's code gives to
// drafts.
func TestRuleNames(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, name := range files {
		if name == "hints.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(regexp.MustCompile(`lexicon\.SetOf\("[^"]*"\)`).ReplaceAll(b, nil))
	}
	given := func(rule string) bool {
		rule = strings.Replace(rule, "told", "said", 1) // addressee frames rename what they find
		return strings.Contains(code.String(), `"`+rule+`"`)
	}
	all := strings.Join(slices.Collect(maps.Keys(families)), " ")
	for name, list := range map[string]*lexicon.Set{"certain": certain, "addressed": addressed, "families": lexicon.SetOf(all)} {
		for rule := range list.All() {
			if !given(rule) {
				t.Errorf("%s names %q, which no code gives", name, rule)
			}
		}
	}
}

// wordTagger gives some words a tag and all others that of a noun.
type wordTagger map[string]string

func (t wordTagger) Tag(words []string) []string {
	tags := make([]string, len(words))
	for i, w := range words {
		if tags[i] = t[w]; tags[i] == "" {
			tags[i] = "NN"
		}
	}
	return tags
}

// "that" before quotation marks opens a clause, whatever a tagger makes of it.
func TestThatBeforeMarks(t *testing.T) {
	s := "Lee said that “the road was shut” all day."
	a := &text.Article{Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(s)}}}}
	found := Find(text.NewDocument(a), wordTagger{"said": "VBD", "that": "DT", "was": "VBD", "Lee": "NNP"})
	if len(found) != 1 || !strings.HasPrefix(s[found[0].Content[0].Start:], "the road") && !strings.HasPrefix(s[found[0].Content[0].Start:], "“the road") {
		t.Errorf("got %+v", found)
	}
}
