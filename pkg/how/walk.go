package how

import (
	"strings"

	"quotes/internal/lexicon"
)

// behindCue reads what stands between a cue and what follows: whom it
// addresses, and adjuncts.
func (f *frame) behindCue(k int, lemma string) {
	if f.source.first == k { // "said Lee"
		k = f.source.last
	}
	if addressed().Has(lemma) {
		p := f.nounPhrase(k, f.last)
		if !p.empty() && f.told(p, lemma) {
			f.hear(p, f.last)
			if c, _ := f.channelOf(p); !c.bare && event(c.channel) || c.channel == "press conference" || c.channel == "meeting" {
				f.setChannel(c.channel)
			}
			k = f.addressee.last
		}
	}
	if f.low(k) == "as" && f.low(k+1) == "much" {
		k += 2
	}
	f.walk(k, f.last, !unaddressed.Has(lemma) && lemma != "according to")
}

// told reports whether the phrase behind a cue is whom it addresses.
func (f *frame) told(p phrase, lemma string) bool {
	w := f.low(p.last - 1)
	if untold.Has(w) || p.len() == 1 && f.time(p.first) || f.finite(p.last) && f.tag(p.last) != "MD" && lemma != "tell" {
		return false
	}
	if lemma == "tell" || closingMark(f.word(p.last-1)) {
		return true
	}
	return f.person(p.last - 1)
}

// beforeSource reads the sentence's start up to the source: "In a letter to
// the mayor, | Lee". It counts only where the source follows directly.
func (f *frame) beforeSource() {
	g := *f
	k := g.walk(f.first, f.cue.first, false)
	if k > f.first && !f.source.empty() && k <= f.source.last && (k >= f.source.first || g.leadsTo(k, f.source.first)) {
		f.take(&g)
	}
}

// leadsTo reports whether the words [k, source) only go on with the adjuncts
// before them: "In a statement | announcing the pick, Lee", "in Sundby |,
// Ohio, Lee". No verb has its subject there, and a comma ends them.
func (f *frame) leadsTo(k, source int) bool {
	if f.low(source-1) != "," || source-k > 3*maxPhrase {
		return false
	}
	for i := k; i < source; i++ {
		switch w := f.low(i); {
		case f.said(i), f.finite(i) && f.tag(i+1) != "POS", w == "who", w == "which", w == ":", w == ";":
			return false
		}
	}
	return true
}

// take keeps what a reading found that f has not.
func (f *frame) take(g *frame) {
	f.channel, f.medium, f.addressee, f.toPress, f.written = g.channel, g.medium, g.addressee, g.toPress, g.written
}

// beforeCue reads between source and cue: "Lee, speaking on CNN, | said"; and
// behind a finite cue whose subject a participle shares: "Lee told CNN that
// ..., | adding".
func (f *frame) beforeCue() {
	if f.source.empty() || f.source.last > f.cue.first {
		return
	}
	k := f.source.last
	if k == f.cue.first {
		return
	}
	if w := f.low(f.cue.first - 1); strings.HasSuffix(f.low(f.cue.first), "ing") && (w == "," || w == "and") {
		if lemma, last := f.hostCue(k); lemma != "" {
			f.behindCue(last, lemma)
			return
		}
	}
	g := *f
	if g.walk(k, f.cue.first, false) == f.cue.first {
		f.take(&g)
	}
}

// hostCue is the finite cue that stands at token k, with its end.
func (f *frame) hostCue(k int) (lemma string, last int) {
	for range 3 {
		if f.tag(k) != "RB" && f.low(k) != "has" && f.low(k) != "had" && f.low(k) != "have" {
			break
		}
		k++
	}
	for _, c := range lexicon.Cues().Of(f.low(k)) {
		if len(c.Tail) == 0 && c.Form&(lexicon.Past|lexicon.ThirdPerson) != 0 {
			return c.Lemma, k + 1
		}
	}
	return "", k
}

// behindContent reads behind a quotation that follows its cue: `called it a
// "sham" | in an interview`. A clause without marks has no sure end.
func (f *frame) behindContent() {
	c := f.a.Content[len(f.a.Content)-1]
	if len(f.a.Quoted) == 0 || f.a.Quoted[len(f.a.Quoted)-1].End < c.End-2 {
		return
	}
	k := f.doc.TokenAt(c.End)
	if k <= f.cue.last || k >= f.last {
		return
	}
	for k < f.last && mark(f.word(k)) && f.word(k) != "," {
		k++
	}
	f.walk(k, f.last, false)
}

