package cli

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestFlagsFirst(t *testing.T) {
	tests := []struct{ in, want string }{
		{"quotes", "quotes"},
		{"quotes --version", "quotes --version"},
		{"quotes nothing a --jobs", "quotes nothing a --jobs"},
		{"quotes extract a --jobs 2 b", "quotes extract --jobs 2 -- a b"},
		{"quotes extract a -j 2 -", "quotes extract -j 2 -- a -"},
		{"quotes extract a --jobs=2 -q b", "quotes extract --jobs=2 -q -- a b"},
		{"quotes extract a -- -q --jobs", "quotes extract -- a -q --jobs"},
		{"quotes extract a --output -- b", "quotes extract --output -- -- a b"},
		{"quotes extract a --unknown b", "quotes extract --unknown -- a b"},
		{"quotes extract a -j 2 --help b", "quotes extract --help"},
		{"quotes extract a b --jobs", "error"},
	}
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	for _, test := range tests {
		got, err := flagsFirst(app, strings.Fields(test.in))
		if err != nil {
			got = []string{"error"}
		}
		if !slices.Equal(got, strings.Fields(test.want)) {
			t.Errorf("%s:\n got %q\nwant %s", test.in, got, test.want)
		}
	}
}

func TestISODate(t *testing.T) {
	for _, s := range []string{"2024", "2024-07", "2024-07-18", "2024-07-18T05:54", "2024-07-18T05:54:01", "2024-07-18T05:54Z", "2024-07-18T05:54:01.5Z", "2024-07-18T05:54:01+03:00"} {
		if !isISODate(s) {
			t.Errorf("%s is a date", s)
		}
	}
	for _, s := range []string{"", "24", "2024-7-18", "2024-07-32", "18 Jul 2024", "2024-07-18 05:54", "2024-07-18T25:00"} {
		if isISODate(s) {
			t.Errorf("%q is no date", s)
		}
	}
}
