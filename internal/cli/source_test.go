package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/sync/semaphore"

	"quotes/pkg/pipeline"
)

func TestReadPaths(t *testing.T) {
	long := strings.Repeat("x", 2*longestPath+1)
	for _, test := range []struct{ list, want string }{
		{"", ""},
		{"\n\n", ""},
		{"a", "a"},
		{"a\nb\n", "a|b"},
		{"a b\r\n\r\n c\r\n", "a b| c"},
		{"a\nb\x00c\x00", "a\nb|c"},
		{"a\x00\x00b", "a|b"},
		{"a\n" + long + "\nb\n", "a|path 2 is too long"},
		{strings.Repeat("a\n", 3*longestPath), strings.Repeat("a|", 3*longestPath-1) + "a"},
	} {
		for _, in := range []io.Reader{strings.NewReader(test.list), iotest.OneByteReader(strings.NewReader(test.list))} {
			var got []string
			for p, err := range readPaths(in) {
				if err != nil {
					p = err.Error()
				}
				got = append(got, p)
			}
			if s := strings.Join(got, "|"); s != test.want {
				t.Errorf("%.40q: %.200q, want %.200q", test.list, s, test.want)
			}
		}
	}
	for _, err := range readPaths(iotest.ErrReader(errors.New("odd"))) {
		if err == nil || err.Error() != "odd" {
			t.Errorf("error %v, want odd", err)
		}
	}
}

// TestShards: each document is in one part of any number, and the parts are
// alike in size.
func TestShards(t *testing.T) {
	const documents = 4000
	for _, n := range []int{1, 2, 3, 8, 100} {
		sizes := make([]int, n)
		for d := range documents {
			in := 0
			for i := range n {
				if (shard{i + 1, n}).has(fmt.Sprintf("folder/%d.jsonl.gz", d/1000), d%1000) {
					sizes[i]++
					in++
				}
			}
			if in != 1 {
				t.Fatalf("document %d is in %d parts of %d", d, in, n)
			}
		}
		mean := documents / n
		if least, most := slices.Min(sizes), slices.Max(sizes); least < mean/2 || most > 2*mean {
			t.Errorf("%d parts of %d to %d documents", n, least, most)
		}
	}
}

// TestBudget: a document holds its bytes of the budget until it is let go,
// one above the budget all of it, and nothing is left held at the end.
func TestBudget(t *testing.T) {
	name := filepath.Join(t.TempDir(), "in.jsonl")
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "{\"text\":%q}\n", strings.Repeat("x", i))
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	const size = 150
	s := &source{in: inputs{paths: []string{name}}, size: size, budget: semaphore.NewWeighted(size)}
	work := func(it item) (int64, error) {
		if want := min(int64(len(it.raw.Data)), size); it.weight != want {
			t.Errorf("a document of %d bytes holds %d", len(it.raw.Data), it.weight)
		}
		if free := size - it.weight; s.budget.TryAcquire(free + 1) {
			t.Errorf("more than %d bytes are free beside a document of %d", free, it.weight)
			s.budget.Release(free + 1)
		}
		return it.weight, nil
	}
	n := 0
	for weight, err := range pipeline.Map(context.Background(), s.items(context.Background()), 4, work) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		s.budget.Release(weight)
	}
	if n != 200 || !s.budget.TryAcquire(size) {
		t.Errorf("%d documents, and some bytes are still held", n)
	}
}
