package tag

import (
	"unicode"
	"unicode/utf8"

	"quotes/internal/model"
)

// word is what the features read of one token: hashes and small numbers.
type word struct {
	lower uint32 // lower case, digits made 0, curly marks made straight
	form  uint32 // the same with its capitals
	shape uint32 // "Xx", "X.X.", "0,0": runs of one kind written once
	suf   [4]uint32
	class [3]uint32 // word classes of 64, 256 and 1,024; 0: unknown word
	kind  uint8     // see the kinds below
	mark  uint8     // see marks.go
	fixed uint8     // part of speech that needs no learning, 0: none
	sole  uint8     // part of speech that the model always gives it, 0: none
	cue   uint8     // how often the word reports, 0 to 3
	glue  uint8     // bit 0: no space before, bit 1: none after
	size  uint8     // bytes, of a word that is kept; see knownWords
}

// Kinds of word by the case of their letters.
const (
	kindLower uint8 = iota
	kindTitle
	kindUpper
	kindMixed
	kindNumber
	kindMark
)

// reader turns tokens into words; buf is used again.
type reader struct {
	words *model.WordClasses
	known *knownWords // while a paragraph is read; nil: none are kept
	buf   []byte
}

// read fills in w from a token's text.
func (r *reader) read(w *word, s string) {
	if r.known == nil {
		r.readNew(w, s)
		return
	}
	slot, there := r.known.slot(s)
	if slot == nil {
		r.readNew(w, s)
		return
	}
	if !there {
		r.readNew(&slot.word, s)
		slot.word.size = uint8(len(s))
	}
	*w = slot.word
}

// readNew fills in w from a token's text that is not known.
func (r *reader) readNew(w *word, s string) {
	*w = word{}
	if !r.ascii(w, s) {
		r.lower(w, s)
	}
	r.suffixes(w)
	switch {
	case !startsWord(s):
		w.mark = markOf(s)
		w.fixed = fixedPOS(s)
	case w.lower == hashOfTo:
		w.fixed = POS(toTag) + 1
	case w.lower == hashOfWhose:
		w.fixed = POS(whoseTag) + 1
	}
}

var hashOfTo, hashOfWhose = model.Hash("to"), model.Hash("whose")

// startsWord reports whether a token starts with a letter or a digit of ASCII,
// which no mark does.
func startsWord(s string) bool {
	if s == "" {
		return false
	}
	c := s[0] | 0x20
	return c >= 'a' && c <= 'z' || s[0] >= '0' && s[0] <= '9'
}

// suffixes fills in the hashes of the last letters in the buffer.
func (r *reader) suffixes(w *word) {
	b := r.buf
	for k := range w.suf {
		if k >= len(b) {
			w.suf[k] = w.lower
			continue
		}
		w.suf[k] = affix(b[len(b)-k-1:])
	}
}

func affix(b []byte) uint32 {
	h := model.HashStart
	for _, c := range b {
		h = model.HashByte(h, c)
	}
	return model.Mix(h)
}

// foldedByte is what [fold] gives for an ASCII character.
type foldedByte struct{ low, shape byte }

var foldedBytes = func() (t [utf8.RuneSelf]foldedByte) {
	for c := range t {
		low, shape := fold(rune(c))
		t[c] = foldedByte{byte(low), shape}
	}
	return t
}()

// ascii does the work of lower for a token of
// ASCII characters alone; it reports whether s is one.
func (r *reader) ascii(w *word, s string) bool {
	r.buf = r.buf[:0]
	key, low, form, shape := model.HashStart, model.HashStart, model.HashStart, model.HashStart
	var last byte
	var c caseCount
	for i := 0; i < len(s); i++ {
		x := s[i]
		if x >= utf8.RuneSelf {
			return false
		}
		f := foldedBytes[x]
		key, form = model.HashByte(key, f.low), model.HashByte(form, x)
		if f.shape == '0' {
			f.low = '0'
		}
		low = model.HashByte(low, f.low)
		r.buf = append(r.buf, f.low)
		c.add(f.shape, i == 0)
		if f.shape != last {
			shape, last = model.HashByte(shape, f.shape), f.shape
		}
	}
	w.lower, w.form, w.shape, w.kind = model.Mix(low), model.Mix(form), model.Mix(shape), c.kind()
	r.lookUp(w, model.Mix(key))
	return true
}

