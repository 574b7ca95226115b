package tag

// Quotation marks, as far as one token tells.
const (
	markNone     uint8 = iota
	markOpen           // “ « „ ``
	markClose          // ” » ''
	markStraight       // "
	markOpenOne        // ‘
	markOne            // ' and ’ standing alone
)

func markOf(s string) uint8 {
	switch s {
	case "“", "«", "„", "``":
		return markOpen
	case "”", "»", "''", "’’":
		return markClose
	case `"`:
		return markStraight
	case "‘":
		return markOpenOne
	case "'", "’", "`":
		return markOne
	}
	return markNone
}

// quoteState says for each word of a paragraph how it stands to quotation
// marks.
type quoteState struct {
	// opens and closes mark the tokens that are quotation marks.
	opens, closes []bool
	// start is the mark that opened the stretch a word stands in, -1 outside;
	// end is the mark that closes it, or len(words) if none does. The marks
	// themselves belong to their stretch.
	start, end []int32
}

// fill pairs the marks of one paragraph, in one pass: a mark that can only
// open or close does; a straight one goes by the space round it, else it opens
// and closes in turn. Marks inside an open stretch do not open another.
func (q *quoteState) fill(words []word) {
	n := len(words)
	q.opens, q.closes = resize(q.opens, n), resize(q.closes, n)
	q.start, q.end = room(q.start, n), room(q.end, n)
	open, single := -1, false
	for i := range words {
		if open < 0 {
			if opensHere(words, i) {
				open, single = i, words[i].mark >= markOpenOne
				q.opens[i] = true
			}
		} else if closesHere(words, i, single) {
			q.closes[i] = true
			q.set(open, i+1, i)
			open = -1
			continue
		}
		q.start[i], q.end[i] = -1, -1
	}
	if open >= 0 {
		q.set(open, n, n)
	}
}

// set says that the words [from, to) stand in the stretch that opens at from.
func (q *quoteState) set(from, to, end int) {
	for k := from; k < to; k++ {
		q.start[k], q.end[k] = int32(from), int32(end)
	}
}

func opensHere(words []word, i int) bool {
	w := &words[i]
	switch w.mark {
	case markOpen, markOpenOne:
		return true
	case markStraight:
		return w.glue != 1 // not one that clings to the word before alone
	case markOne:
		return w.glue == 2 && i+1 < len(words) && words[i+1].kind != kindNumber
	}
	return false
}

func closesHere(words []word, i int, single bool) bool {
	w := &words[i]
	switch w.mark {
	case markClose:
		return !single
	case markStraight:
		return !single && (w.glue != 2 || i+1 == len(words))
	case markOne:
		return single && w.glue != 2
	}
	return false
}
