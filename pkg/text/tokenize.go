package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
)

// appendTokens appends the tokens of text[span]; low is the text in lower case,
// each character where it was. The conventions are those of the Penn Treebank,
// offsets kept: clitics ("'s", "n't") stand alone, stops stay with abbreviations
// ("U.S.", "Mr."), hyphenated words are one token, and so are "...", "--",
// numbers, addresses and handles.
func appendTokens(toks []Token, text, low string, span Span) []Token {
	before := len(toks)
	for i := span.Start; i < span.End; {
		if len(toks)+1 >= cap(toks) {
			toks = slices.Grow(toks, roomFor(len(toks)-before, i-span.Start, span.Len()))
		}
		if text[i] == ' ' {
			i++
			continue
		}
		if end := spacedEnd(text[:span.End], i); end > i {
			toks = append(toks, Token{Span: Span{i, end}})
			i = end + 1
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if isSpace(r) {
			i += n
			continue
		}
		end := tokenEnd(text[:span.End], low, i)
		if isWordRune(r) {
			toks = appendWord(toks, low, Span{i, end})
		} else {
			toks = append(toks, Token{Span: Span{i, end}})
		}
		i = end
	}
	return toks
}

// spacedEnd is the end of a word at i of letters and digits of ASCII alone with
// a space behind it, as most words are; i where there is none.
func spacedEnd(text string, i int) int {
	j := i
	for j < len(text) && wordBytes[text[j]] {
		j++
	}
	if j < len(text) && text[j] == ' ' {
		return j
	}
	return i
}

// roomFor is for how many more tokens a span of size bytes needs room, of which
// the first done have given n: as many as if it went on like that. Room that
// is doubled again and again would cost too much of very long texts.
func roomFor(n, done, size int) int {
	more := size - done
	if done > 1<<10 {
		more = int(float64(more)*float64(n)/float64(done)) + more/64
	}
	return max(more, 8)
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func isWordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	case r >= 0x2000 && r < 0x2070: // spaces, dashes and quotation marks
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordBytes are the letters and digits of ASCII.
var wordBytes = func() (t [256]bool) {
	for c := range rune(utf8.RuneSelf) {
		t[c] = isWordRune(c)
	}
	return t
}()

// isApostrophe reports whether r can stand inside a word ("don't", "al-Qa'ida").
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

// tokenEnd is the end of the token that starts at i, before clitics are cut.
func tokenEnd(text, low string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case (r == '@' || r == '#') && wordAt(text, i+n):
		return wordEnd(text, low, i+n)
	case isWordRune(r):
		return wordEnd(text, low, i)
	case r == '.' || r == '-' || r == '\'' || r == '`' || r == ',':
		return runEnd(text, i, byte(r))
	}
	return i + n
}

// runEnd is the end of a run of one ASCII mark: "...", "--", two single marks.
func runEnd(text string, i int, c byte) int {
	end := len(text)
	if c == '\'' || c == '`' || c == ',' {
		end = min(end, i+2)
	}
	j := i
	for j < end && text[j] == c {
		j++
	}
	return j
}

func wordAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isWordRune(r)
}

// wordEnd is the end of the word that starts at i: letters and digits with
// the marks that may stand between two of them, and the stop of an
// abbreviation with stops inside ("U.S.") or of a single initial ("J.").
func wordEnd(text, low string, i int) int {
	j, stops := i, 0
	if e := addressEnd(text, i); e > 0 {
		return e
	}
	for j < len(text) {
		if wordBytes[text[j]] {
			j++
			continue
		}
		if text[j] == ' ' {
			break
		}
		r, n := utf8.DecodeRuneInString(text[j:])
		if isWordRune(r) {
			j += n
			continue
		}
		if !joins(text, i, j, r) {
			break
		}
		if r == '.' {
			stops++
		}
		j += n
	}
	if j < len(text) && text[j] == '.' && !strings.HasPrefix(text[j:], "..") && takesStop(text[i:j], low[i:j], stops) && !(numbered.Has(low[i:j]) && !digitAfter(text, j+1)) {
		j++
	}
	return j
}

// numbered abbreviations keep their stop before a number alone: "No. 5", but
// "Lee said no."
var numbered = lexicon.SetOf("no nos art ch fig sec vol p pp ed al")

