package cli

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// inputLines are documents of many lengths, some of them in error.
func inputLines(n int) string {
	var b strings.Builder
	for i := range n {
		switch {
		case i%97 == 13:
			fmt.Fprintf(&b, "line %d is no document\n", i)
		case i%89 == 7:
			fmt.Fprintf(&b, "{\"id\":%d,\"text\":\"Nobody spoke.\"}\n", i)
		default:
			said := strings.Repeat(fmt.Sprintf("“Ferry number %d is late,” said Ada Okoro. Tove Lindqvist said that it would come. ", i), 1+i%5)
			fmt.Fprintf(&b, "{\"id\":%d,\"text\":%q}\n", i, said)
		}
	}
	return b.String()
}

// longRun is a command over inputs in a folder, as a process of its own.
type longRun struct {
	t    *testing.T
	dir  string
	args []string
}

// newLongRun makes the inputs: a packed file of documents, a plain one, one
// that cannot be read, and more lines.
func newLongRun(t *testing.T, args ...string) *longRun {
	t.Helper()
	r := &longRun{t, t.TempDir(), args}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, inputLines(1200))
	z.Close()
	for name, data := range map[string]string{
		"in/a.jsonl.gz": packed.String(), "in/b.txt": "“It is late,” said Ada Okoro.", "in/c.txt": "", "in/d.jsonl": inputLines(600),
	} {
		path := filepath.Join(r.dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(data), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// command is the command with more arguments.
func (r *longRun) command(more ...string) *exec.Cmd {
	c := exec.Command("quotes", append(append([]string{}, r.args...), more...)...)
	c.Dir = r.dir
	return c
}

// finish runs the command to its end, and gives its exit code and messages.
func (r *longRun) finish(more ...string) (int, string) {
	r.t.Helper()
	c := r.command(more...)
	var messages bytes.Buffer
	c.Stderr = &messages
	var exit *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &exit) {
		r.t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), messages.String()
}

// killAt runs the command and kills it when its output in part has that many
// bytes. It reports whether the run ended before.
func (r *longRun) killAt(size int64, more ...string) bool {
	r.t.Helper()
	c := r.command(more...)
	if err := c.Start(); err != nil {
		r.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { c.Wait(); close(ended) }()
	for {
		select {
		case <-ended:
			return true
		default:
		}
		if info, err := os.Stat(filepath.Join(r.dir, "out.jsonl.partial")); err == nil && info.Size() >= size {
			c.Process.Kill()
			<-ended
			return false
		}
		time.Sleep(time.Millisecond)
	}
}

func (r *longRun) read(name string) []byte {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// wholeAs checks that the output is that of an undisturbed run, and that
// nothing else is left.
func (r *longRun) wholeAs(want []byte) {
	r.t.Helper()
	if got := r.read("out.jsonl"); !bytes.Equal(got, want) {
		r.t.Errorf("%d bytes, an undisturbed run has %d", len(got), len(want))
	}
	entries, err := os.ReadDir(r.dir)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); name != "in" && name != "out.jsonl" && name != "want.jsonl" {
			r.t.Errorf("%s is left", name)
		}
	}
}

// TestCheckpointAfterKills kills a run over and over, wherever it is, and
// goes on with the same command and any number of jobs: the output is byte
// for byte that of a run nobody disturbed.
func TestCheckpointAfterKills(t *testing.T) {
	formats := []string{"csv", "jsonl", "tsv"}
	if testing.Short() {
		formats = formats[:1]
	}
	r := newLongRun(t)
	for round, format := range formats {
		random := rand.New(rand.NewPCG(1, uint64(round)))
		r.args = []string{"extract", "--quiet", "--format", format, "in"}
		if code, messages := r.finish("-o", "want.jsonl"); code != exitFailed {
			t.Fatalf("%s: exit code %d: %s", format, code, messages)
		}
		want := r.read("want.jsonl")
		goOn := func() []string {
			return []string{"-o", "out.jsonl", "--checkpoint", "ck", "--jobs", fmt.Sprint(1 + random.IntN(8))}
		}
		kills, at := 0, int64(0)
		for ; kills < 8; kills++ {
			at += 1 + random.Int64N(int64(len(want))/4)
			if r.killAt(at, goOn()...) {
				break
			}
		}
		if kills == 0 {
			t.Errorf("%s: nothing was killed", format)
		}
		if _, err := os.Stat(filepath.Join(r.dir, "ck")); err == nil {
			if code, messages := r.finish(goOn()...); code != exitFailed {
				t.Errorf("%s: exit code %d: %s", format, code, messages)
			}
		}
		r.wholeAs(want)
		os.Remove(filepath.Join(r.dir, "out.jsonl"))
		t.Logf("%s: killed %d times", format, kills)
	}
}

// stopped gives a run that a signal stopped when some of it was done.
func stopped(t *testing.T) *longRun {
	t.Helper()
	r := newLongRun(t, "extract", "in", "-o", "out.jsonl", "--checkpoint", "ck")
	c := r.command("--jobs", "1")
	var messages bytes.Buffer
	c.Stderr = &messages
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		if info, err := os.Stat(filepath.Join(r.dir, "out.jsonl.partial")); err == nil && info.Size() > 200_000 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	c.Process.Signal(syscall.SIGTERM)
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(messages.String(), "quotes: out.jsonl: not whole, the same command goes on with it\n") {
		t.Fatalf("exit code %d: %s", code, messages.String())
	}
	return r
}

// TestCheckpointStates: whatever a kill can leave behind, the command goes on
// from there.
func TestCheckpointStates(t *testing.T) {
	r := stopped(t)
	r.finish("-o", "want.jsonl", "--checkpoint", "other")
	want := r.read("want.jsonl")
	checkpoint, part := r.read("ck"), r.read("out.jsonl.partial")
	if len(part) == 0 || !bytes.HasPrefix(want, part) || len(part) == len(want) {
		t.Fatalf("%d bytes in part, of %d", len(part), len(want))
	}
	complete := bytes.Replace(checkpoint, []byte(`"complete":false`), []byte(`"complete":true`), 1)
	for _, test := range []struct {
		name  string
		files map[string][]byte
	}{
		{"stopped", map[string][]byte{"ck": checkpoint, "out.jsonl.partial": part}},
		{"half a line behind", map[string][]byte{"ck": checkpoint, "out.jsonl.partial": want[:len(part)+7]}},
		{"much behind", map[string][]byte{"ck": checkpoint, "out.jsonl.partial": append(want[:len(want):len(want)], "more\n"...)}},
		{"half a checkpoint beside", map[string][]byte{"ck": checkpoint, ".ck.tmp": checkpoint[:99], "out.jsonl.partial": part}},
		{"no checkpoint yet", map[string][]byte{"out.jsonl.partial": part}},
		{"an old output", map[string][]byte{"ck": checkpoint, "out.jsonl.partial": part, "out.jsonl": []byte("old\n")}},
		{"whole, without its name", map[string][]byte{"ck": complete, "out.jsonl.partial": want}},
		{"whole, with its name", map[string][]byte{"ck": complete, "out.jsonl": want}},
		{"nothing", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			r.t = t
			for _, name := range []string{"ck", ".ck.tmp", "out.jsonl", "out.jsonl.partial"} {
				os.Remove(filepath.Join(r.dir, name))
			}
			for name, data := range test.files {
				if err := os.WriteFile(filepath.Join(r.dir, name), data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			code, messages := r.finish()
			if code != exitFailed && !strings.HasPrefix(test.name, "whole") {
				t.Errorf("exit code %d: %s", code, messages)
			}
			r.wholeAs(want)
		})
	}
}

// TestCheckpointFiles: what save does not write is refused, whatever it is.
func TestCheckpointFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "ck")
	k := checkpoint{Schema: checkpointSchema, Command: map[string]string{"command": "extract"}, Tally: tally{quoteCounts: newQuoteCounts()}}
	if err := k.save(name); err != nil {
		t.Fatal(err)
	}
	if _, err := loadCheckpoint(name, k.Command); err != nil {
		t.Errorf("a new checkpoint: %v", err)
	}
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ from, to string }{
		{string(good), ""},
		{string(good), "[]"},
		{string(good), "null"},
		{"quotes-checkpoint/1", "quotes-checkpoint/2"},
		{`"entries":0`, `"entries":-1`},
		{`"entries":0`, `"entries":3`},
		{`"digest":""`, `"digest":"xyz"`},
		{`"output_bytes":0`, `"output_bytes":-1`},
		{`"types":{}`, `"types":null`},
		{`"tally":`, `"tale":`},
	} {
		bad := strings.Replace(string(good), test.from, test.to, 1)
		if err := os.WriteFile(name, []byte(bad), 0o666); err != nil {
			t.Fatal(err)
		}
		old, err := loadCheckpoint(name, k.Command)
		if err == nil {
			_, err = old.mark()
		}
		if err == nil || !strings.Contains(err.Error(), "is no checkpoint of this program") && !strings.Contains(err.Error(), "was begun with") {
			t.Errorf("%q for %q: error %v", test.to, test.from, err)
		}
	}
}

