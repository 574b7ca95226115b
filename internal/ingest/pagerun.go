package ingest

// run is a stretch of a dump in which running text stands close together.
type run struct {
	first, last int // lines
	words       int // of its paragraphs
}

// Gaps between paragraphs of one run, in lines that are neither blank nor
// paragraphs: a sub-heading, a caption and a button or two; more where a list
// of other stories is named to stand in it.
const (
	runGap     = 4
	relatedGap = 14
)

// runs finds the stretches of running text.
func (d *dump) runs() []run {
	var out []run
	gap, limit := 0, runGap
	for i := range d.lines {
		s := d.text(i)
		if s == "" {
			continue
		}
		if labelOf(s) == relatedLabel {
			limit = relatedGap
		}
		if !isParagraph(s) || isPromo(s) || isCaption(s) || isNotice(s) {
			gap++
			continue
		}
		if n := len(out) - 1; n >= 0 && gap <= limit {
			out[n].last = i
			out[n].words += countWords(s)
		} else {
			out = append(out, run{first: i, last: i, words: countWords(s)})
		}
		gap, limit = 0, runGap
	}
	return out
}

// mainRun is the stretch with most words, and what follows it of the article:
// further stretches of some length with no label of another part between.
func (d *dump) mainRun() run {
	runs := d.runs()
	best := -1
	for i, r := range runs {
		if best < 0 || r.words > runs[best].words {
			best = i
		}
	}
	if best < 0 {
		return run{first: -1, last: len(d.lines)}
	}
	m := runs[best]
	for _, r := range runs[best+1:] {
		if r.words*4 < runs[best].words || d.labelled(m.last, r.first) {
			break
		}
		m.last = r.last
		m.words += r.words
	}
	return m
}

// labelled reports whether a label between two lines opens another part.
func (d *dump) labelled(from, to int) bool {
	for i := from; i < to; i++ {
		if k := labelOf(d.text(i)); k == listLabel || k == endLabel {
			return true
		}
	}
	return false
}

// frameReach is how far above the text a frame may stand, in lines that are
// not blank.
const frameReach = 40

// framed tells whether a frame that ends at a line may be that of the main
// stretch: most of it follows, and not too far below.
func (d *dump) framed(end int) bool {
	after, between := 0, 0
	for i := end + 1; i <= d.main.last && i < len(d.lines); i++ {
		s := d.text(i)
		if i < d.main.first && s != "" {
			between++
		}
		if i >= d.main.first && isParagraph(s) {
			after += countWords(s)
		}
	}
	return between <= frameReach && after*2 >= d.main.words
}
