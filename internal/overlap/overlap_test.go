package overlap

import "testing"

func TestMatch(t *testing.T) {
	text := []rune("The road is closed, Lee said. It is late, Poe said.")
	at := func(s, e int) Letters { return LettersOf(text, [][2]int{{s, e}}) }
	gold := []Letters{at(0, 18), at(30, 40)}
	found := []Letters{at(30, 40), at(4, 18), at(0, 18), at(20, 23)}
	got := Match(gold, found, Least)
	for i, want := range []int{1, -1, 0, -1} {
		if got[i] != want {
			t.Errorf("found %d matches %d, want %d", i, got[i], want)
		}
	}
	if d := Dice(at(0, 18), at(4, 18)); d < 0.88 || d > 0.89 {
		t.Errorf("Dice %v, want 24/27", d)
	}
}

// TestUnknownText: where no text is known every code point counts; spans that
// overlap count once, those outside a text not at all.
func TestUnknownText(t *testing.T) {
	if got := LettersOf(nil, [][2]int{{3, 6}, {5, 7}}); len(got) != 4 || got[0] != 3 {
		t.Errorf("unknown text: %v", got)
	}
	if got := LettersOf([]rune("a, b½"), [][2]int{{-2, 2}, {3, 99}}); len(got) != 3 || got[2] != 4 {
		t.Errorf("known text: %v", got)
	}
	a, b := LettersOf(nil, [][2]int{{0, 4}}), LettersOf(nil, [][2]int{{2, 4}, {9, 9}})
	if n := len(Union([]Letters{a, b, nil})); n != 4 || Common(a, b) != 2 || SameEnds(a, b) {
		t.Errorf("union of %d, %d in common", n, Common(a, b))
	}
}

func TestCovers(t *testing.T) {
	text := []rune("Mayor Ann Lee")
	at := func(s, e int) Letters { return LettersOf(text, [][2]int{{s, e}}) }
	if !Covers(at(10, 13), at(0, 13)) || Covers(at(0, 5), at(6, 13)) || Covers(nil, at(0, 3)) || !Covers(nil, nil) {
		t.Error("a part covers, another part or nothing does not")
	}
}
