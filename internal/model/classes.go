package model

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// WordClasses maps the hash of a lower-case word to its classes of 64, 256 and
// 1,024 words that are used alike, and to how often it reports.
type WordClasses struct {
	// slots is a table of open addressing, a power of two long: a key in the
	// upper half, what it stands for in the lower one; 0: empty.
	slots []uint64
	shift uint
}

// WordEntry is one word of a file of classes.
type WordEntry struct {
	Key     uint32    // Hash of the lower-case word
	Classes [3]uint16 // counted from 1; 0: none
	Cue     uint8     // 0 to 3
}

// The classes stand in 7, 9 and 11 bits, the cue level in two, and a bit that
// is always set tells an entry from an empty slot.
func (e WordEntry) pack() uint32 {
	return uint32(e.Classes[0])&0x7F | uint32(e.Classes[1])&0x1FF<<7 | uint32(e.Classes[2])&0x7FF<<16 |
		uint32(e.Cue)&3<<27 | 1<<29
}

// Find gives the classes and the cue level of the word with this key, zeros
// if it has none.
func (c *WordClasses) Find(key uint32) (classes [3]uint32, cue uint8) {
	if len(c.slots) == 0 {
		return
	}
	mask := uint32(len(c.slots) - 1)
	for i := key * golden >> c.shift; ; i++ {
		slot := c.slots[i&mask]
		if slot == 0 {
			return
		}
		if uint32(slot>>32) == key {
			p := uint32(slot)
			return [3]uint32{p & 0x7F, p >> 7 & 0x1FF, p >> 16 & 0x7FF}, uint8(p >> 27 & 3)
		}
	}
}

// AppendClasses appends the file of entries to b; of equal keys the first stays.
func AppendClasses(b []byte, entries []WordEntry) []byte {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b WordEntry) int { return cmp.Compare(a.Key, b.Key) })
	entries = slices.CompactFunc(entries, func(a, b WordEntry) bool { return a.Key == b.Key })
	var body []byte
	for _, e := range entries {
		body = binary.LittleEndian.AppendUint32(body, e.Key)
		body = binary.LittleEndian.AppendUint32(body, e.pack())
	}
	return append(seal(b, body), body...)
}

// maxWords bounds a file's entries.
const maxWords = 1 << 20

// ParseClasses reads a file of classes.
func ParseClasses(b []byte) (*WordClasses, error) {
	body, err := unseal(b)
	if err != nil {
		return nil, err
	}
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
