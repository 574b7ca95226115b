package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// Config says what to train on and where the models go.
type Config struct {
	Corpus  string // annotated documents
	Tokens  string // automatic tokens of the same
	Teacher string // a teacher's labels of the same; "" for none
	News    string // further texts with a teacher's labels; "" for none
	Classes string // word classes
	Dev     string // documents to report on; "" for none
	DevTok  string
	Out     string // folder of the models
	Only    string // "tag": stop after the taggers; "": all
	Log     io.Writer
}

// folds is into how many parts the corpus is cut, so that every part can be
// annotated by taggers that have not seen it.
const folds = 5

// Run trains all models and writes them.
func Run(c Config) error {
	r := runner{Config: c, start: time.Now()}
	for _, step := range []func() error{r.read, r.classes, r.taggers} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type runner struct {
	Config
	start      time.Time
	docs, more []*Doc
	dev        []*Doc
	words      *model.WordClasses
	models     tag.Models
}

func (r *runner) log(format string, args ...any) {
	fmt.Fprintf(r.Log, "%6.1fs ", time.Since(r.start).Seconds())
	fmt.Fprintf(r.Log, format+"\n", args...)
}

func (r *runner) read() (err error) {
	if r.docs, err = ReadCorpus(r.Corpus); err != nil {
		return err
	}
	if err = ReadTokens(r.Tokens, r.docs); err != nil {
		return err
	}
	if r.Dev != "" {
		if r.dev, err = ReadCorpus(r.Dev); err != nil {
			return err
		}
		if err = ReadTokens(r.DevTok, r.dev); err != nil {
			return err
		}
	}
	r.log("read %d documents", len(r.docs))
	return nil
}

func (r *runner) classes() error {
	b, err := wordClasses(r.Config.Classes, r.docs)
	if err != nil {
		return err
	}
	if r.words, err = model.ParseClasses(b); err != nil {
		return err
	}
	return r.write("words", b)
}

func (r *runner) write(name string, b []byte) error {
	return os.WriteFile(filepath.Join(r.Out, name+".bin"), b, 0o644)
}

// split gives the documents outside and inside fold f.
func split(docs []*Doc, f int) (rest, fold []*Doc) {
	for i, d := range docs {
		if i%folds == f {
			fold = append(fold, d)
		} else {
			rest = append(rest, d)
		}
	}
	return rest, fold
}

// The sizes and lengths of training of the taggers, found on folds.
var (
	posConfig    = taggerConfig{bits: 15, epochs: 6, seed: 1}
	nerConfig    = taggerConfig{bits: 16, epochs: 6, seed: 2}
	parserConfig = taggerConfig{bits: 16, epochs: 5, seed: 3}
)

// taggers trains the three taggers, one after the other since each sees the
// last one's tags; the corpus is annotated by those of its folds.
func (r *runner) taggers() error {
	steps := []struct {
		name  string
		train func(docs []*Doc) (*model.Linear, error)
		set   func(m *tag.Models, l *model.Linear)
	}{
		{"pos", func(d []*Doc) (*model.Linear, error) { return trainPOS(d, r.words, posConfig) },
			func(m *tag.Models, l *model.Linear) { m.POS = l }},
		{"ner", func(d []*Doc) (*model.Linear, error) { return trainNER(d, r.words, nerConfig) },
			func(m *tag.Models, l *model.Linear) { m.NER = l }},
		{"parser", func(d []*Doc) (*model.Linear, error) { return trainParser(d, r.words, parserConfig) },
			func(m *tag.Models, l *model.Linear) { m.Parser = l }},
	}
	for _, s := range steps {
		for f := range folds {
			rest, fold := split(r.docs, f)
			l, err := s.train(rest)
			if err != nil {
				return err
			}
			var m tag.Models
			s.set(&m, l)
			annotate(fold, r.words, m)
		}
		l, err := s.train(r.docs)
		if err != nil {
			return err
		}
		s.set(&r.models, l)
		b, err := l.AppendBinary(nil)
		if err != nil {
			return err
		}
		if err := r.write(s.name, b); err != nil {
			return err
		}
		r.log("trained %s", s.name)
	}
	annotate(r.dev, r.words, r.models)
	reportTaggers(r.Log, "folds", r.docs)
	if r.dev != nil {
		reportTaggers(r.Log, "dev", r.dev)
	}
	return nil
}
