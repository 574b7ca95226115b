package quote

import (
	"slices"

	"quotes/internal/lexicon"
)

// resumes are the rules whose content stands before its cue, and which a
// quotation standing alone in the next sentence goes on from: `Poe "had no
// choice" but to leave, Lee said. "It was over."`
var resumes = lexicon.SetOf("clause-said according-to learned")

// resumable reports whether a quotation may go on from a report.
func (f *finder) resumable(d *draft) bool {
	last := d.fragments[len(d.fragments)-1]
	return resumes.Has(d.rule) && last.last <= d.cue[0].first && f.paragraphs[d.block].quotedIn(last)
}

// rejoin gives quotations that stand alone to the report of the sentence before
// them in their paragraph, if quoted words are part of it. Those that rules saw
// to be quotations of one speaker have been joined before; these are known only
// when all is decided.
func (f *finder) rejoin() {
	said := map[int]*draft{} // the last report of each sentence
	for _, d := range f.drafts {
		if d.dropped || d.src.empty() || len(d.cue) == 0 || len(d.fragments) == 0 {
			continue
		}
		s := f.doc.SentenceOf(d.cue[0].first)
		if e := said[s]; e == nil || e.cue[0].first < d.cue[0].first {
			said[s] = d
		}
	}
	for _, d := range f.drafts {
		if d.rule != "floating" {
			continue
		}
		e := said[f.doc.SentenceOf(d.fragments[0].first)-1]
		if e == nil || e.lastBlock != d.block || !f.resumable(e) {
			continue
		}
		e.fragments = append(slices.Clip(e.fragments), d.fragments...)
		e.lastBlock, d.dropped = d.lastBlock, true
	}
}