// lower writes the token's lower case to the buffer and fills in the hashes,
// the shape, the kind and the classes that come with one pass over it.
func (r *reader) lower(w *word, s string) {
	r.buf = r.buf[:0]
	key, form, shape := model.HashStart, model.HashStart, model.HashStart
	var last byte
	var c caseCount
	for i := 0; i < len(s); {
		x, n := rune(s[i]), 1
		if x >= utf8.RuneSelf {
			x, n = utf8.DecodeRuneInString(s[i:])
			x = straightRune(x)
		}
		i += n
		low, sh := fold(x)
		c.add(sh, len(r.buf) == 0)
		start := len(r.buf)
		if low < utf8.RuneSelf {
			r.buf = append(r.buf, byte(low))
		} else {
			r.buf = utf8.AppendRune(r.buf, low)
		}
		for j := start; j < len(r.buf); j++ {
			key = model.HashByte(key, r.buf[j])
			if sh == '0' {
				r.buf[j] = '0'
			}
		}
		form = model.HashByte(form, byte(x)) + uint32(x>>8)
		if sh != last {
			shape, last = model.HashByte(shape, sh), sh
		}
	}
	w.lower, w.form, w.shape, w.kind = affix(r.buf), model.Mix(form), model.Mix(shape), c.kind()
	r.lookUp(w, model.Mix(key))
}

// lookUp fills in what the table of words says.
func (r *reader) lookUp(w *word, key uint32) {
	e := r.words.Find(key)
	w.class, w.cue = [3]uint32{uint32(e.Classes[0]), uint32(e.Classes[1]), uint32(e.Classes[2])}, e.Cue
	if w.kind == kindLower {
		w.sole = e.Tag
	}
}

// fold gives the lower case of a rune and its sign in a shape: X, x, 0 or the
// mark itself.
func fold(x rune) (low rune, shape byte) {
	switch {
	case x >= 'a' && x <= 'z':
		return x, 'x'
	case x >= 'A' && x <= 'Z':
		return x + 'a' - 'A', 'X'
	case x >= '0' && x <= '9':
		return x, '0'
	case x < utf8.RuneSelf:
		return x, byte(x)
	case unicode.IsUpper(x):
		return unicode.ToLower(x), 'X'
	case unicode.IsLetter(x):
		return x, 'x'
	case unicode.IsDigit(x):
		return x, '0'
	}
	return x, '*'
}

// straightRune makes curly marks straight, so that "it’s" is "it's".
func straightRune(x rune) rune {
	switch x {
	case '’', '‘', 'ʼ':
		return '\''
	case '“', '”':
		return '"'
	case '—', '―', '–', '‐', '‑':
		return '-'
	}
	return x
}

// caseCount counts what decides a word's kind.
type caseCount struct {
	upper, lower, digit int
	first               bool // the first rune is a capital
}

func (c *caseCount) add(shape byte, first bool) {
	switch shape {
	case 'X':
		c.upper++
		c.first = c.first || first
	case 'x':
		c.lower++
	case '0':
		c.digit++
	}
}

func (c *caseCount) kind() uint8 {
	switch {
	case c.upper == 0 && c.lower == 0 && c.digit == 0:
		return kindMark
	case c.digit > 0 && c.lower+c.upper <= c.digit:
		return kindNumber
	case c.upper == 0:
		return kindLower
	case c.first && c.upper == 1:
		return kindTitle
	case c.lower == 0:
		return kindUpper
	}
	return kindMixed
}
