package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// quotation is a stretch of one block between quotation marks. Its marks are
// the tokens open and close; close is -1 where the block ends before the
// quotation does.
type quotation struct {
	open, close int
	inner       text.Span // without the marks
	nested      []quotation
}

// first and last are the range of tokens [first, last) inside the marks.
func (q quotation) first() int { return q.open + 1 }

func (q quotation) last(end int) int {
	if q.close < 0 {
		return end
	}
	return q.close
}

// end is the token after the quotation with its closing mark.
func (q quotation) end(blockEnd int) int {
	if q.close < 0 {
		return blockEnd
	}
	return q.close + 1
}

// markKind groups the marks that open and close each other.
type markKind uint8

const (
	noMark markKind = iota
	double
	single
	guillemet
)

// mark is a token that may open or close a quotation. opens and closes say
// what the character itself means, before and after what stands around it:
// a straight mark may do both.
type mark struct {
	token             int
	kind              markKind
	opens, closes     bool // by the character
	mayOpen, mayClose bool // by its neighbours
}

// pairMarks gives the outermost quotations of the tokens [first, last) of one
// block, nested ones kept inside. Marks are paired with repair: a curly mark
// turned the wrong way is read by its neighbours, an apostrophe is no mark,
// and a quotation that is never closed runs to the block's end only where it
// starts the block or nothing else closes.
func pairMarks(doc *text.Document, first, last int) []quotation {
	p := newPairer(doc, first, last)
	return p.pair(first)
}

func newPairer(doc *text.Document, first, last int) pairer {
	return pairer{doc: doc, first: first, end: last, token: first}
}

func (p *pairer) pair(first int) []quotation {
	for i := 0; ; i++ {
		if _, ok := p.mark(i); !ok {
			return p.finish(first)
		}
		p.step(i)
	}
}

// pairer holds the marks open so far, and few of the others: a block may have
// millions.
type pairer struct {
	doc        *text.Document
	first, end int
	token      int          // where the next mark is looked for
	count      int          // of the marks found
	last       [window]mark // the last of them, mark i at i%window
	open       []opened
	done       []quotation
	looks      int // marks looked at ahead of the one in turn: bounds the work
}

// How many marks ahead of one are looked at, at most.
const (
	lookAhead      = 11
	lookPossessive = 5

	window = 16 // more than are looked at at a time
)

// opened is a quotation whose closing mark has not been met.
type opened struct {
	mark   mark
	nested []quotation
}

// maxDepth bounds the nesting of quotations; deeper marks are read flat.
const maxDepth = 4

func (p *pairer) step(i int) {
	m, _ := p.mark(i)
	if at := p.openOf(m.kind); at >= 0 && p.closesHere(i, p.open[at]) {
		p.close(at, m.token)
		return
	}
	if p.opensHere(i) && len(p.open) < maxDepth {
		p.open = append(p.open, opened{mark: m})
	}
}

// openOf is the innermost open quotation of a kind, -1 if there is none.
func (p *pairer) openOf(k markKind) int {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].mark.kind == k {
			return i
		}
	}
	return -1
}

// closesHere reports whether mark i closes the open quotation o.
func (p *pairer) closesHere(i int, o opened) bool {
	m, _ := p.mark(i)
	switch {
	case m.token == o.mark.token+1 && m.kind != double:
		return false
	case m.kind == single:
		return (m.closes || p.low(o.mark.token)) && m.mayClose && !p.possessive(i)
	case p.inches(i):
		return false
	case m.closes && !m.opens: // ” »
		return true
	case m.opens && !m.closes: // “ « turned the wrong way, or a nested one
		return m.mayClose && !m.mayOpen
	}
	return m.mayClose || !m.mayOpen
}

// opensHere reports whether mark i opens a quotation.
func (p *pairer) opensHere(i int) bool {
	m, _ := p.mark(i)
	switch {
	case m.kind == single:
		return m.opens && m.mayOpen && !p.elided(m.token) && p.singleCloses(i)
	case m.opens && !m.closes:
		return m.mayOpen || !m.mayClose
	case m.closes && !m.opens: // ” turned the wrong way
		return m.mayOpen && !m.mayClose
	}
	return m.mayOpen
}

