package train

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"quotes/internal/model"
	"quotes/internal/tag"
	"quotes/pkg/text"
)

// A pattern is a sentence with its annotation, a word a line:
// word, part of speech, name, governor (1-based), relation, role.
var patterns = []string{
	`{N} NNP PERSON 2 nsubj source
{V} VBD O 0 root cue
the DT O 4 det content
{X} NN O 6 nsubj content
was VBD O 6 cop content
{A} JJ O 2 ccomp content
. . O 2 punct -`,
	`“ ` + "``" + ` O 5 punct content
The DT O 3 det content
{X} NN O 5 nsubj content
is VBZ O 5 cop content
{A} JJ O 8 ccomp content
” '' O 5 punct content
{N} NNP PERSON 8 nsubj source
{V} VBD O 0 root cue
. . O 8 punct -`,
	`The DT O 2 det -
{X} NN O 3 nsubj -
stood VBD O 0 root -
near IN O 5 case -
{N} NNP PERSON 3 nmod -
. . O 3 punct -`,
}

// fills are the words that the patterns' holes take.
var fills = map[string][]string{
	"{N}": {"Brekke", "Quist", "Amundo", "Tarling", "Ostrova"},
	"{V}": {"said", "claimed", "argued"},
	"{X}": {"bridge", "harbour", "tram", "school"},
	"{A}": {"safe", "closed", "late", "full", "empty"},
}

// littleCorpus writes a little corpus to a folder: documents, tokens and a
// teacher's labels, which are the gold ones.
type littleCorpus struct {
	docs, tokens, teacher bytes.Buffer
}

// add adds a document of sentences number k, k+1...
func (c *littleCorpus) add(k, sentences int) {
	id := fmt.Sprintf("doc%d", k)
	var text strings.Builder
	var quotes []map[string][][2]int
	var sents []map[string]any
	var labels [][3]any
	for s := range sentences {
		quote := map[string][][2]int{"source": {}, "cue": {}, "content": {}}
		var toks [][]any
		for i, line := range strings.Split(patterns[(k+s)%len(patterns)], "\n") {
			f := strings.Fields(line)
			word := f[0]
			if list := fills[word]; list != nil {
				word = list[(k*7+s*3+i)%len(list)]
			}
			if text.Len() > 0 && word != "." && word != "”" && !strings.HasSuffix(text.String(), "“") {
				text.WriteString(" ")
			}
			from := utf8.RuneCountInString(text.String())
			text.WriteString(word)
			to := utf8.RuneCountInString(text.String())
			var head int
			fmt.Sscan(f[3], &head)
			toks = append(toks, []any{from, to, f[1], word, f[2], head, f[4]})
			if spans, ok := quote[f[5]]; ok {
				if len(spans) == 0 {
					quote[f[5]] = [][2]int{{from, to}}
				} else {
					spans[0][1] = to
				}
			}
		}
		sents = append(sents, map[string]any{"t": toks})
		if len(quote["cue"]) > 0 {
			quotes = append(quotes, quote)
			for _, role := range roles {
				labels = append(labels, [3]any{quote[role][0][0], quote[role][0][1], role})
			}
		}
	}
	put := func(b *bytes.Buffer, v any) {
		line, _ := json.Marshal(v)
		b.Write(append(line, '\n'))
	}
	put(&c.docs, map[string]any{"id": id, "text": text.String(), "quotes": quotes})
	put(&c.tokens, map[string]any{"id": id, "sentences": sents})
	put(&c.teacher, map[string]any{"id": id, "labels": labels})
}

// config writes a little corpus and gives the choices to train on it.
func config(t *testing.T) Config {
	t.Helper()
	var c littleCorpus
	for k := range 40 {
		c.add(k, 4)
	}
	dir := t.TempDir()
	in := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var news littleCorpus
	news.add(100, 5)
	line := bytes.TrimSuffix(news.teacher.Bytes(), []byte("}\n"))
	doc := struct{ Text string }{}
	if err := json.Unmarshal(news.docs.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(doc.Text)
	return Config{
		Annotated: []string{in("docs.jsonl", c.docs.Bytes())}, Tokens: []string{in("tokens.jsonl", c.tokens.Bytes())},
		Silver:  []string{in("teacher.jsonl", c.teacher.Bytes()), in("news.jsonl", []byte(string(line)+`,"text":`+string(quoted)+"}\n"))},
		Classes: in("classes.tsv", []byte("bridge\t1\t2\t3\ntram\t1\t2\t3\nsaid\t4\t5\t6\n")),
		Dev:     []string{in("dev.jsonl", c.docs.Bytes())},
		Out:     t.TempDir(), Bits: 12, Log: io.Discard,
	}
}

var modelNames = []string{"words", "pos", "parser", "first", "second"}

// Training from the corpus's files to models that label a sentence none of
// them holds, twice with the same bytes.
func TestRun(t *testing.T) {
	c := config(t)
	var log bytes.Buffer
	c.Log = &log
	if _, err := Run(c); err != nil {
		t.Fatal(err)
	}
	again := c
	again.Out, again.Log = t.TempDir(), io.Discard
	if _, err := Run(again); err != nil {
		t.Fatal(err)
	}
	for _, n := range modelNames {
		a, err := os.ReadFile(filepath.Join(c.Out, n+".bin"))
		b, err2 := os.ReadFile(filepath.Join(again.Out, n+".bin"))
		if err != nil || err2 != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ (%v, %v)", n, err, err2)
		}
	}
	if want := "40 of the documents measured on are learnt from, too"; !strings.Contains(log.String(), want) {
		t.Errorf("no %q in the log", want)
	}
	if !strings.Contains(log.String(), "second stage on dev: source P 100.0 R 100.0") {
		t.Errorf("what it learnt by heart is not all right:\n%s", log.String())
	}
	checkLabels(t, c.Out)
	words := read(t, c.Out).Words
	if said, bridge, Quist := words.Find(model.Hash("said")), words.Find(model.Hash("bridge")), words.Find(model.Hash("Quist")); said.Tag != tag.POS("VBD")+1 || said.Cue == 0 || bridge.Tag != tag.POS("NN")+1 || Quist.Tag != 0 {
		t.Errorf("said, bridge and Quist are known as %+v %+v %+v", said, bridge, Quist)
	}
	before, err := os.ReadFile(filepath.Join(c.Out, "pos.bin"))
	if err != nil {
		t.Fatal(err)
	}
	c.Only, c.Log = "words", io.Discard
	if _, err := Run(c); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(filepath.Join(c.Out, "pos.bin")); !bytes.Equal(before, after) {
		t.Error("the words alone write a tagger too")
	}
}

