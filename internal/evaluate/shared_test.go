package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"quotes/internal/ingest"
	"quotes/pkg/pipeline"
)

const shared = "../../../shared"

// TestAgainstScript: on the product's own records of a corpus the figures are
// those of the script that the corpus is usually scored with.
func TestAgainstScript(t *testing.T) {
	goldName := filepath.Join(shared, "corpora/polnear/dev.jsonl.gz")
	sentences := filepath.Join(shared, "corpora/polnear/dev.cofenet.jsonl.gz")
	if _, err := os.Stat(goldName); err != nil {
		t.Skip("no measuring sets beside the project")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	foundName := filepath.Join(t.TempDir(), "found.jsonl")
	writeRecords(t, goldName, foundName)
	out, err := exec.Command(python, filepath.Join(shared, "score/score.py"), goldName, foundName, "--json", "--cofenet", sentences).Output()
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]map[string]any
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	fail := func(err error) { t.Error(err) }
	gold, found := Open(goldName, fail), Open(foundName, fail)
	r := Compare(gold, found, Options{})
	r.AddCofeNet(gold, found, sentences, fail)
	checkFigures(t, r, want)
}

// checkFigures compares a report with the script's figures.
func checkFigures(t *testing.T, r *Report, want map[string]map[string]any) {
	names := map[string]string{"gold": "gold", "pred": "found", "content80": "content", "content30": "content30",
		"exact": "exact", "chars": "chars", "speaker": "speaker", "no_source": "no_source", "e2e": "e2e"}
	var got map[string]map[string]any
	b, _ := json.Marshal(map[string]any{"quoted": r.Quoted, "speech": r.Speech, "all": r.All, "cofenet": r.CofeNet})
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for tier, figures := range want {
		for name, figure := range figures {
			mine := got[tier][name]
			if tier != "cofenet" {
				mine = got[tier][names[name]]
			}
			if m, ok := mine.(map[string]any); ok {
				delete(m, "f1_95")
			}
			if fmt.Sprint(mine) != fmt.Sprint(figure) {
				t.Errorf("%s %s: %v, the script says %v", tier, name, mine, figure)
			}
			checked++
		}
	}
	if checked < 31 {
		t.Errorf("%d figures compared", checked)
	}
}

// writeRecords writes the product's records of a corpus's documents.
func writeRecords(t *testing.T, corpus, name string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for a, err := range ingest.Read([]string{corpus}, ingest.Options{Format: ingest.JSONL}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range pipeline.Extract(a, pipeline.Config{Attitudes: true}) {
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
	}
}
