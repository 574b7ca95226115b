package quote

import (
	"cmp"
	"slices"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// Find lists the quotes of a document in text order: what is said, the words
// that report it and the words that name the source, where there are any.
// The tagger is asked for sentences that hold a quotation mark or a reporting
// word. Find is a pure function.
func Find(doc *text.Document, tagger text.Tagger) []Quote {
	f := newFinder(doc, tagger)
	l := labelers.Get().(*tag.Labeler)
	defer labelers.Put(l)
	f.read(l)
	f.decide(decider())
	return f.quotes()
}

func newFinder(doc *text.Document, tagger text.Tagger) *finder {
	return &finder{doc: doc, tagger: tagger, sheet: newSheet(doc), paragraphs: make([]*paragraph, len(doc.Blocks)), near: newNearby(doc), lowered: &lowered{doc: doc}}
}

// read finds the drafts of all blocks and asks the models about those in
// doubt.
func (f *finder) read(l *tag.Labeler) {
	defer tag.KeepWords(f.doc)()
	f.readBlocks()
	f.evidence = newEvidence(l, f.doc, f.hints(), f.unsure())
}

// readBlocks finds the drafts of all blocks. Each step goes over all of them, so
// that it has the processor's caches to itself.
func (f *finder) readBlocks() {
	for b := range f.paragraphs {
		f.paragraphs[b] = f.sheet.paragraph(f.doc, b)
	}
	for _, p := range f.paragraphs {
		p.tagWith(f.tagger)
	}
	for _, p := range f.paragraphs {
		p.mendTags()
		p.cut(f.sheet.units)
	}
	for b := range f.paragraphs {
		f.block(b)
	}
}

// finder goes through the blocks and remembers what may go on in the next.
type finder struct {
	doc        *text.Document
	tagger     text.Tagger
	sheet      *sheet
	paragraphs []*paragraph // of each block
	evidence   *evidence
	near       nearby
	lowered    *lowered
	drafts     []*draft
	open       *draft // its quotation was left open at a block's end
	awaited    *draft // a block that ends in a colon: its content comes next
	all        bool   // attitudes are wanted too

	buffers
	spans []text.Span // room for those of quotes
}

// buffers of a finder are good until their next use.
type buffers struct {
	feats                []uint32    // features of a reading, for the decider or the linker
	asked                asked       // of the linker
	likely               []candidate // for a source
	tidied               []phrase    // of a fragment
	content, quoted, cue []text.Span // of a quote
}

// block finds the drafts of one block.
func (f *finder) block(b int) {
	p := f.paragraphs[b]
	p.lowered, p.listed = f.lowered, len(f.drafts)
	if p.first == p.last {
		return
	}
	f.crossBorder(p)
	for n, u := range p.units {
		f.unit(p, u, n)
	}
	f.drafts = append(f.drafts, p.nested()...)
	f.leaveOpen(p)
}

// crossBorder carries a quotation over the paragraph's start: one left open
// before, or the block that a colon announced.
func (f *finder) crossBorder(p *paragraph) {
	open, awaited := f.open, f.awaited
	f.open, f.awaited = nil, nil
	if f.doc.Blocks[p.block].Section != text.Body || p.inside(p.first) < 0 || p.turn() != nil {
		return
	}
	q := p.quotations[p.inside(p.first)]
	switch {
	case awaited != nil:
		p.claim(awaited, p.first, q.end(p.last))
	case open != nil:
		p.claim(open, p.first, q.end(p.last))
	}
}

// claim adds the tokens [first, last) of p to a draft of an earlier block.
func (p *paragraph) claim(d *draft, first, last int) {
	d.fragments = append(d.fragments, phrase{first, last})
	d.lastBlock = p.block
	p.carried, p.carriedEnd = d, last
}

// recall takes the quotation that starts a paragraph back from the draft of an
// earlier block that it seemed to go on with: it has a cue of its own. What was
// left open before with nobody to say it is said by the same (`"A.` and in the
// next paragraph `"B," Lee said`).
func (f *finder) recall(p *paragraph, d *draft) {
	c := p.carried
	if c == nil || d.src.empty() || len(c.fragments) == 0 || d.fragments[0].first < p.first || d.fragments[0].first >= p.carriedEnd {
		return
	}
	n := len(c.fragments) - 1
	if c.fragments[n].first != p.first {
		return
	}
	c.fragments, p.carried, p.carriedEnd = c.fragments[:n], nil, 0
	if n > 0 {
		c.lastBlock = f.doc.Sentences[f.doc.SentenceOf(c.fragments[n-1].last-1)].Block
	}
	if n > 0 && c.rule == "floating" && c.src.empty() {
		d.fragments, d.joined = append(c.fragments, d.fragments...), true
		c.fragments, c.rule, c.dropped = nil, "", true
	}
}

// leaveOpen remembers the draft whose last quotation the block does not close.
func (f *finder) leaveOpen(p *paragraph) {
	n := len(p.quotations)
	if n == 0 || p.quotations[n-1].close >= 0 {
		return
	}
	for k := len(f.drafts) - 1; k >= 0; k-- {
		if d := f.drafts[k]; len(d.fragments) > 0 && d.lastBlock == p.block && d.fragments[len(d.fragments)-1].last >= p.last {
			f.open = d
			return
		}
	}
}

// unit finds the drafts of one unit.
func (f *finder) unit(p *paragraph, u unit, n int) {
	first := len(f.drafts)
	if p.carried != nil && u.first < p.carriedEnd && p.onlyMarks(p.carriedEnd, u.last) {
		return // wholly the content of a quote that began before
	}
	d := p.label(u)
	if d == nil && n == 0 {
		d = p.turn()
	}
	if d != nil && (p.headline || n == 0) {
		f.add(p, d)
		p.carried, p.carriedEnd = d, p.last
		if p.headline {
			return
		}
	}
	cues := p.findCues(u)
	for i := range cues {
		if d := p.quoteOf(u, cues, i); d != nil && !f.taken(d, first) {
			f.add(p, d)
			f.recall(p, d)
		}
	}
	for _, read := range []func(unit) []*draft{p.according, p.nounCues, p.inWords, p.passives} {
		for _, d := range read(u) {
			f.add(p, d)
		}
	}
	if len(f.drafts) == first && !f.signed(p, u) {
		if d := p.named(u); d != nil {
			f.add(p, d)
		} else {
			f.uncued(p, u)
		}
	}
	f.announce(p, u, cues)
}

func (f *finder) add(p *paragraph, d *draft) {
	if len(d.fragments) > 0 && !d.fragments[0].empty() {
		f.drafts = append(f.drafts, d)
		p.found = d
	}
}

// taken reports whether a draft repeats the content of one of the same unit:
// two cues may share their words only one inside the other.
func (f *finder) taken(d *draft, first int) bool {
	for _, e := range f.drafts[first:] {
		if len(e.fragments) == len(d.fragments) && e.fragments[0] == d.fragments[0] {
			return true
		}
	}
	return false
}

// uncued handles a unit with no cue of its own that is a quotation: it goes
// on from the quote before it in the paragraph, or stands alone.
func (f *finder) uncued(p *paragraph, u unit) {
	if !p.allQuoted(u) {
		if d := p.anyVerb(u); d != nil {
			f.add(p, d)
		} else if p.mostlyQuoted(u) {
			if d := f.spoken(p); d != nil {
				d.fragments = append(d.fragments, phrase(u))
			}
		}
		return
	}
	body := f.doc.Blocks[p.block].Section == text.Body
	content := phrase{p.firstQuoted(u), u.last}
	switch d := f.spoken(p); {
	case d != nil:
		d.fragments = append(d.fragments, content)
	case p.carried != nil:
		p.carried.fragments = append(p.carried.fragments, content)
	case body && p.sentenceLike(p.inside(content.first)):
		f.add(p, &draft{rule: "floating", fragments: []phrase{content}, block: p.block, lastBlock: p.block})
	}
}

// spoken is the quote of the paragraph that a quotation standing alone goes on
// with: the last one by the source of the last quote that ends in a quotation
// (`"A," Lee said, noting that B. "C."`).
func (f *finder) spoken(p *paragraph) *draft {
	if p.found == nil {
		return nil
	}
	if p.bySource == nil {
		p.bySource = map[phrase][]*draft{}
	}
	for ; p.listed < len(f.drafts); p.listed++ {
		d := f.drafts[p.listed]
		p.bySource[d.src] = append(p.bySource[d.src], d)
	}
	src := f.explained(p.found)
	list := p.bySource[src]
	for len(list) > 1 && !list[len(list)-1].endsQuoted(p) { // only the paragraph's first may do so later, see crossBorder and label
		list = list[:len(list)-1]
	}
	p.bySource[src] = list
	if n := len(list); n > 0 && list[n-1].endsQuoted(p) {
		return list[n-1]
	}
	return nil
}

// explained is the source of a quote, or where that is the pronoun of a relative
// clause behind the source of another the latter: `"A," said Lee, who called for
// calm. "B."`
func (f *finder) explained(d *draft) phrase {
	if d.stands.empty() {
		return d.src
	}
	for k := len(f.drafts) - 1; k >= max(0, len(f.drafts)-maxCues); k-- {
		if e := f.drafts[k]; e.block == d.block && !e.src.empty() && e.src.last+1 == d.src.first {
			return e.src
		}
	}
	return d.src
}

// firstQuoted is the first token of a unit that stands in a quotation.
func (p *paragraph) firstQuoted(u unit) int {
	for i := u.first; i < u.last; i++ {
		if p.inside(i) >= 0 {
			return i
		}
	}
	return u.first
}

// onlyMarks reports whether the tokens hold no word.
func (p *paragraph) onlyMarks(first, last int) bool {
	for i := first; i < last; i++ {
		if !p.is(i, isMark) {
			return false
		}
	}
	return true
}

// allQuoted reports whether a unit holds nothing outside quotations.
func (p *paragraph) allQuoted(u unit) bool {
	for i := u.first; i < u.last; i++ {
		if p.inside(i) < 0 && !p.is(i, isMark) {
			return false
		}
	}
	return p.quotedIn(phrase(u))
}

// mostlyQuoted reports whether a unit reads on in the words of whoever spoke
// before: `Instead, "he acts like a beaten man."`, `"This was hard" for the
// team "to accept."`.
func (p *paragraph) mostlyQuoted(u unit) bool {
	if len(p.quotations) == 0 {
		return false
	}
	words, quoted := p.measure(phrase(u))
	end := p.unpunctuated(u)
	for i := u.first; i < u.last; i++ {
		if p.inside(i) < 0 && p.mayReport(i) {
			return false
		}
	}
	return quoted >= 4 && 10*quoted >= 6*words && p.inside(end-1) >= 0
}

// anyVerb reads `"...," laughed Lee` and `Lee grinned: "..."`: verbs that no
// list has, where the marks show that somebody speaks.
func (p *paragraph) anyVerb(u unit) *draft {
	if len(p.quotations) == 0 {
		return nil
	}
	for i := u.first; i+1 < u.last; i++ {
		if p.inside(i) >= 0 || !p.finite(i) || p.tag(i) == "MD" || auxiliary.Has(p.low(i)) {
			continue
		}
		var src, content phrase
		if p.inside(u.first) >= 0 && p.spoken(u.first) {
			before := phrase{u.first, p.quotations[p.inside(u.first)].end(p.last)}
			if p.inside(i-1) >= 0 {
				src = phrase{i + 1, p.phraseAfter(i+1, u.last)}
			} else if fst, lst := p.phraseBefore(before.last, i); fst == before.last {
				src = phrase{fst, lst}
			}
			content = before
		} else if k := p.ledQuotation(i, u.last); k > 0 {
			fst, lst := p.phraseBefore(u.first, i)
			src, content = phrase{fst, lst}, phrase{k, u.last}
		}
		if !src.empty() && content != (phrase{}) {
			return &draft{rule: "quote-verb", lemma: p.low(i), cue: []phrase{{i, i + 1}}, src: src, fragments: []phrase{content}, block: p.block, lastBlock: p.block}
		}
	}
	return nil
}

// spoken reports whether the quotation at token i ends in a comma or a mark
// that a speaker's name can follow.
func (p *paragraph) spoken(i int) bool {
	q := p.quotations[p.inside(i)]
	if q.close < 0 || q.close-q.open < 3 {
		return false
	}
	switch p.low(q.close - 1) {
	case ",", "?", "!", "—", "--", "…", "...":
		return true
	}
	return p.low(q.close+1) == ","
}

// ledQuotation is the quotation that a comma or colon leads in behind token i.
func (p *paragraph) ledQuotation(i, end int) int {
	for k := i + 1; k+1 < end && k-i < 20; k++ {
		if p.inside(k) >= 0 {
			return 0
		}
		if (p.is(k, isColon) || p.is(k, isComma) && k == i+1) && p.inside(k+1) >= 0 && p.sentenceLike(p.inside(k+1)) {
			return k + 1
		}
	}
	return 0
}

// announce remembers a clause that ends its block in a colon: `Lee urged:`.
func (f *finder) announce(p *paragraph, u unit, cues []*cue) {
	end := p.last - 1
	if u.last != p.last || !p.is(end, isColon) || f.doc.Blocks[p.block].Section != text.Body {
		return
	}
	d := &draft{rule: "colon-block", lemma: ":", cue: []phrase{{end, end + 1}}, block: p.block, lastBlock: p.block}
	for i := len(cues) - 1; i >= 0; i-- {
		if c := cues[i]; c.Has(lexicon.Quotation) && !c.src.empty() {
			d.cue, d.lemma, d.src = []phrase{{c.first, c.last}}, c.Lemma, c.src
			break
		}
	}
	if d.src.empty() {
		d.src = p.subject(u, end)
	}
	f.awaited = d
	f.drafts = append(f.drafts, d)
}

// quotes finishes the drafts.
func (f *finder) quotes() []Quote {
	out := make([]Quote, 0, len(f.drafts))
	spoken := -1 // the last block in which somebody has been named as speaking
	for _, d := range f.drafts {
		if !d.src.empty() {
			spoken = max(spoken, d.lastBlock)
		} else if !f.all && d.rule == "floating" && spoken < 0 && d.fragments[0].first <= f.paragraphs[d.block].start {
			continue // nothing before it tells whose words they are
		}
		if p := f.paragraphs[d.block]; !f.all && d.src.last > d.src.first+1 && p.low(d.src.last-1) == "," {
			d.src.last-- // it closes an apposition; the corpus, which f.all follows, has it in the source
		}
		if !f.all {
			p := f.paragraphs[d.block]
			d.src = p.wholeBracket(p.trimTime(phrase{max(d.src.first, min(p.start, d.src.last)), d.src.last}))
		}
		if p := f.paragraphs[d.block]; len(d.fragments) > 0 && p.timeOnly(d.src) && !p.quotedIn(d.fragments[0]) {
			continue // "2014 showed"
		}
		if q, ok := f.finish(d); ok {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Quote) int { return cmp.Compare(start(&a), start(&b)) })
	return out
}

// start is where the first word of a quote, its cue or its source stands.
func start(q *Quote) int {
	s := q.Content[0].Start
	if len(q.Cue) > 0 {
		s = min(s, q.Cue[0].Start)
	}
	return s
}
