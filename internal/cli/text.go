package cli

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"quotes/internal/output"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

func textCommand() *cli.Command {
	return &cli.Command{
		Name:      "text",
		Usage:     "write the text of documents as quotes are found in it",
		ArgsUsage: "[PATH ...]",
		Description: `The spans of quotes point into this text. Reads what extract reads. As JSON
lines a record holds the whole text and where its sections stand; plain prints
the text with its sections marked.`,
		UsageText: `quotes text --format plain page.html
quotes text seeds/ > text.jsonl
quotes text --format plain seeds/ | less`,
		Flags: append(inputFlags(),
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "`FORMAT` of the output: " + strings.Join(textFormats, ", ")},
		),
		Action: writeText,
	}
}

// writeText is the action of the command.
func writeText(c *cli.Context) error {
	in, err := readInputs(c)
	if err != nil {
		return err
	}
	format := c.String("format")
	if err := oneOf("--format", format, textFormats); err != nil {
		return err
	}
	_, err = process(c, in, output.JSONL, func(a *text.Article) (rendered, error) {
		if format == "plain" {
			return rendered{id: a.ID, batch: output.Text(plainText(a))}, nil
		}
		lines, err := output.Lines([]pipeline.DocumentRecord{pipeline.Document(a, pipeline.Config{Offsets: in.offsets})})
		return rendered{id: a.ID, batch: output.Text(lines)}, err
	})
	return err
}

// plainText is a document for reading: its name, what it states about itself,
// and its blocks under the names of their sections.
func plainText(a *text.Article) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "==> %s <==\n", oneLine(a.ID))
	for _, m := range []struct{ name, value string }{
		{"url", a.Meta.SourceURL}, {"site", a.Meta.Site}, {"title", a.Meta.Title},
		{"authors", strings.Join(a.Meta.Authors, "; ")}, {"published", a.Meta.Published}, {"lang", a.Meta.Lang},
	} {
		if m.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", m.name, oneLine(m.value))
		}
	}
	var section text.Section
	for _, block := range a.Blocks {
		if block.Section != section {
			section = block.Section
			fmt.Fprintf(&b, "\n[%s]\n", section)
		} else {
			b.WriteByte('\n')
		}
		b.WriteString(block.Span.In(a.Text))
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	return b.Bytes()
}
