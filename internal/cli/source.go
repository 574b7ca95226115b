package cli

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/semaphore"

	"quotes/internal/ingest"
)

// item is one entry of the input: a document, or what is wrong with an input.
type item struct {
	raw    *ingest.Raw
	err    error
	weight int64 // what it takes of the budget of bytes in flight
	mark   mark
}

// mark is how far the input has been read, up to and with an entry.
type mark struct {
	entries int               // of this shard
	digest  [sha256.Size]byte // of these entries; kept with a checkpoint only
	read    int64             // bytes of the inputs, as they are packed
}

// source reads the inputs of a run.
type source struct {
	in     inputs
	own    ownFiles
	from   mark // entries that an earlier run has done
	budget *semaphore.Weighted
	size   int64 // of the budget
	read   atomic.Int64
	at     mark
}

// items yields the entries of the inputs that are to be done, in order. An
// error of its own is about the whole run.
func (s *source) items(ctx context.Context) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		for path, err := range s.in.eachPath() {
			if err != nil {
				if !s.entry(ctx, item{err: err}, yield) {
					return
				}
				continue
			}
			for raw, err := range ingest.Open([]string{path}, s.options()) {
				if !s.entry(ctx, item{raw: raw, err: err}, yield) {
					return
				}
			}
		}
		if s.at.entries < s.from.entries {
			yield(item{}, errChanged)
		}
	}
}

// options are those of the run, with a look at each input as it is opened.
func (s *source) options() ingest.Options {
	o := s.in.options
	o.Through = func(in io.Reader) (io.Reader, error) {
		return &countingReader{in, &s.read}, s.own.check(in)
	}
	return o
}

// entry hands on one entry, unless another shard or an earlier run does it.
// It waits until the budget has room for the document.
func (s *source) entry(ctx context.Context, it item, yield func(item, error) bool) bool {
	if errors.Is(it.err, errOwn) { // no entry: whether it lies there depends on the run
		it.mark = s.at
		return yield(it, nil)
	}
	name, line := it.name()
	if !s.in.shard.has(name, line) {
		return true
	}
	s.at.entries++
	s.at.read = s.read.Load()
	if s.in.checkpoint != "" {
		s.at.digest = it.digest(s.at.digest)
	}
	if s.at.entries <= s.from.entries {
		if s.at.entries == s.from.entries && s.at.digest != s.from.digest {
			return yield(item{}, errChanged)
		}
		return true
	}
	it.mark = s.at
	if it.raw != nil {
		it.weight = min(int64(len(it.raw.Data)), s.size)
	}
	if s.budget.Acquire(ctx, it.weight) != nil {
		return false
	}
	return yield(it, nil)
}

// name gives the name and line of an entry, which tell its shard.
func (it *item) name() (string, int) {
	var e *ingest.Error
	switch {
	case it.raw != nil:
		return it.raw.Name, it.raw.Line
	case errors.As(it.err, &e):
		return e.Name, e.Line
	}
	return it.err.Error(), 0
}

// digest goes on from the digest of the entries before.
func (it *item) digest(before [sha256.Size]byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	name, line := it.name()
	fmt.Fprintf(h, "%x\n%q %d\n", before, name, line)
	if it.raw != nil {
		h.Write(it.raw.Data)
	}
	h.Sum(sum[:0])
	return sum
}

// countingReader counts what is read.
type countingReader struct {
	io.Reader
	n *atomic.Int64
}

func (r *countingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.n.Add(int64(n))
	return n, err
}

// shard is one part of n of the documents; the zero value is all of them.
type shard struct{ i, n int }

// parseShard reads "I/N".
func parseShard(s string) (shard, error) {
	part, of, _ := strings.Cut(s, "/")
	i, err := strconv.Atoi(part)
	n, err2 := strconv.Atoi(of)
	if err != nil || err2 != nil || i < 1 || i > n {
		return shard{}, usagef("--shard %s: must be I/N, part I of N parts, such as 1/8 and 8/8", s)
	}
	return shard{i, n}, nil
}

// has reports whether a document is in the shard. It depends on the name of
// the input and the line in it only, so that an input more moves no other.
func (s shard) has(name string, line int) bool {
	if s.n <= 1 {
		return true
	}
	sum := sha256.Sum256([]byte(name + "\n" + strconv.Itoa(line)))
	return binary.BigEndian.Uint64(sum[:])%uint64(s.n) == uint64(s.i-1)
}

// eachPath yields the paths of the command line, then those of --files-from.
func (in *inputs) eachPath() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, p := range in.paths {
			if !yield(p, nil) {
				return
			}
		}
		if in.filesFrom != "" {
			in.listed(yield)
		}
	}
}

// listed yields the paths of the list.
func (in *inputs) listed(yield func(string, error) bool) {
	list := in.options.Stdin
	if in.filesFrom != "-" {
		f, err := os.Open(in.filesFrom)
		if err != nil {
			yield("", plainError(in.filesFrom, err))
			return
		}
		defer f.Close()
		list = f
	}
	for path, err := range readPaths(list) {
		if err != nil {
			err, _ = reasonOf(err)
			err = fmt.Errorf("%s: %w", in.filesFrom, err)
		} else if path == "-" && in.filesFrom == "-" {
			err = errors.New(`-: "-" names the list itself`)
		}
		if !yield(path, err) || err != nil && path == "" {
			return
		}
	}
}

// longestPath is more than any system takes, in bytes.
const longestPath = 8 << 10

// readPaths yields the paths of a list: one a line, or each ended by a zero
// byte, which no path holds, if there is one near the start. An error ends it.
func readPaths(list io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := bufio.NewReaderSize(list, 2*longestPath)
		end, cut := byte('\n'), "\r\n"
		if head, _ := in.Peek(longestPath); bytes.IndexByte(head, 0) >= 0 {
			end, cut = 0, "\x00"
		}
		for n := 1; ; n++ {
			b, err := in.ReadSlice(end)
			path := strings.TrimRight(string(b), cut)
			if errors.Is(err, bufio.ErrBufferFull) {
				err = fmt.Errorf("path %d is too long", n)
			}
			if err != nil && err != io.EOF {
				yield("", err)
				return
			}
			if path != "" && !yield(path, nil) || err == io.EOF {
				return
			}
		}
	}
}
