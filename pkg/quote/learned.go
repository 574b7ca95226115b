package quote

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"quotes/internal/lexicon"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// The models label each word as source, cue or content. The rules read who
// says what to whom; the models know better where a content without marks
// ends, which reports the rules see are none, and cues that no list has.

// evidence is what the models say of a document.
type evidence struct {
	words []tag.Label
	spans []tag.LabelSpan
}

// labelers work with the first stage alone: with the second the whole costs
// half as much again and the quotes change little (docs/accuracy.md).
var labelers = sync.Pool{New: func() any {
	m := tag.Embedded()
	m.Second = nil
	return tag.NewLabeler(m)
}}

// newEvidence labels the words of those blocks that are wanted.
func newEvidence(doc *text.Document, want func(block int) bool) *evidence {
	l := labelers.Get().(*tag.Labeler)
	defer labelers.Put(l)
	out := l.LabelBlocks(doc, want)
	return &evidence{words: append([]tag.Label(nil), out.Words...), spans: append([]tag.LabelSpan(nil), out.Spans...)}
}

// certain rules are left as they are: marks, a label or "that" show where the
// content starts and ends, or the models were made for nothing of the kind.
var certain = wordSet("quote-said quote-said-quote quote-verb quote-dash said-quote told-quote floating nested colon-block source-colon colon-source said-that told-that headline-says clause-said-clause according-to")

// unsure tells of which blocks the models are asked: those with a quote whose
// rule leaves its bounds or itself in doubt, and those with a reporting word
// that is no quote's cue.
func (f *finder) unsure() func(block int) bool {
	ask := map[int]bool{}
	claimed := map[int]bool{}
	for _, d := range f.drafts {
		ask[d.block] = ask[d.block] || !certain[d.rule]
		for _, c := range d.cue {
			for i := c.first; i < c.last; i++ {
				claimed[i] = true
			}
		}
	}
	for b, p := range f.paragraphs {
		for i := p.first; i < p.last && !ask[b]; i++ {
			ask[b] = p.inside(i) < 0 && !claimed[i] && p.mayReport(i)
		}
	}
	return func(b int) bool { return ask[b] }
}

// mayReport reports whether a word can head a report of something said.
func (p *paragraph) mayReport(i int) bool {
	for _, f := range lexicon.Cues()[p.low(i)] {
		if !f.Has(lexicon.Attitude) && f.Frames != lexicon.QuotedNoun && strings.HasPrefix(p.tag(i), "V") {
			return true
		}
	}
	return lexicon.NounCues().Has(p.low(i))
}

