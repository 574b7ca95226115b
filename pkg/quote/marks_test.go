package quote

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"quotes/pkg/text"
)

// marksTests: the text holds { where the words inside a pair of marks start
// and } where they end, nested pairs inside; a line is a block. A } at the end
// of a line without a mark before it is a quotation that its block leaves open.
var marksTests = []struct{ name, text string }{
	{"none", `Lee said the road was closed.`},
	{"empty", ``},
	{"curly", `“{The road is closed,}” Lee said.`},
	{"curly, two", `“{The road is closed,}” Lee said. “{Go home.}”`},
	{"curly, in the middle", `Lee called it “{a long night}” for all.`},
	{"curly, stop outside", `Lee called it “{a sham}”.`},
	{"curly, one word", `Lee called it “{brazen}” and left.`},
	{"straight", `"{The road is closed,}" Lee said.`},
	{"straight, two", `"{The road is closed,}" Lee said. "{Go home.}"`},
	{"straight, three in a sentence", `Poe is "{rude}", "{loud}" and "{late}".`},
	{"straight, in brackets", `Poe (known as "{the Owl}") said so.`},
	{"straight, mark right after a bracket", `Lee said ("{in haste}") that she goes.`},
	{"straight, behind a dash", `Lee had one word—"{never}"—for it.`},
	{"straight, behind a spaced dash", `Lee had one word -- "{never}" -- for it.`},
	{"straight, question", `"{Why?}" Lee asked.`},
	{"straight, broken off", `"{I never—}" Lee said.`},
	{"straight, ellipsis first", `"{...and so it went,}" Lee said.`},
	{"straight, ellipsis last", `"{And so it went...}" Lee said.`},
	{"straight, full width", `＂{The road is closed,}＂ Lee said.`},
	{"straight closes curly", `“{The road is closed,}" Lee said.`},
	{"curly closes straight", `"{The road is closed,}” Lee said.`},
	{"opening mark closes", `“{The road is closed,}“ Lee said.`},
	{"closing mark opens", `”{The road is closed,}” Lee said.`},
	{"both turned", `”{The road is closed,}“ Lee said.`},
	{"mixed kinds twice", `“{Stay in,}" Lee said. "{Do not go.}”`},
	{"low and high", `„{The road is closed,}“ Lee said.`},
	{"low and right", `„{The road is closed,}” Lee said.`},
	{"low single", `Lee said ‚{the road is closed}‘ and left.`},
	{"guillemets", `«{The road is closed}», Lee said.`},
	{"guillemets, spaced", `« {The road is closed} », Lee said.`},
	{"guillemets, no-break spaces", "«\u00a0{The road is closed}\u00a0», Lee said."},
	{"guillemets, single", `‹{The road is closed}›, Lee said.`},
	{"guillemets, two", `«{Stay}», Lee said. «{Go}», Poe said.`},
	{"guillemets, curly inside", `«{Poe said “{no}” to me}», Lee said.`},
	{"guillemets, pointing inwards", `»{The road is closed}«, Lee said.`},
	{"doubled single", `''{The road is closed,}'' Lee said.`},
	{"doubled back quotes", "``{The road is closed,}'' Lee said."},
	{"doubled back quotes, nested single", "``{Poe told me `{go}' twice,}'' Lee said."},
	{"doubled single, two", `''{Stay,}'' Lee said. ''{Go.}''`},
	{"single curly", `‘{The road is closed,}’ Lee said.`},
	{"single straight", `'{The road is closed,}' Lee said.`},
	{"single curly with an apostrophe", `‘{We don’t go,}’ Lee said.`},
	{"single straight with an apostrophe", `'{We don't go,}' Lee said.`},
	{"single, term", `Lee spoke of a ‘{quiet pact}’ with Poe.`},
	{"single straight, term", `Lee spoke of a '{quiet pact}' with Poe.`},
	{"single, plural possessive inside", `‘{It is the workers’ right to rest,}’ Lee said.`},
	{"single straight, plural possessive inside", `'{It is the workers' right to rest,}' Lee said.`},
	{"apostrophe, head", `Tell 'em the road is closed.`},
	{"apostrophe, head, curly", `Tell ’em the road is closed.`},
	{"apostrophe, head, turned", `Tell ‘em the road is closed.`},
	{"apostrophe, decade", `The bands of the '90s and '80s are back.`},
	{"apostrophe, decade, turned", `The bands of the ‘90s are back.`},
	{"apostrophe, plural possessive", `The workers' rights and the firms' duties are clear.`},
	{"apostrophe, plural possessive, curly", `The workers’ rights and the firms’ duties are clear.`},
	{"apostrophe, name", `Mr O'Brien and Ms D’Arcy met al-Qa'ida's foes.`},
	{"apostrophe, name in -s", `James' brother met Lucas' aunt.`},
	{"apostrophe, rock 'n' roll", `The rock 'n' roll years are over.`},
	{"apostrophe, head, and a plural possessive", `Tell 'em the workers' rights matter.`},
	{"apostrophe, decade, and a plural possessive", `The '90s bands' songs are back.`},
	{"apostrophe, head, inside single marks", `'{Tell 'em we are closed,}' Lee said.`},
	{"apostrophe in double", `"{Tell 'em we're closed,}" Lee said.`},
	{"apostrophe of a decade in double", `“{The ’90s were the workers’ years,}” Lee said.`},
	{"apostrophe of a decade, turned, in double", `“{The ‘90s were good,}” Lee said.`},
	{"possessive behind a quotation", `The "{Owl}"'s wing broke.`},
	{"nested, curly in curly", `“{Poe said, ‘{Go home,}’ and we went,}” Lee said.`},
	{"nested, straight", `"{Poe said, '{Go home,}' and we went,}" Lee said.`},
	{"nested, at the start", `“{‘{Go home,}’ Poe said, and we went,}” Lee said.`},
	{"nested, at the end", `“{Poe said, ‘{Go home.}’}” Lee nodded.`},
	{"nested, at the end, spaced", `“{Poe said, ‘{Go home.}’ }” Lee nodded.`},
	{"nested, at the end, straight", `"{Poe said, '{Go home.}'}" Lee nodded.`},
	{"nested, double in single", `‘{Poe said “{go home}” twice,}’ Lee said.`},
	{"nested, double in double", `“{Poe said “{go home}” twice,}” Lee said.`},
	{"nested, straight in curly", `“{Poe said "{go home}" twice,}” Lee said.`},
	{"nested, straight in curly at the end", `“{Poe said "{go home.}"}” Lee nodded.`},
	{"nested, curly in straight", `"{Poe said “{go home}” twice,}" Lee said.`},
	{"nested, three levels", `“{Poe said, ‘{Ann said “{no}” to me,}’ and left,}” Lee said.`},
	{"nested, two inside", `“{He said ‘{yes}’ and she said ‘{no}’,}” Lee said.`},
	{"nested, with an apostrophe", `“{Poe said, ‘{Don’t go,}’ and we didn’t,}” Lee said.`},
	{"unbalanced, one straight mark in the middle", `Lee said the road" was closed.`},
	{"unbalanced, one opening mark in the middle", `Lee said “the road was closed.`},
	{"unbalanced, one closing mark", `Lee said the road was closed.”`},
	{"unbalanced, closing mark after a pair", `“{Go,}” Lee said. Poe stayed.”`},
	{"unbalanced, opening mark before a pair", `The “old road was shut. “{Go,}” Lee said.`},
	{"left open from the block's start", `“{It was late. We went home.}`},
	{"left open behind a comma", `Lee said, “{It was late. We went home.}`},
	{"left open behind a colon", `Lee said: "{It was late. We went home.}`},
	{"left open and opened again", "“{It was late.}\n“{We went home,}” Lee said."},
	{"left open twice", "“{It was late.}\n“{It was dark.}\n“{We went home,}” Lee said."},
	{"left open, straight, opened again", "\"{It was late.}\n\"{We went home,}\" Lee said."},
	{"left open with a nested one", `“{It was ‘{late}’ then.}`},
	{"left open after a pair", `“{It was late,}” Lee said. “{We went home.}`},
	{"left open after a sentence, straight", `Lee shook his head. "{We went home.}`},
	{"blocks do not pair with each other", "The road is “closed.\nIt is shut” now."},
	{"scare quotes", `The so-called "{peace camp}" met.`},
	{"inches", `The door is 32" wide.`},
	{"feet and inches", `Poe, who is 6'2" tall, said no.`},
	{"feet and inches, before a quotation", `Poe, 6'2", said "{no}" to Lee.`},
	{"inches inside", `"{The door is 32" wide,}" Lee said.`},
	{"number at the end of a quotation", `Lee drove down "{Route 66}" and "{Route 7}" home.`},
	{"minutes and seconds", `The wreck lies at 5° 40' 12" north.`},
	{"quotation in brackets", `Lee left (“{I am tired}”) at noon.`},
	{"brackets in a quotation", `“{The road (the old one) is closed,}” Lee said.`},
	{"square bracket first", `“{[The road] is closed,}” Lee said.`},
	{"bracket behind the mark", `“{The road is closed}” (and wet).`},
	{"dash behind the mark", `“{The road is closed}”—so Lee says.`},
	{"dash inside at the end", `“{The road—}” Lee began.`},
	{"hyphen before the mark", `Lee has a non-"{emergency}" line.`},
	{"slash before the mark", `Lee wrote yes/"{no}" on it.`},
	{"space missing behind", `“{The road is closed.}”Lee left.`},
	{"space missing behind, straight", `"{The road is closed.}"Lee left.`},
	{"space missing before", `Lee said,“{The road is closed.}”`},
	{"space missing before, straight", `Lee said,"{The road is closed.}"`},
	{"space missing behind a colon", `Lee said:"{The road is closed.}"`},
	{"space inside after the opening mark", `“ {The road is closed,}” Lee said.`},
	{"space inside before the closing mark", `“{The road is closed, }” Lee said.`},
	{"spaces inside, straight", `Lee said " {the road is closed} " and left.`},
	{"colon behind the mark", `“{Closed}”: that was Lee’s word.`},
	{"number in marks", `Lee gave it a “{10}” at once.`},
	{"money in marks", `Lee asked for "{$40 million}" more.`},
	{"marks round nothing", `Lee wrote "" on the wall.`},
	{"curly marks round nothing", `Lee wrote “” on the wall.`},
	{"letters beyond ASCII", `“{Żółw jest głodny,}” Żaneta said.`},
	{"another script", `“{المدينة بخير}” he said.`},
	{"emoji", `“{🐢 first,}” Lee said.`},
}

