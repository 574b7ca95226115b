// Package goldentest runs golden cases: txtar files of an input and a part
// "want", what comes out of it; their comment says what the case is about.
// With -update it writes the second anew. Only tests import it.
package goldentest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Run compares what of makes of each input in a folder, a file whose name
// tells the format, with what is wanted.
func Run(t *testing.T, folder string, of func(t *testing.T, input string) string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil || len(ar.Files) == 0 {
				t.Fatalf("no input: %v", err)
			}
			got := of(t, Input(t, ar.Files[0].Name, string(ar.Files[0].Data)))
			if *update {
				ar.Files = []txtar.File{ar.Files[0], {Name: "want", Data: []byte(got)}}
				write(t, file, txtar.Format(ar))
				return
			}
			if len(ar.Files) != 2 || ar.Files[1].Name != "want" {
				t.Fatal("not one input and a want part")
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// Input writes a file for the time of a test, and gives its path.
func Input(t *testing.T, name, data string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	write(t, name, []byte(data))
	return name
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
