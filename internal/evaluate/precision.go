package evaluate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"quotes/internal/corpus"
	"quotes/internal/ingest"
	"quotes/internal/overlap"
	"quotes/pkg/pipeline"
)

// isLearned reports whether a rule's quotes are found by models alone, which may
// have learnt from the documents they are counted on.
func isLearned(rule string) bool {
	return rule == "learned" || rule == "labelled" || rule == "labelled-cue"
}

// often is how many quotes of a rule a cue must have for a line of its own.
const often = 15

// weight is how many quotes of the rule as a whole a cue's own are mixed with.
const weight = 10

// tally is how many quotes a rule gave and how many were right.
type tally struct{ given, right int }

func (c tally) precision() float64 { return float64(c.right) / float64(c.given) }

// tallies counts by rule, and by rule and cue.
type tallies struct {
	rules map[string]tally
	cues  map[[2]string]tally
}

// Precision measures how often each rule is right on annotated documents, and
// gives the table that records' confidence comes from; note is what it says of
// its source. Quotes that the models
// alone found are counted on unseen documents, if there are some, since the
// models may have learnt from the others. A quote that names no source where it
// stands is right where its content is. A rule with a cue of its own is measured
// beside the rule as a whole where it is there often enough.
func Precision(paths, unseen []string, note string, report func(error)) ([]byte, error) {
	seen, err := tallyAll(paths, report)
	if err != nil {
		return nil, err
	}
	if len(unseen) > 0 {
		others, err := tallyAll(unseen, report)
		if err != nil {
			return nil, err
		}
		seen.takeLearned(others)
	}
	if len(seen.rules) == 0 {
		return nil, errors.New("no quotes in the annotated documents")
	}
	var b bytes.Buffer
	if note != "" {
		fmt.Fprintf(&b, "# Source: %s\n", strings.Join(strings.Fields(note), " "))
	}
	seen.write(&b)
	return b.Bytes(), nil
}

// takeLearned puts the counts of what the models alone found in the place of
// its own.
func (t *tallies) takeLearned(o *tallies) {
	maps.DeleteFunc(t.rules, func(k string, _ tally) bool { return isLearned(k) })
	maps.DeleteFunc(t.cues, func(k [2]string, _ tally) bool { return isLearned(k[0]) })
	for k, c := range o.rules {
		if isLearned(k) {
			t.rules[k] = c
		}
	}
	for k, c := range o.cues {
		if isLearned(k[0]) {
			t.cues[k] = c
		}
	}
}

// tallyAll counts the quotes that are found in annotated documents.
func tallyAll(paths []string, report func(error)) (*tallies, error) {
	t := &tallies{map[string]tally{}, map[[2]string]tally{}}
	for _, path := range paths {
		for d, err := range corpus.Annotated(path) {
			if err != nil {
				report(err)
			}
			if d == nil {
				continue
			}
			if err := t.document(d); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// document extracts the quotes of one document and counts those that are right.
func (t *tallies) document(d *corpus.Document) error {
	line, err := json.Marshal(map[string]string{"id": d.ID, "title": d.Title, "text": d.Text})
	if err != nil {
		return err
	}
	text := []rune(d.Text)
	var gold []overlap.Letters
	for _, q := range d.Quotes {
		gold = append(gold, overlap.LettersOf(text, q.Content))
	}
	for a, err := range ingest.Read([]string{"-"}, ingest.Options{Format: ingest.JSONL, Stdin: bytes.NewReader(line)}) {
		if errors.Is(err, ingest.ErrEmpty) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		records := pipeline.Extract(a, pipeline.Config{Attitudes: true})
		var found []overlap.Letters
		for _, r := range records {
			found = append(found, overlap.LettersOf(text, r.Spans.Quote))
		}
		for j, i := range overlap.Match(gold, found, overlap.Least) {
			mention := overlap.LettersOf(text, records[j].Spans.Mention)
			t.add(&records[j], i >= 0 && (len(mention) == 0 || overlap.Covers(mention, overlap.LettersOf(text, d.Quotes[i].Source))))
		}
	}
	return nil
}

// add counts a record.
func (t *tallies) add(r *pipeline.Record, right bool) {
	rule, _, _ := strings.Cut(r.Rule, "/")
	if rule == "nested" {
		return // the corpus does not annotate reports inside quoted words
	}
	lemma := ""
	if r.CueLemma != nil {
		lemma = strings.ReplaceAll(*r.CueLemma, " ", "_")
	}
	k := [2]string{rule, lemma}
	a, b := t.rules[rule], t.cues[k]
	t.rules[rule] = tally{a.given + 1, a.right + one(right)}
	t.cues[k] = tally{b.given + 1, b.right + one(right)}
}

// write writes the table.
func (t *tallies) write(w io.Writer) {
	fmt.Fprint(w, `# How often each rule's quotes are right (content found and source covered, as internal/evaluate says) on annotated documents; what the
# models alone found ("learned", "labelled", "labelled-cue") on documents that were not learnt from. Counts alone, no text is held here.
# Made by: quotes train --only precision
# rule	cue ("*": all of the rule)	precision	quotes
`)
	for _, rule := range slices.Sorted(maps.Keys(t.rules)) {
		all := t.rules[rule]
		fmt.Fprintf(w, "%s\t*\t%.3f\t%d\n", rule, float64(all.right+1)/float64(all.given+2), all.given)
		var keys [][2]string
		for k, c := range t.cues {
			if k[0] == rule && c.given >= often && k[1] != "" {
				keys = append(keys, k)
			}
		}
		slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Compare(a[1], b[1]) })
		for _, k := range keys {
			c := t.cues[k]
			p := (float64(c.right) + float64(weight*all.precision())) / (float64(c.given) + weight)
			fmt.Fprintf(w, "%s\t%s\t%.3f\t%d\n", rule, k[1], p, c.given)
		}
	}
}
