package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// errOwn says why an input is passed over.
var errOwn = errors.New("is written by this run, passed over")

// ownFiles are the files that a run writes; it does not read them.
type ownFiles struct {
	names  []string
	stdout fs.FileInfo // nil: no file
}

func newOwnFiles(stdout io.Writer, names ...string) ownFiles {
	own := ownFiles{}
	for _, name := range names {
		if name != "" && name != "-" {
			own.names = append(own.names, name)
		}
	}
	if f, ok := fileOf(stdout); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			own.stdout = info
		}
	}
	return own
}

// sameFile reports whether two names lead to one regular file.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil || !first.Mode().IsRegular() {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// isDevice reports whether something lies there that is no regular file: it is
// written in place, and nothing in it is lost.
func isDevice(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular()
}

// realPath is a name from the root, through links. The file need not be there
// yet.
func realPath(name string) string {
	name = throughLink(name)
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return name
	}
	return filepath.Join(throughLink(folder), filepath.Base(name))
}

// check gives errOwn where the input is one of the files. It looks at the
// names anew each time: a file may get its name while the run goes on.
func (o *ownFiles) check(in io.Reader) error {
	f, ok := in.(*os.File)
	if !ok {
		return nil
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	if o.stdout != nil && os.SameFile(info, o.stdout) {
		return errOwn
	}
	for _, name := range o.names {
		if own, err := os.Stat(name); err == nil && os.SameFile(info, own) {
			return errOwn
		}
	}
	return nil
}
