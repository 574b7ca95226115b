package ingest

import (
	"os"
	"testing"
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
		{`<p><script type="application/ld+&#106;son">{}</script><script src="a?b&c">d</script>`, `<p><script type="application/ld+&#106;son">{}</script>`},
		{"<?xml?><script>a</script><!DOCTYPE html><script>b</script>", "<?xml?><script></script><!DOCTYPE html>"},
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
		{"<p><svg><script/></svg>a<script>b</script>", "<p>a"},
		{"<p><svg><g><svg/><svg></g><!-- </svg> --><![CDATA[</svg>]]><path d='</svg>'/></svg>a", "<p>a"},
		{"<p><svg a=b/>a<script>b</script>", "<p><svg a=b/>a<script>b</script>"}, // the slash is the value's
		{"<p><svg><title><style></svg>a</style></title></svg>b<script>c</script>", "<p><svg><title><style></svg>a</style></title></svg>b<script>c</script>"},
		{"<p><svg></g></svg>a<script>b</script>", "<p><svg></g></svg>a<script>b</script>"},
		{"<p><svg><img></svg>a", "<p><svg><img></svg>a"},
		{"<p><math><mi>x</mi></math>a<math><mtext><p></mtext></math>", "<p>a<math><mtext><p></mtext></math>"},
		// links and pictures
		{"<html><link rel=stylesheet href=a><link rel='Canonical' href='b' media=c>", "<html><link rel='Canonical' href='b'>"},
		{"<p>a<img src=b alt='c'> d<img class=caption src=e>", "<p>a d<img class=caption>"},
		{`<html><link rel="c&#97;nonical" href="a?b&c"><link rel=icon href="a?b&c">`, `<html><link rel="c&#97;nonical" href="a?b&c">`},
		{"<p>a<img src=x>b<img src=y>c", "<p>a<img>b<img>c"},
		// a picture goes on with an element that is left open, and so does all that follows
		{"<p><b class=byline>a</p><img src=b><p>c</b><img src=d>", "<p><b class=byline>a</p><img><p>c</b>"},
		{"<a class=byline>a</p><a href=b><img src=c></a>", "<a class=byline>a</p><a></a>"},
		{"<b class=byline><table><td></b></table></p><svg></svg>", "<b class=byline><table><td></b></table></p><svg></svg>"},
		// in tables white space by itself stays in its place, other text does not
		{"<p> <!-- --> a<table> <!-- -->a<!-- --> b<!-- --> <td> <!-- --> <img>c", "<p>  a<table> <!-- -->a<!-- --> b<!-- --> <td>  <img>c"},
		{"<p><img><frameset>", "<p><img><frameset>"},
		{"<p><img><!--><frameset>", "<p><img><!--><frameset>"},
		// attributes
		{"<p role title=a =b><p role title='a'=b>", "<p role title=a><p role title='a'>"}, // b is no value of role
		{`<body style="color:red"><input type=hidden value=a>`, `<body style="color:red"><input type=hidden>`},
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
		if !sameLean(t, page) {
			t.Error(raw.Name)
		}
	}
	t.Logf("%d of %d bytes", left, size)
	if left*3 > size {
		t.Errorf("%d of %d bytes are left, want a third at most", left, size)
	}
}
