package ingest

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestWithoutScripts(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"<p>a<script>b</script>c", "<p>a<script></script>c"},
		{"<SCRIPT src=x>b < c</SCRIPT ><style>p {}</style>c", "<SCRIPT src=x></SCRIPT ><style></style>c"},
		{`<script type="application/ld+json">{}</script>`, `<script type="application/ld+json">{}</script>`},
		{`<p title="<script>">a</p><script>b</script>`, `<p title="<script>">a</p><script></script>`},
		{`<p a='>' b = "<style>" c=<script>d</p><style>e</style>`, `<p a='>' b = "<style>" c=<script>d</p><style></style>`},
		{"<!-- <script> -->a<!-- </script> --><script>b</script>", "<!-- <script> -->a<!-- </script> --><script></script>"},
		{"<textarea><script></textarea>a<script>b</script>", "<textarea><script></textarea>a<script></script>"},
		{"<script><!-- b --></script>c", "<script></script>c"},
		{"<script><!-- <script> </script> --></script>c", "<script><!-- <script> </script> --></script>c"},
		{"<script>never closed", "<script>never closed"},
		{"<svg><script/></svg>a<script>b</script>", "<svg><script/></svg>a<script></script>"},
		{"<script/>a<script>b</script>", "<script/>a<script>b</script>"},
		{"a < b <3 <script>c</script> </", "a < b <3 <script></script> </"},
		{"<!-->a<script>b</script>", "<!-->a<script>b</script>"},
		{"<script>a</scripts></script >b", "<script></script >b"},
	} {
		if got := withoutScripts(tt.in); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

// pageText is what a page says, scripts and styles aside.
func pageText(s string) (string, error) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, block := range visibleBlocks(root).blocks {
		b.WriteString(block.text + "\n")
	}
	return b.String(), nil
}

// FuzzScripts: a page says the same without its scripts.
func FuzzScripts(f *testing.F) {
	f.Add(`<p title="<script>">a</p><!-- x --><script>b</script><title><style></title><svg><style>c</style></svg><style>d</style>`)
	f.Add("<script><!-- <script> </script> --></script>c<textarea></script></textarea><a b='c' d=e/>f</a>")
	f.Fuzz(func(t *testing.T, s string) {
		if low := strings.ToLower(s); strings.Contains(low, "<svg") || strings.Contains(low, "<math") || strings.Contains(low, "<select") {
			return // the parser changes how it reads tags in them
		}
		want, err := pageText(s)
		if err != nil {
			return
		}
		got, err := pageText(withoutScripts(s))
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", s, got, err, want)
		}
	})
}
