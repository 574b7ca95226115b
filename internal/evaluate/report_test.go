package evaluate

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// story holds two quotations and an attitude.
const story = "The road is closed, Lee said. “It is late,” Poe said. Kim wants a new bridge."

// line makes a line of annotation or of records; parts are content, source and
// cue of quotations, by their words.
func line(t *testing.T, id, shape string, parts ...[4]string) string {
	t.Helper()
	at := func(words string) [][2]int {
		if words == "" {
			return nil
		}
		i := strings.Index(story, words)
		if i < 0 {
			t.Fatalf("%q is not in the story", words)
		}
		i = len([]rune(story[:i]))
		return [][2]int{{i, i + len([]rune(words))}}
	}
	var quotes []any
	var out strings.Builder
	for _, p := range parts {
		quotes = append(quotes, map[string]any{"kind": p[0], "content": at(p[1]), "source": at(p[2]), "cue": at(p[3])})
		r, _ := json.Marshal(map[string]any{"doc_id": id, "type": p[0], "quote": p[1], "mention": p[2], "cue": p[3],
			"spans": map[string]any{"quote": at(p[1]), "mention": at(p[2]), "cue": at(p[3])}})
		fmt.Fprintf(&out, "%s\n", r)
	}
	if shape == "records" {
		return out.String()
	}
	b, _ := json.Marshal(map[string]any{"id": id, "text": story, "quotes": quotes})
	return string(b)
}

var (
	closed = [4]string{"indirect", "The road is closed", "Lee", "said"}
	late   = [4]string{"direct", "“It is late,”", "Poe", "said"}
	bridge = [4]string{"indirect", "a new bridge", "Kim", "wants"}
)

// compare compares lines of annotation and lines of records.
func compare(t *testing.T, gold, found string, o Options) *Report {
	t.Helper()
	g, errs := readLines(gold)
	f, errs2 := readLines(found)
	if len(errs)+len(errs2) > 0 {
		t.Fatal(errs, errs2)
	}
	return Compare(g, f, o)
}

func TestCompare(t *testing.T) {
	gold := line(t, "a", "annotated", closed, late, bridge)
	tests := []struct {
		name  string
		found [][4]string
		// gold, found, content F1, e2e F1 of quoted, speech, all, indirect
		want string
	}{
		{"all", [][4]string{closed, late, bridge}, "1 1 100 100|2 2 100 100|3 3 100 100|2 2 100 100"},
		{"none", nil, "1 0 0 0|2 0 0 0|3 0 0 0|2 0 0 0"},
		{"an attitude is no speech and nothing extra there", [][4]string{bridge}, "1 0 0 0|2 0 0 0|3 1 50 50|2 1 66.7 66.7"},
		{"wrong source", [][4]string{closed, {"direct", "It is late,", "Lee", "said"}}, "1 1 100 0|2 2 100 50|3 2 80 40|2 1 66.7 66.7"},
		{"extra of no type", [][4]string{late, {"indirect", "Poe said", "Kim", "wants"}}, "1 1 100 100|2 2 50 50|3 2 40 40|2 1 0 0"},
		{"a part is no content and not extra beside it", [][4]string{{"indirect", "closed, Lee said. “It", "Lee", "said"}}, "1 0 0 0|2 1 0 0|3 1 0 0|2 1 0 0"},
	}
	for _, test := range tests {
		r := compare(t, gold, line(t, "a", "records", test.found...), Options{})
		var got []string
		for _, f := range []Figures{r.Quoted, r.Speech, r.All, r.Indirect} {
			got = append(got, fmt.Sprint(f.Gold, f.Found, f.Content.F1, f.E2E.F1))
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, s, test.want)
		}
	}
}

