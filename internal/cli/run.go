package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"quotes/internal/ingest"
	"quotes/internal/output"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

// rendered is what a document gives: its output, and what the run counts.
type rendered struct {
	id     string
	lang   string // of a document in a language that is not read; "" otherwise
	batch  output.Batch
	quotes int
}

// tally counts what a run did.
type tally struct {
	documents, quotes, failed int
}

// process reads the documents in parallel and writes what render gives of
// each, in input order and in one format. A failed input is reported and the rest is done:
// what was found is never lost, in a file neither.
func process(c *cli.Context, in inputs, format output.Format, render func(*text.Article) (rendered, error)) (tally, error) {
	file, err := openOutput(in.output, c.App.Writer)
	if err != nil {
		return tally{}, err
	}
	count, err := writeFormat(c, in, file, format, render)
	if closeErr := file.close(err == nil); err == nil {
		err = closeErr
	} else if in.output != "" {
		err = plainError(in.output, err)
	}
	if err == nil && count.failed > 0 {
		err = errFailed
	}
	return count, err
}

// writeFormat is process without the file: it begins and ends the format.
func writeFormat(c *cli.Context, in inputs, file io.Writer, format output.Format, render func(*text.Article) (rendered, error)) (tally, error) {
	out, err := output.New(file, format)
	if err != nil {
		return tally{}, err
	}
	count, err := writeAll(c.Context, in, out, c.App.ErrWriter, render)
	if err == nil || errors.Is(err, context.Canceled) {
		err = cmp.Or(out.Close(), err)
	}
	return count, err
}

// writeAll writes what each document adds.
func writeAll(ctx context.Context, in inputs, out *output.Writer, stderr io.Writer, render func(*text.Article) (rendered, error)) (tally, error) {
	var count tally
	work := func(raw *ingest.Raw) (rendered, error) { return parse(raw, render) }
	for r, err := range pipeline.Map(ctx, ingest.Open(in.paths, in.options), in.jobs, work) {
		if err != nil {
			count.failed += report(err, in.quiet, stderr)
			continue
		}
		count.documents++
		count.quotes += r.quotes
		if r.lang != "" && !in.quiet {
			fmt.Fprintf(stderr, "quotes: %s: language %s is not read, no quotes\n", oneLine(r.id), oneLine(r.lang))
		}
		if err := out.Write(r.batch); err != nil {
			return count, err
		}
	}
	return count, ctx.Err()
}

// parse renders one document. A panic is that document's failure: the
// libraries that read pages are other people's, and one odd page must not end
// a long run.
func parse(raw *ingest.Raw, render func(*text.Article) (rendered, error)) (r rendered, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &ingest.Error{Name: raw.Name, Line: raw.Line, Err: fmt.Errorf("internal error: %v", p)}
		}
	}()
	article, err := raw.Article()
	if err != nil {
		return rendered{}, err
	}
	return render(article)
}

// report names an input that was not read. It gives 1 for a failure and 0
// for an input passed over, which is only a warning.
func report(err error, quiet bool, stderr io.Writer) int {
	var input *ingest.Error
	skipped := errors.As(err, &input) && input.Skipped
	if !skipped || !quiet {
		fmt.Fprintf(stderr, "quotes: %s\n", oneLine(err.Error()))
	}
	if skipped {
		return 0
	}
	return 1
}
