package speaker

import (
	"strings"
	"testing"
)

func TestJointOf(t *testing.T) {
	for _, w := range []string{"", "Lee", "al-Haddad", "O'Brien", "O’Brien", "élan-vital", "“", "…’", "-", "x–y"} {
		if got, want := jointOf(w), strings.IndexAny(w, "-’'"); got != want {
			t.Errorf("%q: %d, want %d", w, got, want)
		}
	}
}
