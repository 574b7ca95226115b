package how

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var header = regexp.MustCompile(`^(# .+\n)+# Source: .+ Licence: Apache-2\.0\. Date: \d{4}-\d\d-\d\d\.\n`)

// TestLists: each list has a header with its source, and entries in lower
// case, in byte order of their keys, none twice.
func TestLists(t *testing.T) {
	values := map[string]*regexp.Regexp{
		"channels.txt": regexp.MustCompile(`^[a-z ]+\t[a-z ]+$`),
		"sources.txt":  nil,
		"denials.txt":  regexp.MustCompile(`^(all|claims)$`),
		"claims.txt":   nil,
		"outlets.txt":  regexp.MustCompile(`^(broadcaster|press|platform)$`),
		"heads.txt":    regexp.MustCompile(`^(broadcaster|press)$`),
	}
	for name, value := range values {
		b, err := files.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !header.Match(b) {
			t.Errorf("%s: no header with what it is, source, licence and date", name)
		}
		last := ""
		for l := range strings.Lines(string(b)) {
			if l[0] == '#' {
				continue
			}
			key, v, tab := strings.Cut(strings.TrimSuffix(l, "\n"), "\t")
			if key <= last || key != strings.ToLower(key) || tab != (value != nil) || value != nil && !value.MatchString(v) {
				t.Errorf("%s: %q behind %q", name, l, last)
			}
			last = key
		}
	}
}

// TestListsFit: what is a source is a channel's noun, and prepositions are
// those that the reading knows.
func TestListsFit(t *testing.T) {
	for w := range speaking().All() {
		if channels().Of(w).channel == "" {
			t.Errorf("sources.txt: %q is not in channels.txt", w)
		}
	}
	known := strings.Fields("in on at during via by over through under bare")
	for w, c := range channels().All() {
		for _, p := range c.prepositions {
			if !slices.Contains(known, p) {
				t.Errorf("channels.txt: %q has the preposition %q", w, p)
			}
		}
	}
}
