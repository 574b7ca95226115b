package cli_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"quotes/internal/cli"
	"quotes/pkg/pipeline"
)

// shared is where the measuring sets stand, if they do.
const shared = "../../../shared"

// goldQuote is a quote as a reader of a page annotated it.
type goldQuote struct {
	Section string   `json:"section"`
	Spans   []string `json:"spans"`
	Words   []string `json:"words"`
	Speaker struct {
		Mention string `json:"mention"`
		Name    string `json:"name"`
		Kind    string `json:"kind"`
	} `json:"speaker"`
}

// tally counts the quotes of one row: found, and with the right name or kind.
type tally struct{ found, name, kind int }

// TestAccuracyTable prints how often the speaker is right, by what names it
// where the quote stands and by what it is: the tables of docs/accuracy.md.
// Contents are matched as the scoring programs do; names are right where their
// words are those of the gold (on the pages) or hold one another (sourcing).
func TestAccuracyTable(t *testing.T) {
	if _, err := os.Stat(filepath.Join(shared, "corpora")); err != nil {
		t.Skip("no measuring sets beside the project")
	}
	var total tally
	for _, set := range []struct {
		name, gold, docs string
		// floor is what the share of right names must not fall below, some
		// points under what it is today.
		floor float64
	}{
		{"pages", "corpora/pages/gold.jsonl", "corpora/pages/html/*.gz", 80},
		{"seeds", "seeds/gold.jsonl", "seeds/*.txt", 90},
		{"sourcing", "corpora/sourcing/gold.jsonl", "corpora/sourcing/docs.jsonl", 80},
	} {
		rows := map[string]*tally{}
		count := func(row string, name, kind bool) {
			if rows[row] == nil {
				rows[row] = &tally{}
			}
			for _, x := range []*tally{rows[row], &total} {
				x.found++
				x.name += one(name)
				x.kind += one(kind)
			}
		}
		total = tally{}
		paths, _ := filepath.Glob(filepath.Join(shared, set.docs))
		found := records(t, paths)
		for _, line := range lines(t, filepath.Join(shared, set.gold)) {
			if set.name == "sourcing" {
				scoreStatements(t, line, found, count)
			} else {
				scorePage(t, line, found, count)
			}
		}
		for _, row := range slices.Sorted(maps.Keys(rows)) {
			x := rows[row]
			t.Logf("| %s | %s | %d | %.1f | %.1f |", set.name, row, x.found, share(x.name, x.found), share(x.kind, x.found))
		}
		if got := share(total.name, total.found); got < set.floor {
			t.Errorf("%s: %.1f %% of the names are right, want %.0f", set.name, got, set.floor)
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func lines(t *testing.T, path string) [][]byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(bytes.Lines(data))
}

var endings = regexp.MustCompile(`(\.(html?|txt|gz))+$`)

// pageName is a document's file name without its endings.
func pageName(id string) string { return endings.ReplaceAllString(filepath.Base(id), "") }

// records gives the quotes of some inputs by document.
func records(t *testing.T, paths []string) map[string][]pipeline.Record {
	t.Helper()
	out := map[string][]pipeline.Record{}
	var all bytes.Buffer
	cli.Run(append([]string{"quotes", "extract", "--quiet"}, paths...), strings.NewReader(""), &all, &bytes.Buffer{})
	for line := range bytes.Lines(all.Bytes()) {
		var r pipeline.Record
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		out[pageName(r.DocID)] = append(out[pageName(r.DocID)], r)
	}
	return out
}

var wordPattern = regexp.MustCompile(`[\pL\pN_]+`)

// wordsOf are the words of a text as the scoring programs compare them.
func wordsOf(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "'s ", " "), "'", "")
	return wordPattern.FindAllString(s, -1)
}

var honor = strings.Fields("mr mrs ms miss dr sir dame lord lady prof professor the a an")

// nameWords are the words of a name, each once, in order.
func nameWords(s string) []string {
	w := slices.DeleteFunc(wordsOf(s), func(x string) bool { return slices.Contains(honor, x) })
	slices.Sort(w)
	return slices.Compact(w)
}

