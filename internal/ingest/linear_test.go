package ingest

import (
	"runtime"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// allocated is how many bytes reading a page allocates.
func allocated(t *testing.T, page string) float64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := parseHTML("page", []byte(page)); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// TestPageLinear: a page of twice the size allocates about twice as much,
// whatever the parser puts together.
func TestPageLinear(t *testing.T) {
	for _, tt := range []struct{ name, start, piece string }{
		{"pictures in text", "<p>", "x<img src=a>"},
		{"end tags of nothing", "<p>", "a</x>"},
		{"white space and end tags of nothing", "<p>a", " </x>"},
		{"text in a table", "<table>", "a<tr>"},
		{"cells' ends in a table", "<table>", "a</td>"},
		{"comments in a table", "<table>", "a<!-- x -->"},
		{"end tags of nothing in what is not told", "<p><!-->", "a</x>"},
		{"text in a table in what is not told", "<p><!-->", "<table>a<tr>"},
		{"ends of titles in what is not told", "<!-->", "a</title>"},
		{"ends of titles, nested too deeply", strings.Repeat("<div>", 600), "a</title>"},
		{"ends of headings, nested too deeply", strings.Repeat("<div>", 600), "a</h1>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := 200_000
			if strings.Contains(tt.start, "<!-->") {
				n *= 3 // what is not told is made flat from some size on
			}
			page := tt.start + strings.Repeat(tt.piece, n/len(tt.piece))
			twice := tt.start + strings.Repeat(tt.piece, 2*n/len(tt.piece))
			if a, b := allocated(t, page), allocated(t, twice); b > 2.9*a {
				t.Errorf("%.0f bytes, and %.0f for twice the page", a, b)
			}
		})
	}
}

// TestSight: elements one in the other are not looked through again and again.
func TestSight(t *testing.T) {
	for _, tag := range []string{"<div itemprop=datepublished>", "<div itemprop=author>", "<q>"} {
		page := strings.Repeat(tag, 300) + strings.Repeat("<br>", 20_000)
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		w, st := visibleBlocks(root, classCache{}), readStated(root, classCache{})
		if w.sight < -1000 || st.sight < -1000 {
			t.Errorf("%s: %d and %d nodes left to look at", tag, w.sight, st.sight)
		}
	}
}
