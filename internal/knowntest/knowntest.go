// Package knowntest holds tables of cases that a package is known to get wrong
// against the project's list of them, testdata/known-failures.txt, a line each:
// "package: case: reason". Only tests import it.
package knowntest

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// List is what the project's list holds of one package.
type List struct {
	t     *testing.T
	pkg   string
	lines []string // that no case has taken yet
}

// Of reads the list of a folder for a package. The test fails at its end if a
// line of the package has no case.
func Of(t *testing.T, folder fs.FS, pkg string) *List {
	t.Helper()
	data, err := fs.ReadFile(folder, "known-failures.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := &List{t: t, pkg: pkg + ": "}
	for line := range strings.SplitSeq(string(data), "\n") {
		if strings.HasPrefix(line, l.pkg) {
			l.lines = append(l.lines, line)
		}
	}
	t.Cleanup(func() {
		for _, line := range l.lines {
			t.Errorf("testdata/known-failures.txt names a case that the table lacks: %q", line)
		}
	})
	return l
}

// Case runs one row of the table: it must still be wrong, and have a line of
// its own.
func (l *List) Case(name, reason string, right func(*testing.T) bool) {
	line := l.pkg + name + ": " + reason
	i := slices.Index(l.lines, line)
	if i >= 0 {
		l.lines = slices.Delete(l.lines, i, i+1)
	}
	l.t.Run(name, func(t *testing.T) {
		if i < 0 {
			t.Errorf("testdata/known-failures.txt lacks %q", line)
		}
		if right(t) {
			t.Error("right now: move it to the cases that hold")
		}
	})
}
