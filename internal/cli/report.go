package cli

import (
	"errors"
	"fmt"

	"quotes/internal/ingest"
)

// maxRecords is how many records of one web archive are named; a damaged one
// may have very many that cannot be read.
const maxRecords = 20

// archiveReport counts the records that are not read of the web archive at
// hand.
type archiveReport struct {
	name   string
	failed int
	empty  int // pages without text
}

// report names an input that was not read, and counts it: as a failure, or as
// passed over, which is only a warning.
func (r *runner) report(err error) {
	var input *ingest.Error
	skipped := errors.As(err, &input) && input.Skipped
	if skipped {
		r.tally.PassedOver++
	} else {
		r.tally.Failed++
	}
	named := true
	if input != nil && input.Record {
		named = r.countRecord(input)
	} else {
		r.endArchive()
	}
	if named && (!skipped || !r.in.quiet) {
		r.say(err.Error())
	}
}

// countRecord counts a record, and tells whether it is to be named.
func (r *runner) countRecord(e *ingest.Error) bool {
	if e.Name != r.archive.name {
		r.endArchive()
		r.archive.name = e.Name
	}
	if e.Skipped {
		r.archive.empty++
		return false
	}
	r.archive.failed++
	return r.archive.failed <= maxRecords
}

// endArchive says how many records of the archive were not named.
func (r *runner) endArchive() {
	a := r.archive
	r.archive = archiveReport{}
	if more := a.failed - maxRecords; more > 0 {
		r.say(fmt.Sprintf("%s: %d more records could not be read", a.name, more))
	}
	if a.empty > 0 && !r.in.quiet {
		r.say(fmt.Sprintf("%s: %d pages without text passed over", a.name, a.empty))
	}
}

// say writes one line on standard error.
func (r *runner) say(s string) { fmt.Fprintf(r.stderr, "quotes: %s\n", oneLine(s)) }
