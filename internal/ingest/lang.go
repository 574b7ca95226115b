package ingest

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/stopwords.txt
var stopwordFile string

// stopwordTable has the languages of each stop word, as indexes of langs,
// which are in order. lengths has for the first byte of a word a bit for its
// length, so that most words need not be looked up.
type stopwordTable struct {
	langs   []string
	words   map[string][]int
	lengths [256]uint32
}

// maxStopword is the length in bytes of the longest stop word there may be.
const maxStopword = 31

var stopwords = sync.OnceValue(func() *stopwordTable {
	t := &stopwordTable{words: map[string][]int{}}
	for i, l := range dataLines(stopwordFile) {
		f := strings.Fields(l)
		t.langs = append(t.langs, f[0])
		for _, w := range f[1:] {
			t.words[w] = append(t.words[w], i)
			t.lengths[w[0]] |= 1 << len(w)
		}
	}
	return t
})

// of gives the languages that have a word, in lower case, as a stop word.
func (t *stopwordTable) of(w []byte) []int {
	if len(w) == 0 || len(w) > maxStopword || t.lengths[w[0]]>>len(w)&1 == 0 {
		return nil
	}
	return t.words[string(w)]
}

// dataLines gives the lines of a data file that are neither blank nor comment.
func dataLines(s string) []string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

// The vote reads the first voteBytes of a text. A language wins with one in
// ten of the words, at least minVotes of them, and a quarter more than the
// next: English prose has about 30 % of its words in the list.
const (
	voteBytes = 8 << 10
	minVotes  = 3
)

// detectLang tells a text's language by its script and stop words: a BCP 47
// code, or "" where it is unsure.
func detectLang(s string) string {
	if len(s) > voteBytes {
		s = strings.ToValidUTF8(s[:voteBytes], "")
	}
	if l := scriptLang(s); l != "" {
		return l
	}
	votes, words := vote(s)
	best, second := 0, 0
	for i, n := range votes[1:] {
		switch {
		case n > votes[best]:
			best, second = i+1, votes[best]
		case n > second:
			second = n
		}
	}
	n := votes[best]
	if n < minVotes || n*10 < words || n*4 < second*5 {
		return ""
	}
	return stopwords().langs[best]
}

// vote counts for each language the stop words in a text, and all its words.
func vote(s string) (votes []int, words int) {
	table := stopwords()
	votes = make([]int, len(table.langs))
	var buf [maxStopword + utf8.UTFMax]byte
	word := buf[:0]
	end := func() {
		if len(word) > 0 {
			words++
		}
		for _, l := range table.of(word) {
			votes[l]++
		}
		word = buf[:0]
	}
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			r = unicode.ToLower(r)
		default:
			end()
			continue
		}
		if len(word) <= maxStopword {
			word = utf8.AppendRune(word, r)
		}
	}
	end()
	return votes, words
}

// scripts that stand for one language each well enough to read no English in.
var scripts = []struct {
	lang  string
	table *unicode.RangeTable
}{
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"ko", unicode.Hangul}, {"zh", unicode.Han},
	{"ar", unicode.Arabic}, {"he", unicode.Hebrew}, {"el", unicode.Greek}, {"th", unicode.Thai},
	{"hi", unicode.Devanagari}, {"hy", unicode.Armenian}, {"ka", unicode.Georgian}, {"bn", unicode.Bengali},
}

// scriptLang names the language of a text whose letters are mostly of one of
// the scripts. Kana beside Han is Japanese.
func scriptLang(s string) string {
	n, counts := 0, make([]int, len(scripts))
	for _, r := range s {
		if r < utf8.RuneSelf && !isLetter(byte(r)) || r >= utf8.RuneSelf && !unicode.IsLetter(r) {
			continue
		}
		if n++; r < 0x370 {
			continue
		}
		for i, sc := range scripts {
			if unicode.Is(sc.table, r) {
				counts[i]++
				break
			}
		}
	}
	if kana, han := counts[0]+counts[1], counts[3]; kana*20 > han && (kana+han)*2 > n {
		return "ja"
	}
	for i, c := range counts {
		if c*2 > n {
			return scripts[i].lang
		}
	}
	return ""
}

// pageLang settles the language of a page: what it declares, unless the vote
// over its text clearly says another.
func pageLang(declared, s string) string {
	declared = canonicalLang(declared)
	voted := detectLang(s)
	primary, _, _ := strings.Cut(declared, "-")
	if voted == "" || voted == primary {
		return declared
	}
	if declared == "" || !related(primary, voted) {
		return voted
	}
	return declared
}

// related languages share most of their stop words: a vote between them is
// worth less than a declaration.
func related(a, b string) bool {
	for _, group := range []string{"da no nb nn sv", "bg mk ru uk be sr", "id ms", "cs sk", "es gl ca pt", "ar fa ur", "nl af", "zh yue"} {
		if f := strings.Fields(group); contains(f, a) && contains(f, b) {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// canonicalLang writes a language tag the usual way ("EN_us" as "en-US"), ""
// where it is none.
func canonicalLang(s string) string {
	parts := strings.FieldsFunc(strings.TrimSpace(s), func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 || !isASCIILetters(parts[0]) {
		return ""
	}
	out := strings.ToLower(parts[0])
	if len(parts) > 1 && len(parts[1]) == 2 && isASCIILetters(parts[1]) {
		out += "-" + strings.ToUpper(parts[1])
	} else if len(parts) > 1 && len(parts[1]) == 4 && isASCIILetters(parts[1]) {
		out += "-" + strings.ToUpper(parts[1][:1]) + strings.ToLower(parts[1][1:])
	}
	return out
}

func isASCIILetters(s string) bool {
	for _, r := range s {
		if (r|0x20) < 'a' || (r|0x20) > 'z' {
			return false
		}
	}
	return true
}
