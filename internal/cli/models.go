package cli

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"quotes/pkg/pipeline"
)

// modelsFlag names the folder of models to use.
func modelsFlag() cli.Flag {
	return &cli.StringFlag{Name: "models", DefaultText: "those of the program", Usage: "use the models of `FOLDER`, as quotes train writes them"}
}

// useModels reads the models that --models names, if it names some.
func useModels(c *cli.Context) error {
	name := c.String("models")
	if !c.IsSet("models") {
		return nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return usagef("--models %s: no such folder", name)
	}
	if err := pipeline.UseModels(os.DirFS(name)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