// knownMarks are rows that the pairing gets wrong, with the reason. Whoever
// mends one moves its row to marksTests.
var knownMarks = []struct{ name, text, reason string }{}

// levelled is a pair of marks: what stands between them and how deep it is.
type levelled struct {
	text.Span
	depth int
}

// parseMarks takes the braces out of a row.
func parseMarks(t *testing.T, marked string) (plain string, want []levelled) {
	t.Helper()
	var b strings.Builder
	var open []int
	for _, r := range marked {
		switch r {
		case '{':
			open = append(open, b.Len())
		case '}':
			if len(open) == 0 {
				t.Fatalf("%q: } without {", marked)
			}
			inner := b.String()[open[len(open)-1]:]
			start := open[len(open)-1] + len(inner) - len(strings.TrimLeft(inner, " \u00a0"))
			want = append(want, levelled{text.Span{Start: start, End: b.Len() - len(inner) + len(strings.TrimRight(inner, " \u00a0"))}, len(open) - 1})
			open = open[:len(open)-1]
		default:
			b.WriteRune(r)
		}
	}
	if len(open) > 0 {
		t.Fatalf("%q: { without }", marked)
	}
	sortLevelled(want)
	return b.String(), want
}

func sortLevelled(s []levelled) {
	sort.Slice(s, func(i, j int) bool {
		if s[i].Start != s[j].Start {
			return s[i].Start < s[j].Start
		}
		return s[i].depth < s[j].depth
	})
}

