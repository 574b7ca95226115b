package quote

import (
	"slices"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// What rules and models leave in doubt is a report with several readings: a
// cue and its source, and contents with other bounds. One model scores all of
// them (decide.go).

// report is a draft in doubt with its readings.
type report struct {
	*draft
	varies  int // the fragment whose bounds vary
	options []option
	seen    seen // by the decider, once it is asked
}

// option is one reading: the fragment, and where it comes from.
type option struct {
	phrase
	origin uint8
}

// Where a reading comes from.
const (
	fromRule     uint8 = iota
	fromModel          // both bounds are the models'
	fromBoth           // a bound of the rule's and one of the models'
	fromCut            // the rule's, cut at a comma
	fromSentence       // the rule's, with the rest of its sentence
	fromClause         // the rule's, from a clause in it on
)

// maxOptions bounds the readings of one report.
const maxOptions = 24

// reports gives the drafts in doubt and the reports that only the models see.
func (f *finder) reports() []*report {
	for _, d := range f.drafts {
		f.near.add(f.doc, d)
	}
	var out []*report
	for _, d := range f.drafts {
		if p := f.paragraphs[d.block]; !p.headline && !certain.Has(d.rule) && !d.joined && len(d.fragments) > 0 && d.lastBlock == d.block {
			if r := f.readings(p, d); len(r.options) > 0 {
				f.endBeforeNext(r)
				out = append(out, r)
			}
		}
	}
	return append(out, f.learned()...)
}

// readings lists the readings of a rule's draft, its own first.
func (f *finder) readings(p *paragraph, d *draft) *report {
	r := &report{draft: d, varies: len(d.fragments) - 1}
	own := p.trim(d.fragments[r.varies])
	if own.empty() {
		return r // nothing but marks: finish drops it
	}
	r.options = append(make([]option, 0, 8), option{own, fromRule})
	behind := d.cue[0].first < own.first || r.varies > 0
	f.evidence.over(tag.Content, own, func(s tag.LabelSpan) {
		g := p.trim(phrase{s.First, s.Last})
		if g.empty() || g.first < p.first || g.last > p.last {
			return
		}
		if g.first < own.first && g.first > d.cue[0].last && spoken.Has(p.low(g.first-1)) && p.occasionIn(phrase{g.first, own.first}) { // "said in | a statement prices may rise"
			return
		}
		if d.rule == "said-that" && p.low(own.first-1) == "that" && g.first < own.first-1 { // "said before leaving | that it was over"
			return
		}
		if r.varies == 0 && !(addressed.Has(d.rule) && g.first < own.first) {
			r.add(p, g, fromModel)
		}
		if behind && g.last > own.first {
			r.add(p, phrase{own.first, g.last}, fromBoth)
		} else if !behind && g.first < own.last {
			r.add(p, phrase{g.first, own.last}, fromBoth)
		}
	})
	sent := f.doc.Sentences[f.doc.SentenceOf(own.last-1)]
	if !behind {
		r.add(p, phrase{f.doc.Sentences[f.doc.SentenceOf(own.first)].First, own.last}, fromSentence)
		return r
	}
	for i := own.first + 2; i < own.last; i++ {
		if p.is(i, isComma) && p.inside(i) < 0 {
			r.add(p, phrase{own.first, i}, fromCut)
		}
	}
	r.add(p, phrase{own.first, sent.Last}, fromSentence)
	for _, i := range p.clausesIn(own) {
		r.add(p, phrase{i, own.last}, fromClause)
	}
	return r
}

// endBeforeNext takes out the readings that go on over the next report, of the
// same subject ("said the road was closed and warned that ...") or behind a
// semicolon ("said the road was closed; Lee said ..."), where the rule's own
// ends before.
func (f *finder) endBeforeNext(r *report) {
	own, p := r.options[0].phrase, f.paragraphs[r.block]
	next := func(e *draft, g phrase) bool {
		if e == r.draft || e.src.empty() || !crosses(g, e.cue) || crosses(own, e.cue) {
			return false
		}
		return e.src == r.src && p.tag(e.cue[0].first-1) == "CC" ||
			e.src.first > own.first && p.low(e.src.first-1) == ";" && p.inside(e.src.first) < 0
	}
	r.options = slices.DeleteFunc(r.options, func(o option) bool {
		return f.any(o.phrase, func(e *draft) bool { return next(e, o.phrase) })
	})
}

// clausesIn lists where a clause starts near the head of a content: what stands
// before it may be an occasion or who is spoken to (`said after the vote that
// | ...`, `told visiting officials | they ...`).
func (p *paragraph) clausesIn(own phrase) []int {
	var out []int
	for i := own.first + 1; i+2 < own.last && i-own.first < 15 && p.inside(i) < 0; i++ {
		switch {
		case p.low(i) == "that" && p.tag(i) == "IN":
			return append(out, i+1)
		case len(out) == 0 && i-own.first < 8 && nominative.Has(p.low(i)) && (p.finite(i+1) || p.low(i+1) == "'s" || p.low(i+1) == "’s"):
			out = append(out, i)
		}
	}
	return out
}

var nominative = lexicon.SetOf("he she they we i it you there")

// addressed rules pass over the words that name who is spoken to; the corpus
// that the models know has them in the content, the guide has not.
var addressed = lexicon.SetOf("urged-to accused-of told-that told-clause told-how told-quote told-colon")

// crosses reports whether a content holds a token of its own cue.
func crosses(g phrase, cue []phrase) bool {
	return slices.ContainsFunc(cue, func(c phrase) bool { return c.first < g.last && g.first < c.last })
}

// add appends a reading, unless it stands there, holds its own cue, goes on
// behind the clause, or cuts a quotation that the rule's keeps whole.
func (r *report) add(p *paragraph, g phrase, origin uint8) {
	g = p.trim(g)
	if len(r.options) == maxOptions || g.empty() || crosses(g, r.cue) || slices.ContainsFunc(r.options, func(o option) bool { return o.phrase == g }) {
		return
	}
	if r.closed && g.last > r.options[0].last {
		return
	}
	if len(r.options) > 0 && p.cutsQuotation(g) && !p.cutsQuotation(r.options[0].phrase) {
		return
	}
	r.options = append(r.options, option{g, origin})
}

// trim takes off what tidy would take off, so that readings can be compared, and
// a dateline.
func (p *paragraph) trim(g phrase) phrase {
	g.first = max(g.first, min(p.start, g.last))
	for g.last > g.first && p.inside(g.last-1) < 0 && p.is(g.last-1, isMark) && p.low(g.last-1) != ")" {
		g.last--
	}
	for g.first < g.last && p.inside(g.first) < 0 && p.is(g.first, isComma|isColon) {
		g.first++
	}
	if p.conjunction(g.first) && g.last-g.first > 1 {
		g.first++
	}
	return g
}

// conjunction reports whether token i is the "that" that opens a clause, not the
// pronoun that is its subject ("says that is not enough").
func (p *paragraph) conjunction(i int) bool {
	if p.low(i) != "that" {
		return false
	}
	return p.inside(i) < 0 && p.inside(i+1) >= 0 || (p.tag(i) != "DT" || p.tag(i+1) == "NNS") && !subjectVerbs.Has(p.low(i+1))
}

// subjectVerbs follow a subject at once and are nothing but verbs.
var subjectVerbs = lexicon.SetOf("is isn was wasn 's ’s would could should might must has does doesn didn")

// leastCue is the probability from which a cue that no rule read is looked at.
const leastCue = 0.3

// learned lists the reports that only the models see: a cue, the source
// nearest to it, and the likely contents of its sentence.
func (f *finder) learned() []*report {
	var out []*report
	for i, s := range f.evidence.spans {
		if s.Role != tag.Cue || float64(s.P) < leastCue || f.cued(s) {
			continue
		}
		sent := f.doc.Sentences[f.doc.SentenceOf(s.First)]
		p := f.paragraphs[sent.Block]
		src, ok := f.nearest(i, tag.Source, p)
		if !ok || p.refuses(s) || p.asked(s) || nobody.Has(p.low(src.first)) || p.word(src.first) == "us" {
			continue
		}
		d := &draft{rule: "learned", cue: []phrase{{s.First, s.Last}}, src: src, stands: p.standsFor(src), block: p.block, lastBlock: p.block}
		r := &report{draft: d}
		f.evidence.over(tag.Content, phrase{sent.First, sent.Last}, func(c tag.LabelSpan) {
			g := p.trim(phrase{c.First, c.Last})
			lemma, _ := p.lemma(d.cue[0], g)
			if !g.empty() && g.first >= p.first && g.last <= p.last && !crosses(g, d.cue) && !p.anonymous(g.first) && !p.saysNothing(lemma, src, g) {
				r.add(p, g, fromModel)
			}
		})
		if len(r.options) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// nearby holds drafts by the sentences that their cues and contents touch, so
// that what stands near a place is found at a cost that does not grow with the
// document.
type nearby [][]*draft

// newNearby has room for two drafts a sentence; few touch more.
func newNearby(doc *text.Document) nearby {
	n, room := make(nearby, len(doc.Sentences)), make([]*draft, 2*len(doc.Sentences))
	for s := range n {
		n[s] = room[2*s : 2*s : 2*s+2]
	}
	return n
}

func (n nearby) add(doc *text.Document, d *draft) {
	for _, list := range [][]phrase{d.cue, d.fragments} {
		for _, f := range list {
			if f.empty() {
				continue
			}
			last := doc.SentenceOf(f.last - 1)
			for s := doc.SentenceOf(f.first); s <= last; s++ {
				if k := len(n[s]); k == 0 || n[s][k-1] != d {
					n[s] = append(n[s], d)
				}
			}
		}
	}
}

// any reports whether a draft that touches the sentences of a phrase is as
// asked.
func (f *finder) any(at phrase, is func(*draft) bool) bool {
	last := f.doc.SentenceOf(at.last - 1)
	for s := f.doc.SentenceOf(at.first); s <= last; s++ {
		for _, d := range f.near[s] {
			if !d.dropped && is(d) {
				return true
			}
		}
	}
	return false
}

// shares reports whether the tokens that two phrases have in common, times a
// weight, are as many as both have: 4 asks for half of each, more for less.
func shares(a, b phrase, weight int) bool {
	both := min(a.last, b.last) - max(a.first, b.first)
	return both > 0 && weight*both >= (a.last-a.first)+(b.last-b.first)
}

// another reports whether a draft other than d holds a third of a phrase or
// more.
func (f *finder) another(d *draft, g phrase) bool {
	return f.any(g, func(e *draft) bool {
		return e != d && slices.ContainsFunc(e.touching(g), func(h phrase) bool { return shares(g, h, 3) })
	})
}

// reportsIn reports whether a phrase holds the cue of a draft other than d.
func (f *finder) reportsIn(d *draft, g phrase) bool {
	return f.any(g, func(e *draft) bool { return e != d && crosses(g, e.cue) })
}

// cued reports whether a draft has the cue already.
func (f *finder) cued(s tag.LabelSpan) bool {
	return f.any(phrase{s.First, s.Last}, func(d *draft) bool { return crosses(phrase{s.First, s.Last}, d.cue) })
}

// standsFor is the noun phrase that a source of one relative pronoun stands
// for; empty for any other source.
func (p *paragraph) standsFor(src phrase) phrase {
	if src.last-src.first != 1 || p.tag(src.first) != "WP" && p.tag(src.first) != "WDT" {
		return phrase{}
	}
	return p.antecedent(p.first, src.first)
}

// lemma is the dictionary form of a cue that the models found, and whether it
// is no act of saying, or none that takes such a content.
func (p *paragraph) lemma(c, content phrase) (lemma string, attitude bool) {
	for i := c.last - 1; i >= c.first; i-- {
		for _, f := range lexicon.Cues().Of(p.low(i)) {
			if len(f.Tail) == 0 {
				return f.Lemma, f.Has(lexicon.Attitude) || !p.fits(f, content)
			}
		}
	}
	return p.low(c.last - 1), !lexicon.NounCues().Has(p.low(c.last - 1))
}

// fits reports whether a content has a shape that a cue takes: an infinitive,
// a clause, or else a noun phrase.
func (p *paragraph) fits(c lexicon.CueForm, content phrase) bool {
	switch {
	case p.low(content.first) == "to":
		return c.Has(lexicon.Infinitive | lexicon.Directive)
	case p.hasFinite(content), p.low(content.first) == "that", p.low(content.first-1) == "that":
		return c.Has(lexicon.Clause | lexicon.ThatClause | lexicon.Noun | lexicon.Quotation)
	}
	return c.Has(lexicon.Noun|lexicon.Predicate|lexicon.Clause) || len(c.Prepositions) > 0
}

// refuses reports whether a cue says that somebody did not speak, or only might:
// that is no report.
func (p *paragraph) refuses(s tag.LabelSpan) bool {
	for i := s.First - 2; i < s.Last; i++ {
		if refusals.Has(p.low(i)) {
			return true
		}
	}
	return false
}

var nobody = lexicon.SetOf("nobody no none neither")

var refusals = lexicon.SetOf("could should might may must can n't n’t not never without declined declines decline refused refuses refuse refusing failed neither nor avoided")

// asked reports whether a cue tells that its subject was asked, told or accused.
func (p *paragraph) asked(s tag.LabelSpan) bool {
	if p.isBe(s.First, s.Last) {
		for i := s.First + 1; i < s.Last; i++ {
			if p.tag(i) == "VBN" && done.Has(p.low(i)) && p.low(i+1) != "by" {
				return true
			}
		}
	}
	if p.low(s.First) != "asked" {
		return false
	}
	switch p.low(s.First - 1) {
	case "", ",", "when", "who", ".":
		return true
	}
	return p.inside(s.First-1) >= 0
}

// done are participles of what is said to somebody or of them.
var done = lexicon.SetOf("asked told warned accused urged advised informed ordered reminded criticized criticised")

// reach is how many tokens may lie between a cue and what belongs to it.
const reach = 15

// nearest is the span of a role nearest to span i within its sentence.
func (f *finder) nearest(i int, role tag.Role, p *paragraph) (phrase, bool) {
	cue := f.evidence.spans[i]
	sent := f.doc.Sentences[f.doc.SentenceOf(cue.First)]
	best, found := reach, phrase{}
	for _, s := range f.evidence.within(phrase{sent.First, sent.Last}) {
		if s.Role != role || s == cue || s.First < sent.First-1 || s.First < p.first || s.Last > p.last {
			continue
		}
		distance := s.First - cue.Last
		if s.Last <= cue.First {
			distance = cue.First - s.Last
		}
		if distance < best {
			best, found = distance, phrase{s.First, s.Last}
		}
	}
	return found, best < reach
}

// Reading is one reading of a report's content, as the decider sees it, or of
// its source, as the linker does, for training.
type Reading struct {
	Spans    []text.Span // none: nobody is the source
	Wide     []text.Span // with the words that name who is spoken to, if those are left out
	Features []uint32
}

// Choice is what there is to decide on in one report. A content that the
// labeller alone has found, for attitudes, has one reading and no features.
type Choice struct {
	Contents, Sources []Reading
}

// Choices gives what [Find] has to decide on in a document, and the contents
// that [FindAll] would add, by the models of a labeler of the caller's.
func Choices(doc *text.Document, tagger text.Tagger, l *tag.Labeler) []Choice {
	f := newFinder(doc, tagger)
	f.read(l)
	var out []Choice
	for _, r := range f.reports() {
		c := Choice{Sources: f.sourceReadings(r.draft, r.options[0].phrase)}
		for k := range r.options {
			c.Contents = append(c.Contents, Reading{f.content(r, k), f.wide(r, k), f.features(nil, r, k)})
		}
		out = append(out, c)
	}
	for _, d := range f.attitudes() {
		g := d.fragments[0]
		content := Reading{Spans: []text.Span{f.paragraphs[d.block].span(g.first, g.last)}}
		out = append(out, Choice{[]Reading{content}, f.sourceReadings(d, g)})
	}
	return out
}

// sourceReadings lists the candidates for the source of a draft.
func (f *finder) sourceReadings(d *draft, content phrase) []Reading {
	var out []Reading
	a := f.asking(d, content)
	f.viewAll(a)
	for k, c := range a.list {
		r := Reading{Features: f.sourceFeatures(nil, a, k)}
		if !c.empty() {
			r.Spans = []text.Span{f.paragraphs[d.block].span(c.first, c.last)}
		}
		out = append(out, r)
	}
	return out
}

// wide gives the spans of reading k of an addressed rule's report from its cue
// on; none for other rules.
func (f *finder) wide(r *report, k int) []text.Span {
	from := r.cue[len(r.cue)-1].last
	if !addressed.Has(r.rule) || r.varies > 0 || from >= r.options[k].first {
		return nil
	}
	return []text.Span{f.paragraphs[r.block].span(from, r.options[k].last)}
}

// content gives the spans of reading k of a report.
func (f *finder) content(r *report, k int) []text.Span {
	p := f.paragraphs[r.block]
	fragments := append(slices.Clone(r.fragments[:r.varies]), r.options[k].phrase)
	var out []text.Span
	for _, g := range fragments {
		for _, h := range p.tidy(nil, g) {
			out = append(out, p.span(h.first, h.last))
		}
	}
	return out
}
