package pipeline

import (
	"errors"
	"fmt"
	"io/fs"

	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
)

// modelFiles are the files of a folder of models that the program reads; without
// one of them a folder is another one, whatever else it holds.
var modelFiles = []string{
	"words.bin", "pos.bin", "parser.bin", "first.bin", "second.bin", "decider.bin", "linker.bin",
	"calibration.tsv", "precision.tsv", "ranker.txt",
	tag.TaggerFile,
}

// holdsModels tells whether a folder has one of the files, readable or not; that one of
// them is no file, but a pipe that nobody writes to, is an error.
func holdsModels(dir fs.FS) (any bool, err error) {
	for _, name := range modelFiles {
		info, err := fs.Stat(dir, name)
		if err == nil && !info.Mode().IsRegular() {
			return true, fmt.Errorf("%s: not a regular file", name)
		}
		any = any || !errors.Is(err, fs.ErrNotExist)
	}
	return any, nil
}

// UseModels puts the models of a folder, as `quotes train` writes it, in the
// place of those that are part of the program; what the folder lacks stays. Call
// it once, before the first document.
func UseModels(dir fs.FS) error {
	switch any, err := holdsModels(dir); {
	case err != nil:
		return err
	case !any:
		return errors.New("no models there")
	}
	weights, err := fs.ReadFile(dir, "ranker.txt")
	if err == nil {
		_, err = speaker.ParseRanker(string(weights))
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("ranker.txt: %w", err)
	}
	if err := fits(dir); err != nil {
		return err
	}
	return quote.UseModels(dir)
}

// fits tells whether a folder with words of its own has all the models that
// read words: those that have learnt on others do not fit.
func fits(dir fs.FS) error {
	if _, err := fs.Stat(dir, "words.bin"); err != nil {
		return nil
	}
	for _, name := range []string{"pos", "parser", "first", "second", "decider", "linker"} {
		if _, err := fs.Stat(dir, name+".bin"); err != nil {
			return fmt.Errorf("words.bin without %s.bin, which would have learnt on other words", name)
		}
	}
	return nil
}