// lines makes an article whose blocks are the lines of s that hold anything.
func lines(s string) *text.Article {
	a := &text.Article{ID: "test", Text: s}
	at := 0
	for line := range strings.SplitSeq(s, "\n") {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: start, End: start + len(trimmed)}})
		}
		at += len(line) + 1
	}
	return a
}

// pairAll pairs the marks of each block.
func pairAll(s string) (*text.Document, []quotation) {
	doc := text.NewDocument(lines(s))
	var all []quotation
	for b := range doc.Blocks {
		first, last := doc.BlockTokens(b)
		all = append(all, pairMarks(doc, first, last)...)
	}
	return doc, all
}

func levels(qs []quotation, depth int) []levelled {
	var out []levelled
	for _, q := range qs {
		out = append(out, levelled{q.inner, depth})
		out = append(out, levels(q.nested, depth+1)...)
	}
	return out
}

// diffMarks compares what a row wants with what comes out; "" where they agree.
func diffMarks(t *testing.T, marked string) string {
	t.Helper()
	plain, want := parseMarks(t, marked)
	_, qs := pairAll(plain)
	got := levels(qs, 0)
	sortLevelled(got)
	show := func(list []levelled) string {
		var b strings.Builder
		for _, l := range list {
			fmt.Fprintf(&b, "\n\t%d %q", l.depth, l.In(plain))
		}
		return b.String()
	}
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		return fmt.Sprintf("%s\ngot:%s\nwant:%s", plain, show(got), show(want))
	}
	return ""
}

