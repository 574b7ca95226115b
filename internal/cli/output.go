package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// outFile is where a command's output goes: standard output, or a file that
// gets its name only when it is whole.
type outFile struct {
	out     io.Writer
	file    *os.File // nil: standard output
	name    string   // the name the file gets; "" where it has its name already
	written int64    // bytes of the writes that went through
}

// partial is the name of what there is of an output that is not whole.
func partial(name string) string { return name + ".partial" }

// openOutput opens the file named, or standard output for "" and "-".
func openOutput(ctx context.Context, name string, stdout io.Writer) (*outFile, error) {
	if name == "" || name == "-" {
		return &outFile{out: stdout}, nil
	}
	name = throughLink(name)
	o := &outFile{name: name}
	var err error
	switch info, statErr := os.Stat(name); {
	case statErr == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder", name)
	case statErr == nil && !info.Mode().IsRegular(): // a device or a fifo is written in place
		o.name = ""
		o.file, err = openDevice(ctx, name)
	default:
		o.file, err = createBeside(name)
	}
	if err != nil {
		return nil, plainError(name, err)
	}
	o.out = o.file
	return o, nil
}

// openDevice opens what is written in place. A fifo waits for its reader, but
// not beyond a signal.
func openDevice(ctx context.Context, name string) (*os.File, error) {
	var f *os.File
	err := untilSignal(ctx, func() (err error) {
		f, err = os.OpenFile(name, os.O_WRONLY, 0)
		return err
	})
	if err != nil { // f may still be written
		return nil, err
	}
	return f, nil
}

// openPartial opens what there is of an output, cuts it to a length, and goes
// on behind that.
func openPartial(name string, length int64) (*outFile, error) {
	name = throughLink(name)
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", name)
	}
	flags := os.O_RDWR
	if length == 0 {
		flags |= os.O_CREATE
	}
	f, err := os.OpenFile(partial(name), flags, 0o666)
	if err != nil {
		return nil, plainError(partial(name), err)
	}
	info, err := f.Stat()
	if err == nil && info.Size() < length {
		err = fmt.Errorf("%s: has %d bytes, and the checkpoint speaks of %d", partial(name), info.Size(), length)
	}
	if err == nil {
		err = f.Truncate(length)
	}
	if err == nil {
		_, err = f.Seek(length, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, plainError(partial(name), err)
	}
	return &outFile{out: f, file: f, name: name, written: length}, nil
}

// throughLink is the file that a link leads to: it is written, not replaced.
func throughLink(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	return name
}

// createBeside makes a new file in the folder of name. It starts with a dot,
// so that a run over that folder passes it over.
func createBeside(name string) (*os.File, error) {
	for try := 0; ; try++ {
		temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(name), os.Getpid(), try))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || try == 100 {
			return f, err
		}
	}
}

// Write writes at once: what is written is what a reader may count on.
func (o *outFile) Write(b []byte) (int, error) {
	n, err := o.out.Write(b)
	if err != nil {
		return n, err
	}
	o.written += int64(n)
	return n, nil
}

// ending says what becomes of an output.
type ending int

const (
	whole   ending = iota // it gets its name
	part                  // it stays, under the name that partial gives
	nothing               // it is removed
)

// close ends the output. Of an output that is kept in part a write that did
// not go through is cut away.
func (o *outFile) close(end ending) error {
	if o.file == nil {
		return nil
	}
	var err error
	if end == part && o.name != "" {
		err = o.file.Truncate(o.written)
	}
	if closeErr := o.file.Close(); err == nil {
		err = closeErr
	}
	if o.name == "" {
		return err
	}
	if err == nil {
		err = o.place(end)
	}
	if err != nil {
		return plainError(o.name, err)
	}
	return nil
}

// place gives the closed file its name. What cannot get it stays in part.
func (o *outFile) place(end ending) error {
	temp := o.file.Name()
	switch {
	case end == nothing || end == part && o.written == 0:
		return os.Remove(temp)
	case end == part:
		return os.Rename(temp, partial(o.name))
	}
	err := os.Rename(temp, o.name)
	if err != nil {
		os.Rename(temp, partial(o.name))
	}
	return err
}

// plainError names the file the user knows, not the temporary one. Errors of
// another kind stay as they are.
func plainError(name string, err error) error {
	if reason, ok := reasonOf(err); ok {
		return fmt.Errorf("%s: %w", name, reason)
	}
	return err
}

// reasonOf is an error about a file without the file's name.
func reasonOf(err error) (error, bool) {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err, true
	case errors.As(err, &link):
		return link.Err, true
	}
	return err, false
}

// renamePartial gives a whole output its name, unless it has got it.
func renamePartial(name string) error {
	name = throughLink(name)
	err := os.Rename(partial(name), name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plainError(name, err)
	}
	syncFolder(name)
	return nil
}

// removeFile removes a file that may be gone already.
func removeFile(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plainError(name, err)
	}
	return nil
}
