package evaluate

import "testing"

func TestMatch(t *testing.T) {
	text := []rune("The road is closed, Lee said. It is late, Poe said.")
	at := func(s, e int) Letters { return LettersOf(text, [][2]int{{s, e}}) }
	gold := []Letters{at(0, 18), at(30, 40)}
	found := []Letters{at(30, 40), at(4, 18), at(0, 18), at(20, 23)}
	got := Match(gold, found)
	for i, want := range []int{1, -1, 0, -1} {
		if got[i] != want {
			t.Errorf("found %d matches %d, want %d", i, got[i], want)
		}
	}
	if d := Dice(at(0, 18), at(4, 18)); d < 0.88 || d > 0.89 {
		t.Errorf("Dice %v, want 24/27", d)
	}
}

func TestCovers(t *testing.T) {
	text := []rune("Mayor Ann Lee")
	at := func(s, e int) Letters { return LettersOf(text, [][2]int{{s, e}}) }
	if !Covers(at(10, 13), at(0, 13)) || Covers(at(0, 5), at(6, 13)) || Covers(nil, at(0, 3)) || !Covers(nil, nil) {
		t.Error("a part covers, another part or nothing does not")
	}
}
