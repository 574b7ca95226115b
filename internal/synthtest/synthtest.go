// Package synthtest makes articles of any length for benchmarks and for tests
// of linear work: the paragraphs of a folder, over and over, each time with other
// persons, so that names grow with the length as they do in real collections.
// Only tests import it.
package synthtest

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// OfFolder is an article of at least size bytes, made of the sentences of the
// plain articles (.txt) of a folder.
func OfFolder(dir fs.FS, size int) (*text.Article, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	var paragraphs []string
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		paragraphs = append(paragraphs, sentences(string(b))...)
	}
	if len(paragraphs) == 0 {
		return nil, errors.New("no plain articles there")
	}
	return article(paragraphs, size), nil
}

// article repeats paragraphs until the text has at least size bytes. The same
// input gives the same article.
func article(paragraphs []string, size int) *text.Article {
	c := newCast()
	a := &text.Article{ID: "synthetic", Meta: text.Meta{Lang: "en", Published: "2024-07-18"}}
	var b strings.Builder
	for b.Len() < size && len(paragraphs) > 0 {
		for _, p := range paragraphs {
			start := b.Len()
			b.WriteString(c.rename(p))
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: start, End: b.Len()}})
			b.WriteString("\n\n")
		}
		c.next()
	}
	a.Text = b.String()
	return a
}

// sentences are the lines of a plain article that hold sentences.
func sentences(article string) []string {
	var out []string
	for l := range strings.Lines(article) {
		if l = strings.TrimSpace(l); len(l) > 80 {
			out = append(out, l)
		}
	}
	return out
}

// cast gives the persons of each round new names.
type cast struct {
	firsts []string // first names
	round  map[string]string
	n      int
}

func newCast() *cast {
	c := &cast{round: map[string]string{}}
	for w, gender := range lexicon.FirstNames().All() {
		if gender != 'u' && len(w) > 3 && !strings.ContainsAny(w, "-' ") {
			c.firsts = append(c.firsts, strings.ToUpper(w[:1])+w[1:])
		}
	}
	slices.Sort(c.firsts)
	return c
}

func (c *cast) next() { clear(c.round) }

var twoCapitals = regexp.MustCompile(`\b[A-Z][a-z]+ [A-Z][a-z]+\b`)

// rename replaces full names, and then the surnames that they introduced.
func (c *cast) rename(s string) string {
	s = twoCapitals.ReplaceAllStringFunc(s, func(name string) string {
		first, last, _ := strings.Cut(name, " ")
		if !lexicon.FirstNames().Has(strings.ToLower(first)) || lexicon.Roles().Has(strings.ToLower(last)) {
			return name
		}
		if c.round[last] == "" {
			c.round[last] = c.surname()
		}
		return c.firsts[c.n*7919%len(c.firsts)] + " " + last
	})
	for old, name := range c.round {
		s = strings.ReplaceAll(s, old, name)
	}
	return s
}

var syllables = strings.Fields("ba dor el fin gar hul ist jon kel lim mor nad ost pel quin ros sund tam ulf vik wen yar zel")

// surname makes up the next surname: a number in syllables.
func (c *cast) surname() string {
	c.n++
	var b strings.Builder
	for n := c.n + len(syllables)*len(syllables); n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:]
}
