package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/semaphore"

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
	counts quoteCounts

	size   int64 // of the document, in bytes
	weight int64 // what it held of the budget
	mark   mark
}

// render makes the output of an article.
type render func(*text.Article) (rendered, error)

// runner does one run of a command over its inputs.
type runner struct {
	in      inputs
	format  output.Format
	stderr  io.Writer
	source  *source
	file    *outFile
	keeper  *keeper // nil: no checkpoint
	bar     *bar    // nil: none is shown
	tally   tally
	resumed int // documents that a run before did
	foreign int // documents in a language that is not read, of this run
	archive archiveReport
	last    mark // of the entries that are written
}

// process reads the documents in parallel and writes what render gives of
// each, in input order and in one format. A failed input is reported and the
// rest is done: what was found is never lost, in a file neither.
func process(c *cli.Context, in inputs, format output.Format, render render) (tally, error) {
	r := &runner{in: in, format: format, stderr: c.App.ErrWriter, tally: tally{quoteCounts: newQuoteCounts()}}
	start := time.Now()
	statsFile, err := openStats(c.Context, in.stats)
	if err != nil {
		return r.tally, err
	}
	done, err := r.open(c)
	if err != nil {
		statsFile.close(nothing)
		return r.tally, err
	}
	if !done {
		err = r.close(r.write(c.Context, render))
	}
	statsErr := writeStats(statsFile, stats{
		tally: r.tally, DocumentsBefore: r.resumed, BytesRead: r.source.read.Load(), Seconds: time.Since(start).Seconds(),
		Interrupted: errors.Is(err, context.Canceled),
	})
	switch {
	case err != nil:
	case statsErr != nil:
		err = statsErr
	case r.tally.Failed > 0:
		err = errFailed
	}
	return r.tally, err
}

// openStats opens the file of --stats before the run, which may be long.
func openStats(ctx context.Context, name string) (*outFile, error) {
	if name == "" {
		return &outFile{out: io.Discard}, nil
	}
	return openOutput(ctx, name, io.Discard)
}

// open makes ready what the run reads and writes. It reports whether a run
// before has done everything.
func (r *runner) open(c *cli.Context) (done bool, err error) {
	r.source = &source{in: r.in, size: inFlight()}
	r.source.budget = semaphore.NewWeighted(r.source.size)
	r.source.own = newOwnFiles(c.App.Writer, r.in.output, partial(r.in.output), r.in.stats, r.in.checkpoint)
	if r.in.checkpoint == "" {
		r.file, err = openOutput(c.Context, r.in.output, c.App.Writer)
	} else {
		done, err = r.resume(c)
	}
	toTerminal := r.file != nil && r.file.file == nil && isTerminal(c.App.Writer) // a bar would stand between the records
	if err == nil && !done && r.in.progress && isTerminal(c.App.ErrWriter) && !toTerminal {
		r.bar = newBar(c.App.ErrWriter, &r.in)
		r.stderr = r.bar
	}
	return done, err
}

// resume goes on from the checkpoint, where there is one.
func (r *runner) resume(c *cli.Context) (done bool, err error) {
	command, err := commandOf(c, r.in)
	if err != nil {
		return false, err
	}
	k, err := loadCheckpoint(r.in.checkpoint, command)
	if err != nil {
		return false, err
	}
	r.tally, r.resumed = k.Tally, k.Tally.Documents
	if k.Complete {
		return true, complete(r.in)
	}
	if r.source.from, err = k.mark(); err != nil {
		return false, fmt.Errorf("%s: %w", r.in.checkpoint, err)
	}
	r.last = r.source.from
	if r.file, err = openPartial(r.in.output, k.Output); err != nil {
		return false, err
	}
	r.keeper = &keeper{checkpoint: k, name: r.in.checkpoint, file: r.file, entries: k.Entries, saved: time.Now()}
	return false, nil
}

// complete ends a run whose output is whole: it gets its name, if it has not
// got it yet, and the checkpoint goes.
func complete(in inputs) error {
	if err := renamePartial(in.output); err != nil {
		return err
	}
	return removeFile(in.checkpoint)
}