// mean is the mean probability of a role over the tokens of some phrases.
func (e *evidence) mean(role tag.Role, phrases []phrase) float64 {
	sum, n := 0.0, 0
	for _, f := range phrases {
		for i := f.first; i < f.last; i++ {
			sum += float64(e.words[i].P[role])
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// Probabilities from which the models' word counts, set on PolNeAR dev (the
// models have seen train) and checked on the pages.
const (
	leastContent = 0.25 // a rule's content without marks is kept
	leastBounds  = 0.7  // the models' bounds take the place of the rule's
	leastCue     = 0.5  // a cue that no rule read makes a quote
	leastNew     = 0.8  // ... with a content of this mean probability
)

// weigh drops the drafts that the models take for no report and moves the
// bounds of contents without marks to where they see them.
func (f *finder) weigh() {
	for _, d := range f.drafts {
		f.near.add(f.doc, d)
	}
	for _, d := range f.drafts {
		p := f.paragraphs[d.block]
		if p.headline || certain[d.rule] || len(d.fragments) == 0 {
			continue
		}
		if doubtful[d.rule] && f.evidence.mean(tag.Content, d.fragments) < leastContent && !p.quotedIn(d.fragments[0]) {
			d.dropped = true
			continue
		}
		f.rebound(p, d)
	}
	f.drafts = slices.DeleteFunc(f.drafts, func(d *draft) bool { return d.dropped })
}

// nearby holds drafts by the sentences that their cues and contents touch, so
// that what stands near a place is found at a cost that does not grow with the
// document.
type nearby map[int][]*draft

func (n nearby) add(doc *text.Document, d *draft) {
	for _, list := range [][]phrase{d.cue, d.fragments} {
		for _, f := range list {
			if f.empty() {
				continue
			}
			last := doc.SentenceAt(doc.Tokens[f.last-1].Start)
			for s := doc.SentenceAt(doc.Tokens[f.first].Start); s <= last; s++ {
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
	last := f.doc.SentenceAt(f.doc.Tokens[at.last-1].Start)
	for s := f.doc.SentenceAt(f.doc.Tokens[at.first].Start); s <= last; s++ {
		for _, d := range f.near[s] {
			if !d.dropped && is(d) {
				return true
			}
		}
	}
	return false
}

// rebound gives a content of one unquoted stretch the bounds of the models'
// span in its place.
func (f *finder) rebound(p *paragraph, d *draft) {
	if len(d.fragments) != 1 {
		return
	}
	old := d.fragments[0]
	if p.inside(old.first) >= 0 && p.inside(old.last-1) == p.inside(old.first) {
		return
	}
	for _, s := range f.evidence.within(old) {
		if s.Role != tag.Content || float64(s.P) < leastBounds || s.First < p.first || s.Last > p.last {
			continue
		}
		if !shares(phrase{s.First, s.Last}, old, 4) || f.another(d, s) {
			continue
		}
		if d.cue[0].first < old.first { // an opener shows where it starts
			f.end(d, s.Last)
		} else if s.First < old.last {
			d.fragments[0].first = s.First
		}
		return
	}
}

// end moves the end of a content, but not over the cue of another report.
func (f *finder) end(d *draft, last int) {
	old := d.fragments[0]
	p := f.paragraphs[d.block]
	if last <= old.first+1 || last > old.last && !nounRules[d.rule] || p.quotedIn(phrase{last, old.last}) {
		return
	}
	crosses := last > old.last && f.any(phrase{old.last, last}, func(e *draft) bool {
		return e != d && slices.ContainsFunc(e.cue, func(c phrase) bool { return c.first >= old.last && c.first < last })
	})
	if !crosses {
		d.fragments[0].last = last
	}
}

// within gives the spans that share a token with a phrase.
func (e *evidence) within(f phrase) []tag.LabelSpan {
	from := sort.Search(len(e.spans), func(i int) bool { return e.spans[i].Last > f.first })
	to := from
	for to < len(e.spans) && e.spans[to].First < f.last {
		to++
	}
	return e.spans[from:to]
}

// shares reports whether the tokens that two phrases have in common, times a
// weight, are as many as both have: 4 asks for half of each, more for less.
func shares(a, b phrase, weight int) bool {
	both := min(a.last, b.last) - max(a.first, b.first)
	return both > 0 && weight*both >= (a.last-a.first)+(b.last-b.first)
}

// nounRules end a content at a comma that may belong to it.
var nounRules = wordSet("denied warned-of called called-quote praised-quote")

// doubtful rules are right less than two times in three without the models
// (counted on PolNeAR train before they came).
var doubtful = wordSet("denied warned-of called called-quote praised-quote vowed-to noun-that clause-said believed-quote said-how voiced-that")

// another reports whether a draft other than d has a third of the span or
// more: the span is then that one's.
func (f *finder) another(d *draft, s tag.LabelSpan) bool {
	span := phrase{s.First, s.Last}
	return f.any(span, func(e *draft) bool {
		return e != d && slices.ContainsFunc(e.fragments, func(g phrase) bool { return shares(g, span, 3) })
	})
}

// learn adds the reports that only the models see: a cue and the content
// nearest to it, with the source nearest to the cue.
func (f *finder) learn() {
	for i, s := range f.evidence.spans {
		if s.Role != tag.Cue || float64(s.P) < leastCue || f.cued(s) {
			continue
		}
		p := f.paragraphs[f.doc.Sentences[f.doc.SentenceAt(f.doc.Tokens[s.First].Start)].Block]
		content, ok := f.nearest(i, tag.Content, p)
		if !ok || f.held(content) || f.evidence.mean(tag.Content, []phrase{content}) < leastNew {
			continue
		}
		src, ok := f.nearest(i, tag.Source, p)
		if !ok || p.refuses(s) || p.asked(s) {
			continue
		}
		d := &draft{rule: "learned", cue: []phrase{{s.First, s.Last}}, src: src, stands: p.standsFor(src), fragments: []phrase{content}, block: p.block, lastBlock: p.block}
		d.lemma, d.attitude = p.lemma(d.cue[0], content)
		f.drafts = append(f.drafts, d)
		f.near.add(f.doc, d)
	}
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
		for _, f := range lexicon.Cues()[p.low(i)] {
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

// refuses reports whether a cue says that somebody did not speak: refusals are
// no reports.
func (p *paragraph) refuses(s tag.LabelSpan) bool {
	for i := s.First - 2; i < s.Last; i++ {
		if refusals[p.low(i)] {
			return true
		}
	}
	return false
}

// asked reports whether a cue tells that its subject was asked.
func (p *paragraph) asked(s tag.LabelSpan) bool {
	if p.low(s.First) != "asked" {
		return false
	}
	switch p.low(s.First - 1) {
	case "", ",", "when", "who", ".":
		return true
	}
	return p.inside(s.First-1) >= 0
}

var refusals = wordSet("n't n’t not never without declined declines decline refused refuses refuse refusing failed neither nor avoided")

// cued reports whether a draft has the cue already.
func (f *finder) cued(s tag.LabelSpan) bool {
	return f.any(phrase{s.First, s.Last}, func(d *draft) bool {
		return slices.ContainsFunc(d.cue, func(c phrase) bool { return c.first < s.Last && s.First < c.last })
	})
}

// held reports whether the tokens are a draft's content for the most part.
func (f *finder) held(c phrase) bool {
	return f.any(c, func(d *draft) bool {
		return slices.ContainsFunc(d.fragments, func(g phrase) bool { return shares(g, c, 4) })
	})
}

// reach is how many tokens may lie between a cue and what belongs to it; a
// content in front of its cue counts as farther by frontCost.
const (
	reach     = 15
	frontCost = 2
)

// nearest is the span of a role nearest to span i within its sentence.
func (f *finder) nearest(i int, role tag.Role, p *paragraph) (phrase, bool) {
	cue := f.evidence.spans[i]
	sent := f.doc.Sentences[f.doc.SentenceAt(f.doc.Tokens[cue.First].Start)]
	best, found := reach, phrase{}
	for _, s := range f.evidence.within(phrase{sent.First, sent.Last}) {
		if s.Role != role || s == cue || s.First < sent.First-1 && role == tag.Source || s.First < p.first || s.Last > p.last {
			continue
		}
		distance := s.First - cue.Last
		if s.Last <= cue.First {
			distance = cue.First - s.Last
			if role == tag.Content {
				distance += frontCost
			}
		}
		if distance < best {
			best, found = distance, phrase{s.First, s.Last}
		}
	}
	return found, best < reach
}
