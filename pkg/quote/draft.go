package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/pkg/text"
)

// draft is a quote in the making, in tokens of one document. Its fragments
// may lie in several blocks.
type draft struct {
	rule      string
	lemma     string
	cue       []phrase
	src       phrase
	stands    phrase // what src, a relative pronoun, stands for
	fragments []phrase
	block     int // where it starts
	lastBlock int // where it ends so far
	attitude  bool
	closed    bool    // the clause that holds its content ends before its sentence does
	own       bool    // its source can be nobody else, by its form
	plain     bool    // nothing but a report, by its form
	formal    bool    // the same, by a form that the decider is not told of
	joined    bool    // holds what an earlier block left open
	dropped   bool    // the decider takes it for no report
	right     float64 // how probable the decider finds it; 0: not asked
}

// endsQuoted reports whether the last fragment ends in a quotation.
func (d *draft) endsQuoted(p *paragraph) bool {
	if len(d.fragments) == 0 {
		return false
	}
	last := d.fragments[len(d.fragments)-1].last - 1
	if p.is(last, isComma) { // “A”, said Lee. “B.”
		last--
	}
	return p.inside(last) >= 0
}

// fewFragments are looked at one by one.
const fewFragments = 8

// touching gives the fragments that may share a token with a phrase: all of a
// few, else those found by their order, which is the text's.
func (d *draft) touching(g phrase) []phrase {
	if len(d.fragments) <= fewFragments {
		return d.fragments
	}
	from := sort.Search(len(d.fragments), func(i int) bool { return d.fragments[i].last > g.first })
	to := from
	for to < len(d.fragments) && d.fragments[to].first < g.last {
		to++
	}
	return d.fragments[from:to]
}

// tidy cuts from a fragment what is no part of the content: punctuation that
// closes it, a leading comma or "that"; and the marks round a fragment that
// is one quotation. It appends what is left to out, which is empty.
func (p *paragraph) tidy(out []phrase, f phrase) []phrase {
	for f.first < f.last && p.inside(f.first) < 0 && (p.is(f.first, isMark) && p.low(f.first) != "(" || p.conjunction(f.first) && f.last-f.first > 1) {
		f.first++
		if p.low(f.first-1) == "that" {
			break
		}
	}
	for f.last > f.first && p.inside(f.last-1) < 0 && p.is(f.last-1, isMark) && !(p.low(f.last-1) == ")" && p.openedIn(f)) {
		f.last--
	}
	if f.empty() {
		return out
	}
	return p.unmark(out, f)
}

func (p *paragraph) openedIn(f phrase) bool {
	for i := f.first; i < f.last; i++ {
		if p.low(i) == "(" {
			return true
		}
	}
	return false
}

// unmark strips the marks of a fragment that holds nothing but quotations.
func (p *paragraph) unmark(out []phrase, f phrase) []phrase {
	for i := f.first; i < f.last; {
		k := p.inside(i)
		if k < 0 {
			if p.is(i, isMark) {
				i++
				continue
			}
			return append(out[:0], f)
		}
		q := p.quotations[k]
		out = append(out, phrase{max(q.first(), f.first), min(q.last(p.last), f.last)})
		i = q.end(p.last)
	}
	return out
}

func punctuation(w string) bool {
	if w != "" && 'a' <= w[0] && w[0] <= 'z' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w)
	return w != "" && (unicode.IsPunct(r) || r == '…') && w != "%" && w != "@" && w != "#" && w != "&"
}

// finish turns a draft into a quote.
func (f *finder) finish(d *draft) (Quote, bool) {
	q := Quote{Rule: d.rule, CueLemma: d.lemma, Attitude: d.attitude}
	if d.right > 0 {
		q.Confidence = calibrated(d.right)
	} else {
		q.Confidence = confidence(d.rule, d.lemma)
	}
	words, quoted := 0, 0
	b := &f.buffers
	b.content, b.quoted, b.cue = b.content[:0], b.quoted[:0], b.cue[:0]
	for _, g := range d.fragments {
		p := f.paragraphs[f.doc.Sentences[f.doc.SentenceOf(g.first)].Block]
		b.tidied = p.tidy(b.tidied[:0], g)
		for _, g := range b.tidied {
			if s := p.span(g.first, g.last); !s.Empty() {
				b.content = append(b.content, s)
				w, n := p.measure(g)
				words, quoted = words+w, quoted+n
				b.quoted = p.appendQuoted(b.quoted, g)
			}
		}
	}
	if words == 0 {
		return q, false
	}
	switch quoted {
	case words:
		q.Type = Direct
	case 0:
		q.Type = Indirect
	default:
		q.Type = Mixed
	}
	home := f.paragraphs[d.block]
	for _, c := range d.cue {
		b.cue = append(b.cue, home.span(c.first, c.last))
	}
	q.Content, q.Quoted, q.Cue = f.kept(b.content), f.kept(b.quoted), f.kept(b.cue)
	q.Source = home.span(d.src.first, d.src.last)
	q.Antecedent = home.span(d.stands.first, d.stands.last)
	return q, true
}

// kept is a copy of a list of spans, nil if it is empty.
func (f *finder) kept(list []text.Span) []text.Span {
	n := len(list)
	if n == 0 {
		return nil
	}
	if len(f.spans) < n {
		f.spans = make([]text.Span, max(n, 64))
	}
	out := f.spans[:n:n]
	f.spans = f.spans[n:]
	copy(out, list)
	return out
}

// measure counts the words of a fragment and those in quotation marks.
func (p *paragraph) measure(f phrase) (words, quoted int) {
	for i := f.first; i < f.last; i++ {
		k := p.inside(i)
		if k < 0 {
			if !p.is(i, isMark) {
				words++
			}
			continue
		}
		q := p.quotations[k]
		n := p.words(max(q.first(), f.first), min(q.last(p.last), f.last))
		words, quoted = words+n, quoted+n
		i = max(i, min(q.end(p.last), f.last)-1)
	}
	return words, quoted
}

// words counts the tokens [first, last) that are no punctuation.
func (p *paragraph) words(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if p.kinds[i-p.first]&isMark == 0 {
			n++
		}
	}
	return n
}

// appendQuoted appends the parts of a fragment that stand in quotation marks.
func (p *paragraph) appendQuoted(spans []text.Span, f phrase) []text.Span {
	for i := f.first; i < f.last; i++ {
		k := p.inside(i)
		if k < 0 {
			continue
		}
		q := p.quotations[k]
		if first, last := max(q.first(), f.first), min(q.last(p.last), f.last); first < last {
			spans = append(spans, p.span(first, last))
		}
		i = max(i, min(q.end(p.last), f.last)-1)
	}
	return spans
}

// sentenceLike reports whether the quotation k reads like sentences of
// its own, not like a term: it starts with a capital, ends in a stop and has
// some length.
func (p *paragraph) sentenceLike(k int) bool {
	q := p.quotations[k]
	first, last := q.first(), q.last(p.last)
	if last-first < 4 || !p.capital(first) && p.low(first) != "…" && p.low(first) != "..." && p.inside(first) >= 0 && !startsNested(p.word(first)) {
		return false
	}
	if q.close < 0 {
		return true
	}
	switch w := p.low(last - 1); {
	case strings.HasSuffix(w, "."), w == "?", w == "!", w == "…", w == "”", w == "’", w == "—", w == "--":
		return true
	}
	return p.low(q.end(p.last)) == "."
}

func startsNested(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return strings.ContainsRune("“‘\"'[(", r) || unicode.IsDigit(r)
}
