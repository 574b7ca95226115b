package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const story = "“It is late,” Lee said, “and dark.” Poe agreed. Kim, a guard, wants “more lamps”."

// bratQuotes reads a brat file with some lines beside the story. Tabs in the
// lines are written |.
func bratQuotes(t *testing.T, lines ...string) ([]string, []string) {
	t.Helper()
	stem := filepath.Join(t.TempDir(), "a")
	ann := strings.ReplaceAll(strings.Join(lines, "\n"), "|", "\t")
	for ending, data := range map[string]string{".txt": story, ".ann": ann} {
		if err := os.WriteFile(stem+ending, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var quotes, errs []string
	for d, err := range Annotated(stem + ".ann") {
		if err != nil {
			errs = append(errs, filepath.Base(err.Error()))
			continue
		}
		for _, q := range d.Quotes {
			quotes = append(quotes, show(d, q))
		}
	}
	return quotes, errs
}

// show writes a quotation by its words.
func show(d *Document, q Quote) string {
	words := func(spans [][2]int) string {
		var out []string
		for _, s := range spans {
			out = append(out, string([]rune(d.Text)[s[0]:s[1]]))
		}
		return strings.Join(out, "+")
	}
	return fmt.Sprintf("%s %s: %s (%s)", words(q.Source), words(q.Cue), words(q.Content), q.Kind)
}

// TestBrat: the ways in which brat links marks give the same quotations.
func TestBrat(t *testing.T) {
	marks := []string{"T1|Source 14 17|Lee", "T2|Cue 18 22|said", "T3|Content 0 13;24 35|...", "T4|content 68 80|more", "T5|Speaker 48 60|Kim", "T6|Verb 62 67|wants"}
	want := []string{"Lee said: “It is late,”+“and dark.” (direct)", "Kim, a guard wants: “more lamps” ()"}
	for name, links := range map[string][]string{
		"star round the content": {"R1|SourceOf Arg1:T3 Arg2:T1", "R2|CueOf Arg1:T3 Arg2:T2", "R3|x Arg1:T4 Arg2:T5", "R4|y Arg1:T6 Arg2:T4"},
		"star round the cue":     {"R1|x Arg1:T2 Arg2:T1", "R2|x Arg1:T2 Arg2:T3", "R3|x Arg1:T6 Arg2:T5", "R4|x Arg1:T6 Arg2:T4"},
		"events":                 {"E1|Cue:T2 Source:T1 Content:T3", "E2|Statement:T6 Who:T5 What:T4"},
		"events in events":       {"E1|Cue:T2 Source:T1 Content:T3 In:E2", "E2|Cue:T6 Source:T5 Content:T4"},
	} {
		lines := append(append(links, marks...), "A1|Kind T3 direct", "A2|Negated T3", "#1|Note T3|x", "*|Equiv T1 T2")
		if got, errs := bratQuotes(t, lines...); !slices.Equal(got, want) || len(errs) > 0 {
			t.Errorf("%s:\n got %q %q\nwant %q", name, got, errs, want)
		}
	}
}

// TestBratParts: two contents of one event are one quotation, and those of an
// event that shares its first content with it too; two contents of one cue are
// two; a content alone has no source, a source alone is nothing.
func TestBratParts(t *testing.T) {
	marks := []string{"T1|Source 14 17|Lee", "T2|Cue 18 22|said", "T3|Content 0 13|", "T4|Content 24 35|"}
	more := []string{"T5|Speaker 48 60|Kim", "T6|Verb 62 67|wants", "T7|Content 68 80|more"}
	for name, test := range map[string]struct{ links, want []string }{
		"event": {[]string{"E1|Cue:T2 Source:T1 Content:T3 Content2:T4"}, []string{"Lee said: “It is late,”+“and dark.” ()"}},
		"cue":   {[]string{"R1|x Arg1:T2 Arg2:T1", "R2|x Arg1:T2 Arg2:T3", "R3|x Arg1:T2 Arg2:T4"}, []string{"Lee said: “It is late,” ()", "Lee said: “and dark.” ()"}},
		"shared": {append(slices.Clone(more), "E1|Cue:T2 Source:T1 Content:T3 Content:T4", "E2|Cue:T6 Source:T5 Content:T4 Content:T7"),
			[]string{"Lee+Kim, a guard said+wants: “It is late,”+“and dark.”+“more lamps” ()"}},
		"none": {nil, []string{" : “It is late,” ()", " : “and dark.” ()"}},
	} {
		if got, errs := bratQuotes(t, append(marks, test.links...)...); !slices.Equal(got, test.want) || len(errs) > 0 {
			t.Errorf("%s: %q %q, want %q", name, got, errs, test.want)
		}
	}
}

// TestBratErrors: bad lines are named, the others count.
func TestBratErrors(t *testing.T) {
	for line, want := range map[string]string{
		"T9":                       "a.ann:2: a mark without a span",
		"T9|Cue 3 900|x":           `a.ann:2: "3 900" is no span of a text of 81 characters`,
		"T9|Cue 5 3|x":             `a.ann:2: "5 3" is no span of a text of 81 characters`,
		"T9|Cue a b|x":             `a.ann:2: "a b" is no span of a text of 81 characters`,
		"T3|Cue 1 3|x":             "a.ann:2: a second mark T3",
		"R1|x Arg1:T3 Arg2:T7":     `a.ann:2: no mark "T7"`,
		"E1|Cue:T3 Source:T8":      `a.ann:2: no mark "T8"`,
		"R1":                       "",
		"":                         "",
		"Z1|what is this":          "",
		"A1|Kind T77 direct|extra": "",
	} {
		got, errs := bratQuotes(t, "T3|Content 0 13|", line)
		if len(got) != 1 || strings.Join(errs, ";") != want {
			t.Errorf("%s: %q, errors %q, want %q", line, got, errs, want)
		}
	}
}

// TestAnnotated: a folder is read by name, brat and JSON lines alike; what is
// missing or bad is named.
func TestAnnotated(t *testing.T) {
	dir := t.TempDir()
	line, _ := json.Marshal(map[string]any{"id": "j", "text": "x", "quotes": []Quote{{Content: [][2]int{{0, 9}}}, {Content: [][2]int{{0, 1}}}}})
	for name, data := range map[string]string{
		"b.txt": "text", "b.ann": "T1\tContent 0 4\ttext\n", "c.jsonl": string(line) + "\n{\n", "d.ann": "", "notes.md": "x", "packed.ann.gz": "x", "sub/e.txt": "e", "sub/e.ann": "",
	} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for d, err := range Annotated(dir) {
		if d != nil {
			got = append(got, fmt.Sprint(d.ID, len(d.Quotes)))
		}
		if err != nil {
			got = append(got, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
		}
	}
	want := []string{"b1", "j1", `c.jsonl:1: 1 of the 2 quotes of "j" have a span that is not in its text: left out`,
		"c.jsonl:2: not a line of JSON as it should be: unexpected end of JSON input", "d.txt: no such file or directory", "e0"}
	if !slices.Equal(got, want) {
		t.Errorf(" got %q\nwant %q", got, want)
	}
}

// TestBratMany: lines that link very many marks, or one mark in very many
// lines, take no work for each pair of them.
func TestBratMany(t *testing.T) {
	const n = 30_000
	numbered := func(format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(format, "#", fmt.Sprint(i)), "|", "\t"))
		}
		return b.String()
	}
	marks := numbered("T1#|Source 14 17|\nT2#|Cue 18 22|\nT3#|Content 0 13|\n")
	for name, test := range map[string]struct {
		links                    string
		quotes, parts, src, cues int // what is found: quotations, and of the last one its spans
	}{
		"one event":    {"E1\t" + numbered("a:T1# b:T2# c:T3# "), 1, n, n, n},
		"events":       {numbered("E#|a:T2# b:T1# c:T3#\n"), n, 1, 1, 1},
		"one cue":      {"R\tx a:T20 b:T10\n" + numbered("R#|x a:T20 b:T3#\n"), n, 1, 1, 1},
		"one content":  {numbered("R#|x a:T30 b:T1#\nR#|x a:T30 b:T2#\n"), n, 1, 0, 0},
		"one mark":     {"E1\t" + numbered("a:T30 "), n, 1, 0, 0},
		"nothing else": {"", n, 1, 0, 0},
	} {
		stem := filepath.Join(t.TempDir(), "a")
		for ending, data := range map[string]string{".txt": story, ".ann": marks + test.links} {
			if err := os.WriteFile(stem+ending, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for d, err := range Annotated(stem + ".ann") {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			last := d.Quotes[len(d.Quotes)-1]
			if len(d.Quotes) != test.quotes || len(last.Content) != test.parts || len(last.Source) != test.src || len(last.Cue) != test.cues {
				t.Errorf("%s: %d quotations, the last with %d contents, %d sources, %d cues", name, len(d.Quotes), len(last.Content), len(last.Source), len(last.Cue))
			}
		}
	}
}
