package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/klauspost/compress/gzip"

	"quotes/internal/warc/warctest"
)

// unpackPages writes the shared pages to a folder, unpacked, and gives their
// paths. Without them the test is passed over.
func unpackPages(tb testing.TB) (paths []string, pages []string) {
	tb.Helper()
	packed, _ := filepath.Glob(filepath.Join(shared, "corpora", "pages", "html", "*.gz"))
	if len(packed) == 0 {
		tb.Skip("no pages beside the project")
	}
	dir := tb.TempDir()
	for _, name := range packed {
		f, err := os.Open(name)
		if err != nil {
			tb.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			tb.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			tb.Fatal(err)
		}
		f.Close()
		path := filepath.Join(dir, strings.TrimSuffix(filepath.Base(name), ".gz"))
		if err := os.WriteFile(path, page, 0o644); err != nil {
			tb.Fatal(err)
		}
		paths, pages = append(paths, path), append(pages, string(page))
	}
	return paths, pages
}

// writeArchive writes pages as a crawler does, each a member of its own after
// its request, copies times over, under the names of their files. Pages come
// as they are, in chunks, and packed.
func writeArchive(tb testing.TB, copies int, paths, pages []string) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "pages.warc.gz")
	f, err := os.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	const html = "Content-Type: text/html"
	members := make([]string, len(pages))
	for i, p := range pages {
		header, body := html, p
		switch i % 3 {
		case 1:
			header, body = html+"\r\nTransfer-Encoding: chunked", warctest.Chunked(p, 8<<10)
		case 2:
			header, body = html+"\r\nContent-Encoding: gzip", warctest.Gzip(p)
		}
		page := strings.Replace(warctest.Page(0, "", header, body), "urn:uuid:00000000", paths[i], 1)
		members[i] = warctest.Gzip(warctest.Record("request", i, "", "application/http", "GET / HTTP/1.1\r\n\r\n")) + warctest.Gzip(page)
	}
	all := strings.Join(members, "")
	for range copies {
		if _, err := io.WriteString(f, all); err != nil {
			tb.Fatal(err)
		}
	}
	return name
}

// maxHeap is the heap that a run over an archive may take, in bytes, the
// models of the program included.
const maxHeap = 300 << 20

// TestArchiveAsFiles: the pages of an archive give the records that they give
// as files, to the byte, and memory does not grow with the archive.
func TestArchiveAsFiles(t *testing.T) {
	paths, pages := unpackPages(t)
	copies := 10
	if testing.Short() {
		copies = 1
	}
	want := run(t, append([]string{"extract", "--quiet"}, paths...)...)
	stop := heapPeak()
	got := run(t, "extract", "--quiet", writeArchive(t, copies, paths, pages))
	peak := stop()
	if !bytes.Equal(got, bytes.Repeat(want, copies)) {
		t.Errorf("%d records in %d bytes, want %d copies of %d in %d", len(split(got)), len(got), copies, len(split(want)), len(want))
	}
	t.Logf("%d pages, %d records, heap at most %d MB", copies*len(pages), len(split(got)), peak>>20)
	if peak > maxHeap {
		t.Errorf("heap of %d MB, want %d or less", peak>>20, maxHeap>>20)
	}
}

// heapPeak watches the heap until it is stopped, and gives its largest size.
func heapPeak() (stop func() uint64) {
	runtime.GC()
	done, peak := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		most := uint64(0)
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(done)
		return <-peak
	}
}

// BenchmarkArchive reads one archive with one worker and with two: what a
// second core gives.
func BenchmarkArchive(b *testing.B) {
	paths, pages := unpackPages(b)
	name := writeArchive(b, 2, paths, pages)
	for _, jobs := range []string{"1", "2"} {
		b.Run("jobs="+jobs, func(b *testing.B) {
			for b.Loop() {
				runBenchmark(b, "extract", "--quiet", "--jobs", jobs, name)
			}
			b.ReportMetric(float64(2*len(pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

// BenchmarkPagesAgainstParsing sets the whole job (pages in, JSON lines out)
// against goquery's parse of the same pages: x-parse is how many parses it
// takes, x-parse-text how many the text alone takes. Time is that of the
// processor, so that a loaded machine does not count; on one core: -cpu 1.
func BenchmarkPagesAgainstParsing(b *testing.B) {
	paths, pages := unpackPages(b)
	args := append([]string{"extract", "--quiet", "--jobs", "1"}, paths...)
	runBenchmark(b, args...) // loads the models
	var job, read, parse time.Duration
	for b.Loop() {
		start := cpuTime(b)
		runBenchmark(b, args...)
		job += cpuTime(b) - start
		start = cpuTime(b)
		runBenchmark(b, append([]string{"text", "--quiet", "--jobs", "1"}, paths...)...)
		read += cpuTime(b) - start
		start = cpuTime(b)
		for _, p := range pages {
			if _, err := goquery.NewDocumentFromReader(strings.NewReader(p)); err != nil {
				b.Fatal(err)
			}
		}
		parse += cpuTime(b) - start
	}
	b.ReportMetric(float64(job)/float64(parse), "x-parse")
	b.ReportMetric(float64(read)/float64(parse), "x-parse-text")
	b.ReportMetric(float64(parse.Microseconds())/float64(b.N*len(pages))/1000, "ms/parse")
}

// cpuTime is the processor time that the program has taken.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// runBenchmark runs a command and lets its records go.
func runBenchmark(b *testing.B, args ...string) {
	b.Helper()
	if code := Run(append([]string{"quotes"}, args...), strings.NewReader(""), io.Discard, io.Discard); code > exitFailed {
		b.Fatalf("exit code %d", code)
	}
}
