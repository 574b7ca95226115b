package evaluate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrecision: one of the story's two quotes is annotated with another
// source, so that its rule is wrong once. What the models alone found is
// counted on the unseen documents or not at all.
func TestPrecision(t *testing.T) {
	dir := t.TempDir()
	write := func(name, line string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	seen := write("seen.jsonl", line(t, "a", "annotated", closed, late)+"\n"+line(t, "b", "annotated", closed, [4]string{"direct", "“It is late,”", "Kim", "said"}))
	table, err := Precision([]string{seen}, nil, "", func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	if want := "quote-said\t*\t0.500\t2\n"; !strings.Contains(string(table), want) {
		t.Errorf("no %q in\n%s", want, table)
	}
	again, _ := Precision([]string{seen}, []string{seen}, "Ours.", func(err error) { t.Error(err) })
	if !strings.HasPrefix(string(again), "# Source: Ours.\n") {
		t.Errorf("without a source:\n%s", again)
	}
	if want := strings.TrimPrefix(string(again), "# Source: Ours.\n"); want != string(table) {
		t.Errorf("the same documents, unseen:\n%s", again)
	}
	empty, _ := json.Marshal(map[string]any{"id": "e", "text": "Nothing was said.", "quotes": []int{}})
	if _, err := Precision([]string{write("empty.jsonl", string(empty))}, nil, "", func(err error) { t.Error(err) }); err == nil {
		t.Error("a table of nothing")
	}
}

// TestTakeLearned: counts of the models' own quotes are those of the unseen
// documents, others are not.
func TestTakeLearned(t *testing.T) {
	seen := &tallies{map[string]tally{"learned": {9, 9}, "said-that": {4, 3}}, map[[2]string]tally{{"learned", "say"}: {9, 9}, {"said-that", "say"}: {4, 3}}}
	unseen := &tallies{map[string]tally{"learned": {5, 2}, "said-that": {8, 8}}, map[[2]string]tally{{"learned", "ask"}: {5, 2}}}
	seen.takeLearned(unseen)
	if seen.rules["learned"] != (tally{5, 2}) || seen.rules["said-that"] != (tally{4, 3}) || len(seen.cues) != 2 || seen.cues[[2]string{"learned", "ask"}] != (tally{5, 2}) {
		t.Errorf("%+v", *seen)
	}
}