// walk reads a row of adjuncts from token k on and gives its end. With
// addressing, "to" names whom was spoken to, unless a phrase it can belong to
// stands before it.
func (f *frame) walk(k, end int, addressing bool) int {
	for range maxSteps {
		if k >= end || f.said(k) {
			return k
		}
		if k == f.source.first && !f.source.empty() {
			if k < f.cue.first {
				return k
			}
			k, addressing = f.source.last, false
			continue
		}
		next := f.adjunct(k, end, &addressing)
		if next <= k {
			return k
		}
		k = next
	}
	return k
}

// adjunct is the end of one adjunct that starts at k; k where none does.
func (f *frame) adjunct(k, end int, addressing *bool) int {
	w := f.low(k)
	switch {
	case w == "," || w == "--" || w == "—" || w == "–":
		return k + 1
	case speakingForms.Has(w):
		return f.participle(k, addressing)
	case f.timePreposition(k):
		return k + 2
	case f.time(k) && !f.finite(k), times.Has(w):
		return k + 1
	case strings.HasPrefix(f.tag(k), "RB") && w != "not" && w != "n't", w == "also":
		return k + 1
	case f.tag(k) == "CC" && k == f.first:
		return k + 1
	case f.tag(k) == "IN" || f.tag(k) == "TO" || f.tag(k) == "VBG" && w == "during":
		return f.prepositional(k, end, addressing)
	}
	return k
}

// participle reads "speaking", "writing", "testifying": what they are said to
// or on follows.
func (f *frame) participle(k int, addressing *bool) int {
	*addressing = true
	switch f.low(k) {
	case "writing":
		f.written = true
	case "testifying":
		f.setChannel(testimony)
	case "tweeting":
		f.setChannel(socialMedia)
	case "addressing":
		if p := f.nounPhrase(k+1, f.last); !p.empty() && f.person(p.last-1) {
			f.address(p, f.last)
			return f.whole(p, f.last).last
		}
	}
	return k + 1
}

// prepositional reads one phrase behind the preposition k.
func (f *frame) prepositional(k, end int, addressing *bool) int {
	w := f.low(k)
	if subordinates.Has(w) {
		return k
	}
	p := f.nounPhrase(k+1, end)
	if p.empty() || p.last < end && !carriers.Has(f.low(p.last)) && f.clause(p) {
		return k
	}
	if last, ok := f.occasion(w, p, end); ok {
		return last
	}
	if f.onMedium(w, p, end) {
		return f.whole(p, end).last
	}
	if (w == "to" || w == "before" && f.testimonial()) && *addressing {
		f.address(p, end)
		if f.testimonial() && f.properName(p) && !f.addressee.empty() {
			f.setMedium(f.addressee)
		}
		*addressing = false
		return f.whole(p, end).last
	}
	*addressing = false
	return p.last
}

// subordinates lead in clauses as well as phrases; nothing in them says how.
var subordinates = lexicon.SetOf("that because if whether although though unless while since until than like")

// clause reports whether a phrase is the subject of a verb.
func (f *frame) clause(p phrase) bool {
	return f.finite(p.last) && p.last != f.cue.first && f.cue.first > p.last || f.finite(p.last) && p.last > f.cue.first
}

func (f *frame) testimonial() bool { return f.channel == testimony || f.a.CueLemma == "testify" }

// onMedium reads a medium by its name alone: "on CNN", "on Twitter", "in the
// Lindow Gazette" of something written, `on "The Harbour Hour"`.
func (f *frame) onMedium(w string, p phrase, end int) bool {
	name, kind := f.outlet(p)
	switch {
	case kind == platform && (w == "on" || w == "via" || w == "over" || w == "through"):
		f.setChannel(socialMedia)
	case kind == broadcaster && w == "on":
		f.setChannel(broadcast)
	case kind != "" && kind != platform && w == "in" && f.written:
		f.setChannel(article)
	case kind == "" && w == "on" && closingMark(f.word(p.last-1)):
		f.setChannel(broadcast)
		name = f.titleIn(p)
	default:
		return false
	}
	f.setMedium(name)
	return true
}
