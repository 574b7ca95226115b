package ranker

import (
	"encoding/json"
	"slices"
	"testing"

	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

const story = "Marcus Bowen met Emil Brandt. He left."

const storyTokens = `{"sentences":[
	{"t":[[0,6,"NNP","m","PERSON",2,""],[7,12,"NNP","b","PERSON",3,""],[13,16,"VBD","meet","O",0,""],[17,21,"NNP","e","PERSON",5,""],[22,28,"NNP","b","PERSON",3,""],[28,29,".",".","O",3,""]]},
	{"t":[[30,32,"PRP","he","O",2,""],[33,37,"VBD","leave","O",0,""],[37,38,".",".","O",2,""]]}],
	"coref":[[[0,0,2],[1,0,1]],[[9,0,1],[0,3,99]]]}`

// TestTruth: the candidate that is named in the pronoun's chain is right; a
// chain whose places do not exist is passed over.
func TestTruth(t *testing.T) {
	a := newArticle("a", story)
	var r rawTokens
	if err := json.Unmarshal([]byte(storyTokens), &r); err != nil {
		t.Fatal(err)
	}
	a.readChains(r)
	at := func(start, end int) []text.Span { return []text.Span{{Start: start, End: end}} }
	he := speaker.Choice{Mention: text.Span{Start: 30, End: 32}}
	he.Candidates = []speaker.Candidate{{Names: at(17, 28)}, {Names: at(0, 12)}}
	if right, none, known := a.truth(&he); !known || none || !slices.Equal(right, []bool{false, true}) {
		t.Errorf("right %v, none %t, known %t", right, none, known)
	}
	he.Candidates = he.Candidates[:1]
	if _, none, known := a.truth(&he); !known || !none {
		t.Errorf("without the one who is meant: none %t, known %t", none, known)
	}
	he.Mention = text.Span{Start: 33, End: 37}
	if _, _, known := a.truth(&he); known {
		t.Error("a word outside all chains has an answer")
	}
}

// TestFit: a feature that only the right candidate has gets a weight above
// nought, the same one each time; one that nobody has gets none.
func TestFit(t *testing.T) {
	var list []example
	for i := range 20 {
		good, bad := make([]float64, len(speaker.FeatureNames)), make([]float64, len(speaker.FeatureNames))
		good[1], bad[2] = 1, 1
		e := example{right: []bool{false, true}, none: i%10 == 9}
		e.Candidates = []speaker.Candidate{{Features: bad}, {Features: good}}
		if e.none {
			e.right, e.Candidates = []bool{false}, e.Candidates[:1]
		}
		list = append(list, e)
	}
	w, again := fit(list), fit(list)
	if w.Of[1] <= 0 || w.Of[2] >= 0 || w.Of[3] != 0 {
		t.Errorf("weights %.2f, %.2f, %.2f", w.Of[1], w.Of[2], w.Of[3])
	}
	if !slices.Equal(w.Of, again.Of) || w.Nobody != again.Nobody {
		t.Error("two trainings, two results")
	}
}
