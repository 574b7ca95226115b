package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
)

// bar shows how far a run is, in one line of a terminal that is cleared for
// each message. All but the count of the inputs' size happens where results
// are written, so that no lock is needed.
type bar struct {
	stderr io.Writer
	line   *progressbar.ProgressBar
	total  atomic.Int64 // of the inputs, in bytes; 0: not known yet, or never
	known  bool         // the line knows the total
	at     int64
}

// newBar begins a bar, and counts the size of the inputs meanwhile.
func newBar(stderr io.Writer, in *inputs) *bar {
	b := &bar{stderr: stderr, line: progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(stderr),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0), // no goroutine of its own
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionClearOnFinish(),
	)}
	go func() { b.total.Store(in.totalSize()) }()
	return b
}

// show brings the bar up to date.
func (b *bar) show(t *tally, read int64) {
	if total := b.total.Load(); total > 0 && !b.known {
		b.known = true
		b.line.ChangeMax64(total)
	}
	b.line.Describe(fmt.Sprintf("%s, %s", plural(t.Documents, "document"), plural(t.Quotes, "quote")))
	if b.known {
		read = min(read, b.line.GetMax64()-1) // the end is when the last document is written, not read
	}
	b.line.Add64(max(read-b.at, 0))
	b.at = max(read, b.at)
}

// Write writes a message in the place of the bar, which is drawn again below.
func (b *bar) Write(message []byte) (int, error) {
	b.line.Clear()
	return b.stderr.Write(message)
}

func (b *bar) close() { b.line.Clear() }

// totalSize is the size of the inputs in bytes, 0 where it cannot be told
// before they are read.
func (in *inputs) totalSize() (total int64) {
	if in.filesFrom == "-" {
		return 0
	}
	for path, err := range in.eachPath() {
		size, ok := int64(0), err != nil
		switch {
		case ok:
		case path == "-":
			size, ok = streamSize(in.options.Stdin)
		default:
			size, ok = pathSize(path), true
		}
		if !ok {
			return 0
		}
		total += size
	}
	return total
}

// streamSize is the size of a file that standard input comes from.
func streamSize(in io.Reader) (int64, bool) {
	f, ok := fileOf(in)
	if !ok {
		return 0, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0, false
	}
	return info.Size(), true
}

// pathSize is the size of the regular files of a path.
func pathSize(path string) (total int64) {
	filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // the run names it
		case name != path && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			total += info.Size()
		}
		return nil
	})
	return total
}
