package train

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"quotes/internal/corpus"
)

// Card says what models are: the data they are learnt from, their files and how
// right they are.
type Card struct {
	old    string // a card of before, which the first file written ends
	data   []dataRow
	files  []fileRow
	scores strings.Builder
}

// dataRow is a path that was read.
type dataRow struct {
	what, path string
	sum        [sha256.Size]byte
}

// fileRow is a file that was written.
type fileRow struct {
	name string
	size int
	sum  [sha256.Size]byte
}

// read notes the files of a training.
func (c *Card) read(from Config, docs, dev []*Doc) error {
	add := func(what string, paths ...string) error {
		for _, path := range paths {
			sum, err := sumOf(path)
			if err != nil {
				return err
			}
			c.data = append(c.data, dataRow{what, path, sum})
		}
		return nil
	}
	for _, row := range []struct {
		what  string
		paths []string
	}{
		{"annotated", from.Annotated}, {"annotated, to measure on", from.Dev},
		{"automatic tokens", from.Tokens}, {"a teacher's labels", from.Silver},
	} {
		if err := add(row.what, row.paths...); err != nil {
			return err
		}
	}
	if from.Classes != "" {
		if err := add("word classes", from.Classes); err != nil {
			return err
		}
	}
	fmt.Fprintf(&c.scores, "learnt from %s; measured on %s\n", size(docs), size(dev))
	return nil
}

// size says how much documents hold.
func size(docs []*Doc) string {
	quotes, words := 0, 0
	for _, d := range docs {
		quotes, words = quotes+len(d.quotes), words+len(d.Tokens)
	}
	return fmt.Sprintf("%d documents, %d quotations, %d words", len(docs), quotes, words)
}

// sumOf is the checksum of a file, or of all files of a folder in order.
func sumOf(path string) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return corpus.Plain(name, err)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		file, err := os.Open(name)
		if err != nil {
			return corpus.Plain(name, err)
		}
		defer file.Close()
		_, err = io.Copy(h, file)
		return err
	})
	h.Sum(sum[:0])
	return sum, err
}

// Write takes a line of scores.
func (c *Card) Write(line []byte) (int, error) { return c.scores.Write(line) }

// NewCard starts a card in the place of the one in a file: that goes when the
// first file is kept, so that a card tells of whole models.
func NewCard(old string) *Card { return &Card{old: old} }

// Keep writes a file of the models to a folder and notes it. It gets its name when it is
// whole.
func (c *Card) Keep(dir, name string, b []byte) error {
	if c.old != "" {
		if err := os.Remove(c.old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		c.old = ""
	}
	row := fileRow{name, len(b), sha256.Sum256(b)}
	for i := range c.files {
		if c.files[i].name == name { // written anew
			c.files = append(c.files[:i], c.files[i+1:]...)
			break
		}
	}
	c.files = append(c.files, row)
	return writeWhole(filepath.Join(dir, name), b)
}

func writeWhole(name string, b []byte) error {
	temp := name + ".tmp"
	if err := os.WriteFile(temp, b, 0o644); err != nil {
		return err
	}
	return os.Rename(temp, name)
}

// Save writes the card to a file. Command is what made the models, note what
// their maker says of the data and their licences.
func (c *Card) Save(name, command, note string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Models\n\nMade by the command below; the same files give the same bytes. What the models are and read is told in docs/training.md of the program.\n\n    %s\n\n## Data\n\n", command)
	if note == "" {
		note = "Origin and licence of the data: not stated (`--note`). The models hold hashes and weights, no text."
	}
	fmt.Fprintf(&b, "%s\n\n| what | path | SHA-256 |\n|---|---|---|\n", note)
	for _, d := range c.data {
		fmt.Fprintf(&b, "| %s | `%s` | `%x` |\n", d.what, d.path, d.sum[:8])
	}
	b.WriteString("\n## Files\n\n| file | bytes | SHA-256 |\n|---|---|---|\n")
	for _, f := range c.files {
		fmt.Fprintf(&b, "| `%s` | %d | `%x` |\n", f.name, f.size, f.sum[:8])
	}
	b.WriteString("\n## Scores\n\nExact spans of source, cue and content by paragraph; tags and governors: agreement with the automatic ones.\n\n")
	for line := range strings.Lines(c.scores.String()) {
		b.WriteString("    " + line)
	}
	return writeWhole(name, []byte(b.String()))
}
