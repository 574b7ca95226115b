package ingest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
)

// walker visits the regular files of the paths in order.
type walker struct {
	file func(name string) bool          // false stops the walk
	fail func(name string, e Error) bool // false stops the walk
}

// path visits one path as the user gave it; false stops the walk. A fifo or
// device named outright is read, since the user asked for it.
func (w *walker) path(name string) bool {
	info, err := os.Stat(name)
	if err != nil {
		return w.fail(name, Error{Err: reason(err)})
	}
	if !info.IsDir() {
		return w.file(name)
	}
	return w.folder(name)
}

// folder visits what lies in a folder, sorted by path, dot files left out.
func (w *walker) folder(name string) bool {
	entries, err := os.ReadDir(name)
	if err != nil {
		return w.fail(name, Error{Err: reason(err)})
	}
	sort.Slice(entries, func(i, j int) bool { return sortKey(entries[i]) < sortKey(entries[j]) })
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(filepath.Join(name, e.Name()), e) {
			return false
		}
	}
	return true
}

// sortKey makes the order inside a folder that of whole paths: "a.txt" lies
// before "a/b.txt".
func sortKey(e fs.DirEntry) string {
	if e.IsDir() {
		return e.Name() + string(filepath.Separator)
	}
	return e.Name()
}

// entry visits one entry of a folder.
func (w *walker) entry(name string, e fs.DirEntry) bool {
	switch mode := e.Type(); {
	case mode.IsDir():
		return w.folder(name)
	case mode.IsRegular():
		return w.file(name)
	case mode&fs.ModeSymlink != 0:
		return w.link(name)
	default:
		return w.skip(name, kindOf(mode)+", passed over")
	}
}

// link visits a link in a folder: one to a regular file is read. Links to
// folders are not followed, so that no file is read twice and no loop is run.
func (w *walker) link(name string) bool {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, syscall.ELOOP):
		return w.skip(name, "looping link, passed over")
	case err != nil:
		return w.fail(name, Error{Err: reason(err)})
	case info.Mode().IsRegular():
		return w.file(name)
	case info.IsDir():
		return w.skip(name, "link to a folder, passed over")
	}
	return w.skip(name, "link to a "+kindOf(info.Mode())+", passed over")
}

func (w *walker) skip(name, why string) bool {
	return w.fail(name, Error{Err: errors.New(why), Skipped: true})
}

// kindOf names what is neither a regular file nor a folder.
func kindOf(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "fifo"
	case m&fs.ModeSocket != 0:
		return "socket"
	case m&fs.ModeDevice != 0:
		return "device"
	}
	return "not a regular file"
}

// reason leaves out the operation and path that the os package puts before
// the reason: the name stands in the Error already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
