package corpus

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzBrat: no marks make a panic, and the spans of what is read lie in the
// text.
func FuzzBrat(f *testing.F) {
	f.Add(story, "T1\tSource 14 17\tLee\nT2\tCue 18 22\tsaid\nT3\tContent 0 13;24 35\t...\nE1\tCue:T2 Source:T1 Content:T3\nA1\tKind T3 direct\n")
	f.Add(story, "T3\tContent 0 13\nR1\tx Arg1:T3 Arg2:T3\nE1\tT3:T3 E1:E1\nE2\t\nA1\t\nT\t\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text, ann string) {
		stem := filepath.Join(dir, "f")
		for ending, data := range map[string]string{".txt": text, ".ann": ann} {
			if err := os.WriteFile(stem+ending, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for d := range Annotated(stem + ".ann") {
			if d == nil {
				continue
			}
			for _, q := range d.Quotes {
				n := utf8.RuneCountInString(d.Text)
				if !within(n, q.Content) || !within(n, q.Source) || !within(n, q.Cue) {
					t.Errorf("%+v is not in a text of %d characters", q, n)
				}
			}
		}
	})
}
