package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quotes/pkg/text"
)

// checkArticle holds what every article must hold, whatever the input.
func checkArticle(t *testing.T, a *text.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Error("text is not UTF-8")
	}
	known := map[text.Section]bool{}
	for _, s := range text.Sections {
		known[s] = true
	}
	end := 0
	for i, b := range a.Blocks {
		sp := b.Span
		if sp.Start < end || sp.End <= sp.Start || sp.End > len(a.Text) {
			t.Fatalf("block %d: span %v after %d in a text of %d", i, sp, end, len(a.Text))
		}
		end = sp.End
		s := sp.In(a.Text)
		if !utf8.ValidString(s) {
			t.Errorf("block %d: not on rune borders: %q", i, s)
		}
		if trim(s, text.Span{End: len(s)}) != (text.Span{End: len(s)}) {
			t.Errorf("block %d: white space at an end: %q", i, s)
		}
		if !known[b.Section] {
			t.Errorf("block %d: section %q", i, b.Section)
		}
	}
	for _, s := range append([]string{a.Meta.Title, a.Meta.Site, a.Meta.Lang, a.Meta.Published}, a.Meta.Authors...) {
		if s != strings.TrimSpace(s) || strings.ContainsAny(s, "\n\r") || !utf8.ValidString(s) {
			t.Errorf("meta %q", s)
		}
	}
	for _, n := range a.Meta.Authors {
		if n == "" {
			t.Error("an empty author")
		}
	}
}

func FuzzPageText(f *testing.F) {
	f.Add("Echo\n\n• Home\n• News\n• World\nShare\nMenu\nBREAKING\nMayor: We will rebuild the bridge at once\n\nBridge opens\n\n• By Ann Lee\n• 18 Jul 2024 05:54\n5 Min Read\n\nThe bridge opened on Monday after a year of work on it.\n\nRelated News\n\nAnother story of the day here\n\nIt rained.\n\nRead more: Why it rained so much\n\nMost Read\n\nYet another story of the day\n• 2 Oct 2025\n\nEcho\nPrivacy Policy")
	f.Add("\ufeff\u200b • \r\n•\r* *\v-\f x\u2028By\u00a0X\n(AP)\nPhoto: (AP)")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		lines := splitLines(s)
		checkLines(t, s, lines)
		a := parsePageText("dump", s, lines)
		if a.Text != s {
			t.Error("the text changed")
		}
		checkArticle(t, a)
		checkArticle(t, parsePlain("plain", s, ""))
		isPageText(s, lines)
	})
}

// checkLines: lines lie in order, and all visible text lies in lines, bullets
// aside.
func checkLines(t *testing.T, s string, lines []line) {
	t.Helper()
	end := 0
	for _, l := range lines {
		if l.Start < end || l.End < l.Start || l.End > len(s) {
			t.Fatalf("line %v after %d", l, end)
		}
		for _, r := range s[end:l.Start] {
			if !invisible(r) && bulletLength(string(r)) == 0 && !strings.ContainsRune("*-+·", r) {
				t.Fatalf("%q lies in no line", r)
			}
		}
		end = l.End
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(samplePage(3))
	f.Add(`<html><body><h1>A b c d</h1><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann Lee"}],}</script><p>One.<br><br>Two <q>three</q> <table><tr><td>a<td>b</table><figure><figcaption>Four (AP)</figcaption></figure>`)
	f.Add(strings.Repeat("<div><b>", 300) + "text")
	f.Fuzz(func(t *testing.T, s string) {
		page, err := decodeHTML([]byte(s), "")
		if err != nil {
			return
		}
		a, err := parseHTML("page", page)
		if err != nil {
			return
		}
		checkArticle(t, a)
		for i, b := range a.Blocks {
			if strings.ContainsAny(b.Span.In(a.Text), "\n\r\t") {
				t.Errorf("block %d holds a line break", i)
			}
		}
		if _, err := parseHTML("page", flatten(page)); err != nil {
			t.Errorf("flattened: %v", err)
		}
	})
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"id":1,"url":"https://echo.example/a","title":"T","published":"2024-07-18","text":"A \"b\" c."}` + "\n\nnot json\n{\"text\":\"\\ud800 x\"}"))
	f.Add([]byte("{}\n{\"text\":null}\r\n[1]\n{\"text\":\" \"}\x00\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := 0
		for a, err := range Read([]string{"-"}, Options{Format: JSONL, Stdin: strings.NewReader(string(data)), MaxDocument: 1 << 12}) {
			lines++
			if err != nil {
				if e, ok := err.(*Error); !ok || strings.Contains(e.Error(), "\n") {
					t.Errorf("error %#v", err)
				}
				continue
			}
			if a.ID == "" {
				t.Error("no id")
			}
			checkArticle(t, a)
		}
		if n := strings.Count(string(data), "\n") + 1; lines > n {
			t.Errorf("%d documents of %d lines", lines, n)
		}
	})
}
