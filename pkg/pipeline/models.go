package pipeline

import (
	"errors"
	"fmt"
	"io/fs"

	"quotes/internal/tag"
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
	return tag.Use(dir)
}
