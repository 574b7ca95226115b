package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A brat annotation (.ann) stands beside the text it counts on (.txt), one mark
// a line:
//
//	T1	Source 0 7		a span, or several: 0 7;9 12; the third field is not read
//	R1	Any Arg1:T3 Arg2:T1	two spans of one quotation
//	E1	Any:T2 Any:T1 Any:T3	the same for several, the first one its trigger
//	A1	Kind T3 direct		what a quotation is: direct, mixed or indirect
//
// Lines that start with another letter are passed over.

// The roles of marks.
const (
	noRole = iota
	source
	cue
	content
)

// roles maps the types of marks, in lower case, to roles.
var roles = map[string]int{
	"source": source, "speaker": source,
	"cue": cue, "verb": cue,
	"content": content, "quote": content, "quotation": content,
}

// mark is a T line.
type mark struct {
	role  int
	spans [][2]int
	kind  string
	links []*link
	event *mark // of a content: the first content of its event
}

// link is what one R or E line links. Nothing is kept for each pair of its
// marks: a line may have many.
type link struct {
	marks   []*mark
	sourced bool // a mark is a source
}

// bratReader reads the marks of one file.
type bratReader struct {
	marks map[string]*mark
	order []*mark
	links []*link
	size  int // characters of the text
}

// readBrat yields the document of a brat file.
func readBrat(name string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		text, err := os.ReadFile(stem + ".txt")
		if err == nil && !utf8.Valid(text) {
			err = errors.New("not UTF-8")
		}
		if err != nil {
			yield(nil, Plain(stem+".txt", err))
			return
		}
		r := &bratReader{marks: map[string]*mark{}, size: utf8.RuneCount(text)}
		report := func(line int, err error) bool {
			return err == nil || yield(nil, fmt.Errorf("%s:%d: %w", name, line, err))
		}
		if r.read(name, report) {
			yield(&Document{ID: filepath.Base(stem), Text: string(text), Quotes: r.quotes()}, nil)
		}
	}
}

// read reads the lines of a file: marks first, since links may stand before
// what they link. It ends where report says false.
func (r *bratReader) read(name string, report func(line int, err error) bool) bool {
	file, err := os.Open(name)
	if err != nil {
		return report(1, Plain(name, err))
	}
	defer file.Close()
	var numbers []int
	var lines [][]string
	for line, err := range Read(file) {
		if !report(line.Number, err) {
			return false
		}
		numbers = append(numbers, line.Number)
		lines = append(lines, strings.Split(strings.TrimRight(string(line.Bytes), "\r\n"), "\t"))
	}
	for _, readLine := range []func([]string) error{r.mark, r.link} {
		for i, fields := range lines {
			if !report(numbers[i], readLine(fields)) {
				return false
			}
		}
	}
	return true
}

// mark reads a T line.
func (r *bratReader) mark(f []string) error {
	if !strings.HasPrefix(f[0], "T") {
		return nil
	}
	if len(f) < 2 {
		return errors.New("a mark without a span")
	}
	kind, where, _ := strings.Cut(f[1], " ")
	m := &mark{role: roles[strings.ToLower(kind)]}
	for _, part := range strings.Split(where, ";") {
		from, to, _ := strings.Cut(strings.TrimSpace(part), " ")
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(strings.TrimSpace(to))
		if errA != nil || errB != nil || a < 0 || a > b || b > r.size {
			return fmt.Errorf("%q is no span of a text of %d characters", part, r.size)
		}
		m.spans = append(m.spans, [2]int{a, b})
	}
	if r.marks[f[0]] != nil {
		return fmt.Errorf("a second mark %s", f[0])
	}
	r.marks[f[0]] = m
	r.order = append(r.order, m)
	return nil
}

// link reads an R, E or A line.
func (r *bratReader) link(f []string) error {
	if len(f) < 2 || f[0] == "" || !strings.Contains("REA", f[0][:1]) {
		return nil
	}
	words := strings.Fields(f[1])
	if f[0][0] == 'A' {
		return r.attribute(words)
	}
	if f[0][0] == 'R' {
		words = words[min(1, len(words)):] // the relation's name
	}
	var linked []*mark
	for i, w := range words {
		_, id, _ := strings.Cut(w, ":")
		m := r.marks[id]
		if m == nil {
			if strings.HasPrefix(id, "E") {
				continue // an event in an event: a report in a report, which has its own line
			}
			return fmt.Errorf("no mark %q", id)
		}
		if i == 0 && f[0][0] == 'E' && m.role == noRole {
			m.role = cue // what an event hangs on
		}
		linked = append(linked, m)
	}
	r.join(linked, f[0][0] == 'E')
	return nil
}

// join links marks with each other. Contents of one event are one quotation, and
// so are those of two that share the first.
func (r *bratReader) join(marks []*mark, event bool) {
	l := &link{marks: marks}
	r.links = append(r.links, l)
	var first *mark
	for _, m := range marks {
		if n := len(m.links); n == 0 || m.links[n-1] != l { // named once in the line
			m.links = append(m.links, l)
		}
		if event && m.role == content {
			first = cmp.Or(first, m.event, m)
			m.event = cmp.Or(m.event, first)
		}
	}
}

// attribute reads what a mark is.
func (r *bratReader) attribute(words []string) error {
	if len(words) < 3 {
		return nil // true or false tells nothing of a quotation
	}
	if m := r.marks[words[1]]; m != nil {
		switch k := strings.ToLower(words[2]); k {
		case "direct", "mixed", "indirect":
			m.kind = k
		}
	}
	return nil
}

// quotes gives a quotation for each content, or event, with the sources and
// cues that are linked to it, or to such a cue.
func (r *bratReader) quotes() []Quote {
	parts := map[*mark][]*mark{}
	for _, m := range r.order {
		first := cmp.Or(m.event, m)
		parts[first] = append(parts[first], m)
	}
	r.prune()
	var out []Quote
	for _, m := range r.order {
		if m.role != content || m.event != nil && m.event != m {
			continue
		}
		q := Quote{Kind: m.kind}
		for _, part := range parts[m] {
			q.Content = append(q.Content, part.spans...)
		}
		cues := linked(parts[m], cue)
		q.Cue = spansOf(cues)
		q.Source = spansOf(linked(append(parts[m], cues...), source))
		out = append(out, q)
	}
	return out
}

// prune leaves a cue with the links that lead from it to a source, which are
// few where many contents hang on one cue.
func (r *bratReader) prune() {
	for _, l := range r.links {
		l.sourced = slices.ContainsFunc(l.marks, func(m *mark) bool { return m.role == source })
	}
	for _, m := range r.order {
		if m.role == cue {
			m.links = slices.DeleteFunc(m.links, func(l *link) bool { return !l.sourced })
		}
	}
}

// linked gives the marks of a role that are linked with some marks, each once.
func linked(from []*mark, role int) []*mark {
	var out []*mark
	seen, done := map[*mark]bool{}, map[*link]bool{}
	for _, m := range from {
		for _, l := range m.links {
			if done[l] {
				continue
			}
			done[l] = true
			for _, o := range l.marks {
				if o.role == role && !seen[o] {
					seen[o] = true
					out = append(out, o)
				}
			}
		}
	}
	return out
}

// spansOf gives the spans of marks, in the order of the text.
func spansOf(marks []*mark) [][2]int {
	var out [][2]int
	for _, m := range marks {
		out = append(out, m.spans...)
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}
