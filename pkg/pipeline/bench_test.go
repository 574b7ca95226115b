package pipeline

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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
	a, err := synthtest.OfFolder(os.DirFS("../../seeds"), size)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// BenchmarkStages measures each stage on an article of 100 KB.
func BenchmarkStages(b *testing.B) {
	a := long(b, 100_000)
	tagged := text.NewDocument(a)
	quotes := quote.Find(tagged, tag.Linear())
	found := speaker.Resolve(tagged, quotes)
	records := newRecorder(tagged, Config{}).records(found)
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
		newRecorder(tagged, Config{}).records(found)
	})
	stage("json", func() {
		if _, err := AppendLines(nil, records); err != nil {
			b.Fatal(err)
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
				newRecorder(doc, Config{}).records(found)
				whole += time.Since(start)
			}
			b.ReportMetric(float64(resolving)/float64(whole), "speaker/path")
		})
	}
}

// BenchmarkAgainstParsing sets the text path of a news article, from a line of
// JSON to lines of JSON, against goquery's parse of a news page: x-parse is how
// many parses an article costs. All articles and all pages take turns, and the
// median time of each counts, so that what else the machine does matters
// little. It needs the measuring sets beside the project.
func BenchmarkAgainstParsing(b *testing.B) {
	lines, pages := sharedLines(b), sharedPages(b)
	articles, parses := newTimes(len(lines)), newTimes(len(pages))
	for b.Loop() {
		for i, line := range lines {
			articles.add(i, func() { throughLine(b, line) })
		}
		for i, page := range pages {
			parses.add(i, func() {
				if _, err := goquery.NewDocumentFromReader(bytes.NewReader(page)); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
	article, parse := articles.mean(), parses.mean()
	b.ReportMetric(article/1e6, "ms/article")
	b.ReportMetric(parse/1e6, "ms/parse")
	b.ReportMetric(article/parse, "x-parse")
}

// throughLine takes one line of JSON to the records of its text.
func throughLine(b *testing.B, line []byte) {
	var d struct{ ID, Text string }
	if err := json.Unmarshal(line, &d); err != nil {
		b.Fatal(err)
	}
	if _, err := AppendLines(nil, Extract(lineArticleOf(d.ID, d.Text), Config{})); err != nil {
		b.Fatal(err)
	}
}

// times holds how long each of some inputs took, time after time.
type times [][]time.Duration

func newTimes(n int) times { return make(times, n) }

// add times f for input i.
func (t times) add(i int, f func()) {
	start := time.Now()
	f()
	t[i] = append(t[i], time.Since(start))
}

// mean is the mean over the inputs of their median times, in nanoseconds.
func (t times) mean() float64 {
	sum := time.Duration(0)
	for _, one := range t {
		slices.Sort(one)
		sum += one[len(one)/2]
	}
	return float64(sum) / float64(len(t))
}

const shared = "../../../shared/corpora/"

// sharedLines gives the lines of PolNeAR's development articles, without what
// people annotated.
func sharedLines(b *testing.B) [][]byte {
	data := unzip(b, shared+"polnear/dev.jsonl.gz")
	var out [][]byte
	for line := range bytes.Lines(data) {
		var d struct {
			ID   string `json:"id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(line, &d); err != nil {
			b.Fatal(err)
		}
		plain, err := json.Marshal(d)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, plain)
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