func TestMarks(t *testing.T) {
	for _, test := range marksTests {
		t.Run(test.name, func(t *testing.T) {
			if diff := diffMarks(t, test.text); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestKnownMarks(t *testing.T) {
	for _, test := range knownMarks {
		t.Run(test.name, func(t *testing.T) {
			if diffMarks(t, test.text) == "" {
				t.Errorf("right now: move the row to marksTests")
			}
		})
	}
}

// checkQuotations holds what every pairing must keep: spans in range, on rune
// borders, siblings in order and apart, nested ones inside, depth bounded.
func checkQuotations(t *testing.T, doc *text.Document, qs []quotation, outer text.Span, depth int) {
	t.Helper()
	if depth > maxDepth {
		t.Fatalf("nested %d deep", depth)
	}
	end := outer.Start
	for _, q := range qs {
		s := q.inner
		switch {
		case s.Empty() || s.Start < end || s.End > outer.End:
			t.Fatalf("span %v: empty, out of order or outside %v", s, outer)
		case !utf8.RuneStart(doc.Text[s.Start]) || s.End < len(doc.Text) && !utf8.RuneStart(doc.Text[s.End]):
			t.Fatalf("span %v cuts a character", s)
		case q.close >= 0 && q.close <= q.open+1:
			t.Fatalf("marks %d and %d hold nothing", q.open, q.close)
		}
		checkQuotations(t, doc, q.nested, s, depth+1)
		end = s.End
		if q.close >= 0 {
			end = doc.Tokens[q.close].End
		}
	}
}

func FuzzMarks(f *testing.F) {
	for _, test := range marksTests {
		f.Add(strings.NewReplacer("{", "", "}", "").Replace(test.text))
	}
	for _, s := range []string{`"`, `'`, `''''''`, "“‘“‘“‘“‘“‘x", "”’”’x", "\"a\"\n\"b", "«»‹›„‚x“‘", "x'\"'\"'\"y", "\u200b“\u200b”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := text.NewDocument(lines(strings.ToValidUTF8(s, "\ufffd")))
		for b, block := range doc.Blocks {
			first, last := doc.BlockTokens(b)
			p := newPairer(doc, first, last)
			qs := p.pair(first)
			checkQuotations(t, doc, qs, block.Span, 0)
			if most := maxLooks * p.count; p.looks > most {
				t.Fatalf("%d marks looked at for %d, more than %d", p.looks, p.count, most)
			}
		}
	})
}

// maxLooks is how many marks one mark may make the pairing look at.
const maxLooks = lookAhead + lookPossessive

// TestMarksAreLinear: the pairing of very many marks ends, and the marks it
// looks at grow no faster than the marks there are.
func TestMarksAreLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"straight":           `"a" `,
		"straight, glued":    `"`,
		"single, glued":      `'a, `,
		"single, spaced":     `' `,
		"opening alone":      `“a `,
		"closing alone":      `a” `,
		"opening single":     `‘a `,
		"nested":             `“a ‘b “c ‘d `,
		"nested and closed":  `“a ‘b’ c” `,
		"plural possessives": `‘dogs’ rule, `,
		"guillemets":         `«a »`,
	} {
		t.Run(name, func(t *testing.T) {
			doc := text.NewDocument(lines(strings.Repeat(unit, 300_000/len(strings.Fields(unit)))))
			p := newPairer(doc, 0, len(doc.Tokens))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			quotations := p.pair(0)
			runtime.ReadMemStats(&after)
			if got := after.TotalAlloc - before.TotalAlloc; len(quotations) == 0 && got > 1<<20 {
				t.Errorf("%d bytes for no quotation", got)
			}
			checkQuotations(t, doc, quotations, doc.Blocks[0].Span, 0)
			if p.count < 100_000 {
				t.Fatalf("only %d marks", p.count)
			}
			if most := maxLooks * p.count; p.looks > most {
				t.Errorf("%d marks looked at for %d, more than %d", p.looks, p.count, most)
			}
		})
	}
}

// What can be a mark is never passed over for its first byte.
func TestMayMark(t *testing.T) {
	for r := range rune(0x10000) {
		for _, w := range []string{string(r), string(r) + string(r)} {
			if k, _, _ := classify(w); k != noMark && !mayMark[w[0]] {
				t.Errorf("%q is passed over", w)
			}
		}
	}
}
