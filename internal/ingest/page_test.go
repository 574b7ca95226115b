package ingest

import (
	"fmt"
	"strings"
)

// sharedPages is a folder of real pages that is there on some machines only.
const sharedPages = "../../../shared/corpora/pages/html"

// samplePage writes a page of n paragraphs with the usual things round them.
func samplePage(n int) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>Bridge opens | Lindow Echo</title><meta property="og:title" content="Bridge opens"></head><body><nav><ul>`)
	for i := range 40 {
		fmt.Fprintf(&b, `<li class="menu-item"><a href="/section/%d">Section %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav><main><article class="story"><h1>Bridge opens</h1><div class="byline">By <a href="/ann">Ann Lee</a></div>`)
	for i := range n {
		fmt.Fprintf(&b, `<p>The mayor of <a href="/lindow">Lindow</a> said on day %d that the bridge would <em>open</em> in May, and that “nobody will pay for it.”</p>`, i)
	}
	b.WriteString(`</article></main><aside class="related"><h2>Related</h2>`)
	for i := range 20 {
		fmt.Fprintf(&b, `<div class="card"><h3><a href="/story/%d">Another story of the day number %d</a></h3></div>`, i, i)
	}
	b.WriteString(`</aside><footer>All rights reserved.</footer></body></html>`)
	return b.String()
}
