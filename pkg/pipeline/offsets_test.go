package pipeline

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// units counts slowly, the plain way, what a counter must give.
func units(s string, unit Offsets) int {
	switch unit {
	case Bytes:
		return len(s)
	case UTF16:
		return len(utf16.Encode([]rune(s)))
	}
	return utf8.RuneCountInString(s)
}

func TestCounter(t *testing.T) {
	texts := []string{
		"",
		"plain words",
		"“Curly”, said Ørjan Næss",
		"a😀b\r\n“c”",
		strings.Repeat("ascii then ", 40) + "é😀" + strings.Repeat("“x”", 90),
		strings.Repeat("x", stride) + "😀" + strings.Repeat("y", stride-1),
		strings.Repeat("x", stride-1) + "😀“" + strings.Repeat("é", 3*stride),
		strings.Repeat("x", stride-2) + "😀" + strings.Repeat("😀", stride),
	}
	for _, s := range texts {
		for _, unit := range []Offsets{"", CodePoints, Bytes, UTF16} {
			checkCounter(t, s, unit)
		}
	}
}

// checkCounter compares every character border of s with a slow count.
func checkCounter(t *testing.T, s string, unit Offsets) {
	t.Helper()
	c := newCounter(s, unit)
	for i := 0; i <= len(s); i++ {
		if i < len(s) && !utf8.RuneStart(s[i]) {
			continue
		}
		if got, want := c.at(i), units(s[:i], unit); got != want {
			t.Fatalf("%.20q in %q: at(%d) = %d, want %d", s, unit, i, got, want)
		}
	}
}

func FuzzCounter(f *testing.F) {
	f.Add("“a” 😀 b")
	f.Add(strings.Repeat("x", stride) + "é😀")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 1000 {
			t.Skip()
		}
		for _, unit := range []Offsets{CodePoints, Bytes, UTF16} {
			checkCounter(t, s, unit)
		}
	})
}

func BenchmarkCounter(b *testing.B) {
	s := strings.Repeat("“It will be a long winter,” said Ørjan Næss. ", 200)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		c := newCounter(s, CodePoints)
		for i := 0; i < len(s); i += 47 {
			c.at(i)
		}
	}
}
