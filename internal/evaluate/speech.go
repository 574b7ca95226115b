package evaluate

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// The types of a quotation.
const (
	direct   = "direct"
	mixed    = "mixed"
	indirect = "indirect"
)

// speechData lists the verbs of saying and writing; its header says more.
//
//go:embed data/speech.txt
var speechData string

// speechVerbs are those verbs with their irregular forms.
var speechVerbs = sync.OnceValue(func() map[string]bool {
	verbs := map[string]bool{}
	for line := range strings.Lines(speechData) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				verbs[w] = true
			}
		}
	}
	return verbs
})

// speechPhrases report without such a verb.
var speechPhrases = []string{":", "according to", "in a statement", "quoted as", "in the words of", "on twitter", "on facebook"}

// isSpeech reports whether a cue tells of words said or written.
func isSpeech(cue string) bool {
	cue = strings.ToLower(cue)
	for _, p := range speechPhrases {
		if strings.Contains(cue, p) {
			return true
		}
	}
	notLetter := func(r rune) bool { return r < 'a' || r > 'z' }
	for _, w := range strings.FieldsFunc(cue, notLetter) {
		if isSpeechVerb(w) {
			return true
		}
	}
	return false
}

// isSpeechVerb reports whether a word is a form of a listed verb.
func isSpeechVerb(w string) bool {
	verbs := speechVerbs()
	if verbs[w] {
		return true
	}
	for _, ending := range []string{"s", "d", "ed", "ing", "es"} {
		stem, ok := strings.CutSuffix(w, ending)
		if !ok {
			continue
		}
		n := len(stem)
		if verbs[stem] || ending == "ing" && verbs[stem+"e"] || n > 2 && stem[n-1] == stem[n-2] && verbs[stem[:n-1]] {
			return true
		}
	}
	return false
}

// The quotation marks that tell a type; single ones may be apostrophes.
const (
	openMarks  = "\"“„«"
	closeMarks = "\"”»“"
)

// typeOf tells the type of a content whose annotation does not: direct where
// marks enclose every part of it, in or around its span, mixed where some stand
// in it.
func typeOf(text []rune, content [][2]int) string {
	enclosed, marks := len(content) > 0, false
	for _, s := range content {
		inside := string(text[s[0]:s[1]])
		marks = marks || strings.ContainsAny(inside, openMarks+closeMarks)
		enclosed = enclosed && isEnclosed(string(text[max(0, s[0]-1):s[0]]), inside, string(text[s[1]:min(len(text), s[1]+2)]))
	}
	switch {
	case enclosed:
		return direct
	case marks:
		return mixed
	}
	return indirect
}

// isEnclosed reports whether one pair of marks holds all of inside; before and
// after are the text beside it.
func isEnclosed(before, inside, after string) bool {
	const between = " \n,.?!;"
	inside = strings.Trim(inside, between)
	body := strings.TrimLeft(inside, openMarks)
	words := strings.TrimRight(body, closeMarks)
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, between))
	opens := body != inside || strings.ContainsRune(openMarks, last)
	closes := words != body || strings.ContainsRune(closeMarks, first)
	return opens && closes && !strings.ContainsAny(words, openMarks+closeMarks)
}