// TestMistakes: a wrong source, what was missed, what is too much; no more of
// them than asked for.
func TestMistakes(t *testing.T) {
	gold := line(t, "a", "annotated", closed, late, bridge)
	found := line(t, "a", "records", [4]string{"direct", "It is late,", "Lee", "said"}, bridge, [4]string{"indirect", "Poe said", "", ""})
	var got []string
	for _, m := range compare(t, gold, found, Options{Errors: 9, Tier: "all"}).Errors {
		q := m.Gold
		if q == nil {
			q = m.Found
		}
		got = append(got, m.Kind+" "+q.Content)
	}
	if want := []string{"speaker “It is late,”", "missed The road is closed", "extra Poe said"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(compare(t, gold, found, Options{Errors: 2, Tier: "all"}).Errors); n != 2 {
		t.Errorf("%d mistakes, want 2", n)
	}
}

// TestCompareRecords: records of two runs. What only the later one has counts
// against it, in a document of its own too.
func TestCompareRecords(t *testing.T) {
	before := line(t, "a", "records", closed, late) + line(t, "b", "records", late)
	after := line(t, "a", "records", late) + line(t, "c", "records", bridge)
	r := compare(t, before, after, Options{})
	if r.Documents != 3 || r.All.Gold != 3 || r.All.Found != 2 || r.All.Content.P != 50 || r.All.Content.R != 33.3 {
		t.Errorf("%+v", r.All)
	}
	if !slices.Equal(r.OnlyGold, []string{"b"}) || !slices.Equal(r.OnlyFound, []string{"c"}) {
		t.Errorf("only before %v, only after %v", r.OnlyGold, r.OnlyFound)
	}
	if same := compare(t, before, before, Options{}); same.All.E2E.F1 != 100 || same.All.Exact.F1 != 100 {
		t.Errorf("a run against itself: %+v", same.All)
	}
}

// TestInterval: the same interval each time, round the figure; none for one
// document.
func TestInterval(t *testing.T) {
	var gold, found string
	for i := range 40 {
		id := fmt.Sprint(i)
		gold += line(t, id, "annotated", closed, late) + "\n"
		found += line(t, id, "records", [][4]string{closed, late, bridge}[i%3:]...)
	}
	a, b := compare(t, gold, found, Options{}).All.Content, compare(t, gold, found, Options{}).All.Content
	if a.Interval == nil || *a.Interval != *b.Interval {
		t.Fatalf("two runs, two intervals: %v, %v", a.Interval, b.Interval)
	}
	if a.Interval[0] >= a.F1 || a.Interval[1] <= a.F1 {
		t.Errorf("F1 %.1f is not between %v", a.F1, *a.Interval)
	}
	if one := compare(t, line(t, "a", "annotated", late), line(t, "a", "records", late), Options{}); one.All.Content.Interval != nil {
		t.Error("an interval from one document")
	}
}

// TestMisplaced: records whose words are not at their spans are told.
func TestMisplaced(t *testing.T) {
	bytes := strings.ReplaceAll(line(t, "a", "records", late), "[[30,43]]", "[[30,47]]")
	if r := compare(t, line(t, "a", "annotated", late), bytes, Options{}); !slices.Equal(r.Misplaced, []string{"a"}) {
		t.Errorf("misplaced %v", r.Misplaced)
	}
}

// TestReliability: records are counted by confidence; one is right where its
// content is found and its mention, if any, is the source.
func TestReliability(t *testing.T) {
	with := func(p [4]string, c string) string {
		return strings.ReplaceAll(line(t, "a", "records", p), `"doc_id"`, `"confidence":`+c+`,"doc_id"`)
	}
	found := with(closed, "0.94") + with([4]string{"direct", "It is late,", "Lee", "said"}, "0.91") + with([4]string{"indirect", "a new bridge", "", ""}, "1") +
		with([4]string{"indirect", "Poe said", "", ""}, "0.05")
	r := compare(t, line(t, "a", "annotated", closed, late, bridge), found, Options{}).Confidence
	want := []bin{{0, 0.1, 1, 0.05, 0}, {0.9, 1, 3, 0.95, 0.667}}
	if r == nil || !slices.Equal(r.Bins, want) || r.Error != 0.225 {
		t.Errorf("%+v, want %+v", r, want)
	}
	if r := compare(t, line(t, "a", "annotated", late), line(t, "a", "records", late), Options{}).Confidence; r != nil {
		t.Errorf("without confidence: %+v", r)
	}
}
