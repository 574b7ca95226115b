package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

// A checkpoint is written when that many entries or that much time have passed
// since the last: what a kill costs.
const (
	checkpointEntries = 256
	checkpointTime    = 5 * time.Second
)

// errChanged says that a checkpoint belongs to other inputs.
var errChanged = errors.New("the inputs are not those that it was begun with; remove it to begin anew")

// checkpoint is the file of --checkpoint: what was asked for, and how much of
// it is done and lies in the output for good.
type checkpoint struct {
	Schema   string            `json:"schema"`
	Command  map[string]string `json:"command"`
	Entries  int               `json:"entries"`
	Digest   string            `json:"digest"`
	Output   int64             `json:"output_bytes"`
	Complete bool              `json:"complete"`
	Tally    tally             `json:"tally"`
}

const checkpointSchema = "quotes-checkpoint/1"

// neutralFlags change nothing of what is written.
var neutralFlags = []string{"jobs", "quiet", "no-progress", "stats", "checkpoint", "help"}

// commandOf is what must be the same for a run to go on: the version, the
// flags that matter, and the inputs.
func commandOf(c *cli.Context, in inputs) (map[string]string, error) {
	m := map[string]string{"version": Version + " " + build(), "command": c.Command.Name}
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if slices.Contains(neutralFlags, name) {
			continue
		}
		if _, ok := f.(*cli.StringSliceFlag); ok {
			m["--"+name] = strings.Join(c.StringSlice(name), ",")
		} else {
			m["--"+name] = fmt.Sprint(c.Value(name))
		}
	}
	files, err := readBeside(c, in)
	if err != nil {
		return nil, err
	}
	m["paths, lists and models"], err = hashOf(in.paths, files)
	return m, err
}

// readBeside lists the files that are read besides the documents.
func readBeside(c *cli.Context, in inputs) (files []string, err error) {
	if in.filesFrom != "" {
		files = append(files, in.filesFrom)
	}
	folder := c.String("models")
	if folder == "" {
		return files, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, plainError(folder, err)
	}
	for _, e := range entries {
		if e.Type().IsRegular() {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return files, nil
}

// hashOf is a hash of names, and of files with what they hold.
func hashOf(names, files []string) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n%q\n", names, files)
	for _, name := range files {
		f, err := os.Open(name)
		if err == nil {
			_, err = io.Copy(h, f)
			f.Close()
		}
		if err != nil {
			return "", plainError(name, err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// loadCheckpoint reads a checkpoint of the command; there is none of a run
// that begins.
func loadCheckpoint(name string, command map[string]string) (checkpoint, error) {
	fresh := checkpoint{Schema: checkpointSchema, Command: command, Tally: tally{quoteCounts: newQuoteCounts()}}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return fresh, nil
	}
	if err != nil {
		return fresh, plainError(name, err)
	}
	var old checkpoint
	if err := json.Unmarshal(data, &old); err != nil || !old.sound() {
		return fresh, fmt.Errorf("%s: is no checkpoint of this program", name)
	}
	for _, key := range slices.Sorted(keysOf(command, old.Command)) {
		if was, is := old.Command[key], command[key]; was != is {
			return fresh, usagef("%s: was begun with %s %q, not %q; remove it to begin anew", name, key, was, is)
		}
	}
	return old, nil
}

// sound reports whether a file holds what save writes.
func (k *checkpoint) sound() bool {
	q := &k.Tally.quoteCounts
	return k.Schema == checkpointSchema && k.Entries >= 0 && k.Output >= 0 &&
		q.Sections != nil && q.Types != nil && q.Acts != nil && q.SpeakerKinds != nil
}

// keysOf yields the keys of two maps, some twice.
func keysOf(a, b map[string]string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, m := range []map[string]string{a, b} {
			for k := range m {
				if !yield(k) {
					return
				}
			}
		}
	}
}

// mark is where a run goes on.
func (k *checkpoint) mark() (m mark, err error) {
	m.entries = k.Entries
	sum, err := hex.DecodeString(k.Digest)
	if err != nil || len(sum) != len(m.digest) && k.Entries > 0 {
		return m, errors.New("is no checkpoint of this program")
	}
	copy(m.digest[:], sum)
	return m, nil
}

// save writes the checkpoint; a kill leaves the old one or the new one.
func (k *checkpoint) save(name string) error {
	line, err := json.Marshal(k)
	if err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".tmp") // one name: a kill leaves no heap of them
	f, err := os.Create(temp)
	if err != nil {
		return plainError(name, err)
	}
	_, err = f.Write(append(line, '\n'))
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		os.Remove(temp)
		return plainError(name, err)
	}
	syncFolder(name)
	return nil
}

// syncFolder makes the name of a file last. Not every system can.
func syncFolder(name string) {
	if dir, err := os.Open(filepath.Dir(name)); err == nil {
		dir.Sync()
		dir.Close()
	}
}

// keeper saves the checkpoint of a run from time to time.
type keeper struct {
	checkpoint
	name    string
	file    *outFile
	entries int // at the last save
	saved   time.Time
}

// reached notes that the entries up to m are written, and saves where it is
// time.
func (k *keeper) reached(m mark, t *tally) error {
	if m.entries-k.entries < checkpointEntries && time.Since(k.saved) < checkpointTime {
		return nil
	}
	return k.saveAt(m, t)
}

// saveAt saves the state after the entries up to m: the output first.
func (k *keeper) saveAt(m mark, t *tally) error {
	if err := k.file.file.Sync(); err != nil {
		return plainError(k.file.name, err)
	}
	k.entries, k.saved = m.entries, time.Now()
	k.Entries, k.Digest, k.Output, k.Tally = m.entries, hex.EncodeToString(m.digest[:]), k.file.written, *t
	return k.save(k.name)
}

// build tells one build of the program from another, which may find other
// quotes: by the revision of its code, or by the program itself where the
// revision is not all of the code.
func build() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		settings := map[string]string{}
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
		if settings["vcs.revision"] != "" && settings["vcs.modified"] == "false" {
			return settings["vcs.revision"]
		}
	}
	sum := ""
	if name, err := os.Executable(); err == nil {
		sum, _ = hashOf(nil, []string{name}) // what cannot be read tells nothing apart
	}
	return sum
}
