package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"quotes/internal/evaluate"
	"quotes/internal/tag"
	"quotes/internal/train"
	"quotes/internal/train/ranker"
	"quotes/pkg/pipeline"
)

// trainParts are the values of --only.
var trainParts = append(slices.Clone(train.Parts), "ranker", "precision")

// tinyBits is the log2 of the rows of models made with --tiny.
const tinyBits = 12

func trainCommand() *cli.Command {
	return &cli.Command{
		Name:      "train",
		Usage:     "make models from annotated documents",
		ArgsUsage: "PATH ...",
		Description: `Learns source, cue and content from annotated documents: JSON lines (id, text,
quotes), brat files (.txt and .ann), and folders of them. Parts of speech, names
and governors come from the taggers of the program, unless there are tokens to
learn new ones from; with --tagger prose the parts of speech are prose's, there as
in quotes extract with these models. The same files give the same bytes. A card (models.md) says
what was made of what. quotes extract --models FOLDER uses what it makes.`,
		UsageText: `quotes train --output models/ annotated/
quotes train --dev held-out.jsonl --note "Our corpus, CC BY 4.0" --output models/ annotated.jsonl brat/
quotes train --tiny --output /tmp/models annotated/`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the models to `FOLDER`"},
			&cli.StringSliceFlag{Name: "dev", Usage: "annotated documents at `PATH` to measure on"},
			&cli.StringSliceFlag{Name: "silver", Usage: "a teacher's labels in `FILE`, for annotated documents or with texts of their own"},
			&cli.StringSliceFlag{Name: "tokens", Usage: "automatic tokens and chains in `FILE`: learn taggers and the ranker of pronouns anew"},
			&cli.StringFlag{Name: "classes", Usage: "word classes in `FILE`, for new taggers"},
			&cli.StringFlag{Name: "only", DefaultText: "all but precision", Usage: "make one `PART`: " + strings.Join(trainParts, ", ")},
			&cli.StringFlag{Name: "tagger", DefaultText: "the models'", Usage: "learn on the parts of speech of `TAGGER`: " + strings.Join(tag.Taggers(), ", ") + " (slow)"},
			modelsFlag(),
			&cli.StringFlag{Name: "note", Usage: "origin and licence of the data, as `TEXT` for the card"},
			&cli.BoolFlag{Name: "tiny", DisableDefaultText: true, Usage: "small models, to try a corpus in seconds"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, DisableDefaultText: true, Usage: "no progress on standard error, only errors"},
		},
		Action: trainModels,
	}
}

// trainModels is the action of the command. It ends where a signal says so;
// the card, written last, tells whole models from those.
func trainModels(c *cli.Context) error {
	t := &training{context: c, out: c.String("output"), only: c.String("only")}
	if err := t.readFlags(); err != nil {
		return err
	}
	if err := useModels(c); err != nil {
		return err
	}
	return untilSignal(c.Context, t.run)
}

// training is one run of the command.
type training struct {
	context *cli.Context
	out     string
	only    string
	config  train.Config
	failed  bool
}

// readFlags checks the flags.
func (t *training) readFlags() error {
	c := t.context
	t.config = train.Config{
		Annotated: c.Args().Slice(), Dev: c.StringSlice("dev"), Tokens: c.StringSlice("tokens"), Silver: c.StringSlice("silver"),
		Classes: c.String("classes"), Out: t.out, Only: t.only, Tagger: c.String("tagger"), Log: c.App.ErrWriter, Report: t.report,
	}
	if err := oneOf("--tagger", t.config.Tagger, tag.Taggers()); c.IsSet("tagger") && err != nil {
		return err
	}
	if c.Bool("tiny") {
		t.config.Bits = tinyBits
	}
	if c.Bool("quiet") {
		t.config.Log = io.Discard
	}
	switch {
	case t.out == "":
		return usagef("--output: no folder named for the models")
	case c.NArg() == 0:
		return usagef("no annotated documents: name files or folders")
	case t.only != "" && !slices.Contains(trainParts, t.only):
		return oneOf("--only", t.only, trainParts)
	case c.IsSet("tagger") && slices.Contains([]string{"words", "ranker", "precision"}, t.only):
		return usagef("--tagger: --only %s learns on no parts of speech of its own", t.only)
	case t.only == "ranker" && len(t.config.Tokens) == 0:
		return usagef("--only ranker: needs --tokens with chains of coreference")
	}
	return nil
}

// report names annotation that cannot be read.
func (t *training) report(err error) {
	t.failed = true
	fmt.Fprintf(t.context.App.ErrWriter, "quotes: %s\n", oneLine(err.Error()))
}

// run makes the models and the card.
func (t *training) run() error {
	if err := os.MkdirAll(t.out, 0o777); err != nil {
		return plainError(t.out, err)
	}
	cardName := filepath.Join(t.out, t.cardName())
	t.config.Card = cardName
	card := train.NewCard(cardName)
	var err error
	if t.only == "" || slices.Contains(train.Parts, t.only) {
		if card, err = train.Run(t.config); err != nil {
			return err
		}
		if t.only == "" { // what comes now reads the new models
			if err := pipeline.UseModels(os.DirFS(t.out)); err != nil {
				return fmt.Errorf("%s: %w", t.out, err)
			}
		}
	}
	if len(t.config.Tokens) > 0 && (t.only == "" || t.only == "ranker") {
		if err := t.ranker(card); err != nil {
			return err
		}
	}
	if t.only == "precision" {
		table, err := evaluate.Precision(t.config.Annotated, t.config.Dev, t.context.String("note"), t.report)
		if err != nil {
			return err
		}
		if err := card.Keep(t.out, "precision.tsv", table); err != nil {
			return err
		}
	}
	if err := card.Save(cardName, t.command(), t.context.String("note")); err != nil {
		return err
	}
	if t.failed {
		return errFailed
	}
	return nil
}

// ranker makes the weights of the ranker of pronouns.
func (t *training) ranker(card *train.Card) error {
	weights, err := ranker.Run(ranker.Config{Annotated: t.config.Annotated, Dev: t.config.Dev, Tokens: t.config.Tokens,
		Log: io.MultiWriter(t.config.Log, card)})
	if errors.Is(err, ranker.ErrNoChains) && t.only == "" {
		fmt.Fprintf(t.config.Log, "the ranker of pronouns stays as it is: %v\n", err)
		return nil
	}
	if err != nil {
		return err
	}
	return card.Keep(t.out, "ranker.txt", weights)
}

// cardName is the file of the card: the models', or that of one part.
func (t *training) cardName() string {
	if t.only != "" {
		return "models." + t.only + ".md"
	}
	return "models.md"
}

// command is the command line that was given, but for where the output goes.
func (t *training) command() string {
	c := t.context
	words := []string{"quotes train"}
	for _, f := range ownFlags(c.Command) {
		name := f.Names()[0]
		switch {
		case !c.IsSet(name) || slices.Contains([]string{"output", "note", "quiet"}, name):
		case !needsValue(f):
			words = append(words, "--"+name)
		case slices.Contains([]string{"dev", "silver", "tokens"}, name):
			for _, v := range c.StringSlice(name) {
				words = append(words, "--"+name, v)
			}
		default:
			words = append(words, "--"+name, c.String(name))
		}
	}
	return strings.Join(append(append(words, "--output", "FOLDER"), c.Args().Slice()...), " ")
}