// digitAfter reports whether a digit follows i, behind one space at most.
func digitAfter(text string, i int) bool {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	return i < len(text) && isDigit(rune(text[i]))
}

// joins reports whether the mark r at j keeps a word going: a hyphen or an
// apostrophe between letters, a stop between letters or digits, a comma or
// colon between digits, "&" between capitals, "/" between digits.
func joins(text string, start, j int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(text[j+utf8.RuneLen(r):])
	prev, _ := utf8.DecodeLastRuneInString(text[start:j])
	if j == start || !isWordRune(next) {
		return false
	}
	digits := isDigit(prev) && isDigit(next)
	switch r {
	case '-', '\u2010', '\u2011', '_':
		return true
	case '\'', '’', 'ʼ':
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	case '.':
		return digits || unicode.IsLetter(prev) && unicode.IsLetter(next) && dotted(text, start, j)
	case ',', ':', '/':
		return digits
	case '&':
		return unicode.IsUpper(prev) && unicode.IsUpper(next)
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// dotted reports whether the stop at j stands in an abbreviation such as
// "U.S." or "e.g.": one or two letters since the last stop or the start. Domain names
// ("reuters.com") are words too.
func dotted(text string, start, j int) bool {
	k := j
	for k > start && text[k-1] != '.' && text[k-1] != '-' {
		k--
	}
	if utf8.RuneCountInString(text[k:j]) <= 2 {
		return true
	}
	e := j + 1
	for e < len(text) && (text[e]|0x20 >= 'a' && text[e]|0x20 <= 'z') {
		e++
	}
	return domains[text[j+1:e]]
}

var domains = map[string]bool{"com": true, "org": true, "net": true, "gov": true, "edu": true, "co": true, "uk": true, "info": true, "io": true, "tv": true}

// takesStop reports whether a stop right after word, which is low in lower case,
// belongs to it.
func takesStop(word, low string, stops int) bool {
	if strings.Contains(word, "-") && stops == 0 {
		return lexicon.Abbreviations().Has(low)
	}
	if stops > 0 {
		last := word[strings.LastIndexByte(word, '.')+1:]
		return utf8.RuneCountInString(last) <= 2 && !isDigit(rune(last[0]))
	}
	r, n := utf8.DecodeRuneInString(word)
	if n == len(word) {
		return unicode.IsUpper(r) && r != 'I'
	}
	return lexicon.Abbreviations().Has(low) || corporate.Has(low)
}

// corporate abbreviations keep their stop and may end a sentence.
var corporate = lexicon.SetOf("inc corp co ltd bros jr etc dept govt univ assn")

// addressEnd is the end of a web address that starts at i, 0 if none does.
func addressEnd(text string, i int) int {
	rest := text[i:]
	if rest[0] != 'h' && rest[0] != 'w' {
		return 0
	}
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	end := strings.IndexFunc(rest, func(r rune) bool {
		return isSpace(r) || strings.ContainsRune("\"“”<>()[]{}|", r)
	})
	if end < 0 {
		end = len(rest)
	}
	return i + len(strings.TrimRight(rest[:end], ".,;:!?'’"))
}

// appendWord appends a word, its clitics cut off ("he's" -> "he", "'s").
func appendWord(toks []Token, low string, s Span) []Token {
	if cut := cliticStart(s.In(low)); cut > 0 {
		return append(toks, Token{Span: Span{s.Start, s.Start + cut}}, Token{Span: Span{s.Start + cut, s.End}})
	}
	return append(toks, Token{Span: s})
}

// plain reports whether a word is made of letters and digits of ASCII alone.
func plain(word string) bool {
	for i := range len(word) {
		if !wordBytes[word[i]] {
			return false
		}
	}
	return true
}

// cliticStart is where the clitic of a word in lower case starts, 0 if it has
// none.
func cliticStart(word string) int {
	if plain(word) {
		return 0
	}
	i := strings.LastIndexFunc(word, isApostrophe)
	if i <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(word[i:])
	switch word[i+n:] {
	case "s", "ll", "re", "ve", "d", "m":
		return i
	case "t":
		if word[i-1] == 'n' && i > 1 {
			return i - 1
		}
	}
	return 0
}
