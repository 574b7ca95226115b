package quote

import (
	"fmt"
	"io/fs"
	"slices"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// UseModels puts the models of a folder in the place of those of the program,
// as [tag.Use] does, and checks the decider too. It comes before the first
// document.
func UseModels(dir fs.FS) error {
	if err := tag.Use(dir); err != nil {
		return err
	}
	if l := model.Embedded("decider").Labels(); !slices.Equal(l, Verdicts) {
		return fmt.Errorf("the model %q has other labels: %v", "decider", l)
	}
	return nil
}
