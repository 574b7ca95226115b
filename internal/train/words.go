package train

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"quotes/internal/corpus"
	"quotes/internal/model"
	"quotes/internal/tag"
)

// cueLevels are the shares of a word's places that must be cues for its level
// to be at least 1, 2 and 3; minCues is how many at least.
var cueLevels = [3]float64{0.05, 0.2, 0.5}

const minCues = 3

// lexicon holds what is known of each lower-case word.
type lexicon map[string]*model.WordEntry

// entry gives the entry of a word, a new one if it has none.
func (l lexicon) entry(w string) *model.WordEntry {
	if l[w] == nil {
		l[w] = &model.WordEntry{}
	}
	return l[w]
}

// file gives the file of the words, the same for the same words.
func (l lexicon) file() ([]byte, error) {
	var list []model.WordEntry
	for w, e := range l {
		e.Key = model.Hash(w)
		list = append(list, *e)
	}
	slices.SortFunc(list, func(a, b model.WordEntry) int {
		return strings.Compare(fmt.Sprintf("%08x%v", a.Key, a), fmt.Sprintf("%08x%v", b.Key, b))
	})
	return model.AppendClasses(nil, list)
}

// wordClasses reads the classes of a table of word, class of 64, of 256 and of
// 1,024 (tab between), and counts how often each word of the documents is part
// of a cue.
func wordClasses(table string, docs []*Doc) (lexicon, error) {
	entries := lexicon{}
	err := corpus.Lines(table, func(line []byte) error {
		var e model.WordEntry
		f := bytes.Split(bytes.TrimSpace(line), []byte{'\t'})
		if len(f) != 4 {
			return fmt.Errorf("%d fields, want 4", len(f))
		}
		for k := range e.Classes {
			if _, err := fmt.Sscan(string(f[k+1]), &e.Classes[k]); err != nil {
				return err
			}
			e.Classes[k]++
		}
		entries[string(f[0])] = &e
		return nil
	})
	if err != nil {
		return nil, err
	}
	entries.cueWords(docs)
	return entries, nil
}

// cueWords fills in the cue levels.
func (l lexicon) cueWords(docs []*Doc) {
	seen, cues := map[string]int{}, map[string]int{}
	for _, d := range docs {
		for i, label := range d.gold {
			w := strings.ToLower(d.Word(i))
			seen[w]++
			if label == 3 || label == 4 {
				cues[w]++
			}
		}
	}
	for w, n := range cues {
		level := uint8(0)
		for _, least := range cueLevels {
			if n >= minCues && float64(n) >= least*float64(seen[w]) {
				level++
			}
		}
		if level == 0 || strings.IndexFunc(w, isLetter) < 0 {
			continue
		}
		l.entry(w).Cue = level
	}
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

// A word has a sole tag if the tagger gave it to at least soleShare of its
// places, minSole or more (internal/model/data/taggers.md says what it does).
const (
	minSole   = 20
	soleShare = 0.995
)

// soleTags counts which words a tagger gives one tag alone where they have no
// capital.
func (l lexicon) soleTags(docs []*Doc, words *model.WordClasses, pos *model.Linear) {
	counts := map[string]map[uint8]int{}
	p := tag.NewParagraph(words)
	for _, b := range blocks(docs) {
		p.Fill(b.doc.Document, b.b)
		p.Annotate(tag.Models{POS: pos})
		for i, t := range p.Annotation().POS {
			w := strings.ReplaceAll(b.doc.Word(b.first+i), "’", "'")
			if w != strings.ToLower(w) || strings.IndexFunc(w, isLetter) < 0 {
				continue
			}
			if counts[w] == nil {
				counts[w] = map[uint8]int{}
			}
			counts[w][t]++
		}
	}
	for w, tags := range counts {
		all, most, best := 0, 0, uint8(0)
		for t, n := range tags {
			all += n
			if n > most || n == most && t < best {
				most, best = n, t
			}
		}
		if all >= minSole && float64(most) >= soleShare*float64(all) && best < model.MaxTag {
			l.entry(w).Tag = best + 1
		}
	}
}
