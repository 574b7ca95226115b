package pipeline_test

import (
	"strings"
	"testing"

	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// countingTagger counts what it is asked for: the stages' work that costs
// most.
type countingTagger struct {
	text.Tagger
	sentences, words int
}

func (c *countingTagger) Tag(words []string) []string {
	c.sentences++
	c.words += len(words)
	return c.Tagger.Tag(words)
}

// story is a page of one headline and n paragraphs of the kinds that make the
// stages look around: long quotations, quotations left open, pronouns,
// quotations that name nobody, and plain prose.
func story(n int) *text.Article {
	kinds := []string{
		`“The road is closed,” said Dana Lee, the mayor of Osterby. “Go home, and stay there.”`,
		`“It will be a long winter. We ask for patience.`,
		`“Nobody is to blame,” she said, adding that the council had met.`,
		`“Snow fell on the hills and on the town.”`,
		`Snow fell on the hills. The mill stood still.`,
		`According to the report, the bridge was unsafe, and the council said it would be shut.`,
		`They told reporters: “We saw the car. It was red.”`,
	}
	lines := []string{"Lee: Road to stay closed"}
	for i := range n {
		lines = append(lines, kinds[i%len(kinds)])
	}
	return lineArticle(strings.Join(lines, "\n"))
}

// TestEachSentenceIsTaggedOnce: twice the text asks the tagger twice as much,
// never more than once for a sentence, and not for those that cannot hold a
// quote.
func TestEachSentenceIsTaggedOnce(t *testing.T) {
	count := func(n int) (c countingTagger, sentences int) {
		c.Tagger = tag.Linear()
		doc := text.NewDocument(story(n))
		speaker.Resolve(doc, quote.Find(doc, &c))
		return c, len(doc.Sentences)
	}
	small, sentences := count(70)
	large, _ := count(140)
	if small.sentences == 0 || small.sentences >= sentences {
		t.Errorf("%d of %d sentences tagged", small.sentences, sentences)
	}
	if d := large.sentences - 2*small.sentences; d < -2 || d > 2 {
		t.Errorf("%d sentences tagged, then %d for twice the text", small.sentences, large.sentences)
	}
	if d := large.words - 2*small.words; d < -20 || d > 20 {
		t.Errorf("%d words tagged, then %d for twice the text", small.words, large.words)
	}
}
