package quote

import (
	"strings"

	"quotes/internal/lexicon"
	"quotes/internal/model"
	"quotes/internal/tag"
)

// asked is a draft with the candidates for its source and what all of them are
// compared with.
type asked struct {
	*draft
	list     []candidate
	views    []view
	content  phrase // of the rule's reading
	head     int    // the verb of the cue, or the first word of the content
	sentence int    // where that stands
	subject  int    // the subject by the governors, -1: none
	up       int    // how many governors above the cue it is found
}

// view is how a candidate stands to the cue.
type view struct {
	kind    uint32 // what it is made of
	where   uint32 // its sentence and its side
	gap     uint32 // how far from the cue
	between uint32 // what stands between
	path    uint32 // by the governors
	mean    uint32 // level: how likely the labeller finds its words
}

// asking gathers the candidates of a draft, until the next one's; content is
// what its rule read.
func (f *finder) asking(d *draft, content phrase) *asked {
	a := &f.asked
	*a = asked{draft: d, content: content, head: content.first, list: a.list[:0], views: a.views[:0]}
	if len(d.cue) > 0 {
		a.head = f.paragraphs[d.block].verbOf(d.cue[len(d.cue)-1])
	}
	a.sentence = f.doc.SentenceOf(a.head)
	a.subject, a.up = f.subjectOf(a.head)
	a.list = f.sources(a)
	return a
}

// viewAll fills in how the candidates stand to the cue.
func (f *finder) viewAll(a *asked) {
	for _, c := range a.list {
		a.views = append(a.views, f.viewOf(a, c.phrase))
	}
}

// verbOf is the verb of a cue: the last word that a tag calls so, or else the
// last of all.
func (p *paragraph) verbOf(c phrase) int {
	for i := c.last - 1; i >= c.first; i-- {
		if strings.HasPrefix(p.tag(i), "V") {
			return i
		}
	}
	return c.last - 1
}

func (f *finder) viewOf(a *asked, c phrase) view {
	if c.empty() {
		return view{}
	}
	p := f.paragraphs[a.block]
	return view{
		kind:    p.sourceKind(c),
		where:   uint32(f.doc.SentenceOf(c.first)-a.sentence+4)<<1 | flag(c.first > a.head),
		gap:     size(max(c.first-a.head, a.head-c.last)),
		between: f.between(p, a, c),
		path:    f.path(a, c),
		mean:    level(f.evidence.mean(tag.Source, c)),
	}
}

// rivalOf is the candidate that candidate k is held against: the rule's, or for
// that one the likeliest of the others.
func (a *asked) rivalOf(k int) int {
	if k > 0 {
		return 0
	}
	best := len(a.list) - 1
	for i := 1; i < len(a.list); i++ {
		if a.list[i].p > a.list[best].p {
			best = i
		}
	}
	return best
}

// naming is one candidate as the linker sees it.
type naming struct {
	view
	out    []uint32
	number uint32 // of the next feature

	rule, lemma uint32
	by          uint32 // who proposes it, and whether the rule has anybody
	p, rival    uint32 // levels: of the candidate, of the likeliest other one
	quoted      uint32 // the content stands in quotation marks
}

func (n *naming) add(a, b, c uint32) {
	n.out = append(n.out, model.Triple(n.number, a, b, c))
	n.number++
}

// The numbers of the linker's features: of phrases, and of nobody.
const (
	namedFeatures  = 700
	nobodyFeatures = 740
)

// sourceFeatures appends what the linker sees of candidate k. The model knows a
// feature by its number, so their order stays.
func (f *finder) sourceFeatures(out []uint32, a *asked, k int) []uint32 {
	p, c, rival := f.paragraphs[a.block], a.list[k], 0.0
	for i, o := range a.list {
		if i != k {
			rival = max(rival, o.p)
		}
	}
	n := &naming{
		view: a.views[k], out: out, number: namedFeatures, rule: model.Hash(a.rule), lemma: model.Hash(a.lemma),
		by: uint32(c.by) | flag(a.src.empty())<<7, p: level(c.p), rival: level(rival), quoted: flag(p.inside(a.content.first) >= 0),
	}
	if a.lemma == "" {
		n.lemma = p.word32(a.head)
	}
	if c.empty() {
		n.number = nobodyFeatures
	}
	n.against(a.views[a.rivalOf(k)], p.tag32(a.head), level(f.evidence.mean(tag.Cue, a.cue...)))
	if !c.empty() {
		n.place(a.views[a.rivalOf(k)])
		n.words(p, a, c.phrase)
	}
	return n.out
}

