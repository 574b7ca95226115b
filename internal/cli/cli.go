package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"
)

// Version is the program's version, as `quotes --version` prints it.
const Version = "0.1.0-dev"

// Exit codes.
const (
	exitOK          = 0   // all inputs read
	exitFailed      = 1   // some input failed, or the output could not be written; the rest is done
	exitUsage       = 2   // wrong usage, nothing done
	exitInterrupted = 130 // stopped by a signal, as shells have it
)

// errFailed says that some input failed and has been reported.
var errFailed = errors.New("some input failed")

// usageError is a wrong flag or argument.
type usageError struct{ reason string }

func (e *usageError) Error() string { return e.reason }

// usagef makes a usage error.
func usagef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// Run runs the program with the arguments of a command line, the program's
// name first, and gives its exit code.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of Write, and ends the run quietly
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	out := &stream{Writer: stdout}
	app := newApp(stdin, out, stderr)
	args, err := flagsFirst(app, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	if err == nil {
		err = out.err
	}
	return exitCode(err, helpFor(app, args), stderr)
}

// stream is standard output. It remembers the first write that failed, of which
// the library says nothing when it prints help.
type stream struct {
	io.Writer
	err error
}

func (s *stream) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if s.err == nil {
		s.err = err
	}
	return n, err
}

// fileOf gives the file behind a stream, if there is one.
func fileOf(s any) (*os.File, bool) {
	if out, ok := s.(*stream); ok {
		s = out.Writer
	}
	f, ok := s.(*os.File)
	return f, ok
}

// untilSignal does the work of a command that looks for no signals itself, and
// does not wait for its end after one.
func untilSignal(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return context.Canceled
	}
}

// newApp wires the commands to the streams.
func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:                  "quotes",
		Usage:                 "find the quotes of news articles, say whose they are, write JSON lines",
		Version:               Version,
		Reader:                stdin,
		Writer:                stdout,
		ErrWriter:             stderr,
		Commands:              []*cli.Command{extractCommand(), textCommand(), evalCommand(), trainCommand(), schemaCommand(), completionCommand()},
		HideHelpCommand:       true,
		CustomAppHelpTemplate: appHelp,
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("unknown command %q", c.Args().First())
			}
			return usagef("no command given")
		},
		OnUsageError:   wrongUsage,
		ExitErrHandler: func(*cli.Context, error) {}, // Run gives the exit code, the library must not exit
	}
	for _, c := range app.Commands {
		c.OnUsageError = wrongUsage
		c.HideHelpCommand = true // a file may be named "help"
		c.CustomHelpTemplate = commandHelp
	}
	return app
}

// singleDash finds the flags in the messages of the flag package, which
// writes them with one dash.
var singleDash = regexp.MustCompile(`(^|[ :])-([a-z])`)

// wrongValue finds the flag and the value in the message about a value that
// is no number.
var wrongValue = regexp.MustCompile(`^invalid value "(.*)" for flag -+([a-z-]+): `)

// wrongUsage keeps the library from printing its own message and help.
func wrongUsage(_ *cli.Context, err error, _ bool) error {
	if m := wrongValue.FindStringSubmatch(err.Error()); m != nil {
		return usagef("--%s %s: %s", m[2], m[1], whatIsWrong(m[1]))
	}
	return usagef("%s", singleDash.ReplaceAllString(err.Error(), "$1--$2"))
}

// whatIsWrong says why a flag does not take a value as its number.
func whatIsWrong(value string) string {
	if _, err := strconv.ParseFloat(value, 64); err != nil {
		return "not a number"
	}
	return "not a whole number, or too large"
}

// helpFor is the command line that explains the one that was given.
func helpFor(app *cli.App, args []string) string {
	if len(args) > 1 && app.Command(args[1]) != nil {
		return "quotes " + args[1] + " --help"
	}
	return "quotes --help"
}

// exitCode reports err where that has not been done, and maps it.
func exitCode(err error, help string, stderr io.Writer) int {
	var usage *usageError
	switch {
	case err == nil, isClosedPipe(err):
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "quotes: %s (see '%s')\n", oneLine(usage.reason), help)
		return exitUsage
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	}
	fmt.Fprintf(stderr, "quotes: %s\n", oneLine(err.Error()))
	return exitFailed
}

// isClosedPipe reports whether a write failed since nobody reads any more.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// oneLine keeps a message on one line: names of files may hold anything.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
