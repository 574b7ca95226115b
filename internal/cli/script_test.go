package cli

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"quotes/internal/recordtest"
	"quotes/pkg/pipeline"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"quotes": func() { os.Exit(Run(os.Args, os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the sessions in testdata/script. Besides testscript's own
// commands they have exits, records, documents, spans and repeat, below, and
// $SEEDS, the project's articles, and $ANNOTATED, documents to learn from.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/script",
		Setup: func(env *testscript.Env) error {
			seeds, err := filepath.Abs("../../seeds")
			env.Setenv("SEEDS", seeds)
			env.Setenv("ANNOTATED", filepath.Join(filepath.Dir(seeds), "testdata", "annotated"))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"records":   records,
			"documents": documents,
			"spans":     spans,
			"repeat":    repeat,
		},
	})
}

// exits CODE PROGRAM [ARG ...] runs a program that must give that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG ...]")
	}
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// lines gives the lines of a file, which must number N where N is given.
func lines(ts *testscript.TestScript, neg bool, args []string) [][]byte {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: records|documents FILE [N]")
	}
	all := bytes.SplitAfter([]byte(ts.ReadFile(args[0])), []byte("\n"))
	all = all[:len(all)-1]
	if len(args) == 2 && args[1] != strconv.Itoa(len(all)) {
		ts.Fatalf("%s has %d lines, want %s", args[0], len(all), args[1])
	}
	return all
}

// records FILE [N]: every line is a record as the contract has it.
func records(ts *testscript.TestScript, neg bool, args []string) {
	for _, line := range lines(ts, neg, args) {
		if _, err := recordtest.Record(line); err != nil {
			ts.Fatalf("%v\n%s", err, line)
		}
	}
}

// documents FILE [N]: every line is a document record.
func documents(ts *testscript.TestScript, neg bool, args []string) {
	for _, line := range lines(ts, neg, args) {
		if _, err := recordtest.Document(line); err != nil {
			ts.Fatalf("%v\n%s", err, line)
		}
	}
}

// spans RECORDS DOCUMENTS UNIT: the spans of every record hold exactly its
// words in its document's text.
func spans(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: spans RECORDS DOCUMENTS UNIT")
	}
	texts := map[string]string{}
	for _, line := range lines(ts, false, args[1:2]) {
		d, err := recordtest.Document(line)
		ts.Check(err)
		texts[d.DocID] = d.Text
	}
	for _, line := range lines(ts, false, args[:1]) {
		r, err := recordtest.Record(line)
		ts.Check(err)
		ts.Check(recordtest.Spans(r, texts[r.DocID], pipeline.Offsets(args[2])))
	}
}

// repeat FILE N TEXT writes TEXT N times, \n in it as a line's end.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N TEXT")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	s := strings.Repeat(strings.ReplaceAll(args[2], `\n`, "\n"), n)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o666))
}
