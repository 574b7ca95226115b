package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"quotes/pkg/quote"
	"quotes/pkg/speaker"
)

// modelFiles are the files of a folder of models that the program reads; without
// one of them a folder is another one, whatever else it holds.
var modelFiles = []string{
	"words.bin", "pos.bin", "parser.bin", "first.bin", "second.bin", "decider.bin", "linker.bin",
	"calibration.tsv", "precision.tsv", "ranker.txt",
}

// holds tells whether a folder has a file of that name, readable or not.
func holds(dir fs.FS, name string) bool {
	_, err := fs.Stat(dir, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// UseModels puts the models of a folder, as `quotes train` writes it, in the
// place of those that are part of the program; what the folder lacks stays. Call
// it once, before the first document.
func UseModels(dir fs.FS) error {
	if !slices.ContainsFunc(modelFiles, func(name string) bool { return holds(dir, name) }) {
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
