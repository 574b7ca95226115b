package speaker

import (
	"math"
	"slices"
	"strings"
	"testing"

	"quotes/internal/tag"
	"quotes/pkg/text"
)

// rankerRows: whom a pronoun means where the nearest name is another's.
var rankerRows = []speakerRow{
	{"subject, not the object nearer by",
		"Marcus Bowen met Emil Brandt at the mill on Monday.\n{s:He} {c:said} {q:the talks had been long}.",
		[]string{"Marcus Bowen | person | -"}},
	{"who spoke last, not the one spoken of",
		"“{q1:We need more time,}” {s1:Marcus Bowen} {c1:said} after a call with Emil Brandt.\n“{q2:It will come,}” {s2:he} {c2:added}.",
		[]string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"a chain of pronouns that report nothing",
		"Marcus Bowen opened the mill in May. He hired forty people. He also paid Emil Brandt for the road.\n“{q:I would do it again,}” {s:he} {c:said}.",
		[]string{"Marcus Bowen | person | -"}},
	{"not the owner",
		"Marcus Bowen sold Emil Brandt’s mill in May.\n{s:He} {c:said} {q:it had stood empty}.",
		[]string{"Marcus Bowen | person | -"}},
	{"not somebody behind a preposition",
		"Marcus Bowen spoke with reporters after a visit by Emil Brandt.\n{s:He} {c:said} {q:the mill stays}.",
		[]string{"Marcus Bowen | person | -"}},
	{"not a name in the quotation before",
		"“{q1:Emil Brandt never called,}” {s1:Marcus Bowen} {c1:said}.\n“{q2:I waited all day,}” {s2:he} {c2:said}.",
		[]string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"not a name in a caption",
		"Marcus Bowen opened the mill in May.\ncaption> Emil Brandt, left, at the mill.\n{s:He} {c:said} {q:the road comes next}.",
		[]string{"Marcus Bowen | person | -"}},
	{"gender before nearness",
		"Maria Lund opened the mill. Marcus Bowen, Emil Brandt and Peter Haas came.\n“{q:At last,}” {s:she} {c:said}.",
		[]string{"Maria Lund | person | -"}},
	{"two chains, by gender",
		"Maria Lund met Marcus Bowen. She wore a coat. He wore none.\n{s1:She} {c1:said} {q1:it was cold}. {s2:He} {c2:said} {q2:it was not}.",
		[]string{"Maria Lund | person | -", "Marcus Bowen | person | -"}},
	{"they, not the person named last",
		"{s1:Two officials} {c1:said} {q1:the mill was safe}. Marcus Bowen left. {s2:They} {c2:said} {q2:the roof held}.",
		[]string{"two officials | group | -", "two officials | group | -"}},
	{"nobody within reach",
		"Marcus Bowen opened the mill." + strings.Repeat(" Snow fell on the road.", 2*reach) + "\n“{q:Stay,}” {s:he} {c:said}.",
		[]string{"- | - | -"}},
	{"nobody of that gender",
		"Marcus Bowen and Emil Brandt opened the mill.\n“{q:Stay,}” {s:she} {c:said}.",
		[]string{"- | - | -"}},
	{"no adjective made of a name",
		"“{q1:We pay,}” {s1:Marcus Bowen} {c1:said}. The rule covers all Meridian-related work.\n“{q2:It is right,}” {s2:he} {c2:said}.",
		[]string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
}

func TestRanker(t *testing.T) {
	for _, row := range rankerRows {
		t.Run(row.name, func(t *testing.T) {
			if d := diffSpeakers(t, row.text, row.want); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestChoices: the same document gives the same choices, whose features are as
// many as their names and numbers all.
func TestChoices(t *testing.T) {
	var first []Choice
	for range 3 {
		var got []Choice
		for _, row := range rankerRows {
			a, quotes := parseRow(t, row.text)
			doc := text.NewDocument(a)
			for i := range doc.Sentences {
				doc.TagSentence(tag.Linear(), i)
			}
			Choices(doc, quotes, func(c *Choice) int {
				got = append(got, *c)
				return embedded().Decide(c)
			})
		}
		for _, c := range got {
			for _, x := range c.Candidates {
				if len(x.Features) != len(FeatureNames) || slices.ContainsFunc(x.Features, func(f float64) bool { return math.IsNaN(f) || math.Abs(f) > 10 }) {
					t.Fatalf("%v: features %v", c.Mention, x.Features)
				}
			}
		}
		if first == nil {
			first = got
		}
		if len(got) != len(first) {
			t.Fatalf("%d choices, then %d", len(first), len(got))
		}
		for i := range got {
			p, q := embedded().Source.Probabilities(&got[i]), embedded().Source.Probabilities(&first[i])
			if !slices.Equal(p, q) {
				t.Errorf("choice %d: %v, then %v", i, q, p)
			}
		}
	}
}

func TestProbabilities(t *testing.T) {
	w := Weights{Of: make([]float64, featureCount), Nobody: 1, Threshold: 0.3}
	w.Of[sameSentence] = 1
	c := Choice{Candidates: []Candidate{{Features: make([]float64, featureCount)}, {Features: make([]float64, featureCount)}}}
	c.Candidates[1].Features[sameSentence] = 1
	p := w.Probabilities(&c)
	if sum := p[0] + p[1] + p[2]; math.Abs(sum-1) > 1e-9 || p[1] != p[2] || p[0] >= p[1] {
		t.Errorf("probabilities %v", p)
	}
	r := Ranker{Source: w, Other: w}
	if got := r.Decide(&c); got != 1 {
		t.Errorf("candidate %d, want 1", got)
	}
	r.Other.Threshold = 0.9
	if got := r.Decide(&c); got != -1 {
		t.Errorf("candidate %d below the threshold", got)
	}
	if got := r.Decide(&Choice{}); got != -1 {
		t.Errorf("candidate %d of none", got)
	}
}

func TestParseRanker(t *testing.T) {
	again, err := ParseRanker(embedded().String())
	if err != nil || again.String() != embedded().String() {
		t.Errorf("the weights do not come back as they were written: %v", err)
	}
	whole := embedded().String()
	for name, data := range map[string]string{
		"a row less":     whole[strings.IndexByte(whole, '\n')+1:],
		"a row more":     whole + "shoe-size\t1\t1\n",
		"unknown name":   strings.Replace(whole, "mentions", "shoe-size", 1),
		"no number":      strings.Replace(whole, "\t", "\tx", 1),
		"a column short": strings.Replace(whole, "\t", "", 1),
	} {
		if _, err := ParseRanker(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
