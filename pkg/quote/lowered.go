package quote

import "quotes/pkg/text"

// lowered tells which words a document has in lower case. The first few are
// looked for; who asks for more, as a long list of stories does, gets them
// gathered.
type lowered struct {
	doc   *text.Document
	asked int
	words map[string]bool
}

// fewAsked are looked for one by one.
const fewAsked = 16

// has reports whether the word, which is in lower case, stands so in the document.
func (l *lowered) has(word string) bool {
	if l.asked++; l.asked > fewAsked {
		return l.all()[word]
	}
	for i := range l.doc.Tokens {
		if l.doc.Word(i) == word && l.doc.Lower(i) == word {
			return true
		}
	}
	return false
}

// all gathers the words.
func (l *lowered) all() map[string]bool {
	if l.words == nil {
		l.words = map[string]bool{}
		for i := range l.doc.Tokens {
			if w := l.doc.Lower(i); w == l.doc.Word(i) {
				l.words[w] = true
			}
		}
	}
	return l.words
}
