package model

// Features are 32-bit hashes whose lower bits pick the row of weights. Those
// that differ in the last three bits of their last value alone have rows side
// by side: they lie in one line of the cache if a row has eight bytes, in four
// that follow each other if it has 32. So what comes together in a text comes
// from memory together, if the value that changes from word to word stands last.
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
	golden    = 0x9E3779B1 // 2^32 over the golden ratio, odd
	mixer     = 0x85EBCA6B // first constant of MurmurHash3's finaliser
)

// Hash is the hash of a string.
func Hash(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return Mix(h)
}

// HashByte goes on from h with one byte; start from [HashStart] and end with
// [Mix] to get the hash of a string without building it.
func HashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * fnvPrime }

// HashStart is where a hash made byte by byte starts.
const HashStart uint32 = fnvOffset

// Mix spreads the bits of h.
func Mix(h uint32) uint32 {
	h ^= h >> 15
	h *= mixer
	return h ^ h>>13
}

// Feature is the feature of template t whose value is a.
func Feature(t, a uint32) uint32 { return line((a>>3+t*golden)*mixer) ^ a&7 }

// Pair is the feature of template t whose value is the pair a, b.
func Pair(t, a, b uint32) uint32 { return line((first(t, a)+b>>3)*golden) ^ b&7 }

// Triple is the feature of template t whose value is a, b, c.
func Triple(t, a, b, c uint32) uint32 {
	h := (first(t, a) + b) * golden
	h ^= h >> 15
	return line((h+c>>3)*mixer) ^ c&7
}

// first takes in the first of several values.
func first(t, a uint32) uint32 {
	h := (a + t*golden) * mixer
	return h ^ h>>15
}

// line ends a hash: a multiplication mixes upwards, but the lower bits count.
func line(h uint32) uint32 { return h ^ h>>15 }

// Row is the row of a feature among 1<<bits.
func Row(f uint32, bits uint) int { return int(f & (1<<bits - 1)) }