// write begins the format, writes what each document adds, and ends it.
func (r *runner) write(ctx context.Context, render render) error {
	out := output.Continue(r.file, r.format)
	if r.file.written == 0 {
		var err error
		if out, err = output.New(r.file, r.format); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends a source that waits for the budget
	err := r.writeAll(ctx, out, render)
	if err == nil || errors.Is(err, context.Canceled) {
		if closeErr := out.Close(); closeErr != nil {
			err = closeErr
		}
	}
	return err
}

// writeAll writes what each document adds.
func (r *runner) writeAll(ctx context.Context, out *output.Writer, render render) error {
	defer r.endArchive()
	work := func(it item) (rendered, error) { return it.parse(render) }
	for doc, err := range pipeline.Map(ctx, r.source.items(ctx), r.in.jobs, work) {
		if errors.Is(err, errChanged) {
			return fmt.Errorf("%s: %w", r.in.checkpoint, err)
		}
		if err := r.writeOne(out, &doc, err); err != nil {
			return err
		}
		r.source.budget.Release(doc.weight)
	}
	return ctx.Err()
}

// writeOne writes and counts one document, or reports its failure.
func (r *runner) writeOne(out *output.Writer, doc *rendered, failure error) error {
	if failure != nil {
		r.report(failure)
	} else {
		if err := out.Write(doc.batch); err != nil {
			return err
		}
		r.tally.add(doc)
		r.warn(doc)
	}
	r.last = doc.mark
	if r.bar != nil {
		r.bar.show(&r.tally, doc.mark.read)
	}
	if r.keeper != nil {
		return r.keeper.reached(doc.mark, &r.tally)
	}
	return nil
}

// maxForeign is how many documents in a language that is not read are named; a
// run over the archive of a day may have many thousands.
const maxForeign = 20

// warn names a document in a language that is not read.
func (r *runner) warn(doc *rendered) {
	if doc.lang == "" {
		return
	}
	if r.foreign++; r.foreign <= maxForeign && !r.in.quiet {
		fmt.Fprintf(r.stderr, "quotes: %s: language %s is not read, no quotes\n", oneLine(doc.id), oneLine(doc.lang))
	}
}

// parse renders one document. A panic is that document's failure: the
// libraries that read pages are other people's, and one odd page must not end
// a long run.
func (it item) parse(render render) (r rendered, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &ingest.Error{Name: it.raw.Name, Line: it.raw.Line, Err: fmt.Errorf("internal error: %v", p)}
		}
		r.mark, r.weight = it.mark, it.weight
	}()
	if it.err != nil {
		return r, it.err
	}
	size := int64(len(it.raw.Data))
	article, err := it.raw.Article()
	if err != nil {
		return r, err
	}
	r, err = render(article)
	r.size = size
	return r, err
}

// close ends the output as the run has ended: whole, or in part where it was
// stopped by a signal or by a write that failed.
func (r *runner) close(err error) error {
	if r.bar != nil {
		r.bar.close()
		r.stderr = r.bar.stderr
	}
	if r.keeper != nil {
		return r.keep(err)
	}
	end := whole
	switch {
	case err == nil:
	case r.format == output.Parquet && !errors.Is(err, context.Canceled):
		end = nothing // without its end it cannot be read
	default:
		end = part
	}
	closeErr := r.file.close(end)
	if err == nil {
		return closeErr
	}
	if end == part && r.file.name != "" && r.file.written > 0 && closeErr == nil && !isClosedPipe(err) {
		fmt.Fprintf(r.stderr, "quotes: %s: not whole, what is done is in %s\n", oneLine(r.in.output), oneLine(partial(r.in.output)))
	}
	if r.in.output != "" {
		err = plainError(r.in.output, err)
	}
	return err
}

// keep ends a run with a checkpoint: it goes when the output is whole, and
// holds what is done otherwise.
func (r *runner) keep(err error) error {
	defer r.file.file.Close()
	switch {
	case err == nil:
		r.keeper.Complete = true
		if err = r.keeper.saveAt(r.last, &r.tally); err == nil {
			r.file.file.Close()
			err = complete(r.in)
		}
	case errors.Is(err, context.Canceled):
		if saveErr := r.keeper.saveAt(r.last, &r.tally); saveErr != nil {
			return saveErr
		}
	}
	if err != nil && !errors.Is(err, errChanged) {
		fmt.Fprintf(r.stderr, "quotes: %s: not whole, the same command goes on with it\n", oneLine(r.in.output))
	}
	return plainError(r.in.output, err)
}
