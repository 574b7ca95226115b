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