// alike is twice the length of the longest common run of words, in order with
// gaps, by the sum of both lengths.
func alike(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}

// orNone is what s holds, "" for nothing.
func orNone(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// scorePage counts the quotes of an annotated page that were found.
func scorePage(t *testing.T, line []byte, found map[string][]pipeline.Record, count func(string, bool, bool)) {
	var page struct {
		Page   string      `json:"page"`
		Quotes []goldQuote `json:"quotes"`
	}
	if err := json.Unmarshal(line, &page); err != nil {
		t.Fatal(err)
	}
	used := map[int]bool{}
	for _, g := range page.Quotes {
		words := g.Words
		if words == nil {
			words = wordsOf(strings.Join(g.Spans, " "))
		}
		best, top := -1, 0.8
		for i, r := range found[page.Page] {
			s := alike(words, wordsOf(r.Quote))
			if r.Section == g.Section {
				s += 0.001 // of two alike, the one of the same section
			}
			if !used[i] && s >= top && (s > top || best < 0) {
				best, top = i, s
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		r := found[page.Page][best]
		name := slices.Equal(nameWords(g.Speaker.Name), nameWords(orNone(r.Speaker)))
		kind := g.Speaker.Kind == orNone(r.SpeakerKind)
		count("mention: "+mentionKind(g.Speaker.Mention, g.Speaker.Kind), name, kind)
		count("source: "+g.Speaker.Kind, name, kind)
	}
}

var pronounPattern = regexp.MustCompile(`(?i)^(he|she|they|it|who|his|her|their|its|him|them|that|which)$`)

var capital = regexp.MustCompile(`(^|\s)(al-)?\p{Lu}`)

// mentionKind tells a name from a role, a pronoun and nothing.
func mentionKind(mention, kind string) string {
	switch {
	case mention == "":
		return "none"
	case pronounPattern.MatchString(mention):
		return "pronoun"
	case kind != "unnamed" && kind != "group" && capital.MatchString(strings.TrimPrefix(mention, "The ")):
		return "name"
	}
	return "role"
}

// letters are the letters and digits of a text.
func letters(s string) string {
	return strings.Join(wordPattern.FindAllString(strings.ToLower(s), -1), "")
}

// scoreStatements counts the quotes that lie in an article's marked statements.
func scoreStatements(t *testing.T, line []byte, found map[string][]pipeline.Record, count func(string, bool, bool)) {
	var article struct {
		ID         string      `json:"id"`
		Statements [][4]string `json:"statements"`
	}
	if err := json.Unmarshal(line, &article); err != nil {
		t.Fatal(err)
	}
	for _, r := range found[article.ID] {
		quote := letters(r.Quote)
		for _, s := range article.Statements {
			if len(quote) < 20 || !strings.Contains(letters(s[0]), quote) {
				continue
			}
			want, got := nameWords(s[2]), nameWords(orNone(r.Speaker))
			kind := statementKind(s[1])
			if strings.Contains(" null none n/a na unnamed anonymous - ", " "+strings.ToLower(strings.TrimSpace(s[2]))+" ") {
				want, kind = nil, "unnamed"
			}
			sameKind := kind == orNone(r.SpeakerKind) || kind == "unnamed" && (orNone(r.SpeakerKind) == "group" || r.Speaker == nil)
			name := len(want) > 0 && len(got) > 0 && (holds(want, got) || holds(got, want)) || kind == "unnamed" && sameKind
			count("mention: "+mentionKind(orNone(r.Mention), orNone(r.SpeakerKind)), name, sameKind)
			count("source: "+kind, name, sameKind)
			break
		}
	}
}

// statementKind is the kind of a source in that corpus's words.
func statementKind(s string) string {
	s = strings.ToLower(s)
	for _, k := range [][2]string{{"anonym", "unnamed"}, {"unna", "unnamed"}, {"unamed", "unnamed"}, {"group", "unnamed"}, {"doc", "document"}, {"org", "organization"}} {
		if strings.Contains(s, k[0]) {
			return k[1]
		}
	}
	return "person"
}

// holds reports whether all of b's words are a's.
func holds(a, b []string) bool {
	return !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
}
