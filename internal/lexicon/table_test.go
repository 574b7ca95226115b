package lexicon

import (
	"maps"
	"strings"
	"testing"
)

// letters makes every word of up to three letters of "ab", and long ones whose
// hash is the same: it sees five letters of a word.
func letters() []string {
	words := []string{""}
	for i := 0; len(words[i]) < 3; i++ {
		words = append(words, words[i]+"a", words[i]+"b")
	}
	for _, w := range words[1:] {
		words = append(words, "xy"+w+strings.Repeat("x", 20))
	}
	return words[1:]
}

// A table answers as Go's map does, about its words and about others.
func TestTable(t *testing.T) {
	words := letters()
	for n := range words {
		m := map[string]int{}
		for i, w := range words[:n] {
			m[w] = i
		}
		table := TableOf(m)
		if got := maps.Collect(table.All()); !maps.Equal(got, m) {
			t.Fatalf("%v, want %v", got, m)
		}
		for _, w := range append(words, "", "c", "ba ") {
			want, there := m[w]
			if v, ok := table.Find(w); v != want || ok != there || table.Of(w) != want || table.Has(w) != there {
				t.Errorf("%q among %d: %d %v, want %d %v", w, n, v, ok, want, there)
			}
		}
	}
}

func TestTableOfDoubles(t *testing.T) {
	table := NewTable([]string{"a", "b", "a", ""}, []int{1, 2, 3, 4})
	if got := maps.Collect(table.All()); !maps.Equal(got, map[string]int{"a": 3, "b": 2}) {
		t.Error(got)
	}
	if s := SetOf(" a\tb\n a "); !s.Has("a") || !s.Has("b") || s.Has("") || s.Has("c") {
		t.Error(s)
	}
}

// Most words that are not in a list are known by their mark alone.
func TestMarks(t *testing.T) {
	passed, others := 0, 0
	for w := range FirstNames().All() {
		if Roles().Has(w) {
			continue
		}
		others++
		if h := hash(w) >> (Roles().shift - markBits); Roles().marks[h/64]>>(h%64)&1 != 0 {
			passed++
		}
	}
	if others < 5000 || 8*passed > others {
		t.Errorf("%d of %d words of another list pass", passed, others)
	}
}
