package oracle

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"quotes/internal/ingest"
	"quotes/pkg/text"
)

// sharedPages are pages whose bodies people took.
const sharedPages = "../../../../shared/corpora/pages"

// extractor gives the body of a page.
type extractor struct {
	name string
	body func(page []byte) string
}

var extractors = []extractor{{"ingest", ours}, {"trafilatura", theirs}}

// ours is the body of the article.
func ours(page []byte) string { return sections(page, text.Body) }

// sections is the text of some sections of an article.
func sections(page []byte, wanted ...text.Section) string {
	var b strings.Builder
	for a, err := range ingest.Read([]string{"-"}, ingest.Options{Format: ingest.HTML, Stdin: bytes.NewReader(page)}) {
		if err != nil {
			continue
		}
		for _, block := range a.Blocks {
			if slices.Contains(wanted, block.Section) {
				b.WriteString(block.Span.In(a.Text) + "\n")
			}
		}
	}
	return b.String()
}

// theirs is trafilatura on the parser's tree, without its fallbacks, which
// cost twice the time.
func theirs(page []byte) string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return ""
	}
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{ExcludeComments: true})
	if err != nil {
		return ""
	}
	return result.ContentText
}

// TestBodies compares runs of four words with the bodies that people took.
func TestBodies(t *testing.T) {
	pages, err := readBodies()
	if err != nil {
		t.Skip(err)
	}
	var f1 []float64
	for _, e := range extractors {
		var precision, recall float64
		for _, p := range pages {
			x, y := overlap(runs(e.body(p.html)), runs(p.body))
			precision, recall = precision+x/float64(len(pages)), recall+y/float64(len(pages))
		}
		f1 = append(f1, harmonic(precision, recall))
		t.Logf("%-12s %d pages: P %.1f R %.1f F1 %.1f", e.name, len(pages), 100*precision, 100*recall, 100*f1[len(f1)-1])
	}
	if f1[0] < f1[1] {
		t.Errorf("F1 %.3f is below trafilatura's %.3f", f1[0], f1[1])
	}
}

type body struct {
	html []byte
	body string
}

// readBodies reads the pages that have a body.
func readBodies() ([]body, error) {
	data, err := unzip(filepath.Join(sharedPages, "body.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var out []body
	for d := json.NewDecoder(bytes.NewReader(data)); d.More(); {
		var gold struct{ Page, Body string }
		if err := d.Decode(&gold); err != nil {
			return nil, err
		}
		page, err := unzip(filepath.Join(sharedPages, "html", gold.Page+".html.gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, body{page, gold.Body})
	}
	return out, nil
}

func unzip(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// runs counts the runs of four words of a text.
func runs(s string) map[string]int {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	m := map[string]int{}
	for i := 0; i+4 <= len(words); i++ {
		m[strings.Join(words[i:i+4], " ")]++
	}
	return m
}

func overlap(got, gold map[string]int) (precision, recall float64) {
	both, nGot, nGold := 0, 0, 0
	for k, n := range got {
		both += min(n, gold[k])
		nGot += n
	}
	for _, n := range gold {
		nGold += n
	}
	if nGot == 0 || nGold == 0 {
		return 0, 0
	}
	return float64(both) / float64(nGot), float64(both) / float64(nGold)
}

func harmonic(x, y float64) float64 {
	if x+y == 0 {
		return 0
	}
	return 2 * x * y / (x + y)
}

// segments are words that the text of a page holds, and words that it must
// not hold, as trafilatura's own evaluation has them.
type segments struct{ file, with, without []string }

// TestSegments compares on the pages of trafilatura's evaluation, which nobody
// looked at while writing internal/ingest. SEGMENTS_OUT names a file for what
// is wrong.
func TestSegments(t *testing.T) {
	dir, err := moduleDir()
	if err != nil {
		t.Skip(err)
	}
	all, err := readSegments(filepath.Join(dir, "scripts", "comparison", "data.go"))
	if err != nil {
		t.Fatal(err)
	}
	var wrong strings.Builder
	withSummary := func(page []byte) string { return sections(page, text.Summary, text.Body) }
	for _, e := range []extractor{{"ingest", withSummary}, {"trafilatura", theirs}} {
		found, missed, extra, pages := 0, 0, 0, 0
		for _, s := range all {
			page, err := readPage(dir, s.file[0])
			if err != nil {
				continue
			}
			pages++
			body := fold(e.body(page))
			for _, w := range s.with {
				if strings.Contains(body, fold(w)) {
					found++
				} else {
					missed++
					fmt.Fprintf(&wrong, "%s\t%s\tmissed\t%s\n", e.name, s.file[0], w)
				}
			}
			for _, w := range s.without {
				if strings.Contains(body, fold(w)) {
					extra++
					fmt.Fprintf(&wrong, "%s\t%s\textra\t%s\n", e.name, s.file[0], w)
				}
			}
		}
		precision, recall := float64(found)/float64(found+extra), float64(found)/float64(found+missed)
		t.Logf("%-12s %d pages: P %.1f R %.1f F1 %.1f", e.name, pages, 100*precision, 100*recall, 100*harmonic(precision, recall))
	}
	if out := os.Getenv("SEGMENTS_OUT"); out != "" {
		if err := os.WriteFile(out, []byte(wrong.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// moduleDir is where the library's files lie.
func moduleDir() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/markusmobius/go-trafilatura").Output()
	return strings.TrimSpace(string(out)), err
}

func readPage(dir, name string) ([]byte, error) {
	page, err := os.ReadFile(filepath.Join(dir, "test-files", "comparison", name))
	if err != nil {
		page, err = os.ReadFile(filepath.Join(dir, "test-files", "mock", name))
	}
	return page, err
}

// readSegments reads the table, which is a Go file.
func readSegments(name string) ([]segments, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return nil, err
	}
	var all []segments
	ast.Inspect(file, func(n ast.Node) bool {
		entry, ok := n.(*ast.CompositeLit)
		if !ok || entry.Type != nil {
			return true
		}
		s := segments{fieldStrings(entry, "File"), fieldStrings(entry, "With"), fieldStrings(entry, "Without")}
		if len(s.file) == 1 {
			all = append(all, s)
		}
		return false
	})
	slices.SortFunc(all, func(a, b segments) int { return strings.Compare(a.file[0], b.file[0]) })
	return all, nil
}

// fieldStrings gives the strings of a field of a composite literal.
func fieldStrings(entry *ast.CompositeLit, name string) []string {
	var out []string
	for _, e := range entry.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if key, isName := pair.Key.(*ast.Ident); !ok || !isName || key.Name != name {
			continue
		}
		ast.Inspect(pair.Value, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out = append(out, s)
				}
			}
			return true
		})
	}
	return out
}
