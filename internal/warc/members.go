package warc

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// members opens the parts of a file that can be read without those before
// them: records, gzip members, zstd frames.
type members interface {
	// open starts the member at the source's place.
	open(s *source) (io.Reader, error)
	// seek goes on to the next member that holds a record.
	seek(s *source)
}

var (
	gzipMagic    = []byte{0x1f, 0x8b, 8}
	zstdMagic    = []byte{0x28, 0xb5, 0x2f, 0xfd}
	versionMagic = []byte("WARC/")
)

// membersOf tells by its first bytes how a file is packed.
func membersOf(s *source) members {
	head, _ := s.buf.Peek(4)
	switch {
	case bytes.HasPrefix(head, gzipMagic[:2]):
		return &gzipMembers{}
	case bytes.HasPrefix(head, zstdMagic), isSkippable(head):
		return &zstdFrames{}
	}
	return plainRecords{}
}

// plainRecords is a file that is not packed: it has one member, to the end.
type plainRecords struct{}

func (plainRecords) open(s *source) (io.Reader, error) { return s.buf, nil }

func (plainRecords) seek(s *source) {
	find(s.buf, versionMagic, recordStart.Match)
}

// recordStart is the start of a record: a cut one before it may lack the line
// end that else stands there.
var recordStart = regexp.MustCompile(`^WARC/\d\.\d{1,2}\r?\n[A-Za-z-]+:`)

// gzipMembers is a file with records packed one by one.
type gzipMembers struct{ z gzip.Reader }

func (g *gzipMembers) open(s *source) (io.Reader, error) {
	if err := g.z.Reset(s.buf); err != nil {
		return nil, err
	}
	g.z.Multistream(false)
	return &g.z, nil
}

// seek tries what looks like a member's start: inside packed data that
// happens by chance.
func (g *gzipMembers) seek(s *source) {
	find(s.buf, gzipMagic, func(head []byte) bool {
		var start [5]byte
		if g.z.Reset(bytes.NewReader(head)) != nil {
			return false
		}
		_, err := io.ReadFull(&g.z, start[:])
		return err == nil && bytes.Equal(start[:], versionMagic)
	})
}

// Bounds of what a zstd file may ask for, in bytes: the window is that of
// zstd --long, dictionaries in use have about 100 KB.
const (
	maxWindow     = 128 << 20
	maxDictionary = 8 << 20
)

// dictionaryMagic starts the frame that holds the dictionary of a .warc.zst.
const dictionaryMagic = 0x184d2a5d

// zstdFrames is a file with records packed frame by frame.
type zstdFrames struct {
	z      *zstd.Decoder
	frame  frame
	sought int64 // where the last search ended
}

func (d *zstdFrames) open(s *source) (io.Reader, error) {
	for {
		head, err := s.buf.Peek(8)
		if len(head) == 0 {
			return nil, err
		}
		if !isSkippable(head) {
			break
		}
		if len(head) < 8 {
			return nil, io.ErrUnexpectedEOF
		}
		if err := d.skip(s, head); err != nil {
			return nil, err
		}
	}
	if d.z == nil {
		if err := d.use(nil); err != nil {
			return nil, err
		}
	}
	d.frame = frame{in: s.buf}
	if err := d.z.Reset(&d.frame); err != nil {
		return nil, err
	}
	return d, nil
}

