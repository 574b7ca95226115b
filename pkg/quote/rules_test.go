package quote

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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
		code.Write(regexp.MustCompile(`wordSet\("[^"]*"\)`).ReplaceAll(b, nil))
	}
	given := func(rule string) bool {
		rule = strings.Replace(rule, "told", "said", 1) // addressee frames rename what they find
		return strings.Contains(code.String(), `"`+rule+`"`)
	}
	lists := map[string]map[string]bool{"certain": certain, "addressed": addressed, "families": {}}
	for rule := range families {
		lists["families"][rule] = true
	}
	for name, list := range lists {
		for rule := range list {
			if !given(rule) {
				t.Errorf("%s names %q, which no code gives", name, rule)
			}
		}
	}
}
