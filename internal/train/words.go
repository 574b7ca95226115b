package train

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"quotes/internal/corpus"
	"quotes/internal/model"
)

// cueLevels are the shares of a word's places that must be cues for its level
// to be at least 1, 2 and 3; minCues is how many at least.
var cueLevels = [3]float64{0.05, 0.2, 0.5}

const minCues = 3

// wordClasses makes the file of word classes: the classes of a table of word,
// class of 64, of 256 and of 1,024 (tab between), and how often each word of
// the documents is part of a cue.
func wordClasses(table string, docs []*Doc) ([]byte, error) {
	entries := map[string]*model.WordEntry{}
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
	cueWords(entries, docs)
	var list []model.WordEntry
	for w, e := range entries {
		e.Key = model.Hash(w)
		list = append(list, *e)
	}
	slices.SortFunc(list, func(a, b model.WordEntry) int {
		return bytes.Compare([]byte(fmt.Sprintf("%08x%v", a.Key, a)), []byte(fmt.Sprintf("%08x%v", b.Key, b)))
	})
	return model.AppendClasses(nil, list), nil
}

// cueWords fills in the cue levels.
func cueWords(entries map[string]*model.WordEntry, docs []*Doc) {
	seen, cues := map[string]int{}, map[string]int{}
	for _, d := range docs {
		for i, l := range d.gold {
			w := strings.ToLower(d.Word(i))
			seen[w]++
			if l == 3 || l == 4 {
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
		if entries[w] == nil {
			entries[w] = &model.WordEntry{}
		}
		entries[w].Cue = level
	}
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }
