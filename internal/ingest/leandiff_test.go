package ingest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"quotes/pkg/text"
)

// reading is all that is read of a page.
type reading struct {
	article *text.Article
	blocks  []string // with what is said of each
	stated  []any
}

// readingOf reads a page, nil where the parser does not take it.
func readingOf(page []byte) *reading {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil
	}
	r := &reading{article: &text.Article{ID: "page"}}
	for _, b := range visibleBlocks(root, classCache{}).blocks {
		r.blocks = append(r.blocks, fmt.Sprintf("%q %d links %b", b.text, b.links, b.frame.marks))
	}
	p := readPage(root, classCache{})
	p.write(r.article, p.sections)
	r.article.Meta = p.meta(r.article.Text)
	st := p.st
	r.stated = []any{st.lang, st.tags, st.authors, st.canonical, st.title, st.ld, st.itemDate, st.itemNames, len(st.times)}
	return r
}

// sameLean reports a page that is read as it would be without lean.
func sameLean(t *testing.T, page []byte) bool {
	t.Helper()
	want := readingOf(page)
	if want == nil {
		return true
	}
	thin := lean(bytes.Clone(page), classCache{})
	got := readingOf(thin)
	if reflect.DeepEqual(got, want) {
		thin = (&leaner{in: page, classes: classCache{}, run: 1}).all() // parted at every piece of text
		if got = readingOf(thin); got == nil || reflect.DeepEqual(got, want) {
			return true
		}
	}
	show := page
	if len(show) > 3000 {
		show = nil
	}
	t.Errorf("page %q\nlean %.3000q\nread", show, thin)
	if got == nil {
		t.Error("nothing")
	} else if !reflect.DeepEqual(got.blocks, want.blocks) {
		t.Errorf("blocks %.2000q\n  want %.2000q", got.blocks, want.blocks)
	} else {
		t.Errorf("%+v %q\nwant %+v %q", got.article, got.stated, want.article, want.stated)
	}
	return false
}

// pieces are what starts, ends or interrupts something in a page.
var pieces = func() []string {
	list := strings.Split(strings.ReplaceAll(`<p>|</p>|<div>|</div>|<span>|</span>|<b>|</b>|<i>|</i>|<a href="x">|</a>|<br>|<br title=x/>|a|b.| |  |\n|\r\n|\u00a0|<|>|&am|p;|&|"|'|=|/|--|]]>|
<p class=caption>|<div class="byline">|<b class=byline>|<i style="display:none">|<div style='Display : None'>|<div id="comments">|<a class=caption title=x href=y>|<p hidden>|<div aria-hidden=true>|<nav>|</nav>|<a rel=author>|<a rel="nofollow">|
<img>|<img src=x>|<img class=caption src="a>b">|<img alt="x"class=byline>|<source srcset=x>|<picture>|</picture>|<figure>|</figure>|<figcaption>|<wbr>|<input type=hidden>|<input value=x>|<hr>|<image src=x>|
<script>|</script>|<SCRIPT type=text/javascript>|<script src=x></script>|<script>a < b</script>|<script><!--|<!-- <script> -->|<script type="application/ld+json">|{"@type":"NewsArticle","headline":"One two three four"}|<script type="application/LD+JSON">|<script type='application/ld&#43;json'>|<script type=application/ld+&#106;son>|</script >|</scripts>|
<style>|</style>|<style>p > a {}</style>|<style itemprop=name>x</style>|<!--|-->|<!-- x -->|<!-->|<!--->|--!>|<!--[if IE]>|<![endif]-->|<![if !IE]>|<![endif]>|<?xml version="1.0"?>|<!x>|</>|</ x>|<![CDATA[|<!DOCTYPE html>|<!doctype HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">|
<svg>|</svg>|<svg/>|<svg a=b/>|<svg><path d="M1"/></svg>|<svg viewBox="0 0 1 1"><title>x</title><g><path/></g></svg>|<svg><!-- x --><path></path></svg>|<path d="</svg>">|<g>|</g>|<title>|</title>|<title>One two three four</title>|<desc>|<foreignObject>|</foreignObject>|<font color=red>|<font>|</font>|<use>|<text>|<math>|</math>|<math><mi>x</mi></math>|<mi>|<annotation-xml encoding="text/html">|<style/>|<symbol>|
<noscript>|</noscript>|<noscript><img src=x></noscript>|<iframe>|</iframe>|<textarea>|</textarea>|<xmp>|</xmp>|<noembed>|</noembed>|<noframes>|</noframes>|<plaintext>|<listing>|</listing>|<pre>|</pre>|<template>|</template>|<button>|</button>|<select>|<option>|</select>|<object>|</object>|<frameset>|<frame>|
<table>|</table>|<tr>|<td>|<th class=caption>|</td>|<tbody>|</tbody>|<caption>|<colgroup>|<col>|<form>|</form>|<ul>|<li>|</li>|<h1>|</h1>|<h2>|<h2>x</h1>|<blockquote>|<q>|</q>|<ruby>|<rt>|<dl>|<dt>|<x-y>|</x-y>|
<html lang=en>|<html>|<head>|</head>|<body>|<body style="color:red">|<body style="display:none">|<body hidden>|</body>|</html>|<meta charset=utf-8>|<meta name=author content="Ann Lee" foo=bar>|<meta property="og:title" content="One two three four">|<meta itemprop=datePublished content=2024-05-01>|<base href=x>|<link rel=stylesheet href=x>|<link href="https://echo.example/a?b&c" rel=canonical>|<link rel="c&#97;nonical" href="https://echo.example/b">|<link itemprop=name content=x>|
<time>|</time>|<time datetime="2024-05-01T10:00Z" class=x>|<time class=published pubdate>|May 2, 2024|<span itemprop=author>|<span itemprop="name">|<span itemprop=datePublished content="2024-05-03" title=x>|By Ann Lee|<p title="<script>">|<p title='a>b'>|<p a = "<style>" b=c>|<p role title=x =navigation>|<p role=navigation title=x/>|<p class=caption class=x>|<p class=x class=caption>|<p id=byline/title="x"/hidden>|<p class="capt&#105;on">|<p style="display:n one">|<P CLASS="Caption" TITLE=x>|<p data-component=byline data-x=y>|<p data-testid="caption" =x>|
<p>The bridge opened on Monday after a year of work on it, the mayor of the town said to reporters.</p>|The council met on Tuesday and voted for the plan that had been put before it by the mayor of the town.|<h1>One two three four</h1>|<b title=1>|<b title=2>|<p title="|<p title='|<p title=|<p |<|</|</p|<a|<!|<!-|<script|<svg |<img `, "|\n", "|"), "|")
	for i, s := range list {
		list[i] = strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\u00a0`, "\u00a0").Replace(s)
	}
	return list
}()

// pieced is a page of pieces, most of them from a few.
func pieced(r *rand.Rand) []byte {
	few := make([]string, 2+r.IntN(12))
	for i := range few {
		few[i] = pieces[r.IntN(len(pieces))]
	}
	var page []byte
	for n := r.IntN(30); n >= 0; n-- {
		if r.IntN(4) > 0 {
			page = append(page, few[r.IntN(len(few))]...)
		} else {
			page = append(page, pieces[r.IntN(len(pieces))]...)
		}
	}
	return page
}

// TestLeanPieces: pages of pieces are read as they would be without lean.
func TestLeanPieces(t *testing.T) {
	for seed := range uint64(4000) {
		if !sameLean(t, pieced(rand.New(rand.NewPCG(seed, 1)))) {
			t.Fatal("seed", seed)
		}
	}
}

// spliced is a page of stretches of real pages, which start and end anywhere,
// with pieces between.
func spliced(r *rand.Rand, pages [][]byte) []byte {
	var page []byte
	for n := 1 + r.IntN(4); n > 0; n-- {
		p := pages[r.IntN(len(pages))]
		from := r.IntN(len(p))
		page = append(page, p[from:min(len(p), from+r.IntN(20000))]...)
		for m := r.IntN(3); m > 0; m-- {
			page = append(page, pieces[r.IntN(len(pieces))]...)
		}
	}
	return bytes.ToValidUTF8(page, nil)
}

// TestLeanSplices: so are real pages that are cut and spliced.
func TestLeanSplices(t *testing.T) {
	if _, err := os.Stat(sharedPages); err != nil {
		t.Skip("no shared pages")
	}
	pages := realPages(t)
	for seed := range uint64(300) {
		if !sameLean(t, spliced(rand.New(rand.NewPCG(seed, 2)), pages)) {
			t.Fatal("seed", seed)
		}
	}
}

// FuzzLeanPieces goes on with other pages of both kinds.
func FuzzLeanPieces(f *testing.F) {
	f.Add(uint64(1), uint64(1))
	var pages [][]byte
	if _, err := os.Stat(sharedPages); err == nil {
		pages = realPages(f)
	}
	f.Fuzz(func(t *testing.T, kind, seed uint64) {
		r := rand.New(rand.NewPCG(seed, kind))
		if kind%8 > 0 || len(pages) == 0 {
			sameLean(t, pieced(r))
			return
		}
		sameLean(t, spliced(r, pages))
	})
}

// FuzzLean: so is any page.
func FuzzLean(f *testing.F) {
	f.Add(`<p title="<script>">a</p><!-- x --><script>b</script><title><style></title><svg><style>c</style></svg><style>d</style>`)
	f.Add("<script><!-- <script> </script> --></script>c<textarea></script></textarea><a b='c' d=e/>f</a>")
	f.Add("<title>a<</title>b</x>c<span itemprop=author>" + strings.Repeat("a long name", 40) + "</x>d")
	f.Add("<div class=caption id=x>a <b \n>  c</b>\n</div><img class=byline><img src=a><br a=b/> <noscript><p>d</noscript><link rel=x>e<script/>")
	f.Fuzz(func(t *testing.T, s string) {
		if page, err := decodeHTML([]byte(s), ""); err == nil {
			sameLean(t, page)
		}
	})
}
