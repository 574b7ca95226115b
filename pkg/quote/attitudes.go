package quote

import (
	"slices"
	"sync"

	"quotes/internal/tag"
	"quotes/pkg/text"
)

// Attitudes are what a source wants, believes or feels without saying it. Few
// rules know them. Where they are asked for, contents are what both stages of the
// labeller see, the second with the rules' drafts as hints: that is nearest to
// how the corpus annotates.

// fullLabelers work with both stages.
var fullLabelers = sync.Pool{New: func() any { return tag.NewLabeler(tag.Embedded()) }}

// FindAll lists statements and attitudes. Statements are those of [Find], but as
// the corpus has them: an addressee is part of the content. It costs several
// times as much.
func FindAll(doc *text.Document, tagger text.Tagger) []Quote {
	f := newFinder(doc, tagger)
	f.all = true
	first, both := labelers.Get().(*tag.Labeler), fullLabelers.Get().(*tag.Labeler)
	defer labelers.Put(first)
	defer fullLabelers.Put(both)
	f.read(first)
	hints := f.hints()
	f.decide(decider())
	f.evidence = newEvidence(both, doc, hints, func(int) bool { return true })
	f.relabel()
	for _, d := range f.attitudes() {
		d.src, d.stands = f.link(d, d.fragments[0], d.fragments[0])
	}
	for _, d := range f.drafts {
		f.closeSource(d)
	}
	return f.quotes()
}

// closeSource takes along the mark that closes an apposition before the cue, as
// the corpus mostly has it: "Dana Lee, the mayor of Osterby, | said".
func (f *finder) closeSource(d *draft) {
	p, next := f.paragraphs[d.block], d.src.last
	if len(d.cue) == 0 || d.src.empty() || next >= d.cue[0].first || crosses(phrase{next, next + 1}, d.fragments) {
		return
	}
	for i := next - 1; i > d.src.first; i-- {
		if p.low(i) == p.low(next) && (p.low(i) == "," || p.dash(i)) {
			if p.tag(i+1) != "CC" {
				d.src.last++
			}
			return
		}
	}
}

// relabel gives contents the bounds of the models' spans where they are sure
// enough of them, and drops the drafts whose words they are sure to be another
// content's; but headlines are hardly known to them.
func (f *finder) relabel() {
	for _, d := range f.drafts {
		var seen []phrase
		for _, g := range d.fragments {
			for _, s := range f.spansOf(d, g) {
				if len(seen) == 0 || seen[len(seen)-1] != s { // fragments and spans come in order
					seen = append(seen, s)
				}
			}
		}
		if len(seen) > 0 {
			d.fragments = seen
		} else {
			d.dropped = !f.paragraphs[d.block].headline
		}
	}
	f.drafts = slices.DeleteFunc(f.drafts, func(d *draft) bool { return d.dropped })
}

// sureContent is the probability from which a labelled content takes the place
// of the one decided on, the second for one with quoted words, whose bounds are
// less in doubt.
const sureContent, sureQuoted = 0.4, 0.6

// spansOf gives the models' contents that share half of the shorter of both with
// a fragment of a draft, or the fragment where they are sure of none.
func (f *finder) spansOf(d *draft, g phrase) []phrase {
	p := f.paragraphOf(g)
	least := sureContent
	if p.quotedIn(g) {
		least = sureQuoted
	}
	var out []phrase
	sure := false
	for _, s := range f.evidence.within(g) {
		if s.Role != tag.Content {
			continue
		}
		sure = sure || float64(s.P) >= least
		h := phrase{s.First, s.Last}
		both := min(g.last, h.last) - max(g.first, h.first)
		if h.first >= p.first && h.last <= p.last && !crosses(h, d.cue) && 2*both >= min(g.last-g.first, h.last-h.first) {
			out = append(out, h)
		}
	}
	if !sure || p.quotedShare(g) == 1 {
		return []phrase{g}
	}
	return out
}

// paragraphOf is the paragraph that a phrase stands in.
func (f *finder) paragraphOf(g phrase) *paragraph {
	return f.paragraphs[f.doc.Sentences[f.doc.SentenceOf(g.first)].Block]
}

// attitudes gives the drafts that the labels alone make, and adds them: of contents
// that no draft holds, then of cues that none has.
func (f *finder) attitudes() []*draft {
	known := len(f.drafts)
	for i, s := range f.evidence.spans {
		if s.Role == tag.Content {
			f.ofContent(i)
		}
	}
	for i, s := range f.evidence.spans {
		if s.Role == tag.Cue && !f.cued(s) {
			f.ofCue(i)
		}
	}
	return f.drafts[known:]
}

// ofContent links a labelled content to the nearest cue and source.
func (f *finder) ofContent(i int) {
	s := f.evidence.spans[i]
	p := f.paragraphOf(phrase{s.First, s.Last})
	g := p.trim(phrase{s.First, s.Last})
	if g.empty() || g.last > p.last || f.held(g) {
		return
	}
	if cue, ok := f.nearest(i, tag.Cue, p); ok {
		src, _ := f.nearest(i, tag.Source, p)
		f.addLabelled("labelled", p, src, cue, g)
	}
}

// leastContent is the probability of a content that a labelled cue and source
// are given where the labels have none: its bounds are in doubt, not the report.
const leastContent = 0.2

// ofCue links a labelled cue to the nearest source and to the likeliest content
// of its sentence.
func (f *finder) ofCue(i int) {
	s := f.evidence.spans[i]
	cue := phrase{s.First, s.Last}
	p := f.paragraphOf(cue)
	src, ok := f.nearest(i, tag.Source, p)
	if !ok || cue.last > p.last {
		return
	}
	sent := f.doc.Sentences[f.doc.SentenceOf(cue.first)]
	best, content := leastContent, phrase{}
	f.evidence.over(tag.Content, phrase{sent.First, sent.Last}, func(s tag.LabelSpan) {
		g := p.trim(phrase{s.First, s.Last})
		if float64(s.P) > best && !g.empty() && g.first >= p.first && g.last <= p.last && !crosses(g, []phrase{cue, src}) && !f.held(g) {
			best, content = float64(s.P), g
		}
	})
	if !content.empty() {
		f.addLabelled("labelled-cue", p, src, cue, content)
	}
}

// addLabelled adds a draft that the labels make.
func (f *finder) addLabelled(rule string, p *paragraph, src, cue, content phrase) {
	d := &draft{rule: rule, cue: []phrase{cue}, src: src, stands: p.standsFor(src), fragments: []phrase{content}, block: p.block, lastBlock: p.block}
	d.lemma, d.attitude = p.lemma(cue, content)
	f.drafts = append(f.drafts, d)
	f.near.add(f.doc, d)
}
