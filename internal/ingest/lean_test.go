package ingest

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"quotes/pkg/text"
)

func TestLean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// scripts, styles and comments
		{"<p>a<script>b</script> c<script>d</script>e", "<p>a c<script></script>e"},
		{"<p><SCRIPT src=x>b < c</SCRIPT ><style>p {}</style>c", "<p>c"},
		{"<script>a</script><!DOCTYPE html><script>b</script>", "<script></script><!DOCTYPE html>"},
		{`<p><script type="application/ld+json">{}</script>`, `<p><script type="application/ld+json">{}</script>`},
		{`<p><script type=application/ld&#43;json>{}</script>`, `<p><script type=application/ld&#43;json>{}</script>`},
		{`<p><script type="application/json">{}</script>a`, `<p>a`},
		{"<p><!-- <script> -->a<!-- </script> --><script>b</script>", "<p>a"},
		{"<p><script><!-- b --></script>c", "<p>c"},
		{"<p><script>a</scripts></script >b", "<p>b"},
		{"<p><script/>a<script>b</script>c", "<p>c"},
		{"<p><noscript><img src=x></noscript><iframe>a</iframe>b", "<p><noscript></noscript><iframe></iframe>b"},
		{"<textarea><script></textarea>a<script>b</script>", "<textarea><script></textarea>a"},
		{"<title>a <b> &amp; </title><script>b</script>", "<title>a <b> &amp; </title>"},
		// what may end elsewhere than it seems
		{"<p><script><!-- <script> </script> --></script>c", "<p><script><!-- <script> </script> --></script>c"},
		{"<p><script>never closed", "<p><script>never closed"},
		{"<!-->a<script>b</script>", "<!-->a<script>b</script>"},
		{"<p><plaintext><script>b</script>", "<p><plaintext><script>b</script>"},
		{"a < b <3 <b><script>c</script> </", "a < b <3 <b> </"},
		{"<p>a&am<!-- -->p; <<link>b <link>&am<link><link>p;", "<p>a&am<!-- -->p; <<link>b &am<link>p;"},
		// drawings
		{`<p><svg width=1><path d="M1 2"/><title>x</title></svg>a`, "<p>a"},
		{"<p><svg/>a<script>b</script>", "<p><svg/>a"},
		{"<p><svg><p>a</p></svg>b<svg><g></svg>", "<p><svg><p>a</p></svg>b"},
		{"<p><svg><script/></svg>a<script>b</script>", "<p><svg><script/></svg>a"},
		// links and pictures
		{"<html><link rel=stylesheet href=a><link rel='Canonical' href='b' media=c>", "<html><link rel='Canonical' href='b'>"},
		{"<p>a<img src=b alt='c'> d<img class=caption src=e>", "<p>a d<img class=caption>"},
		// attributes
		{`<p title="<script>">a</p><script>b</script>`, `<p>a</p>`},
		{`<p a='>' b = "<style>" c=<script>d</p><style>e</style>`, `<p>d</p>`},
		{`<a href="x" class="byline" target=_blank>a`, `<a class="byline">a`},
		{`<a id=byline title="x"class=caption>a`, `<a id=byline class=caption>a`},
		{`<a class=plain-thing id='x1'>a<time class=plain-thing>`, `<a>a<time class=plain-thing>`},
		{`<a class="plain&#45;thing">a`, `<a class="plain&#45;thing">a`},
		{`<br title="x"/><br title/><br id=byline/><br title=x/>`, `<br /><br /><br id=byline/><br>`},
		{`<p style="color:red"><p style="Display:None"><p HIDDEN lang=en>`, `<p><p style="Display:None"><p HIDDEN>`},
		{`<html lang="en" prefix="x"><meta name=a content=b charset=c><input name=d>`, `<html lang="en"><meta name=a content=b><input>`},
		{`<a rel="nofollow">a<a rel="author">b<p title="never closed`, `<a>a<a rel="author">b<p `},
		// white space
		{"<p>\n\t a  b </p>\r\n\r\n <pre>\n\n</pre>", "<p>\na  b </p>\r<pre>\n</pre>"},
	} {
		if got := string(lean([]byte(tt.in), classCache{})); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// article reads a page as parseHTML does, or as it would without lean.
func article(page []byte, whole bool) (*text.Article, error) {
	if !whole {
		return parseHTML("page", page)
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	p := readPage(root, classCache{})
	a := &text.Article{ID: "page"}
	p.write(a, p.sections)
	a.Meta = p.meta(a.Text)
	return a, nil
}

// TestLeanShared: real pages give the same articles from a third of their bytes.
func TestLeanShared(t *testing.T) {
	if _, err := os.Stat(sharedPages); err != nil {
		t.Skip("no shared pages")
	}
	size, left := 0, 0
	for raw, err := range Open([]string{sharedPages}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		page, err := decodeHTML(raw.Data, "")
		if err != nil {
			t.Fatal(err)
		}
		size, left = size+len(page), left+len(lean(page, classCache{}))
		got, err := article(page, false)
		if err != nil {
			t.Fatal(err)
		}
		if want, err := article(page, true); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: not the same article: %v", raw.Name, err)
		}
	}
	t.Logf("%d of %d bytes", left, size)
	if left*3 > size {
		t.Errorf("%d of %d bytes are left, want a third at most", left, size)
	}
}

// blocksOf are the blocks of a page and what the frames around them say.
func blocksOf(page []byte) (blocks []string, marks []mark, err error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, nil, err
	}
	for _, b := range visibleBlocks(root, classCache{}).blocks {
		blocks, marks = append(blocks, b.text), append(marks, b.frame.marks)
	}
	return blocks, marks, nil
}

// FuzzLean: a lean page has the blocks of the page.
func FuzzLean(f *testing.F) {
	f.Add(`<p title="<script>">a</p><!-- x --><script>b</script><title><style></title><svg><style>c</style></svg><style>d</style>`)
	f.Add("<script><!-- <script> </script> --></script>c<textarea></script></textarea><a b='c' d=e/>f</a>")
	f.Add("<div class=caption id=x>a <b \n>  c</b>\n</div><img class=byline><img src=a><br a=b/> <noscript><p>d</noscript><link rel=x>e<script/>")
	f.Fuzz(func(t *testing.T, s string) {
		for _, odd := range []string{"<svg", "<math", "<select", "<frameset"} {
			if strings.Contains(strings.ToLower(s), odd) {
				return // the parser changes how it reads tags in them
			}
		}
		want, said, err := blocksOf([]byte(s))
		if err != nil {
			return
		}
		got, says, err := blocksOf(lean([]byte(s), classCache{}))
		if err != nil || !reflect.DeepEqual(got, want) || !reflect.DeepEqual(says, said) {
			t.Errorf("%q: got %q %b, %v, want %q %b", s, got, says, err, want, said)
		}
	})
}
