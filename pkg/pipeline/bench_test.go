package pipeline

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"quotes/internal/synthtest"
	"quotes/internal/tag"
	"quotes/pkg/how"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// long is an article of at least size bytes, made of the sentences in seeds/.
func long(tb testing.TB, size int) *text.Article {
	tb.Helper()
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatal("no seeds", err)
	}
	var articles []string
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		articles = append(articles, string(b))
	}
	return synthtest.Article(synthtest.Paragraphs(articles...), size)
}

// BenchmarkStages measures each stage on an article of 100 KB.
func BenchmarkStages(b *testing.B) {
	a := long(b, 100_000)
	tagged := text.NewDocument(a)
	quotes := quote.Find(tagged, tag.Linear())
	found := speaker.Resolve(tagged, quotes)
	var records []Record
	w := newRecorder(tagged, Config{})
	for i := range found {
		records = append(records, w.record(&found[i]))
	}
	stage := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	stage("text", func() { text.NewDocument(a) })
	stage("text+tagging", func() {
		doc := text.NewDocument(a)
		for b := range doc.Blocks {
			doc.TagBlock(tag.Linear(), b, func(s int) bool { return tagged.TaggedBy(tag.Linear(), s) })
		}
	})
	models := tag.Embedded()
	models.Second = nil
	labeler := tag.NewLabeler(models)
	stage("models, all blocks", func() { labeler.Label(tagged) })
	stage("quote", func() { quote.Find(tagged, tag.Linear()) })
	stage("speaker", func() { speaker.Resolve(tagged, quotes) })
	stage("how", func() {
		for i := range found {
			how.Describe(tagged, &found[i])
		}
	})
	stage("records", func() {
		w := newRecorder(tagged, Config{})
		for i := range found {
			w.record(&found[i])
		}
	})
	stage("json", func() {
		for i := range records {
			if _, err := json.Marshal(&records[i]); err != nil {
				b.Fatal(err)
			}
		}
	})
	stage("all", func() { Extract(a, Config{}) })
}

// BenchmarkLength measures the text path on articles of growing length, with
// the share of it that speaker resolution takes.
func BenchmarkLength(b *testing.B) {
	for _, kb := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			a := long(b, kb*1000)
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			var resolving, whole time.Duration
			for b.Loop() {
				start := time.Now()
				doc := text.NewDocument(a)
				quotes := quote.Find(doc, tag.Linear())
				before := time.Now()
				found := speaker.Resolve(doc, quotes)
				resolving += time.Since(before)
				w := newRecorder(doc, Config{})
				for i := range found {
					w.record(&found[i])
				}
				whole += time.Since(start)
			}
			b.ReportMetric(float64(resolving)/float64(whole), "speaker/path")
		})
	}
}

// BenchmarkAgainstParsing sets the text path of a news article against
// goquery's parse of a news page, in one run: it reports parses an article.
// It needs the measuring sets beside the project.
func BenchmarkAgainstParsing(b *testing.B) {
	articles, pages := sharedArticles(b), sharedPages(b)
	var path, parse time.Duration
	for b.Loop() {
		start := time.Now()
		for _, a := range articles {
			Extract(a, Config{})
		}
		path += time.Since(start)
		start = time.Now()
		for _, p := range pages {
			if _, err := goquery.NewDocumentFromReader(bytes.NewReader(p)); err != nil {
				b.Fatal(err)
			}
		}
		parse += time.Since(start)
	}
	article := float64(path) / float64(b.N*len(articles))
	b.ReportMetric(article/1e6, "ms/article")
	b.ReportMetric(float64(parse)/float64(b.N*len(pages))/1e6, "ms/parse")
	b.ReportMetric(article*float64(b.N*len(pages))/float64(parse), "parses/article")
}

const shared = "../../../shared/corpora/"

func sharedArticles(b *testing.B) []*text.Article {
	data := unzip(b, shared+"polnear/dev.jsonl.gz")
	var out []*text.Article
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		var d struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			b.Fatal(err)
		}
		out = append(out, lineArticleOf(d.ID, d.Text))
	}
	return out
}

// lineArticleOf makes each line of a text that is not empty a paragraph.
func lineArticleOf(id, s string) *text.Article {
	a := &text.Article{ID: id, Text: s}
	start := 0
	for _, line := range bytes.SplitAfter([]byte(s), []byte("\n")) {
		end := start + len(bytes.TrimRight(line, " \r\n"))
		if from := start + len(line) - len(bytes.TrimLeft(line, " \t")); from < end {
			a.Blocks = append(a.Blocks, text.Block{Section: text.Body, Span: text.Span{Start: from, End: end}})
		}
		start += len(line)
	}
	return a
}

func sharedPages(b *testing.B) [][]byte {
	files, _ := filepath.Glob(shared + "pages/html/*.gz")
	if len(files) == 0 {
		b.Skip("no pages beside the project")
	}
	var out [][]byte
	for _, name := range files {
		out = append(out, unzip(b, name))
	}
	return out
}

func unzip(b *testing.B, name string) []byte {
	f, err := os.Open(name)
	if err != nil {
		b.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	return data
}