// low reports whether a mark is the low one that a raised opening mark may
// close: ‚so‘.
func (p *pairer) low(token int) bool { return p.doc.Word(token) == "‚" }

// elisions are words that an apostrophe shortens at their head, and those that
// one shortens at both ends (rock 'n' roll).
var elisions = lexicon.SetOf("em n til tis twas cause bout round")

// elided reports whether the single mark at a token stands for letters left
// out: 'em, the '90s.
func (p *pairer) elided(token int) bool {
	if token+1 >= p.end {
		return false
	}
	w := strings.ToLower(p.doc.Word(token + 1))
	return elisions.Has(w) || len(w) == 3 && w[0] >= '1' && w[0] <= '9' && w[1] == '0' && w[2] == 's'
}

// inches reports whether the mark i, behind a digit, is a unit of length: the
// next mark of its kind closes too.
func (p *pairer) inches(i int) bool {
	m, _ := p.mark(i)
	if m.kind != double || !m.opens || !m.closes || m.mayOpen {
		return false
	}
	at := p.doc.Tokens[m.token].Start
	if at == 0 || p.doc.Text[at-1] < '0' || p.doc.Text[at-1] > '9' {
		return false
	}
	for j := i + 1; j <= i+lookAhead; j++ {
		next, ok := p.lookAt(j)
		if !ok {
			break
		}
		if next.kind == double {
			return next.mayClose && !next.mayOpen
		}
	}
	return false
}

// singleCloses reports whether a later mark of the block can close the single
// mark i, before the quotation round it ends: otherwise it is an apostrophe.
func (p *pairer) singleCloses(i int) bool {
	inside := 0 // double marks opened since
	opening, _ := p.mark(i)
	low := p.low(opening.token)
	for j := i + 1; j <= i+lookAhead; j++ {
		m, ok := p.lookAt(j)
		switch {
		case !ok:
			return false
		case m.kind == single && (m.closes || low) && m.mayClose && inside == 0:
			return true
		case m.kind != double:
		case m.mayOpen && !m.mayClose:
			inside++
		case m.closes && m.mayClose && !m.mayOpen && inside > 0:
			inside--
		case m.closes && m.mayClose && !m.mayOpen && len(p.open) > 0:
			return false
		}
	}
	return false
}

// possessive reports whether the single mark i, which could close, is rather
// the apostrophe of a plural ("the workers' rights'"): it follows an s, and
// another mark closes later with none opening between.
func (p *pairer) possessive(i int) bool {
	m, _ := p.mark(i)
	t := m.token
	if t+1 >= p.end || p.doc.Tokens[t].Start == 0 {
		return false
	}
	if c := p.doc.Text[p.doc.Tokens[t].Start-1]; c != 's' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(p.doc.Word(t + 1))
	if !unicode.IsLetter(next) {
		return false
	}
	for j := i + 1; j <= i+lookPossessive; j++ {
		m, ok := p.lookAt(j)
		if !ok || m.kind == single && m.mayOpen && !m.mayClose {
			return false
		}
		if m.kind == single && m.mayClose {
			return true
		}
	}
	return false
}

// close closes the open quotation at and drops those opened inside it that
// never closed, their own nested quotations kept.
func (p *pairer) close(at, token int) {
	o := p.open[at]
	for _, inside := range p.open[at+1:] {
		o.nested = append(o.nested, inside.nested...)
	}
	p.open = p.open[:at]
	p.add(quotation{open: o.mark.token, close: token, nested: o.nested})
}

// add puts a finished quotation where it belongs.
func (p *pairer) add(q quotation) {
	q.inner = innerSpan(p.doc, q, p.end)
	if q.inner.Empty() {
		return
	}
	if n := len(p.open); n > 0 {
		p.open[n-1].nested = append(p.open[n-1].nested, q)
		return
	}
	p.done = append(p.done, q)
}

// finish ends the block: what is still open runs to its end if it is the
// first thing of the block or of a sentence, or a quotation that a colon or a
// comma leads in; otherwise its mark is dropped and what it held moves out.
func (p *pairer) finish(first int) []quotation {
	for len(p.open) > 0 {
		n := len(p.open) - 1
		o := p.open[n]
		p.open = p.open[:n]
		if o.mark.kind != single && p.ledIn(o.mark.token, first) {
			p.add(quotation{open: o.mark.token, close: -1, nested: o.nested})
			continue
		}
		for _, q := range o.nested {
			p.add(q)
		}
	}
	return p.done
}

