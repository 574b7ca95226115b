package text

import (
	"strings"
	"testing"
	"unicode"
)

// A text without odd white space is taken as it is; any other comes out the
// same as cut at white space and joined again.
func TestFold(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "\u2003", "é ü", "a\tb c", "“a” b", "a \u2028 b", "a\u0085b", "a\u1680b", "é  ü", "\x00a\x1fb", "a\u3000", "日 本", "\r"} {
		if got, want := Fold(s), strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
