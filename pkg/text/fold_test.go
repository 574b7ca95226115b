package text

import (
	"strings"
	"testing"
	"unicode"
)

// checkFold wants s as cut at white space and joined again.
func checkFold(t *testing.T, s string) {
	t.Helper()
	if got, want := Fold(s), strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "); got != want {
		t.Errorf("%q: %q, want %q", s, got, want)
	}
}

func TestFold(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "\u2003", "é ü", "a\tb c", "“a” b", "a \u2028 b", "a\u0085b", "a\u1680b", "é  ü", "\x00a\x1fb", "a\u3000", "日 本", "\r"} {
		for n := range 18 {
			checkFold(t, "one two three four"[:n]+s+"five six seven eight"[:n])
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("one two  three\nfour\u00a0five é ü \xff")
	f.Fuzz(checkFold)
}
