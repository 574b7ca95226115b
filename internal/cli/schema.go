package cli

import (
	"github.com/urfave/cli/v2"

	"quotes/pkg/pipeline"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "print the JSON Schema of the records",
		UsageText: `quotes schema > record.schema.json
quotes schema --text > document.schema.json`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "text", DisableDefaultText: true, Usage: "the schema of the document record, which quotes text writes"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("schema takes no argument")
			}
			schema := pipeline.RecordJSONSchema
			if c.Bool("text") {
				schema = pipeline.DocumentJSONSchema
			}
			_, err := c.App.Writer.Write(schema())
			return err
		},
	}
}
