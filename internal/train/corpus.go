package train

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"quotes/internal/corpus"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// Doc is one document to learn from. What is known of its tokens stands beside
// them, one entry a token; nil where nothing is.
type Doc struct {
	*text.Document
	pos    []uint8 // unknown: none
	head   []int32 // token that governs, -1 none, -2 unknown
	action []uint8
	gold   []uint8 // labels of source, cue and content
	quotes []attribution
	silver []uint8 // the same by a teacher
	hints  []uint8 // what rules say of each token
	// auto is what the taggers say, heads counted from the paragraph's first word.
	auto tag.Annotation
}

// none stands for a part of speech that is not known.
const none = 255

// Span is a stretch of text with its role: source, cue or content.
type Span struct {
	Start, End int // code points as read, bytes once the document is built
	Role       string
}

// rawDoc is a line of a teacher's labels.
type rawDoc struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Labels []label `json:"labels"`
}

// label is a teacher's label: start, end, role and, for some, a probability.
type label struct{ Span }

func (l *label) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) < 3 {
		return fmt.Errorf("label of %d parts", len(parts))
	}
	for i, to := range []any{&l.Start, &l.End, &l.Role} {
		if err := json.Unmarshal(parts[i], to); err != nil {
			return err
		}
	}
	return nil
}

// ReadCorpus reads annotated documents, as [corpus.Annotated] does. It ends at
// the first error.
func ReadCorpus(path string) ([]*Doc, error) {
	var docs []*Doc
	for r, err := range corpus.Annotated(path) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, annotatedDoc(r))
	}
	return docs, nil
}

func annotatedDoc(r *corpus.Document) *Doc {
	d := newDoc(rawDoc{ID: r.ID, Text: r.Text})
	var spans []Span
	for _, q := range r.Quotes {
		spans = appendSpans(spans, q.Content, "content")
		d.quotes = append(d.quotes, attribution{d.spans(q.Content), d.spans(q.Source)})
		spans = appendSpans(spans, q.Source, "source")
		spans = appendSpans(spans, q.Cue, "cue")
	}
	d.gold = d.labels(spans)
	return d
}

// readAnnotated reads the annotated documents of some paths. What cannot be
// read is handed to report, if there is one; else it is the end.
func readAnnotated(paths []string, report func(error)) ([]*Doc, error) {
	var docs []*Doc
	seen := map[string]bool{}
	for _, path := range paths {
		for r, err := range corpus.Annotated(path) {
			if err == nil && seen[r.ID] {
				r, err = nil, fmt.Errorf("%s: a second document %q", path, r.ID)
			}
			if err != nil && report == nil {
				return nil, err
			}
			if err != nil {
				report(err)
			}
			if r != nil {
				seen[r.ID] = true
				docs = append(docs, annotatedDoc(r))
			}
		}
	}
	return docs, nil
}

// ReadTeacher reads a teacher's labels. Those of documents of the corpus are
// put beside them; lines that carry a text of their own are new documents.
func ReadTeacher(path string, docs []*Doc) ([]*Doc, error) {
	byID := map[string]*Doc{}
	for _, d := range docs {
		byID[d.ID] = d
	}
	var more []*Doc
	err := corpus.Lines(path, func(line []byte) error {
		var r rawDoc
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		d := byID[r.ID]
		if r.Text != "" {
			d = newDoc(r)
			more = append(more, d)
		}
		if d == nil {
			return nil
		}
		var spans []Span
		for _, l := range r.Labels {
			spans = append(spans, l.Span)
		}
		d.silver = d.labels(spans)
		return nil
	})
	return more, err
}

func appendSpans(spans []Span, pairs [][2]int, role string) []Span {
	for _, p := range pairs {
		spans = append(spans, Span{p[0], p[1], role})
	}
	return spans
}

func newDoc(r rawDoc) *Doc {
	r.Text = strings.ToValidUTF8(r.Text, "?")
	a := &text.Article{ID: r.ID, Text: r.Text}
	at := 0
	for line := range strings.Lines(r.Text) {
		start := at + len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		end := at + len(strings.TrimRightFunc(line, unicode.IsSpace))
		if start < end {
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: start, End: end}})
		}
		at += len(line)
	}
	return &Doc{Document: text.NewDocument(a)}
}

// byteOffsets gives the byte offset of each code point, and of the end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// spans turns pairs of code points into bytes; pairs out of the text are left
// out.
func (d *Doc) spans(pairs [][2]int) []text.Span {
	at := byteOffsets(d.Text)
	var out []text.Span
	for _, p := range pairs {
		if p[0] >= 0 && p[0] < p[1] && p[1] < len(at) {
			out = append(out, text.Span{Start: at[p[0]], End: at[p[1]]})
		}
	}
	return out
}

// Roles of the labels, in the order of their numbers: O, then for each role
// the first word and the ones after.
var roles = []string{"source", "cue", "content"}

// labels gives each token its label. A token belongs to a span if most of it
// lies inside; later spans win.
func (d *Doc) labels(spans []Span) []uint8 {
	out := make([]uint8, len(d.Tokens))
	at := byteOffsets(d.Text)
	for _, s := range spans {
		role := -1
		for k, r := range roles {
			if r == s.Role {
				role = k
			}
		}
		if role < 0 || s.Start < 0 || s.End >= len(at) || s.Start >= s.End {
			continue
		}
		d.label(out, text.Span{Start: at[s.Start], End: at[s.End]}, uint8(2*role+1))
	}
	return out
}

func (d *Doc) label(out []uint8, s text.Span, begin uint8) {
	l := begin
	for i := d.TokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		t := d.Tokens[i]
		inside := min(t.End, s.End) - max(t.Start, s.Start)
		if 2*inside <= t.Len() {
			continue
		}
		out[i] = l
		l = begin + 1
	}
}
