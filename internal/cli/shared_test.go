package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
)

// shared is where the measuring sets stand, if they do.
const shared = "../../../shared"

// run gives what a command writes; the command may fail for some inputs.
func run(t testing.TB, args ...string) []byte {
	t.Helper()
	var out, messages bytes.Buffer
	if code := Run(append([]string{"quotes"}, args...), strings.NewReader(""), &out, &messages); code > exitFailed {
		t.Fatalf("quotes %s: exit code %d: %s", strings.Join(args, " "), code, messages.String())
	}
	if strings.Contains(messages.String(), "internal error") {
		t.Errorf("quotes %s: %s", strings.Join(args, " "), messages.String())
	}
	return out.Bytes()
}

// split gives the lines of what was written.
func split(out []byte) [][]byte {
	all := bytes.SplitAfter(out, []byte("\n"))
	return all[:len(all)-1]
}

// TestContractOnRealPages: every record of the measuring sets is as the
// contract has it, and its spans hold exactly its words, in every unit.
func TestContractOnRealPages(t *testing.T) {
	sets := []string{"seeds/*.txt", "corpora/sourcing/docs.jsonl", "corpora/pages/html/*.gz"}
	if testing.Short() {
		sets = sets[:1]
	}
	for _, set := range sets {
		t.Run(filepath.Dir(set), func(t *testing.T) {
			paths, err := filepath.Glob(filepath.Join(shared, set))
			if err != nil {
				t.Fatal(err)
			}
			if len(paths) == 0 {
				t.Skipf("%s is not beside the project", set)
			}
			checkContract(t, paths)
		})
	}
}

func checkContract(t *testing.T, paths []string) {
	texts := map[string]string{}
	for _, line := range split(run(t, append([]string{"text"}, paths...)...)) {
		d, err := recordtest.Document(line)
		if err != nil {
			t.Fatal(err)
		}
		texts[d.DocID] = d.Text
	}
	for _, unit := range []pipeline.Offsets{pipeline.CodePoints, pipeline.Bytes, pipeline.UTF16} {
		lines := split(run(t, append([]string{"extract", "--offsets", string(unit)}, paths...)...))
		if len(lines) == 0 {
			t.Error("no records")
		}
		for _, line := range lines {
			r, err := recordtest.Record(line)
			if err == nil {
				err = recordtest.Spans(r, texts[r.DocID], unit)
			}
			if err != nil {
				t.Errorf("%s: %v", unit, err)
			}
		}
	}
}

// BenchmarkExtract measures the whole way from files to records, with one
// worker, on the project's own articles.
func BenchmarkExtract(b *testing.B) {
	var size int64
	pages, err := filepath.Glob("../../seeds/*")
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range pages {
		info, err := os.Stat(p)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		var out, messages bytes.Buffer
		if code := Run([]string{"quotes", "extract", "--jobs", "1", "../../seeds"}, strings.NewReader(""), &out, &messages); code != exitOK {
			b.Fatal(messages.String())
		}
	}
}

// BenchmarkCores measures what all cores gain over one, on many files and on
// one of many documents: "speedup" is the ratio of two runs in turns.
func BenchmarkCores(b *testing.B) {
	one := filepath.Join(b.TempDir(), "one.jsonl")
	many := b.TempDir()
	var lines bytes.Buffer
	for i := range 40 {
		for _, doc := range split(run(b, "text", "../../seeds")) {
			lines.Write(doc)
			if err := os.WriteFile(filepath.Join(many, fmt.Sprintf("%d-%d.jsonl", i, lines.Len())), doc, 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(one, lines.Bytes(), 0o666); err != nil {
		b.Fatal(err)
	}
	for _, path := range []string{many, one} {
		b.Run(map[string]string{many: "many files", one: "one file"}[path], func(b *testing.B) {
			var alone, all time.Duration
			for b.Loop() {
				start := time.Now()
				run(b, "extract", "--quiet", "--jobs", "1", path)
				between := time.Now()
				run(b, "extract", "--quiet", path)
				alone += between.Sub(start)
				all += time.Since(between)
			}
			b.ReportMetric(float64(alone)/float64(all), "speedup")
			b.ReportMetric(float64(runtime.NumCPU()), "cores")
		})
	}
}
