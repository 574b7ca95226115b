package cli

import (
	"math"
	"strconv"
	"strings"
)

// sizeUnits are the units of a size; each is 1,024 of the one before.
const sizeUnits = "KMGT"

// parseSize reads a size in bytes: "500000", "512K", "16MB", "1.5GiB". ok is
// false for what is none, and for less than a byte.
func parseSize(s string) (size int64, ok bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimSuffix(strings.TrimSuffix(s, "B"), "I")
	unit := 1.0
	if n := len(s); n > 0 {
		if i := strings.IndexByte(sizeUnits, s[n-1]); i >= 0 {
			unit = math.Pow(1024, float64(i+1))
			s = strings.TrimSpace(s[:n-1])
		}
	}
	if strings.Trim(s, "0123456789.") != "" { // no signs, no "Inf"
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	if n *= unit; err != nil || n < 1 || n > math.MaxInt64/2 {
		return 0, false
	}
	return int64(n), true
}