// against holds a candidate, or nobody, against its rival.
func (n *naming) against(r view, head, cue uint32) {
	n.add(n.rule, n.by, n.rival)
	n.add(n.lemma, n.by, 0)
	n.add(n.by, r.where<<5|r.gap, n.rival)
	n.add(n.by, r.kind, r.between)
	n.add(n.by, r.path, r.mean)
	n.add(n.rule, n.by, n.quoted)
	n.add(n.by, n.rival, cue)
	n.add(head, n.by, n.rival)
}

// place says how the candidate stands to the cue.
func (n *naming) place(r view) {
	near := n.where<<5 | n.gap
	n.add(n.by, n.p, n.rival)
	n.add(n.by, n.mean, n.rival)
	n.add(n.rule, n.by, n.p)
	n.add(n.rule, n.by, n.where)
	n.add(near, n.path, 0)
	n.add(near, n.between, n.mean)
	n.add(n.path, n.by, n.mean)
	n.add(n.rule, n.path, n.where)
	n.add(n.lemma, n.path, n.by)
	n.add(n.lemma, n.kind, n.where)
	n.add(n.kind, n.mean, n.where)
	n.add(n.rule, n.kind, n.by)
	n.add(n.kind<<4|r.kind, n.by, n.where)
	n.add(n.path, r.path, n.by)
	n.add(n.where<<8|r.where, n.by, n.p)
	n.add(n.between, n.path, n.where)
}

// words says what the candidate is made of and what stands beside it.
func (n *naming) words(p *paragraph, a *asked, g phrase) {
	inside := flag(p.inside(g.first) >= 0) | flag(p.inside(g.first) >= 0 && p.inside(g.first) == p.inside(a.head))<<1 | n.quoted<<2
	n.add(n.kind, flag(p.capital(g.first)), p.tag32(g.last-1))
	n.add(p.word32(g.last-1), n.by, 0)
	n.add(p.word32(g.first-1), n.where, 0)
	n.add(p.tag32(g.first-1), p.tag32(g.last), n.where)
	n.add(p.word32(g.last), n.where, 0)
	n.add(inside, n.where, n.by)
	n.add(size(g.last-g.first), n.kind, n.by)
	n.add(p.tag32(a.head), n.path, n.where)
	n.add(flag(crosses(g, []phrase{a.content})), n.by, n.mean)
}

// namedSource is the kind of a source that ends in a name; those above end in
// other nouns.
const namedSource = 3

// sourceKind says what a source is made of.
func (p *paragraph) sourceKind(src phrase) uint32 {
	if src.empty() {
		return 0
	}
	switch t := p.tag(src.last - 1); {
	case strings.HasPrefix(t, "PRP"):
		return 1
	case strings.HasPrefix(t, "W"):
		return 2
	case strings.HasPrefix(t, "NNP"):
		return namedSource
	case lexicon.Roles().Has(p.low(src.last-1)) || lexicon.Groups().Has(p.low(src.last-1)):
		return 4
	}
	return 5
}

// between says what stands between a candidate and the head of the cue:
// quotation marks, a comma, "that", another candidate, another cue.
func (f *finder) between(p *paragraph, a *asked, c phrase) uint32 {
	from, to := c.last, a.head
	if c.first > a.head {
		from, to = a.head+1, c.first
	}
	if to-from > 2*reach {
		return 1
	}
	out := uint32(2)
	for i := from; i < to; i++ {
		switch w := p.low(i); {
		case p.inside(i) >= 0:
			out |= 4
		case w == "," || w == ";":
			out |= 8
		case w == "that":
			out |= 16
		}
		if f.evidence.words[i].P[tag.Cue] > 0.3 && !crosses(phrase{i, i + 1}, a.cue) {
			out |= 32
		}
	}
	for _, o := range a.list {
		if !o.empty() && o.first >= from && o.last <= to {
			out |= 64
		}
	}
	return out
}

// path says how candidate and cue hang together by the governors: the candidate
// is the subject of the cue, or of what governs it; it governs the cue; or what
// governs it does.
func (f *finder) path(a *asked, c phrase) uint32 {
	if a.subject >= c.first && a.subject < c.last {
		return 1 + uint32(a.up)
	}
	if !f.evidence.known(a.head) {
		return 0
	}
	words := f.evidence.words
	outer, rel := -1, uint8(0)
	for i := c.first; i < c.last; i++ {
		if h := int(words[i].Head); h < c.first || h >= c.last {
			outer, rel = h, words[i].Rel
			break
		}
	}
	own := flag(a.subject >= 0 && a.up == 0)<<5 | flag(subjects[rel])<<6
	at, by := a.head, uint8(0)
	for up := range uint32(maxGovernors + 1) {
		if at == outer {
			return 16 + up | own | uint32(by)<<8
		}
		h := int(words[at].Head)
		if h < 0 {
			break
		}
		if h >= c.first && h < c.last {
			return 8 + up | uint32(words[at].Rel)<<8
		}
		at, by = h, words[at].Rel
	}
	return 7 | own
}
