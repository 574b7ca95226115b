package tag

import (
	"strings"
	"sync"
	"testing"

	"quotes/pkg/text"
)

func TestProse(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"", ""},
		{"The report was late in the week .", "DT NN VBD RB IN DT NN ."},
		{"“ We left , ” she said .", "`` PRP VBD , '' PRP VBD ."},
		{`" We left , " she said .`, "`` PRP VBD , '' PRP VBD ."},
		{"They want ( at least ) $ 5 .", "PRP VBP -LRB- IN JJS -RRB- $ CD ."},
		{"the nurses ’ union", "DT NNS POS NN"},
		{"‘ No ’ she said", "`` DT '' PRP VBD"},
		{"Acme Co. sold it :", "NNP NNP VBD PRP :"},
	} {
		got := strings.Join(Prose().Tag(strings.Fields(c.words)), " ")
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, got, c.want)
		}
	}
}

// Odd words must not shift the tags of the words after them.
func TestProseOddWords(t *testing.T) {
	odd := []string{"", " ", "&rsquo;", "a b", "(a)b", `"`, ":-)", "\x80", "…", "'s", "Dr."}
	words := append(odd, "She", "said", "so", ".")
	tags := Prose().Tag(words)
	if len(tags) != len(words) {
		t.Fatalf("%d tags for %d words", len(tags), len(words))
	}
	for i, tag := range tags {
		if tag == "" {
			t.Errorf("word %d %q has no tag", i, words[i])
		}
	}
	if got := strings.Join(tags[len(odd):], " "); got != "PRP VBD RB ." {
		t.Errorf("words after odd ones got %s", got)
	}
}

func TestProseConcurrent(t *testing.T) {
	words := strings.Fields("“ The minister will not resign , ” a spokesman said on Tuesday .")
	want := strings.Join(Prose().Tag(words), " ")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if got := strings.Join(Prose().Tag(words), " "); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

var _ text.Tagger = proseTagger{}
