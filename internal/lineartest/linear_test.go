package lineartest

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"quotes/internal/warc/warctest"
)

var countWork = flag.Bool("count-work", false, "count the work of inputs made to hurt")

// small is the size of the shorter inputs in bytes; the longer ones have four
// times as many.
const small = 40 << 10

// most is how much more work the longer input may be. Work that grows with
// the square of the length would be sixteen times as much; a share of it that
// is below a twentieth at the shorter length goes unseen.
const most = 4.6

// counted are the packages whose work is counted: the program's own, and the
// parsers it hands its inputs to.
const counted = "quotes/...,golang.org/x/net/html,encoding/json,regexp"

const story = `"We are here," said Ann Lee of the ferry board, and nobody could tell from where she spoke. `

// page is a page with something in its head, and something before and after
// the story.
func page(head, before, after string) string {
	return "<!DOCTYPE html><html><head><title>Where the ferry sails</title>" + head + "</head><body>" + before + "<h1>Where the ferry sails</h1><p>" + story + "</p>" + after + "</body></html>"
}

// fill repeats parts up to n bytes; "#" in a part is its number in letters,
// since four digits would be looked at as a year.
func fill(n int, part string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.ReplaceAll(part, "#", letters(i)))
	}
	return b.String()
}

// letters writes a number in letters.
func letters(i int) string {
	s := ""
	for ; i > 0 || s == ""; i /= 26 {
		s = string(rune('a'+i%26)) + s
	}
	return s
}

// shapes are inputs of about n bytes by the names of their files.
var shapes = map[string]func(n int) string{
	"deep-div.html":      func(n int) string { return page("", fill(n, "<div>"), "") },
	"deep-inline.html":   func(n int) string { return page("", fill(n, "<b id=#><i>"), "") },
	"deep-custom.html":   func(n int) string { return page("", strings.Repeat("<x-y>", 400)+fill(n, "<b>a</b>"), "") },
	"deep-table.html":    func(n int) string { return page("", fill(n, "<table><tr><td>"), "") },
	"deep-list.html":     func(n int) string { return page("", fill(n, "<ul><li>a"), "") },
	"deep-q.html":        func(n int) string { return page("", "<p>"+strings.Repeat("<q>", 400)+fill(n, "<i></i>"), "") },
	"format-reopen.html": func(n int) string { return page("", fill(n/2, "<a href=#><b id=#>"), fill(n/2, "<p>a")) },
	"attribute.html":     func(n int) string { return page("", `<div class="`+fill(n, "share-bar ")+`">`, "") },
	"attributes.html":    func(n int) string { return page("", "<div "+fill(n, "a#=b ")+">", "") },
	"classes.html":       func(n int) string { return page("", fill(n, `<i class="a# share-b#">x</i>`), "") },
	"entities.html":      func(n int) string { return page("", "<p>"+fill(n, "&amp;&#8220;&bogus"), "") },
	"comments.html":      func(n int) string { return page("", fill(n, "<!-- -- <p>"), "") },
	"scripts.html":       func(n int) string { return page(fill(n, "<script><!--<script></script>"), "", "") },
	"drawings.html":      func(n int) string { return page("", fill(n, "<svg><g>"), "</svg><p>"+story) },
	"shapes.html":        func(n int) string { return page("", fill(n, `<svg><path d="M#"/></svg><svg><p></svg>`), "") },
	"pictures.html":      func(n int) string { return page("", fill(n, "<img alt=#><img class=caption><<img>"), "") },
	"unread.html": func(n int) string {
		return page("", fill(n, "<noscript><p></noscript><iframe/></iframe><!--#-->&am<link>"), "")
	},
	"raw-text.html":        func(n int) string { return page("", fill(n, "<textarea></textare"), "") },
	"cut-tags.html":        func(n int) string { return page("", "", fill(n, `<a href="`)) },
	"breaks.html":          func(n int) string { return page("", "<div>"+fill(n, "word<br>"), "") },
	"paragraphs.html":      func(n int) string { return page("", "", fill(n, "<p>In place # "+story)) },
	"same-paragraphs.html": func(n int) string { return page("", "", fill(n, "<p>"+story)) },
	"quoted-blocks.html":   func(n int) string { return page("", "", fill(n, "<blockquote>In place # "+story+"</blockquote>")) },
	"headings.html":        func(n int) string { return page("", "", fill(n, "<h2>The ferry sails to place #</h2>")) },
	"titles.html":          func(n int) string { return page("", fill(n, "<h1>Where the ferry # sails</h1>"), "") },
	"links.html":           func(n int) string { return page("", "", fill(n, "<a href=x>Another story of the day #</a>")) },
	"teasers.html": func(n int) string {
		return page("", "", fill(n, "<article><h2><a href=x>Some other story here</a></h2><p>It has a sentence of ten words in it here.</article>"))
	},
	"summaries.html": func(n int) string {
		return page("", "", fill(n, `<div class="summary">The board of the ferry meets # times.</div>`))
	},
	"described.html": func(n int) string {
		d := fill(n/2, "the ferry of the town sails on monday ")
		return page(`<meta name=description content="`+d+`">`, "", fill(n/2, "<div>the ferry of the town sails</div>"))
	},
	"times.html": func(n int) string {
		return page("", "", fill(n, "<div class=byline><time>2024-07-18</time> By Ann Lee</div>"))
	},
	"authors.html":    func(n int) string { return page(fill(n, `<meta name=author content="Ann Lee #">`), "", "") },
	"item-names.html": func(n int) string { return page("", "", fill(n, "<span itemprop=author>Ann Lee #</span>")) },
	"captions.html": func(n int) string {
		return page("", "", fill(n, "<figure><figcaption>The ferry at pier # (AP)</figcaption></figure>"))
	},
	"ld-nested.html": func(n int) string { return page(ld(fill(n, `{"a":[`)), "", "") },
	"ld-graph.html": func(n int) string {
		return page(ld("["+fill(n, `{"@type":"NewsArticle","author":"Ann Lee #"},`)+"{}]"), "", "")
	},
	"ld-broken.html":     func(n int) string { return page(ld("{"+fill(n, `"a": "b",, `)), "", "") },
	"ld-many.html":       func(n int) string { return page(fill(n, `<script type="application/ld+json">{"a":</script>`), "", "") },
	"marks.txt":          func(n int) string { return fill(n, `"`) },
	"curly.txt":          func(n int) string { return fill(n, "“a ") },
	"said.txt":           func(n int) string { return fill(n, `said that "Ann Lee said `) },
	"sentence.txt":       func(n int) string { return fill(n, "Ann Lee said it is late, ") },
	"story.txt":          func(n int) string { return fill(n, story+"\n\n") },
	"replies.txt":        func(n int) string { return fill(n, `Lee# said it was shut. "We go on with the work here." `) },
	"attitudes.txt":      func(n int) string { return fill(n, `He said so. "We go on with it." `) },
	"attitudes-open.txt": func(n int) string { return fill(n, "“It is bad.\n") },
	"closing.txt":        func(n int) string { return "Snow" + fill(n, ", the paper reports") },
	"told.txt":           func(n int) string { return "Lee denied" + fill(n/2, " a snow") + fill(n/2, " and is") },
	"asked.txt": func(n int) string {
		return fill(n, "“Who?” Mayor Lee asked. It rained, Lee said. “We go on with it.” ")
	},
	"names.txt": func(n int) string { return fill(n, "“It is late,” said Ann Lee#son. He said so.\n\n") },
	"lines.txt": func(n int) string { return fill(n, "a\n") },
	"dump.txt":  func(n int) string { return fill(n, "• Home\nShare\n5 Min Read\n") },
	"blank.txt": func(n int) string { return story + fill(n, " \u200b\r\f") },
	"keys.jsonl": func(n int) string {
		return `{` + fill(n, `"text#":1,`) + `"text":"` + strings.ReplaceAll(story, `"`, `\"`) + `"}`
	},
	"nested.jsonl":  func(n int) string { return `{"text":"x","a":` + fill(n, "[") },
	"escapes.jsonl": func(n int) string { return `{"text":"` + fill(n, `\u201c\"`) + `"}` },
	"many.jsonl":    func(n int) string { return fill(n, "{\"text\":\"It is late.\"}\n") },
	"chunks.warc": func(n int) string {
		return warctest.Page(1, "u", "Content-Type: text/html\r\nTransfer-Encoding: chunked", warctest.Chunked(fill(n, "a"), 1))
	},
	"records.warc": func(n int) string { return fill(n, warctest.Page(1, "u", "Content-Type: text/html", "<p>"+story)) },
	"large-header.warc": func(n int) string {
		return warctest.Page(1, "u", "Content-Type: text/html\r\n"+strings.TrimSpace(fill(n, "X: y#\r\n")), "<p>"+story)
	},
}