// read gives the models of a folder.
func read(t *testing.T, dir string) tag.Models {
	t.Helper()
	file := func(n string) []byte {
		b, err := os.ReadFile(filepath.Join(dir, n+".bin"))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	linear := func(n string) *model.Linear {
		m, err := model.Parse(file(n), n)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	words, err := model.ParseClasses(file("words"))
	if err != nil {
		t.Fatal(err)
	}
	return tag.Models{Words: words, POS: linear("pos"), Parser: linear("parser"), First: linear("first"), Second: linear("second")}
}

func checkLabels(t *testing.T, dir string) {
	t.Helper()
	s := "Quist argued the tram was empty."
	doc := text.NewDocument(&text.Article{Text: s, Blocks: []text.Block{{Section: text.Body, Span: text.Span{End: len(s)}}}})
	got := tag.NewLabeler(read(t, dir)).Label(doc)
	var spans []string
	for _, sp := range got.Spans {
		spans = append(spans, fmt.Sprint(sp.Role, " ", strings.Join(doc.Words(sp.First, sp.Last), " ")))
	}
	if want := []string{"1 Quist", "2 argued", "3 the tram was empty"}; !slices.Equal(spans, want) {
		t.Errorf("got %q, want %q", spans, want)
	}
	if h := got.Words[3].Head; h < 0 || doc.Word(int(h)) != "empty" {
		t.Errorf("tram hangs on token %d", h)
	}
}

func TestRunErrors(t *testing.T) {
	for name, spoil := range map[string]func(*Config){
		"missing":   func(c *Config) { c.Annotated[0] += "x" },
		"not json":  func(c *Config) { os.WriteFile(c.Tokens[0], []byte("{}\n[\n"), 0o644) },
		"cut gzip":  func(c *Config) { os.WriteFile(c.Classes, []byte{0x1f, 0x8b, 8}, 0o644) },
		"label":     func(c *Config) { os.WriteFile(c.Silver[0], []byte(`{"id":"doc0","labels":[[1]]}`), 0o644) },
		"no folder": func(c *Config) { c.Out = filepath.Join(c.Out, "x") },
	} {
		c := config(t)
		spoil(&c)
		if _, err := Run(c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Spans outside the text, empty or of no role are left out; a token belongs to
// the span that holds most of it.
func TestLabels(t *testing.T) {
	d := newDoc(rawDoc{Text: "“Go,” Lee said.\n\n  Later Amundo said so."})
	got := d.labels([]Span{{0, 5, "content"}, {6, 9, "source"}, {10, 14, "cue"}, {19, 900, "cue"}, {-1, 3, "cue"}, {4, 4, "cue"}, {1, 3, "other"}})
	if want := []uint8{5, 6, 6, 6, 1, 3, 0, 0, 0, 0, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
	if len(d.Blocks) != 2 || d.Blocks[1].Span.In(d.Text) != "Later Amundo said so." {
		t.Errorf("blocks %v", d.Blocks)
	}
}

// The oracle leads to every arc of a tree without crossing arcs.
func TestOracle(t *testing.T) {
	words := strings.Fields("The mayor of Tarnby said that the old bridge will close soon .")
	s := strings.Join(words, " ")
	doc := newDoc(rawDoc{Text: s})
	d := doc.Document
	head := []int32{1, 4, 3, 1, -1, 10, 8, 8, 10, 10, 4, 10, 4}
	tr := parserTrainer{pc: newPerceptron(tag.ActionNames(), 4), p: tag.NewParagraph(&model.WordClasses{}),
		scores: make([]int32, len(tag.ActionNames())), head: head, action: make([]uint8, len(head))}
	for i, h := range head {
		tr.action[i] = tag.Action("dep", int(h) > i)
	}
	tr.p.Fill(d, 0)
	for tr.parse.Start(tr.p, 0); !tr.parse.Done(); {
		want, sure := tr.oracle(0)
		if !sure {
			t.Fatal("no action is right")
		}
		tr.parse.Act(want)
	}
	if got := tr.p.Annotation().Head; !slices.Equal(got, head) {
		t.Errorf("governors %v, want %v", got, head)
	}
}
