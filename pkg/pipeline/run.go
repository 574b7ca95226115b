package pipeline

import (
	"context"
	"iter"
)

// window is how many documents a worker has in flight: one at work, one that
// waits for it, and done ones that wait for a slow document before them: a
// document of a hundred times the usual length keeps no worker waiting for
// long. It bounds the memory of a run.
const window = 64

// slot is the place of one input in the order of output.
type slot[In, Out any] struct {
	in   In
	out  Out
	err  error
	done chan struct{} // gets one value when out and err are final
}

// Map gives f of each input, in the order of the inputs, from as many
// goroutines as jobs says; the results are the same for any number of them.
// An error, of the source or of f, stands in its input's place and the run
// goes on. At most 64 inputs a job are in flight, most of them done.
//
// When the consumer stops or ctx is done, Map returns at once: it does not
// wait for the calls of f that are under way, nor for the source to give the
// input it was asked for last.
func Map[In, Out any](ctx context.Context, in iter.Seq2[In, error], jobs int, f func(In) (Out, error)) iter.Seq2[Out, error] {
	jobs = max(jobs, 1)
	return func(yield func(Out, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		order := make(chan *slot[In, Out], (window-1)*jobs)
		work := make(chan *slot[In, Out])
		go feed(ctx, in, order, work)
		for range jobs {
			go func() {
				for s := range work {
					s.out, s.err = f(s.in)
					var none In
					s.in = none // only the result waits for its turn
					s.done <- struct{}{}
				}
			}()
		}
		for {
			s, ok := receive(ctx, order)
			if !ok {
				return
			}
			if _, ok := receive(ctx, s.done); !ok || !yield(s.out, s.err) {
				return
			}
		}
	}
}

// feed puts each input in the order of output first, then to work: so order's
// length bounds what is in flight.
func feed[In, Out any](ctx context.Context, in iter.Seq2[In, error], order, work chan<- *slot[In, Out]) {
	defer close(order)
	defer close(work)
	for item, err := range in {
		s := &slot[In, Out]{in: item, err: err, done: make(chan struct{}, 1)}
		if !send(ctx, order, s) {
			return
		}
		if err != nil {
			s.done <- struct{}{}
		} else if !send(ctx, work, s) {
			return
		}
	}
}

// send reports whether s was taken before ctx was done.
func send[T any](ctx context.Context, c chan<- T, s T) bool {
	select {
	case c <- s:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive gives the next value; ok is false when c is closed or ctx is done.
func receive[T any](ctx context.Context, c <-chan T) (v T, ok bool) {
	if ctx.Err() != nil { // select would choose at random
		return v, false
	}
	select {
	case v, ok = <-c:
		return v, ok
	case <-ctx.Done():
		return v, false
	}
}
