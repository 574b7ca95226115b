package model

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// WordClasses maps the hash of a lower-case word to what is known of it: its
// classes of 64, 256 and 1,024 words that are used alike, how often it reports,
// and the part of speech that it always has.
type WordClasses struct {
	// slots is a table of open addressing, a power of two long: a key in the
	// upper half, what it stands for in the lower one; 0: empty.
	slots []uint64
	shift uint
}

// WordEntry is one word of a file of classes.
type WordEntry struct {
	Key     uint32    // Hash of the lower-case word
	Classes [3]uint16 // counted from 1; 0: none, of all three
	Cue     uint8     // 0 to 3
	// Tag is the label that a tagger always gives the word where it has no
	// capital, counted from 1; 0: none, or one past MaxTag.
	Tag uint8
}

// classesName is the name of the file of classes.
const classesName = "words"

// MaxTag is the largest Tag that a file has room for.
const MaxTag = 31

// The classes, less one, stand in 6, 8 and 10 bits behind a bit that tells
// whether there are any, the cue level in two, the tag in five.
func (e WordEntry) pack() uint32 {
	p := uint32(e.Cue)&3<<25 | uint32(e.Tag)&MaxTag<<27
	if e.Classes[0] > 0 {
		p |= 1 | uint32(e.Classes[0]-1)&0x3F<<1 | uint32(e.Classes[1]-1)&0xFF<<7 | uint32(e.Classes[2]-1)&0x3FF<<15
	}
	return p
}

// unpack gives the entry of a key.
func unpack(key, p uint32) WordEntry {
	e := WordEntry{Key: key, Cue: uint8(p >> 25 & 3), Tag: uint8(p >> 27)}
	if p&1 != 0 {
		e.Classes = [3]uint16{uint16(p>>1&0x3F) + 1, uint16(p>>7&0xFF) + 1, uint16(p>>15&0x3FF) + 1}
	}
	return e
}

// Find gives the entry of the word with this key, zeros if it has none.
func (c *WordClasses) Find(key uint32) WordEntry {
	if len(c.slots) == 0 {
		return WordEntry{}
	}
	mask := uint32(len(c.slots) - 1)
	for i := key * golden >> c.shift; ; i++ {
		slot := c.slots[i&mask]
		if slot == 0 {
			return WordEntry{}
		}
		if uint32(slot>>32) == key {
			return unpack(key, uint32(slot))
		}
	}
}

// AppendClasses appends the file of entries to b; of equal keys the first
// stays, and one that says nothing is left out.
func AppendClasses(b []byte, entries []WordEntry) ([]byte, error) {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b WordEntry) int { return cmp.Compare(a.Key, b.Key) })
	entries = slices.CompactFunc(entries, func(a, b WordEntry) bool { return a.Key == b.Key })
	var body []byte
	for _, e := range entries {
		if p := e.pack(); p != 0 {
			body = binary.LittleEndian.AppendUint32(body, e.Key)
			body = binary.LittleEndian.AppendUint32(body, p)
		}
	}
	return seal(b, classesName, body)
}

// maxWords bounds a file's entries.
const maxWords = 1 << 20

// ParseClasses reads a file of classes.
func ParseClasses(b []byte) (*WordClasses, error) {
	body, err := unseal(b, classesName)
	if err != nil {
		return nil, err
	}
	return parseClasses(body)
}

// parseClasses reads the body of a file of classes.
func parseClasses(body []byte) (*WordClasses, error) {
	n := len(body) / 8
	if len(body)%8 != 0 || n > maxWords {
		return nil, fmt.Errorf("%w: %d bytes of word classes", ErrFormat, len(body))
	}
	size, bits := 4, uint(2)
	for size < 2*n {
		size, bits = size*2, bits+1
	}
	c := &WordClasses{slots: make([]uint64, size), shift: 32 - bits}
	for k := range n {
		key, packed := binary.LittleEndian.Uint32(body[8*k:]), binary.LittleEndian.Uint32(body[8*k+4:])
		if packed == 0 {
			return nil, fmt.Errorf("%w: empty word class", ErrFormat)
		}
		i := key * golden >> c.shift
		for c.slots[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		c.slots[i] = uint64(key)<<32 | uint64(packed)
	}
	return c, nil
}
