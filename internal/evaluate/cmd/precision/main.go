// Command precision measures how often each rule is right on an annotated
// corpus, and prints the table that records' confidence comes from:
//
//	go run ./internal/evaluate/cmd/precision ../shared/corpora/polnear/train.jsonl.gz ../shared/corpora/polnear/dev.jsonl.gz > precision.tsv
//	mv precision.tsv pkg/quote/data/precision.tsv
//
// Rules are counted on the first corpus; quotes that the models alone found
// ("learned") on the second, since the models have learnt from the first.
// A quote that names no source where it stands is right where its content is.
// A rule with a cue of its own is measured beside the rule as a whole where the
// corpus shows it often enough.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"quotes/internal/corpus"
	"quotes/internal/evaluate"
	"quotes/internal/ingest"
	"quotes/pkg/pipeline"
)

// learned is the rule of quotes that only the models found.
const learned = "learned"

// often is how many quotes of a rule a cue must have for a line of its own.
const often = 15

// weight is how many quotes of the rule as a whole a cue's own are mixed with.
const weight = 10

type document struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Quotes []struct {
		Content [][2]int `json:"content"`
		Source  [][2]int `json:"source"`
	} `json:"quotes"`
}

// count is how many quotes a rule gave and how many were right.
type count struct{ given, right int }

func (c count) precision() float64 { return float64(c.right) / float64(c.given) }

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: precision CORPUS.jsonl.gz UNSEEN.jsonl.gz")
	}
	rules, cues := map[string]count{}, map[[2]string]count{}
	if err := measure(os.Args[1], rules, cues); err != nil {
		log.Fatal(err)
	}
	unseen, unseenCues := map[string]count{}, map[[2]string]count{}
	if err := measure(os.Args[2], unseen, unseenCues); err != nil {
		log.Fatal(err)
	}
	rules[learned] = unseen[learned]
	for k := range cues {
		if k[0] == learned {
			delete(cues, k)
		}
	}
	for k, c := range unseenCues {
		if k[0] == learned {
			cues[k] = c
		}
	}
	write(os.Stdout, rules, cues)
}

func measure(name string, rules map[string]count, cues map[[2]string]count) error {
	return corpus.Lines(name, func(line []byte) error {
		var d document
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		return d.measure(line, rules, cues)
	})
}

// measure extracts the quotes of one document and counts those that are right.
func (d *document) measure(line []byte, rules map[string]count, cues map[[2]string]count) error {
	runes := []rune(d.Text)
	var gold []evaluate.Letters
	for _, q := range d.Quotes {
		gold = append(gold, evaluate.LettersOf(runes, q.Content))
	}
	for a, err := range ingest.Read([]string{"-"}, ingest.Options{Format: ingest.JSONL, Stdin: strings.NewReader(string(line))}) {
		if err != nil {
			return err
		}
		records := pipeline.Extract(a, pipeline.Config{Attitudes: true})
		var found []evaluate.Letters
		for _, r := range records {
			found = append(found, evaluate.LettersOf(runes, r.Spans.Quote))
		}
		for j, i := range evaluate.Match(gold, found) {
			mention := evaluate.LettersOf(runes, records[j].Spans.Mention)
			right := i >= 0 && (len(mention) == 0 || evaluate.Covers(mention, evaluate.LettersOf(runes, d.Quotes[i].Source)))
			tally(&records[j], right, rules, cues)
		}
	}
	return nil
}

func tally(r *pipeline.Record, right bool, rules map[string]count, cues map[[2]string]count) {
	rule, _, _ := strings.Cut(r.Rule, "/")
	if rule == "nested" {
		return // the corpus does not annotate reports inside quoted words
	}
	lemma := ""
	if r.CueLemma != nil {
		lemma = strings.ReplaceAll(*r.CueLemma, " ", "_")
	}
	k := [2]string{rule, lemma}
	a, b := rules[rule], cues[k]
	a.given, b.given = a.given+1, b.given+1
	if right {
		a.right, b.right = a.right+1, b.right+1
	}
	rules[rule], cues[k] = a, b
}

func write(w io.Writer, rules map[string]count, cues map[[2]string]count) {
	fmt.Fprint(w, `# How often each rule's quotes are right (content found and source covered, as internal/evaluate says) on PolNeAR 1.0 train; "learned" on dev.
# Source: counts over the annotation of Newell et al. (LREC 2018); no text of the corpus is held here. Annotation without a stated licence.
# Made by: go run ./internal/evaluate/cmd/precision ../shared/corpora/polnear/train.jsonl.gz ../shared/corpora/polnear/dev.jsonl.gz
# rule	cue ("*": all of the rule)	precision	quotes
`)
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		all := rules[rule]
		fmt.Fprintf(w, "%s\t*\t%.3f\t%d\n", rule, float64(all.right+1)/float64(all.given+2), all.given)
		var keys [][2]string
		for k, c := range cues {
			if k[0] == rule && c.given >= often && k[1] != "" {
				keys = append(keys, k)
			}
		}
		slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Compare(a[1], b[1]) })
		for _, k := range keys {
			c := cues[k]
			p := (float64(c.right) + weight*all.precision()) / (float64(c.given) + weight)
			fmt.Fprintf(w, "%s\t%s\t%.3f\t%d\n", rule, k[1], p, c.given)
		}
	}
}