// TestCheckpointOfAnother: a checkpoint of other flags, inputs or output is
// refused in one line, and nothing of it is touched.
func TestCheckpointOfAnother(t *testing.T) {
	r := stopped(t)
	checkpoint, part := r.read("ck"), r.read("out.jsonl.partial")
	for _, test := range []struct {
		name string
		do   func()
		args []string
		code int
		want string
	}{
		{"flag", nil, []string{"--type", "direct"}, exitUsage, `quotes: ck: was begun with --type "", not "direct"; remove it to begin anew (see`},
		{"path", nil, []string{"in/b.txt"}, exitUsage, `quotes: ck: was begun with paths, lists and models "`},
		{"output", nil, []string{"-o", "other.jsonl"}, exitUsage, `quotes: ck: was begun with --output "out.jsonl", not "other.jsonl"; `},
		{"inputs", func() {
			os.WriteFile(filepath.Join(r.dir, "in/a.jsonl"), []byte(`{"id":"new","text":"Nobody spoke."}`), 0o666)
		}, nil,
			exitFailed, "quotes: ck: the inputs are not those that it was begun with; remove it to begin anew\n"},
		{"fewer inputs", func() { os.RemoveAll(filepath.Join(r.dir, "in")); os.Mkdir(filepath.Join(r.dir, "in"), 0o777) }, nil,
			exitFailed, "quotes: ck: the inputs are not those that it was begun with; remove it to begin anew\n"},
		{"output is gone", func() { os.Truncate(filepath.Join(r.dir, "out.jsonl.partial"), 10) }, nil,
			exitFailed, fmt.Sprintf("quotes: out.jsonl.partial: has 10 bytes, and the checkpoint speaks of %d\n", len(part))},
		{"no checkpoint", func() { os.WriteFile(filepath.Join(r.dir, "ck"), []byte("{}"), 0o666) }, nil,
			exitFailed, "quotes: ck: is no checkpoint of this program\n"},
	} {
		if test.do != nil {
			test.do()
		}
		code, messages := r.finish(test.args...)
		if code != test.code || !strings.HasPrefix(messages, test.want) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%s: exit code %d: %s\nwant %d: %s", test.name, code, messages, test.code, test.want)
		}
		if test.name != "no checkpoint" && !bytes.Equal(r.read("ck"), checkpoint) {
			t.Errorf("%s: the checkpoint is another", test.name)
		}
	}
}
