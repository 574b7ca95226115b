package ingest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"quotes/pkg/text"
)

// The tests of this file read pages that are there on some machines only. They
// hold floors a little below what was measured, so that a change that loses
// text or metadata on many pages shows.

// readShared parses the pages, by the part of their names before the first dot.
func readShared(t *testing.T) map[string]*text.Article {
	t.Helper()
	if _, err := os.Stat(sharedPages); err != nil {
		t.Skip("no shared pages")
	}
	pages := map[string]*text.Article{}
	for a, err := range Read([]string{sharedPages}, Options{}) {
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		checkArticle(t, a)
		name, _, _ := strings.Cut(filepath.Base(a.ID), ".")
		pages[name] = a
	}
	return pages
}

// TestSharedBodies compares bodies with what people took from the pages, by
// runs of four words, as the public benchmark of Zyte counts them.
func TestSharedBodies(t *testing.T) {
	pages := readShared(t)
	f, err := os.Open(filepath.Join(sharedPages, "..", "body.jsonl.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var precision, recall, n float64
	for d := json.NewDecoder(z); d.More(); n++ {
		var gold struct{ Page, Body string }
		if err := d.Decode(&gold); err != nil {
			t.Fatal(err)
		}
		var body strings.Builder
		if a := pages[gold.Page]; a != nil {
			for _, b := range a.Blocks {
				if b.Section == text.Body {
					body.WriteString(b.Span.In(a.Text) + "\n")
				}
			}
		}
		p, r := overlap(runs(body.String()), runs(gold.Body))
		precision += p
		recall += r
	}
	precision, recall = precision/n, recall/n
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("pages %.0f P %.3f R %.3f F1 %.3f", n, precision, recall, f1)
	if f1 < 0.96 {
		t.Errorf("F1 %.3f, want 0.96 or more", f1)
	}
}

// runs counts the runs of four words of a text.
func runs(s string) map[string]int {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	m := map[string]int{}
	for i := 0; i+4 <= len(words); i++ {
		m[strings.Join(words[i:i+4], " ")]++
	}
	return m
}

func overlap(got, gold map[string]int) (precision, recall float64) {
	both, nGot, nGold := 0, 0, 0
	for k, n := range got {
		both += min(n, gold[k])
		nGot += n
	}
	for _, n := range gold {
		nGold += n
	}
	if nGot == 0 || nGold == 0 {
		return 0, 0
	}
	return float64(both) / float64(nGot), float64(both) / float64(nGold)
}

// TestSharedMetadata compares metadata with what people read on the pages and
// on the seeds.
func TestSharedMetadata(t *testing.T) {
	pages := readShared(t)
	for a, err := range Read([]string{"../../../shared/seeds"}, Options{Format: Text}) {
		if err == nil {
			checkArticle(t, a)
			name, _, _ := strings.Cut(filepath.Base(a.ID), ".")
			pages[name] = a
		}
	}
	var title, day, author, address, n int
	for _, file := range []string{filepath.Join(sharedPages, "..", "gold.jsonl"), "../../../shared/seeds/gold.jsonl"} {
		f, err := os.Open(file)
		if err != nil {
			t.Skip(err)
		}
		defer f.Close()
		lines := bufio.NewReader(f)
		for d := json.NewDecoder(lines); d.More(); n++ {
			var gold struct {
				Page, Title, Published, URL string
				Authors                     []string
			}
			if err := d.Decode(&gold); err != nil {
				t.Fatal(err)
			}
			a := pages[gold.Page]
			if a == nil {
				t.Errorf("%s was not read", gold.Page)
				continue
			}
			title += count(wordsOf(gold.Title) == wordsOf(a.Meta.Title))
			day += count(len(a.Meta.Published) >= 10 && strings.HasPrefix(gold.Published, a.Meta.Published[:10]))
			author += count(len(a.Meta.Authors) > 0 && wordsOf(gold.Authors[0]) == wordsOf(a.Meta.Authors[0]))
			address += count(strings.TrimSuffix(gold.URL, "/") == strings.TrimSuffix(a.Meta.SourceURL, "/"))
		}
	}
	t.Logf("pages %d: title %d, day %d, first author %d, url %d", n, title, day, author, address)
	if title < n || day < n || author < n-1 || address < n {
		t.Errorf("of %d pages: title %d, day %d, first author %d, url %d", n, title, day, author, address)
	}
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}
