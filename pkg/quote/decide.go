package quote

import (
	"math"
	"slices"
	"sync"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// The decider is one linear model over the readings of a report: how probable
// it is that a content is wrong, right, or right to the word.

// Verdicts are the decider's labels.
var Verdicts = []string{"wrong", "near", "exact"}

// leastRight is the probability of being right from which a report is kept. On
// a fold of PolNeAR train kept back the sum of quoted and speech e2e hardly
// changes from 0.40 to 0.48.
const leastRight = 0.44

// leastPlain is the same for a report that can be nothing else by its form (see
// plain, plainClause and formal); only its bounds are in doubt. The corpus that the decider knows has
// such reports with few cues, the news has them with all.
const leastPlain = 0.1

// keeps reports whether a report that is right with this probability is kept.
func (r *report) keeps(right float64) bool {
	return right >= leastRight || (r.plain || r.formal) && right >= leastPlain
}

// decide drops the reports that are more likely wrong than right, gives the
// others their best bounds and their likeliest source, and adds what only the
// models see. Reports are scored before any is settled, as in training.
func (f *finder) decide(m *model.Linear) {
	reports := f.reports()
	verdicts := make([]decision, len(reports))
	for i, r := range reports {
		verdicts[i] = f.judge(m, r, r.options[0].phrase)
	}
	f.part(m, reports, verdicts)
	for i, r := range reports {
		f.settle(r, verdicts[i])
	}
	f.rejoin()
	f.drafts = slices.DeleteFunc(f.drafts, func(d *draft) bool { return d.dropped })
}

// judge decides on one report; own is the content as its rule has it.
func (f *finder) judge(m *model.Linear, r *report, own phrase) decision {
	k, right := f.pick(m, len(r.options), exactCounts, func(feats []uint32, k int) []uint32 { return f.features(feats, r, k) })
	if r.formal && right < leastRight {
		k = 0 // what else could be read is doubted, too
	}
	v := decision{content: r.options[k].phrase, right: right}
	if r.keeps(right) {
		v.src, v.stands = f.link(r.draft, own, v.content)
	}
	return v
}

// part gives the words that two reports would have as their content to the one
// that is more probable with them; the other one has its next reading. So it is
// with contents of one source that share most words to the same end: "apologised
// for the notes, saying | they were old".
func (f *finder) part(m *model.Linear, reports []*report, verdicts []decision) {
	holders := map[int]int{} // of the contents that end at a token
	for i, r := range reports {
		v := verdicts[i]
		if !r.keeps(v.right) {
			continue
		}
		j, held := holders[v.content.last]
		if !held || !f.rivals(v, verdicts[j]) {
			holders[v.content.last] = i
			continue
		}
		loser, won := i, verdicts[j].content
		if v.right > verdicts[j].right {
			holders[v.content.last], loser, won = i, j, v.content
		}
		l := reports[loser]
		own := l.options[0].phrase
		l.options = slices.DeleteFunc(l.options, func(o option) bool { return o.last == won.last && shares(o.phrase, won, 3) })
		if verdicts[loser].right = 0; len(l.options) == 0 {
			continue
		}
		if l.options[0].phrase != own { // what its form promised is gone
			l.plain, l.formal = false, false
		}
		verdicts[loser] = f.judge(m, l, own)
	}
}

// rivals reports whether two contents with the same end are one.
func (f *finder) rivals(a, b decision) bool {
	return a.content == b.content || shares(a.content, b.content, 3) && f.sameWords(a.src, b.src)
}

// sameWords reports whether two phrases have the same words.
func (f *finder) sameWords(a, b phrase) bool {
	if a.last-a.first != b.last-b.first {
		return false
	}
	for i := range a.last - a.first {
		if f.doc.Lower(a.first+i) != f.doc.Lower(b.first+i) {
			return false
		}
	}
	return true
}

// decision is what is decided on a report.
type decision struct {
	content, src, stands phrase
	right                float64 // how probable the content is right
}

// Pick is the best of n readings and how probable the decider finds it right.
// A reading that may be right to the word counts for half more.
func Pick(m *model.Linear, n int, features func([]uint32, int) []uint32) (best int, right float64) {
	_, best, right = pick(m, n, exactCounts, nil, features)
	return best, right
}

// PickSource is the best of n candidates for a source and how probable the
// linker finds it right. Who speaks is one question; with what words round the
// name is another.
func PickSource(m *model.Linear, n int, features func([]uint32, int) []uint32) (best int, right float64) {
	_, best, right = pick(m, n, 0, nil, features)
	return best, right
}

// exactCounts is how much more a content counts that is right to the word.
const exactCounts = 0.5

// pick is the best of n, with features in the finder's buffer.
func (f *finder) pick(m *model.Linear, n int, more float64, features func([]uint32, int) []uint32) (best int, right float64) {
	f.feats, best, right = pick(m, n, more, f.feats, features)
	return best, right
}

// pick is the best of n; to the word counts for so much more. The buffer it
// takes and gives back is for features.
func pick(m *model.Linear, n int, more float64, feats []uint32, features func([]uint32, int) []uint32) (_ []uint32, best int, right float64) {
	var scores [3]int32
	value := -1.0
	for k := range n {
		feats = features(feats[:0], k)
		m.Scores(feats, scores[:])
		near, exact := verdict(m, scores[:])
		if v := near + exact + float64(more*exact); v > value {
			best, right, value = k, near+exact, v
		}
	}
	return feats, best, right
}

// verdict turns scores into the probabilities of right and of exactly right.
func verdict(m *model.Linear, scores []int32) (near, exact float64) {
	var e [3]float64
	sum := 0.0
	for i, s := range scores {
		e[i] = math.Exp(float64(float32(s+m.Transition(-1, i)) * m.Scale()))
		sum += e[i]
	}
	return e[1] / sum, e[2] / sum
}

// settle gives a report its content and its source, or drops it.
func (f *finder) settle(r *report, v decision) {
	d := r.draft
	d.right = v.right
	d.dropped = !r.keeps(v.right) || r.rule == "learned" && f.held(v.content) || f.paragraphs[d.block].anybody(v.src)
	if d.dropped {
		return
	}
	d.src, d.stands = v.src, v.stands
	f.bounds(d)
	if d.rule != "learned" {
		d.fragments[r.varies] = v.content
		return
	}
	d.fragments = []phrase{v.content}
	d.lemma, d.attitude = f.paragraphs[d.block].lemma(d.cue[0], v.content)
	f.drafts = append(f.drafts, d)
	f.near.add(f.doc, d)
}

// anybody reports whether a source is the reader or whoever it may be: "you may ask
// whether ...". In quotation marks it is the one who is spoken to.
func (p *paragraph) anybody(src phrase) bool {
	return src.last-src.first == 1 && p.low(src.first) == "you" && p.inside(src.first) < 0
}

// held reports whether the tokens are a draft's content for the most part.
func (f *finder) held(c phrase) bool {
	return f.any(c, func(d *draft) bool {
		return slices.ContainsFunc(d.touching(c), func(g phrase) bool { return shares(g, c, 4) })
	})
}

// decider is the model that is part of the binary.
var decider = sync.OnceValue(func() *model.Linear { return model.Embedded("decider") })

// leastBounds is the probability from which the models' bounds of a cue or a
// source take the place of the rule's.
const leastBounds = 0.5

// bounds gives the cue and the source the models' bounds where they are sure of
// them. Unless all that the corpus annotates is wanted the rule's cue stands,
// and its source may only grow to the left.
func (f *finder) bounds(d *draft) {
	if len(d.cue) == 1 && f.all {
		if g, ok := f.surest(tag.Cue, d.cue[0]); ok && !crosses(g, d.fragments) {
			d.cue[0] = g
		}
	}
	if d.src.empty() {
		return
	}
	g, ok := f.surest(tag.Source, d.src)
	if g = f.paragraphs[d.block].bareSource(g, f.all); !ok || g.empty() || crosses(g, d.fragments) || crosses(g, d.cue) {
		return
	}
	if f.all || g.last == d.src.last && g.first < d.src.first {
		d.src = g
	}
}

// surest is the likeliest span of a role that shares a token with a phrase.
func (f *finder) surest(role tag.Role, g phrase) (phrase, bool) {
	best, out := leastBounds, phrase{}
	f.evidence.over(role, g, func(s tag.LabelSpan) {
		if float64(s.P) > best {
			best, out = float64(s.P), phrase{s.First, s.Last}
		}
	})
	return out, !out.empty()
}

// bareSource leaves out what names nobody at a source's end: a day, the
// occasion, a comma. One that closes an apposition may be kept, as the corpus
// has it.
func (p *paragraph) bareSource(g phrase, keep bool) phrase {
	commas := 0
	for i := g.first + 1; i < g.last; i++ {
		switch p.low(i) {
		case "when":
			g.last = i
		case ",":
			commas++
		}
	}
	for g.last > g.first+1 && (p.timeWord(g.last-1) || p.low(g.last-1) == "," && !(keep && commas > 1) || p.dash(g.last-1)) {
		g.last--
	}
	return g
}
