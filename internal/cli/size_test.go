package cli

import "testing"

func TestParseSize(t *testing.T) {
	for s, want := range map[string]int64{
		"1": 1, "500000": 500_000, "512k": 512 << 10, "512KB": 512 << 10, "16MB": 16 << 20, " 16 MiB ": 16 << 20, "1.5G": 3 << 29, "1T": 1 << 40,
		"": 0, "0": 0, "-1": 0, "0.5": 0, "MB": 0, "16 X": 0, "1e3": 0, "Inf": 0, "NaN": 0, "9999999999T": 0, "1.2.3": 0, "16MM": 0,
	} {
		if got, ok := parseSize(s); got != want || ok != (want > 0) {
			t.Errorf("%q: got %d, %t, want %d", s, got, ok, want)
		}
	}
}
