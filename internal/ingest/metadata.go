package ingest

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stated is what a page's head and attributes state, before it is weighed.
type stated struct {
	lang      string
	tags      map[string]string // meta elements by name or property, lower case; the first counts
	authors   []string          // of meta elements, all of them
	canonical string
	scripts   []string // with JSON-LD
	title     string   // title element
	ld        ldArticle
	itemDate  string   // microdata
	itemNames []string // microdata and links to the author
	times     []*html.Node
	classes   classCache
	sight     sight
}

// readStated collects what a page states about itself.
func readStated(root *html.Node, classes classCache) *stated {
	st := &stated{tags: map[string]string{}, classes: classes, sight: maxSight}
	if n := st.sight.find(root, func(n *html.Node) bool { return n.DataAtom == atom.Html }); n != nil {
		st.lang = attr(n, "lang")
	}
	st.collect(root)
	st.ld = readJSONLD(st.scripts)
	return st
}

// collect takes in what the elements in n state. Trees are below 512 elements
// deep.
func (st *stated) collect(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			st.element(c)
			if !isMute(c.DataAtom) {
				st.collect(c)
			}
		}
	}
}

// element takes in what one element states.
func (st *stated) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		st.meta(n)
	case atom.Link:
		if st.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			st.canonical = strings.TrimSpace(attr(n, "href"))
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
			st.scripts = append(st.scripts, rawText(n))
		}
	case atom.Title:
		if st.title == "" {
			st.title = fold(rawText(n))
		}
	case atom.Time:
		st.item(n)
	default:
		if len(n.Attr) > 0 && !isMute(n.DataAtom) {
			st.item(n)
		}
	}
}

// meta takes in a meta element.
func (st *stated) meta(n *html.Node) {
	value := fold(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k == "" {
			continue
		}
		if st.tags[k] == "" {
			st.tags[k] = value
		}
		if authorTags[k] {
			st.authors = append(st.authors, value)
		}
	}
}

// item takes in an element with microdata, a time, or a link to the author.
func (st *stated) item(n *html.Node) {
	prop, rel := strings.ToLower(attr(n, "itemprop")), attr(n, "rel")
	switch {
	case strings.Contains(prop, "datepublished") && st.itemDate == "":
		st.itemDate = isoDate(firstOf(attr(n, "datetime"), attr(n, "content"), st.sight.text(n, 200)))
	case prop != "author" && (rel == "" || !strings.Contains(" "+rel+" ", " author ")), len(st.itemNames) >= maxTimes, st.inComment(n):
	default:
		if name := st.itemName(n); name != "" {
			st.itemNames = append(st.itemNames, name)
		}
	}
	if n.DataAtom == atom.Time && len(st.times) < maxTimes {
		st.times = append(st.times, n)
	}
}

// inComment reports an element in a reader's comment or another story's teaser.
func (st *stated) inComment(n *html.Node) bool {
	for i := 0; n != nil && i < 12; n, i = n.Parent, i+1 {
		if n.Type == html.ElementNode && st.classes.attributeMarks(n)&(markComments|markRelated) != 0 {
			return true
		}
	}
	return false
}

// itemName is the name in an element that names an author: that of the
// itemprop "name" in it, or its whole text.
func (st *stated) itemName(n *html.Node) string {
	if c := attr(n, "content"); c != "" {
		return c
	}
	name := st.sight.find(n, func(n *html.Node) bool { return attr(n, "itemprop") == "name" })
	if name == nil {
		return st.sight.text(n, 300)
	}
	if c := attr(name, "content"); c != "" {
		return c
	}
	return st.sight.text(name, 300)
}

// authorTags are meta elements that name authors.
var authorTags = wordSet("author article:author byl byline dc.creator dcterms.creator parsely-author sailthru.author cxenseparse:author authors dc.creator.author citation_author article.author")

// dateTags are meta elements that state when a page was published, the surest
// first.
var dateTags = strings.Fields("article:published_time og:article:published_time article:published og:published_time datepublished parsely-pub-date sailthru.date " +
	"cxenseparse:recs:publishtime dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date publication_date publish-date publish_date published_date published-date " +
	"pubdate publishdate ptime article.published citation_publication_date date originalpublicationdate displaydate created")

// tag is the value of the first of the meta elements that the page has.
func (st *stated) tag(names ...string) string {
	for _, n := range names {
		if v := st.tags[n]; v != "" {
			return v
		}
	}
	return ""
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s = fold(s); s != "" {
			return s
		}
	}
	return ""
}

// address is the page's canonical URL. One that points at a site's front page
// counts only where nothing else is stated: templates leave it there.
func (st *stated) address() string {
	front := ""
	for _, s := range []string{st.canonical, st.tag("og:url", "twitter:url"), st.ld.url} {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		if !isFront(u) {
			return s
		}
		if front == "" {
			front = s
		}
	}
	return front
}

// isFront reports the address of a site's front page.
func isFront(u *url.URL) bool { return strings.Trim(u.Path, "/") == "" && u.RawQuery == "" }

// address is where a page lies by what it states itself and by what comes with
// it: what it states, unless that is a front page and the other is not.
func address(page, with string) string {
	u, err := url.Parse(page)
	if page == "" || err != nil {
		return with
	}
	if v, err := url.Parse(with); isFront(u) && with != "" && err == nil && !isFront(v) {
		return with
	}
	return page
}

// site is the name of the publisher's site.
func (st *stated) site() string {
	for _, s := range []string{st.tag("og:site_name"), st.ld.publisher, st.tag("application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:app:name:iphone")} {
		if s != "" && countWords(s) <= 8 && !strings.Contains(s, "://") {
			return strings.TrimPrefix(s, "@")
		}
	}
	return ""
}

// titles are the headlines that the page's head states, the surest first,
// without the site's name at their end.
func (st *stated) titles() []string {
	host := ""
	if u, err := url.Parse(st.address()); err == nil {
		host = u.Hostname()
	}
	var out []string
	for _, s := range []string{st.ld.headline, st.tag("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"), st.title} {
		if s = stripSite(fold(s), st.site(), host); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// siteMarks part a headline from the site's name.
var siteMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " // "}

// stripSite takes the site's name from the end of a title: what follows a
// mark and is the site's name or part of its address, or follows a mark that
// headlines do not use.
func stripSite(s, site, host string) string {
	for {
		at, mark := -1, ""
		for _, m := range siteMarks {
			if i := strings.LastIndex(s, m); i > at {
				at, mark = i, m
			}
		}
		if at <= 0 {
			return s
		}
		tail := s[at+len(mark):]
		head := strings.TrimSpace(s[:at])
		joined := strings.ReplaceAll(wordsOf(tail), " ", "")
		known := wordsOf(tail) == wordsOf(site) || len(joined) > 2 && strings.Contains(strings.ReplaceAll(host, "-", ""), joined)
		odd := !strings.Contains(mark, "-") && !strings.Contains(mark, "—") && !strings.Contains(mark, "–") && countWords(tail) <= 5 && countWords(head) >= 4
		if !known && !odd {
			return s
		}
		s = head
	}
}

// descriptions are the summaries that the page's head states.
func (st *stated) descriptions() []string {
	return []string{st.tag("og:description"), st.tag("description"), st.tag("twitter:description"), st.ld.description}
}

// language is what the page declares.
func (st *stated) language() string {
	return firstOf(st.lang, st.ld.lang, st.tag("og:locale", "content-language", "language", "dc.language"))
}

// maxTimes is how many time elements are looked at.
const maxTimes = 50
