package pipeline_test

import (
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"quotes/pkg/pipeline"
)

// A folder without models is an error.
func ExampleUseModels() {
	models := fstest.MapFS{} // os.DirFS("models")
	if err := pipeline.UseModels(models); err != nil {
		fmt.Println(err)
	}
	// Output: no models there
}

// TestUseModelsErrors: what is no model is told, and nothing is changed.
func TestUseModelsErrors(t *testing.T) {
	for name, test := range map[string]struct {
		file string
		want string
	}{
		"first.bin":  {"x", "first.bin: not a model file: wrong magic"},
		"words.bin":  {"x", "words.bin without pos.bin, which would have learnt on other words"},
		"pos.bin":    {"", "pos.bin: not a model file: wrong magic"},
		"ranker.txt": {"one two\n", `ranker.txt: ranker: a line of 2 columns: "one two"`},
		"notes.md":   {"x", "no models there"},
		"story.txt":  {"An article.", "no models there"},
		// Tables of confidence hold shares.
		"calibration.tsv": {"# p\n0.5\t9\n", `calibration.tsv:2: "9" is no share from 0 to 1`},
		"precision.tsv":   {"junk\n", "precision.tsv:1: too few columns"},
	} {
		err := pipeline.UseModels(fstest.MapFS{name: &fstest.MapFile{Data: []byte(test.file)}})
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
	for _, name := range []string{"ranker.txt", "precision.tsv", "first.bin"} { // a pipe would be waited for
		err := pipeline.UseModels(fstest.MapFS{name: &fstest.MapFile{Mode: fs.ModeNamedPipe}})
		if want := name + ": not a regular file"; err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