func (p *pairer) ledIn(token, first int) bool {
	if token == first {
		return true
	}
	switch p.doc.Word(token - 1) {
	case ",", ":":
		return true
	case ".", "?", "!", "”", "’", `"`, "''":
		r, _ := utf8.DecodeRuneInString(p.doc.Word(token + 1))
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.doc.Text[:p.doc.Tokens[token-1].End], "”’\"'"))
		return unicode.IsUpper(r) && strings.ContainsRune(".?!", before)
	}
	return false
}

// innerSpan is what stands between the marks of q.
func innerSpan(doc *text.Document, q quotation, end int) text.Span {
	first, last := q.first(), q.last(end)
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last-1].End}
}

// mark is mark i of the block, if there is one. It finds those up to it; the
// last few can be asked for again.
func (p *pairer) mark(i int) (mark, bool) {
	for ; p.count <= i && p.toMark(); p.token++ {
		m := mark{token: p.token}
		m.kind, m.opens, m.closes = classify(p.doc.Word(p.token))
		if m.kind == noMark {
			continue
		}
		m.mayOpen, m.mayClose = neighbours(p.doc, p.token, p.first, p.end)
		p.last[p.count%window] = m
		p.count++
	}
	return p.last[i%window], i < p.count
}

// toMark goes on to the next token that may be a mark, if there is one.
func (p *pairer) toMark() bool {
	s, tokens := p.doc.Text, p.doc.Tokens[:p.end]
	i := p.token
	for i < len(tokens) && !mayMark[s[tokens[i].Start]] {
		i++
	}
	p.token = i
	return i < len(tokens)
}

// lookAt is mark for one ahead of the mark in turn, and counts the look.
func (p *pairer) lookAt(i int) (mark, bool) {
	m, ok := p.mark(i)
	if ok {
		p.looks++
	}
	return m, ok
}

// mayMark are the first bytes of what [classify] knows.
var mayMark = func() (t [256]bool) {
	for _, r := range "\"'`,“«＂" {
		t[string(r)[0]] = true
	}
	return t
}()

// classify says what a mark means by itself.
func classify(w string) (k markKind, opens, closes bool) {
	switch w {
	case `"`, "＂":
		return double, true, true
	case "“", "„", "``", "‟":
		return double, true, false
	case "”", "''", ",,":
		return double, w == "''", true
	case "'", "`", "‛":
		return single, true, true
	case "‘", "‚":
		return single, true, false
	case "’", "´":
		return single, false, true
	case "«", "‹":
		return guillemet, true, false
	case "»", "›":
		return guillemet, false, true
	}
	return noMark, false, false
}

// neighbours says what a mark can be by what stands around it: one that opens
// has a space, a bracket, a dash or another mark before it and a word right
// after; one that closes has a word or a stop right before it.
func neighbours(doc *text.Document, i, first, last int) (mayOpen, mayClose bool) {
	t := doc.Tokens[i]
	spaceBefore := i == first || doc.Tokens[i-1].End < t.Start
	spaceAfter := i+1 == last || doc.Tokens[i+1].Start > t.End
	before, after := ' ', ' '
	if !spaceBefore {
		before, _ = utf8.DecodeLastRuneInString(doc.Text[:t.Start])
	}
	if !spaceAfter {
		after, _ = utf8.DecodeRuneInString(doc.Text[t.End:])
	}
	mayOpen = !spaceAfter && (!strings.ContainsRune(".,;:!?)]%", after) || strings.HasPrefix(doc.Text[t.End:], "..")) &&
		(spaceBefore || strings.ContainsRune("([{—–-/:“‘\"'«„…", before))
	mayClose = !spaceBefore && !strings.ContainsRune("([{", before) &&
		(spaceAfter || !unicode.IsLetter(after) && !unicode.IsDigit(after))
	if spaceBefore && spaceAfter { // « spaced marks »
		mayOpen, mayClose = i+1 < last, i > first
	}
	if !mayOpen && !mayClose && !spaceBefore && !spaceAfter {
		mayClose = strings.ContainsRune(".,!?…", before) // "...done."The; said,"The
		mayOpen = mayClose
	}
	return mayOpen, mayClose
}
