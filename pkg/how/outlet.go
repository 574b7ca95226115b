package how

import (
	"strings"

	"quotes/internal/lexicon"
)

// maxName is the number of words of the longest name in outlets.txt.
const maxName = 5

// outlet finds the name of a news medium or platform in a phrase, with its
// article, and gives its kind: "CNN" in "CNN's Ada Poe". The name starts the
// phrase, or follows an article, a small word or a possessive: "Lee of CNN"
// is no phrase, and "Michael Bloomberg" is no agency.
func (f *frame) outlet(p phrase) (name phrase, kind string) {
	for i := p.first; i < p.last; i++ {
		if !f.capital(i) || f.low(i) == "a" || f.low(i) == "an" || i > p.first && f.capital(i-1) && !articles.Has(f.low(i-1)) {
			continue
		}
		if name, kind = f.outletAt(i, p.last); kind != "" {
			if i > p.first && f.low(i-1) == "the" && (name.last == p.last || possessive(f.low(name.last))) {
				name.first--
			}
			return name, kind
		}
	}
	return phrase{}, ""
}

var articles = lexicon.SetOf("the a an")

// outletAt is the longest name that starts at token i.
func (f *frame) outletAt(i, end int) (phrase, string) {
	run := i
	for run < end && run-i < maxName+2 && (f.capital(run) || run > i && (f.low(run) == "&" || f.low(run) == "-") && f.capital(run+1)) {
		run++
	}
	if f.low(i) == "the" && i+1 < run {
		if name, kind := f.outletAt(i+1, end); kind != "" {
			name.first = i
			return name, kind
		}
	}
	for last := min(run, i+maxName); last > i; last-- {
		words := strings.TrimSuffix(f.lowWords(i, last), ".")
		kind := outlets().Of(strings.ReplaceAll(words, ".", ""))
		if kind == "" || last < run && kind == platform {
			continue
		}
		if words == "x" && run-i > 1 || last < run && !f.belongs(last) {
			continue
		}
		if longer, k := f.byHead(i, run, end); k != "" && longer.last > last { // "Breitbart News Daily"
			return longer, k
		}
		return phrase{i, last}, kind
	}
	return f.byHead(i, run, end)
}

// belongs reports whether the capital word i goes with the outlet before it
// and makes no other name of it: "CNN Newsroom", "Guardian Columnist".
func (f *frame) belongs(i int) bool {
	w := f.low(i)
	return f.tag(i) == "POS" || heads().Of(w) != "" || !strings.HasSuffix(w, "s") && len(w) > 3
}

// byHead tells an outlet by the last word of its name, or by the call sign of
// a station.
func (f *frame) byHead(i, run, end int) (phrase, string) {
	if callSign(f.word(i)) {
		return phrase{i, i + 1}, broadcaster
	}
	for last := run; last > i; last-- {
		w := f.low(last - 1)
		kind := heads().Of(w[strings.LastIndexByte(w, '-')+1:]) // "Star-Tribune"
		if kind != "" && f.endsName(i, last, end) && (last-i > 1 || f.low(i-1) == "the" && (f.tag(i) == "NNP" || f.tag(i) == "NNPS")) {
			return phrase{i, last}, kind
		}
	}
	if f.low(i) == "radio" && run-i > 1 {
		return phrase{i, run}, broadcaster
	}
	return phrase{}, ""
}

// endsName reports whether a name [i, last) stands for itself: not "a Gold
// Star mother".
func (f *frame) endsName(i, last, end int) bool {
	w := f.low(last)
	channel := channels().Has(w)
	switch before := f.low(i - 1); {
	case channel, f.tag(last) == "POS" || possessive(w) || newsmen.Has(w) || hosts.Has(w):
		return true
	case f.capital(last) && last < end:
		return false
	case last == end:
		return before != "a" && before != "an" // "a Female Reporter"
	case before == "the":
		return true
	}
	return false
}

var hosts = lexicon.SetOf("host anchor editor writer contributor commentator presenter moderator analyst series poll audience")

// callSign reports whether w names an American station: "KXAN", "WXYZ-TV".
func callSign(w string) bool {
	w, _, _ = strings.Cut(w, "-")
	if len(w) != 4 || w[0] != 'K' && w[0] != 'W' {
		return false
	}
	return strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.ContainsAny(w, "0123456789.&")
}

// lowWords joins the tokens [first, last) in lower case.
func (f *frame) lowWords(first, last int) string {
	if last-first == 1 {
		return f.low(first)
	}
	b := make([]byte, 0, 64) // on the stack
	for i := first; i < last; i++ {
		if i > first && f.doc.Tokens[i].Start > f.doc.Tokens[i-1].End {
			b = append(b, ' ')
		}
		b = append(b, f.low(i)...)
	}
	return string(b)
}

// properName reports whether a phrase is the name of something: it holds a
// capital that is no time's.
func (f *frame) properName(p phrase) bool {
	return !p.empty() && f.capital(p.last-1) && !times.Has(f.low(p.last-1))
}
