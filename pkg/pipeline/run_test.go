package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

var errOdd = errors.New("odd")

// numbers yields 0 to n-1, an error in place of each multiple of bad, and
// counts what it was asked for.
func numbers(n, bad int, asked *atomic.Int64) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			asked.Add(1)
			var err error
			if bad > 0 && i%bad == 0 {
				err = fmt.Errorf("input %d: %w", i, errOdd)
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

// square works unevenly, so that results come out of order.
func square(i int) (string, error) {
	n := 0
	for k := range (i % 7) * 20000 {
		n += k
	}
	if i%10 == 3 {
		return "", fmt.Errorf("work %d: %w", i, errOdd)
	}
	return fmt.Sprint(i*i, n > 0), nil
}

// collect writes down all results as text.
func collect(jobs int) string {
	var out strings.Builder
	var asked atomic.Int64
	for s, err := range Map(context.Background(), numbers(200, 5, &asked), jobs, square) {
		fmt.Fprintln(&out, s, err)
	}
	return out.String()
}

func TestMapKeepsOrder(t *testing.T) {
	want := collect(1)
	if n := strings.Count(want, "\n"); n != 200 {
		t.Fatalf("%d results, want 200", n)
	}
	for _, part := range []string{"input 0: odd\n", "work 3: odd\n", "36 true <nil>\n"} {
		if !strings.Contains(want, part) {
			t.Errorf("no %q in the results", part)
		}
	}
	for _, jobs := range []int{0, 2, 8, 500} {
		if got := collect(jobs); got != want {
			t.Errorf("jobs %d: other results than with one job", jobs)
		}
	}
}

func TestMapBoundsWhatIsInFlight(t *testing.T) {
	const jobs, n = 3, 1000
	var asked atomic.Int64
	gate := make(chan struct{})
	wait := func(i int) (int, error) {
		if i == 0 {
			<-gate
		}
		return i, nil
	}
	next, stop := iter.Pull2(Map(context.Background(), numbers(n, 0, &asked), jobs, wait))
	defer stop()
	go func() { // the first document is slow: how far does the source run on?
		for asked.Load() < window*jobs-1 {
			runtime.Gosched()
		}
		close(gate)
	}()
	next()
	if got := asked.Load(); got > window*jobs {
		t.Errorf("%d inputs in flight, want at most %d", got, window*jobs)
	}
}

// TestMapWorksInParallel: every job is at work at once on one source. Each
// call waits for the others of its round; it would wait for ever else.
func TestMapWorksInParallel(t *testing.T) {
	const jobs = 5
	var asked atomic.Int64
	var round [4]sync.WaitGroup
	for i := range round {
		round[i].Add(jobs)
	}
	meet := func(i int) (int, error) {
		round[i/jobs].Done()
		round[i/jobs].Wait()
		return i, nil
	}
	n := 0
	for i, err := range Map(context.Background(), numbers(jobs*len(round), 0, &asked), jobs, meet) {
		if i != n || err != nil {
			t.Fatalf("result %d: %d, %v", n, i, err)
		}
		n++
	}
	if n != jobs*len(round) {
		t.Errorf("%d results", n)
	}
}

func TestMapStopsWithItsConsumer(t *testing.T) {
	var asked atomic.Int64
	const jobs = 2
	for i, err := range Map(context.Background(), numbers(1<<30, 0, &asked), jobs, square) {
		if i == "" && err == nil {
			t.Error("an empty result")
		}
		break
	}
	if got := asked.Load(); got > 2*window*jobs {
		t.Errorf("the source was asked for %d inputs", got)
	}
}

func TestMapStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	block := make(chan struct{})
	defer close(block)
	endless := func(yield func(int, error) bool) { // one input, then nothing: a pipe that stays open
		if yield(1, nil) {
			<-block
		}
	}
	var got []int
	for i := range Map(ctx, endless, 2, func(i int) (int, error) { return i, nil }) {
		got = append(got, i)
		cancel()
	}
	if !slices.Equal(got, []int{1}) {
		t.Errorf("results %v, want [1]", got)
	}
}

func TestMapOfNothing(t *testing.T) {
	var asked atomic.Int64
	for range Map(context.Background(), numbers(0, 0, &asked), 4, square) {
		t.Error("a result of no input")
	}
}
