package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"quotes/internal/evaluate"
)

func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "compare quotes with an annotated corpus, or with another run's",
		ArgsUsage: "GOLD PRED",
		Description: `GOLD and PRED are each JSON lines, also packed with gzip: annotated documents
(id, text, quotes with content, source, cue and kind) or records as extract
writes them, with spans in code points; or a folder of annotated documents,
those of brat (.txt and .ann) too. "-" is standard input.

A content is found where its letters overlap the annotated ones by Dice 0.8; a
speaker is right where the mention covers half of the annotated source; e2e is
both. Ranges hold F1 in 95 of 100 samples of the documents.`,
		UsageText: `quotes eval gold.jsonl.gz out.jsonl
quotes eval --errors 40 --tier speech gold.jsonl out.jsonl
quotes eval --json gold.jsonl out.jsonl | jq .quoted.e2e.f1
quotes eval before.jsonl after.jsonl`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "json", DisableDefaultText: true, Usage: "all figures as one JSON object"},
			&cli.IntFlag{Name: "errors", DefaultText: "0: none", Usage: "also list the first `N` mistakes"},
			&cli.StringFlag{Name: "tier", Value: evaluate.TierNames()[0], Usage: "list mistakes of `TIER`: " + strings.Join(evaluate.TierNames(), ", ")},
			&cli.BoolFlag{Name: "confidence", DisableDefaultText: true, Usage: "also whether the records' confidence can be believed"},
			&cli.StringFlag{Name: "cofenet", Usage: "also exact match on the labelled sentences of `FILE` (JSON lines: id, tokens, labels)"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, DisableDefaultText: true, Usage: "do not name documents that only one of the files has"},
		},
		Action: eval,
	}
}

// eval is the action of the command.
func eval(c *cli.Context) error {
	options := evaluate.Options{Errors: c.Int("errors"), Tier: c.String("tier")}
	if c.NArg() != 2 {
		return usagef("eval takes two files, GOLD and PRED")
	}
	goldName, foundName := c.Args().Get(0), c.Args().Get(1)
	if goldName == "-" && foundName == "-" {
		return usagef("only one of the files can be standard input")
	}
	if options.Errors < 0 {
		return usagef("--errors %d: must be 0 or more", options.Errors)
	}
	if err := oneOf("--tier", options.Tier, evaluate.TierNames()); err != nil {
		return err
	}
	m := &measurement{context: c}
	return untilSignal(c.Context, func() error { return m.run(goldName, foundName, options) })
}

// comparable tells why two sets cannot be compared.
func comparable(gold, found *evaluate.Set, goldName, foundName string, cofenet bool) error {
	switch {
	case gold.Len() == 0:
		return fmt.Errorf("%s: nothing to compare with", goldName)
	case cofenet && gold.Records():
		return usagef("--cofenet needs annotated documents: %s holds records, which have no text", goldName)
	case !gold.Records() && found.Len() > 0 && !gold.Shares(found):
		return fmt.Errorf("%s: none of its documents is in %s, for instance %q", foundName, goldName, found.First())
	}
	return nil
}

// measurement is one run of the command.
type measurement struct {
	context *cli.Context
	failed  bool
}

// run compares two files.
func (m *measurement) run(goldName, foundName string, options evaluate.Options) error {
	gold, found := m.read(goldName), m.read(foundName)
	if m.failed && (gold.Len() == 0 || found.Len() == 0) {
		return errFailed
	}
	cofenet := m.context.String("cofenet")
	if err := comparable(gold, found, goldName, foundName, cofenet != ""); err != nil {
		return err
	}
	r := evaluate.Compare(gold, found, options)
	if cofenet != "" {
		r.AddCofeNet(gold, found, cofenet, m.report)
	}
	m.compareIDs(r, gold, goldName, foundName)
	return m.write(r)
}

// report names what could not be read.
func (m *measurement) report(err error) {
	m.failed = true
	fmt.Fprintf(m.context.App.ErrWriter, "quotes: %s\n", oneLine(err.Error()))
}

// read reads a file of quotations.
func (m *measurement) read(name string) *evaluate.Set {
	if name == "-" {
		return evaluate.Read(name, m.context.App.Reader, m.report)
	}
	return evaluate.Open(name, m.report)
}

