package pipeline

import (
	"errors"
	"fmt"
	"io/fs"

	"quotes/pkg/quote"
	"quotes/pkg/speaker"
)

// UseModels puts the models of a folder, as `quotes train` writes it, in the
// place of those that are part of the program; what the folder lacks stays. Call
// it once, before the first document.
func UseModels(dir fs.FS) error {
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
