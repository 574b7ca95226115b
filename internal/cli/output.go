package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// outFile is where a command's records go: standard output, or a file that
// gets its name only when it is whole.
type outFile struct {
	io.Writer
	file   *os.File // nil: standard output
	buffer *bufio.Writer
	name   string // the name the file gets; "" where it has its name already
}

// openOutput opens the file named, or standard output for "" and "-".
func openOutput(name string, stdout io.Writer) (*outFile, error) {
	if name == "" || name == "-" {
		return &outFile{Writer: stdout}, nil
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // write through a link, do not replace it
	}
	o := &outFile{name: name}
	var err error
	switch info, statErr := os.Stat(name); {
	case statErr == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder", name)
	case statErr == nil && !info.Mode().IsRegular(): // a device or a fifo is written in place
		o.name = ""
		o.file, err = os.OpenFile(name, os.O_WRONLY, 0)
	default:
		o.file, err = createBeside(name)
	}
	if err != nil {
		return nil, plainError(name, err)
	}
	o.buffer = bufio.NewWriter(o.file)
	o.Writer = o.buffer
	return o, nil
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

// close ends the output. With keep the file gets its name, without it is
// removed.
func (o *outFile) close(keep bool) error {
	if o.file == nil {
		return nil
	}
	err := o.buffer.Flush()
	err = errors.Join(err, o.file.Close())
	if o.name == "" {
		return err
	}
	temp := o.file.Name()
	if keep && err == nil {
		err = os.Rename(temp, o.name)
	}
	if !keep || err != nil {
		os.Remove(temp)
	}
	if err != nil {
		return plainError(o.name, err)
	}
	return nil
}

// plainError names the file the user knows, not the temporary one. Errors of
// another kind stay as they are.
func plainError(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	default:
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}
