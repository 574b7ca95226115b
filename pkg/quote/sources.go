package quote

import (
	"cmp"
	"slices"
	"sync"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// Who speaks in a report is chosen as its content is: a handful of phrases may
// name the source, and one model scores them all. Candidates are what the rule
// read, what the labeller takes for a source in the sentences round the cue, the
// subject of the cue by the governors found, and nobody.

// candidate is a phrase that may name the source of a report; the empty one
// says that nothing there does.
type candidate struct {
	phrase
	by uint8   // who proposes it
	p  float64 // the probability that the labeller gives it as a whole
}

// Who proposes a candidate.
const (
	byRule     uint8 = 1 << iota
	byLabel          // likely to be a source
	bySpan           // one of the spans that the labeller would give out
	byGovernor       // the subject of the cue, or of what governs it
)

// maxSources bounds the candidates of one report, nobody aside.
const maxSources = 7

// linker is the model that is part of the binary.
var linker = sync.OnceValue(func() *model.Linear { return model.Embedded("linker") })

// link is the likeliest source of a draft and what it stands for; read is the
// content as its rule has it. The rule's source is kept where another one would
// be a part of the content that was decided on.
func (f *finder) link(d *draft, read, content phrase) (src, stands phrase) {
	a := f.asking(d, read)
	if len(a.list) == 1 {
		return d.src, d.stands
	}
	f.viewAll(a)
	k, _ := f.pick(linker(), len(a.list), 0, func(feats []uint32, k int) []uint32 { return f.sourceFeatures(feats, a, k) })
	if g := a.list[k].phrase; g != d.src && !crosses(g, []phrase{content}) {
		return g, f.paragraphs[d.block].standsFor(g)
	}
	return d.src, d.stands
}

// sources lists the candidates of a draft: the rule's first, which may be
// nobody, else nobody last.
func (f *finder) sources(a *asked) []candidate {
	out := append(a.list, candidate{a.src, byRule, f.evidence.exact(tag.Source, a.src)})
	if a.own || f.agreed(a) || f.reported(a.draft) {
		return out
	}
	for _, c := range f.likelySources(a) {
		out = propose(out, c)
	}
	out = f.governed(a, out)
	if !a.src.empty() {
		out = append(out, candidate{})
	}
	return out
}

// surely is the probability of a labelled source from which nothing is left to
// choose where rule and governors have it too, as in most reports. On five folds
// that keeps nine of ten sources that the linker mends.
const surely = 0.9

// agreed reports whether rule, labeller and governors have the same source.
func (f *finder) agreed(a *asked) bool {
	if a.up > 0 || a.subject < a.src.first || a.subject >= a.src.last {
		return false
	}
	return slices.ContainsFunc(f.evidence.within(a.src), func(s tag.LabelSpan) bool { return s.Role == tag.Source && s.P >= surely })
}

// reported reports whether the noun that opens the content of another draft is
// the source, the subject of a verb there: in "Lee said Poe often warned of
// floods" Poe warned. The corpus, which annotates few reports inside reports,
// would have Lee.
func (f *finder) reported(d *draft) bool {
	p := f.paragraphs[d.block]
	if len(d.cue) == 0 || p.sourceKind(d.src) < namedSource || !p.finite(d.cue[0].first) {
		return false
	}
	return f.any(d.cue[0], func(e *draft) bool {
		return e != d && slices.ContainsFunc(e.fragments, func(g phrase) bool {
			return g.first == d.src.first && d.cue[0].first >= g.first && d.cue[0].last <= g.last
		})
	})
}

// likelySources gives what the labeller takes for sources in the sentence of a
// cue and those before and after it: the spans that it would give out, then the
// others, likelier ones first.
func (f *finder) likelySources(a *asked) []candidate {
	p := f.paragraphs[a.block]
	first, last := f.doc.BlockSentences(a.block)
	window := phrase{f.doc.Sentences[max(a.sentence-1, first)].First, f.doc.Sentences[min(a.sentence+1, last-1)].Last}
	out := f.likely[:0]
	add := func(s tag.LabelSpan, by uint8) {
		g := p.bareSource(phrase{s.First, s.Last}, f.all)
		if s.Role == tag.Source && !g.empty() && g.first >= window.first && g.last <= window.last && !crosses(g, a.cue) && !nobody.Has(p.low(g.first)) {
			out = append(out, candidate{g, by, float64(s.P)})
		}
	}
	for _, s := range f.evidence.within(window) {
		add(s, byLabel|bySpan)
	}
	f.evidence.over(tag.Source, window, func(s tag.LabelSpan) { add(s, byLabel) })
	f.likely = out
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.by&bySpan, a.by&bySpan), cmp.Compare(b.p, a.p))
	})
	return out
}

// propose adds a candidate, unless one holds its words already. One that starts
// or ends as the rule's does is that one with other bounds.
func propose(list []candidate, c candidate) []candidate {
	for i := range list {
		switch o := &list[i]; {
		case shares(o.phrase, c.phrase, 4) || o.by&byRule != 0 && (o.first == c.first || o.last == c.last):
			o.by |= c.by
			o.p = max(o.p, c.p)
			return list
		case o.by&byLabel != 0 && crosses(c.phrase, []phrase{o.phrase}):
			return list
		}
	}
	if len(list) == maxSources {
		return list
	}
	return append(list, c)
}

// governed marks the candidate that is the subject of the cue, or adds it.
func (f *finder) governed(a *asked, list []candidate) []candidate {
	p, i := f.paragraphs[a.block], a.subject
	if i < p.first || i >= p.last {
		return list
	}
	for k := range list {
		if list[k].first <= i && i < list[k].last {
			list[k].by |= byGovernor
			return list
		}
	}
	first, last := p.phraseBefore(f.doc.Sentences[f.doc.SentenceOf(i)].First, i+1)
	g := phrase{first, last}
	if g.empty() || p.timeWord(g.last-1) || crosses(g, a.cue) {
		return list
	}
	return propose(list, candidate{g, byGovernor, f.evidence.exact(tag.Source, g)})
}

// maxGovernors bounds the way up from a cue to a subject.
const maxGovernors = 3

// subjectOf is the word that is the subject of a verb, or of the next word above
// it that has one, and how far up that is; -1 for none.
func (f *finder) subjectOf(verb int) (subject, up int) {
	for up := range maxGovernors {
		if verb < 0 || !f.evidence.known(verb) {
			break
		}
		sent := f.doc.Sentences[f.doc.SentenceOf(verb)]
		for i := sent.First; i < sent.Last; i++ {
			if w := f.evidence.words[i]; int(w.Head) == verb && subjects[w.Rel] && f.evidence.known(i) {
				return i, up
			}
		}
		verb = int(f.evidence.words[verb].Head)
	}
	return -1, 0
}

// subjects are the relations of subjects.
var subjects = func() (out [256]bool) {
	for i, n := range tag.ActionNames() {
		out[i] = n == "L-nsubj" || n == "R-nsubj" || n == "L-nsubjpass"
	}
	return out
}()

// known reports whether the labeller was asked about a token.
func (e *evidence) known(i int) bool { return e.words[i].P != [4]float32{} }