// ld is a script with metadata.
func ld(s string) string { return `<script type="application/ld+json">` + s + `</script>` }

// program is the program with counters.
type program struct{ path string }

func build(t *testing.T) program {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quotes")
	cmd := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg="+counted, "-o", path, "quotes/cmd/quotes")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program{path}
}

// work is how many statements ran for an input.
func (p program) work(t *testing.T, name, data string) float64 {
	t.Helper()
	dir := t.TempDir()
	counters, input := filepath.Join(dir, "counters"), filepath.Join(dir, name)
	if err := os.Mkdir(counters, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(input, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"extract", "--quiet", "--jobs", "1", input}
	if strings.HasPrefix(name, "attitudes") {
		args = append(args, "--attitudes")
	}
	cmd := exec.Command(p.path, args...)
	cmd.Env = append(os.Environ(), "GOCOVERDIR="+counters)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %s", err, messages.String())
	}
	if strings.Contains(messages.String(), "internal error") {
		t.Errorf("%.300s", messages.String())
	}
	list := filepath.Join(dir, "list")
	if out, err := exec.Command("go", "tool", "covdata", "textfmt", "-i", counters, "-o", list).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return statements(t, list)
}

// statements sums up a list of blocks: place, statements, times run.
func statements(t *testing.T, list string) (sum float64) {
	t.Helper()
	f, err := os.Open(list)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var size, times float64
		if f := strings.Fields(lines.Text()); len(f) == 3 {
			fmt.Sscan(f[1], &size)
			fmt.Sscan(f[2], &times)
			sum += size * times
		}
	}
	if err := lines.Err(); err != nil || sum == 0 {
		t.Fatalf("no counts: %v", err)
	}
	return sum
}

// TestLinear: four times the input is about four times the work.
func TestLinear(t *testing.T) {
	if !*countWork {
		t.Skip("builds the program with counters and runs it many times: -count-work")
	}
	p := build(t)
	base := p.work(t, "empty.txt", "It is late.") // models and word lists
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			once, more := p.work(t, name, shape(small))-base, p.work(t, name, shape(4*small))-base
			t.Logf("%.1f times the work; %.0f statements a byte", more/once, more/4/small)
			if once > 4*small && more > most*once {
				t.Errorf("%.3g statements for %d KB, %.3g for four times as much: %.1f times", once, small>>10, more, more/once)
			}
		})
	}
}
