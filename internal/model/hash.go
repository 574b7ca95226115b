package model

// Features are 32-bit hashes. The upper bits pick the row of weights, so the
// last step of each hash is a multiplication, which mixes upwards.
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
func Feature(t, a uint32) uint32 { return (a + t*golden) * mixer }

// Pair is the feature of template t whose value is the pair a, b.
func Pair(t, a, b uint32) uint32 {
	h := (a + t*golden) * mixer
	h ^= h >> 15
	return (h + b) * golden
}

// Triple is the feature of template t whose value is a, b, c.
func Triple(t, a, b, c uint32) uint32 {
	h := Pair(t, a, b)
	h ^= h >> 15
	return (h + c) * mixer
}
