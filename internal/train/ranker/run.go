package ranker

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"quotes/pkg/speaker"
)

// Config names the files of a training.
type Config struct {
	Annotated []string // documents, see [corpus.Annotated]
	Dev       []string // more of them, to measure on
	Tokens    []string // automatic tokens and chains of all these
	Log       io.Writer
}

// ErrNoChains says that there is nothing to learn from.
var ErrNoChains = errors.New("no chains of coreference in the tokens")

// folds is the number of parts that the articles are dealt into for the
// thresholds.
const folds = 5

// Run learns the weights, measures them and gives their file.
func Run(c Config) ([]byte, error) {
	articles, err := read(c.Annotated, c.Tokens)
	if err != nil {
		return nil, err
	}
	dev, err := read(c.Dev, c.Tokens)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(articles, func(a *article) bool { return len(a.chains) > 0 }) {
		return nil, ErrNoChains
	}
	learned, err := speaker.ParseRanker(learn(articles, c.Log).String()) // rounded, as it will be read
	if err != nil {
		return nil, err
	}
	for _, set := range []struct {
		name string
		list []*article
	}{{"train", articles}, {"dev", dev}} {
		report(c.Log, set.name, collect(set.list, learned.Decide), learned)
	}
	return []byte(header + learned.String()), nil
}

const header = `# Weights of the ranker of pronouns: feature, weight where the mention is a source,
# weight where it is not. Made by quotes train --only ranker.
`

// learn fits the weights twice: first on choices that see the right history,
// then on choices that see the history which the first weights make.
func learn(articles []*article, log io.Writer) *speaker.Ranker {
	first := &speaker.Ranker{}
	list := collect(articles, nil)
	first.Source, first.Other = fit(sources(list, true)), fit(sources(list, false))
	list = collect(articles, first.Decide)
	r := &speaker.Ranker{}
	r.Source, r.Other = fit(sources(list, true)), fit(sources(list, false))
	t := threshold(list, log)
	for _, w := range []*speaker.Weights{&r.Source, &r.Other} {
		w.Threshold = t
		for k, name := range speaker.FeatureNames {
			if x, ok := given[name]; ok {
				w.Of[k] = x
			}
		}
	}
	return r
}

// given are weights that the articles cannot teach, because they have no
// headlines, lists and captions. Who is named there alone is rarely meant.
var given = map[string]float64{"last-aside": -3}

func collect(articles []*article, decide func(*speaker.Choice) int) []example {
	var out []example
	for i, a := range articles {
		out = append(out, a.examples(i%folds, decide)...)
	}
	return out
}

// sources are the examples whose mention is a source, or those whose is not.
func sources(list []example, source bool) []example {
	var out []example
	for _, e := range list {
		if e.Source == source {
			out = append(out, e)
		}
	}
	return out
}

// threshold is the probability below which nobody is the better answer, by
// weights of the other folds. It also logs how right those are.
func threshold(list []example, log io.Writer) float64 {
	const margin = 2 // in a thousand, half a standard error; of thresholds so close, the lowest
	var right [steps]int
	for _, source := range []bool{true, false} {
		some := sources(list, source)
		var got, meant [steps]int
		for fold := range folds {
			tryFold(&got, &meant, some, fold)
		}
		for s := range steps {
			fmt.Fprintf(log, "folds, source %t: threshold %.2f, right %.1f %%, where somebody is meant %.1f %%\n",
				source, at(s), percent(got[s], len(some)), percent(meant[s], somebody(some)))
			right[s] += got[s]
		}
	}
	best := 0
	for 1000*right[best] < 1000*slices.Max(right[:])-margin*len(list) {
		best++
	}
	return at(best)
}

// steps is the number of thresholds that are tried.
const steps = 9

// tryFold counts the right answers of one fold's examples at each threshold,
// by weights of the others, and those of them where somebody is meant.
func tryFold(right, meant *[steps]int, list []example, fold int) {
	var rest []example
	for _, e := range list {
		if e.fold != fold {
			rest = append(rest, e)
		}
	}
	w := fit(rest)
	for i := range list {
		e := &list[i]
		if e.fold != fold {
			continue
		}
		k, p := w.Best(&e.Choice)
		for s := range steps {
			if p < at(s) {
				k = -1
			}
			if e.is(k) {
				right[s]++
				if k >= 0 {
					meant[s]++
				}
			}
		}
	}
}

// somebody counts the examples where one of the candidates is meant.
func somebody(list []example) int {
	n := 0
	for _, e := range list {
		if !e.none {
			n++
		}
	}
	return n
}

// at is the threshold of a step.
func at(step int) float64 { return math.Round(float64(step)*5) / 100 }

// is reports whether an answer, -1 for nobody, is right.
func (e *example) is(k int) bool { return k < 0 && e.none || k >= 0 && e.right[k] }

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// report logs how often the ranker says what the chains say.
func report(log io.Writer, name string, list []example, r *speaker.Ranker) {
	for _, source := range []bool{true, false} {
		var some, right, nobody, silent int
		for _, e := range sources(list, source) {
			k := r.Decide(&e.Choice)
			if e.none {
				nobody++
				if k < 0 {
					silent++
				}
				continue
			}
			some++
			if e.is(k) {
				right++
			}
		}
		fmt.Fprintf(log, "%s, source %t: somebody meant %d, right %.1f %%; nobody of the candidates %d, right %.1f %%\n",
			name, source, some, percent(right, some), nobody, percent(silent, nobody))
	}
}
