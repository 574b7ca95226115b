package pipeline

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// lineRoom is what a record's line takes, as a rule, but for its longest texts.
const lineRoom = 960

// AppendLines appends records as JSON, one a line, as [Record.AppendJSON] does.
func AppendLines(b []byte, records []Record) (_ []byte, err error) {
	room := 0
	for i := range records {
		room += lineRoom + len(records[i].Quote) + len(records[i].Context)
	}
	b = slices.Grow(b, room)
	for i := range records {
		if b, err = records[i].AppendJSON(b); err != nil {
			return nil, err
		}
		b = append(b, '\n')
	}
	return b, nil
}

// AppendJSON appends the record as a JSON object in one line: the bytes that
// encoding/json writes without its escapes for HTML, at a third of the cost.
// The error is for a confidence that JSON cannot hold.
func (r *Record) AppendJSON(b []byte) ([]byte, error) {
	b = appendText(b, `{"schema":`, r.Schema)
	b = appendText(b, `,"id":`, r.ID)
	b = appendText(b, `,"doc_id":`, r.DocID)
	b = appendKnown(b, `,"source_url":`, r.SourceURL)
	b = appendKnown(b, `,"site":`, r.Site)
	b = appendKnown(b, `,"title":`, r.Title)
	b = appendList(b, `,"authors":`, r.Authors, func(b []byte, s string) []byte { return appendText(b, "", s) })
	b = appendKnown(b, `,"published":`, r.Published)
	b = appendKnown(b, `,"lang":`, r.Lang)
	b = appendText(b, `,"section":`, r.Section)
	b = strconv.AppendInt(append(b, `,"paragraph":`...), int64(r.Paragraph), 10)
	b = strconv.AppendInt(append(b, `,"sentence":`...), int64(r.Sentence), 10)
	b = appendText(b, `,"act":`, r.Act)
	b = appendText(b, `,"type":`, r.Type)
	b = appendText(b, `,"quote":`, r.Quote)
	b = appendKnown(b, `,"speaker":`, r.Speaker)
	b = appendKnown(b, `,"speaker_kind":`, r.SpeakerKind)
	b = appendKnown(b, `,"speaker_role":`, r.SpeakerRole)
	b = appendKnown(b, `,"mention":`, r.Mention)
	b = appendKnown(b, `,"cue":`, r.Cue)
	b = appendKnown(b, `,"cue_lemma":`, r.CueLemma)
	b = appendKnown(b, `,"date":`, r.Date)
	b = appendKnown(b, `,"date_text":`, r.DateText)
	b = appendText(b, `,"context":`, r.Context)
	b, err := appendNumber(append(b, `,"confidence":`...), r.Confidence)
	b = appendText(b, `,"rule":`, r.Rule)
	b = appendList(b, `,"spans":{"quote":`, r.Spans.Quote, appendPair)
	b = appendList(b, `,"quoted":`, r.Spans.Quoted, appendPair)
	b = appendList(b, `,"cue":`, r.Spans.Cue, appendPair)
	b = appendList(b, `,"mention":`, r.Spans.Mention, appendPair)
	b = appendList(b, `,"context":`, r.Spans.Context, appendPair)
	b = appendText(b, `},"polarity":`, r.Polarity)
	b = appendKnown(b, `,"channel":`, r.Channel)
	b = appendKnown(b, `,"medium":`, r.Medium)
	b = appendKnown(b, `,"addressee":`, r.Addressee)
	return append(b, '}'), err
}

// appendNumber appends a number; all but the very large and the very small are
// written without an exponent.
func appendNumber(b []byte, f float64) ([]byte, error) {
	if a := math.Abs(f); a == 0 || a >= 1e-6 && a < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64), nil
	}
	rare, err := json.Marshal(f)
	return append(b, rare...), err
}

func appendPair(b []byte, p [2]int) []byte {
	b = strconv.AppendInt(append(b, '['), int64(p[0]), 10)
	b = strconv.AppendInt(append(b, ','), int64(p[1]), 10)
	return append(b, ']')
}

func appendList[T any](b []byte, key string, list []T, item func([]byte, T) []byte) []byte {
	b = append(b, key...)
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, v)
	}
	return append(b, ']')
}

func appendKnown(b []byte, key string, s *string) []byte {
	if s == nil {
		return append(append(b, key...), "null"...)
	}
	return appendText(b, key, *s)
}

// asIs are the characters of ASCII that stand in a string as they are.
var asIs = func() (t [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// allAsIs reports whether eight bytes are all of [asIs].
func allAsIs(w uint64) bool {
	const ones = 0x0101010101010101
	// Without high bits before, a byte has one after ones*n is taken off if it is less than n, or stands behind such a byte.
	return (w|(w-' '*ones)|((w^'"'*ones)-ones)|((w^'\\'*ones)-ones))&high == 0
}

// appendText appends a key and a string. What is written as it is goes in as
// long runs, and is looked at eight bytes at a time.
func appendText(b []byte, key, s string) []byte {
	b = append(append(b, key...), '"')
	from, t := 0, []byte(s)
	for i := 0; i < len(t); {
		if i+8 <= len(t) && allAsIs(binary.LittleEndian.Uint64(t[i:])) {
			i += 8
			continue
		}
		for end := min(i+8, len(t)); i < end; {
			if asIs[t[i]] {
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if escaped := r < utf8.RuneSelf || r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029'; escaped {
				b = appendEscape(append(b, s[from:i]...), r)
				from = i + n
			}
			i += n
		}
	}
	return append(append(b, s[from:]...), '"')
}

// appendEscape appends a character that JSON or JavaScript does not take as it
// is; one that is no UTF-8 comes as [utf8.RuneError].
func appendEscape(b []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
