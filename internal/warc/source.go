package warc

import (
	"bufio"
	"bytes"
	"io"
)

// maxKept is how many bytes after a mark can be read again. Damage in a larger
// member is passed over from where it showed.
const maxKept = 4 << 20

// source is a stream that remembers what was read since a mark, so that the
// search for the next record can start right behind the last one's start: a
// damaged record may have swallowed those after it.
type source struct {
	in    io.Reader
	buf   *bufio.Reader // reads from the source
	again []byte        // bytes to be read once more
	kept  []byte        // bytes read last; those from mark on, unless lost
	mark  int
	lost  bool  // more than maxKept bytes since the mark
	read  int64 // place in the stream of the end of kept
	fresh int64 // bytes read of in
	spent int64 // bytes read once more
	err   error // of in, where it is not its end
}

func newSource(in io.Reader) *source {
	s := &source{in: in}
	s.buf = bufio.NewReaderSize(s, 64<<10)
	return s
}

// Read is what buf reads from.
func (s *source) Read(p []byte) (n int, err error) {
	if len(s.again) > 0 {
		n = copy(p, s.again)
		s.again = s.again[n:]
	} else {
		n, err = s.in.Read(p)
		s.fresh += int64(n)
		if err != nil && err != io.EOF {
			s.err = err
		}
	}
	s.read += int64(n)
	if len(s.kept)-s.mark+n > maxKept {
		s.lost = true
	}
	if s.lost {
		s.kept, s.mark = s.kept[:0], 0
	} else {
		s.kept = append(s.kept, p[:n]...)
	}
	return n, err
}

// place is how many bytes of the stream have been taken from buf.
func (s *source) place() int64 { return s.read - int64(s.buf.Buffered()) }

// setMark remembers the place.
func (s *source) setMark() {
	ahead := s.buf.Buffered()
	if s.lost {
		head, _ := s.buf.Peek(ahead)
		s.kept, s.lost = append(s.kept[:0], head...), false
	}
	s.mark = len(s.kept) - ahead
	if s.mark > 64<<10 && s.mark > ahead {
		s.kept = s.kept[:copy(s.kept, s.kept[s.mark:])]
		s.mark = 0
	}
}

// back returns to the byte after the mark. It does nothing where that is too
// far away, or where more would be read once more than was read once: files
// made to be read over and over cost no more than twice their size.
func (s *source) back() {
	n := len(s.kept) - s.mark - 1
	cost := int64(n + len(s.again))
	if s.lost || n <= 0 || s.spent+cost > s.fresh+maxKept {
		return
	}
	s.spent += cost
	s.again = bytes.Join([][]byte{s.kept[s.mark+1:], s.again}, nil)
	s.kept, s.mark = s.kept[:0], 0
	s.read -= int64(n)
	s.buf.Reset(s)
}

// find goes on to the next place where magic stands and starts says that a
// record starts there, or to the end.
func find(in *bufio.Reader, magic []byte, starts func(head []byte) bool) {
	for {
		head, err := in.Peek(in.Size() / 8)
		switch i := bytes.Index(head, magic); {
		case i > 0:
			in.Discard(i)
		case i == 0 && starts(head):
			return
		case i == 0:
			in.Discard(1)
		case err != nil:
			in.Discard(len(head))
			return
		default:
			in.Discard(len(head) - len(magic) + 1)
		}
	}
}
