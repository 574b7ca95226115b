package quote

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// UseModels puts the models of a folder in the place of those of the program,
// as [tag.Use] does, and checks the decider, the linker and the tables of confidence too.
// It comes before the first document.
func UseModels(dir fs.FS) error {
	for _, name := range []string{"calibration.tsv", "precision.tsv"} {
		if err := checkTable(dir, name); err != nil {
			return err
		}
	}
	if err := tag.Use(dir); err != nil {
		return err
	}
	for _, name := range []string{"decider", "linker"} {
		if l := model.Embedded(name).Labels(); !slices.Equal(l, Verdicts) {
			return fmt.Errorf("the model %q has other labels: %v", name, l)
		}
	}
	return nil
}

// shareColumns are the columns of the tables of confidence that hold a share.
var shareColumns = map[string][]int{"calibration.tsv": {0, 1}, "precision.tsv": {2}}

// checkTable tells what is wrong with a table of confidence in a folder; none
// is nothing wrong.
func checkTable(dir fs.FS, name string) error {
	b, err := fs.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	n := 0
	for l := range strings.Lines(string(b)) {
		n++
		if strings.HasPrefix(l, "#") || strings.TrimSpace(l) == "" {
			continue
		}
		f := strings.Fields(l)
		for _, k := range shareColumns[name] {
			if k >= len(f) {
				return fmt.Errorf("%s:%d: too few columns", name, n)
			}
			if v, err := strconv.ParseFloat(f[k], 64); err != nil || !(v >= 0 && v <= 1) {
				return fmt.Errorf("%s:%d: %q is no share from 0 to 1", name, n, f[k])
			}
		}
	}
	return nil
}