// compareIDs names the documents that only one file has, and says where spans
// do not hold the records' words.
func (m *measurement) compareIDs(r *evaluate.Report, gold *evaluate.Set, goldName, foundName string) {
	if len(r.Misplaced) > 0 {
		m.report(fmt.Errorf("%s: spans of %s do not hold the records' words in the text of %s: counted in another unit, or on another text? %s",
			foundName, plural(len(r.Misplaced), "document"), goldName, some(r.Misplaced)))
	}
	if m.context.Bool("quiet") {
		return
	}
	say := func(name string, ids []string, format string, other string) {
		if len(ids) > 0 {
			fmt.Fprintf(m.context.App.ErrWriter, "quotes: %s\n", oneLine(fmt.Sprintf("%s: "+format, name, plural(len(ids), "document"), other, some(ids))))
		}
	}
	say(goldName, r.OnlyGold, "%s without a quote in %s: %s", foundName)
	if gold.Records() {
		say(foundName, r.OnlyFound, "%s without a quote in %s: %s", goldName)
	} else {
		say(foundName, r.OnlyFound, "%s not in %s, left out: %s", goldName)
	}
}

// some lists the first of some names.
func some(names []string) string {
	const most = 10
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

// write writes the report.
func (m *measurement) write(r *evaluate.Report) error {
	var b bytes.Buffer
	if m.context.Bool("json") {
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(r); err != nil {
			return err
		}
	} else {
		writeTable(&b, r)
		writeCofeNet(&b, r.CofeNet)
		if m.context.Bool("confidence") {
			writeReliability(&b, r.Confidence)
		}
		writeMistakes(&b, r.Errors)
	}
	if _, err := m.context.App.Writer.Write(b.Bytes()); err != nil {
		return err
	}
	if m.failed {
		return errFailed
	}
	return nil
}

// writeTable writes the figures of the tiers.
func writeTable(w io.Writer, r *evaluate.Report) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "tier\tgold\tfound\tcontent P\tR\tF1\t95 %\texact F1\tchars F1\tspeaker\te2e P\tR\tF1\t95 %")
	for name, f := range r.Tiers() {
		fmt.Fprintf(t, "%s\t%d\t%d\t%.1f\t%.1f\t%.1f\t%s\t%.1f\t%.1f\t%s\t%.1f\t%.1f\t%.1f\t%s\n", name, f.Gold, f.Found,
			f.Content.P, f.Content.R, f.Content.F1, interval(f.Content), f.Exact.F1, f.Chars.F1, percent(f.Speaker),
			f.E2E.P, f.E2E.R, f.E2E.F1, interval(f.E2E))
	}
	t.Flush()
}

// interval is where F1 lies, "-" where that is not known.
func interval(s evaluate.Score) string {
	if s.Interval == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f-%.1f", s.Interval[0], s.Interval[1])
}

// percent is a share, "-" of none.
func percent(x *float64) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", *x)
}

// writeCofeNet writes the figures on labelled sentences.
func writeCofeNet(w io.Writer, c *evaluate.CofeNet) {
	if c == nil {
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\nsentences\texact P\tR\tF1\tbegin F1")
	for _, row := range []struct {
		name string
		evaluate.ExactBegin
	}{{"source", c.Source}, {"cue", c.Cue}, {"content", c.Content}} {
		fmt.Fprintf(t, "%s\t%.1f\t%.1f\t%.1f\t%.1f\n", row.name, row.Exact.P, row.Exact.R, row.Exact.F1, row.Begin.F1)
	}
	t.Flush()
	fmt.Fprintf(w, "%s of the sentences not found in the texts\n", plural(c.Lost, "token"))
}

// writeReliability writes how often records of each confidence are right.
func writeReliability(w io.Writer, r *evaluate.Reliability) {
	if r == nil {
		fmt.Fprintln(w, "\nno record has a confidence")
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\nconfidence\tfound\tmean\tright")
	for _, b := range r.Bins {
		fmt.Fprintf(t, "%.1f-%.1f\t%d\t%.3f\t%.3f\n", b.From, b.To, b.Found, b.Mean, b.Right)
	}
	t.Flush()
	fmt.Fprintf(w, "mean and right are %.3f apart\n", r.Error)
}

// writeMistakes writes one line a mistake.
func writeMistakes(w io.Writer, list []evaluate.Mistake) {
	if len(list) > 0 {
		fmt.Fprintln(w)
	}
	for _, m := range list {
		q := cmp.Or(m.Gold, m.Found)
		line := fmt.Sprintf("%-7s %s [%s] [%s] %s", m.Kind, m.DocID, q.Source, q.Cue, q.Content)
		if m.Gold != nil && m.Found != nil {
			line = fmt.Sprintf("%-7s %s [%s] not [%s] [%s] %s", m.Kind, m.DocID, q.Source, m.Found.Source, q.Cue, q.Content)
		}
		fmt.Fprintln(w, oneLine(line))
	}
}