// Read reads the open frame. The decoder takes a frame cut in its header for
// the end of the stream.
func (d *zstdFrames) Read(p []byte) (int, error) {
	n, err := d.z.Read(p)
	if err == io.EOF && (d.frame.next != frameEnd || d.frame.left > 0) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// seek goes on to the next frame.
func (d *zstdFrames) seek(s *source) {
	if s.place() == d.sought { // a frame that could not be opened: go on behind its first byte
		s.buf.Discard(1)
	}
	find(s.buf, zstdMagic, func([]byte) bool { return true })
	d.sought = s.place()
}

// skip passes over a frame that holds no data; a dictionary in front is used.
func (d *zstdFrames) skip(s *source, head []byte) error {
	magic, size := binary.LittleEndian.Uint32(head), binary.LittleEndian.Uint32(head[4:])
	s.buf.Discard(8)
	if magic != dictionaryMagic || d.z != nil {
		_, err := s.buf.Discard(int(size))
		return noEOF(err)
	}
	if size > maxDictionary {
		return fmt.Errorf("zstd dictionary of %d bytes", size)
	}
	dict := make([]byte, size)
	if _, err := io.ReadFull(s.buf, dict); err != nil {
		return noEOF(err)
	}
	if bytes.HasPrefix(dict, zstdMagic) {
		var err error
		if dict, err = unpackDictionary(dict); err != nil {
			return fmt.Errorf("zstd dictionary: %w", err)
		}
	}
	return d.use(dict)
}

// unpackDictionary unpacks a dictionary that is packed itself.
func unpackDictionary(packed []byte) ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(packed, nil)
}

// use makes the decoder, with a dictionary where there is one.
func (d *zstdFrames) use(dict []byte) error {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow)}
	switch {
	case len(dict) >= 8 && binary.LittleEndian.Uint32(dict) == 0xec30a437:
		options = append(options, zstd.WithDecoderDicts(dict))
	case len(dict) > 0:
		options = append(options, zstd.WithDecoderDictRaw(0, dict))
	}
	var err error
	d.z, err = zstd.NewReader(nil, options...)
	return err
}

// isSkippable reports the start of a frame that holds no data.
func isSkippable(head []byte) bool {
	return len(head) >= 4 && binary.LittleEndian.Uint32(head)&^0xf == 0x184d2a50
}

var errFrame = errors.New("invalid zstd frame")

// frame reads the bytes of one zstd frame and ends where it ends, which the
// decoder alone does not tell.
type frame struct {
	in      *bufio.Reader
	left    int // bytes of the part at hand
	next    framePart
	checked bool // a checksum ends it
}

// framePart names what of a frame comes next.
type framePart int

const (
	frameHead framePart = iota
	frameBlock
	frameCheck
	frameEnd
)

func (f *frame) Read(p []byte) (int, error) {
	for f.left == 0 {
		if err := f.advance(); err != nil {
			return 0, err
		}
	}
	n, err := f.in.Read(p[:min(len(p), f.left)])
	f.left -= n
	return n, noEOF(err)
}

// advance measures the next part.
func (f *frame) advance() error {
	switch f.next {
	case frameHead:
		head, err := f.in.Peek(5)
		if err != nil {
			return noEOF(err)
		}
		if !bytes.HasPrefix(head, zstdMagic) {
			return errFrame
		}
		f.left, f.checked, f.next = headLength(head[4]), head[4]&4 != 0, frameBlock
	case frameBlock:
		head, err := f.in.Peek(3)
		if err != nil {
			return noEOF(err)
		}
		f.block(int(head[0]) | int(head[1])<<8 | int(head[2])<<16)
	case frameCheck:
		f.left, f.next = 4, frameEnd
	case frameEnd:
		return io.EOF
	}
	return nil
}

// block measures a block by its header.
func (f *frame) block(head int) {
	f.left = 3 + head>>3
	if head>>1&3 == 1 { // one byte, repeated
		f.left = 4
	}
	if head&1 == 0 {
		return
	}
	f.next = frameEnd
	if f.checked {
		f.next = frameCheck
	}
}

// headLength is the length of a frame's header by its descriptor (RFC 8878,
// 3.1.1.1).
func headLength(descriptor byte) int {
	n := 5 + [4]int{0, 1, 2, 4}[descriptor&3] + [4]int{0, 2, 4, 8}[descriptor>>6]
	if single := descriptor&0x20 != 0; !single || descriptor>>6 == 0 {
		n++ // a window, or the one byte of a small size
	}
	return n
}

// noEOF is for places where the stream must not end.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
