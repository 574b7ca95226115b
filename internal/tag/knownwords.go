package tag

import "encoding/binary"

// knownWords keeps what was read of short words, so that one which comes again
// is not read again: each word has one place, which the last to come there
// holds. What is read of a word does not depend on what is kept.
type knownWords [knownSlots]knownWord

// knownSlots is a power of two; most words of an article find theirs in so many
// places, which fit the second cache of a processor.
const knownSlots = 1 << 11

// A knownWord is filled if its key is not zero.
type knownWord struct {
	key  [2]uint64
	word word
}

// keyBytes is the longest word that is kept: one byte of the key is its length.
const keyBytes = 15

// slot gives the place and the key of a word, nil if it is too long or empty.
func (k *knownWords) slot(s string) (*knownWord, [2]uint64) {
	n := len(s)
	if n == 0 || n > keyBytes {
		return nil, [2]uint64{}
	}
	var b [16]byte
	copy(b[:], s)
	b[keyBytes] = byte(n)
	key := [2]uint64{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])}
	h := (key[0] ^ key[1]*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	return &k[h>>(64-11)], key
}
