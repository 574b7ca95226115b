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
	Only    string // "words": the words alone, by the embedded tagger; "tag": stop after the taggers; "": all
	Bits    uint   // log2 of the rows of every model; 0: as the binary has them
	Log     io.Writer
}

// folds is into how many parts the corpus is cut, so that every part can be
// annotated by taggers that have not seen it.
const folds = 5

// Run trains all models and writes them.
func Run(c Config) error {
	r := runner{Config: c, start: time.Now()}
	steps := []func() error{r.read, r.classes, r.taggers, r.sole, r.teachers, r.labels}
	switch c.Only {
	case "tag":
		steps = steps[:4]
	case "words":
		steps = []func() error{r.read, r.classes, r.sole}
		r.models.POS = model.Embedded("pos")
	}
	for _, step := range steps {
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
	known      lexicon
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
	var err error
	if r.known, err = wordClasses(r.Config.Classes, r.docs); err != nil {
		return err
	}
	return r.keepWords()
}

// sole adds the words that the tagger always gives one tag.
func (r *runner) sole() error {
	without := r.words
	r.known.soleTags(r.docs, without, r.models.POS)
	if err := r.keepWords(); err != nil {
		return err
	}
	for _, words := range []*model.WordClasses{without, r.words} {
		annotate(r.dev, words, tag.Models{POS: r.models.POS})
		r.log("POS on dev, first by the tagger alone: %.2f", posAgreement(r.dev).percent())
	}
	return nil
}

// keepWords writes the words, as far as they are known.
func (r *runner) keepWords() (err error) {
	b := r.known.file()
	if r.words, err = model.ParseClasses(b); err != nil {
		return err
	}
	return r.write("words", b)
}

func (r *runner) write(name string, b []byte) error {
	return os.WriteFile(filepath.Join(r.Out, name+".bin"), b, 0o644)
}

// keep writes a model.
func (r *runner) keep(name string, l *model.Linear) error {
	b, err := l.AppendBinary(nil)
	if err != nil {
		return err
	}
	r.log("trained %s: %d bytes", name, len(b))
	return r.write(name, b)
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

// The sizes and lengths of training, found on folds.
var (
	posConfig    = taggerConfig{bits: 15, epochs: 6, seed: 1}
	nerConfig    = taggerConfig{bits: 16, epochs: 6, seed: 2}
	parserConfig = taggerConfig{bits: 16, epochs: 5, seed: 3}
	firstConfig  = crfConfig{bits: 17, epochs: 4, rate: 0.015, drop: 0.2, seed: 4}
	secondConfig = crfConfig{bits: 18, epochs: 3, rate: 0.012, drop: 0.2, seed: 5, runs: 3}
	shares       = mixture{gold: 1, silver: 0.7, news: 0.5}
)

// size gives the number of rows of a model, as bits.
func (r *runner) size(bits uint) uint {
	if r.Bits > 0 {
		return r.Bits
	}
	return bits
}

func (r *runner) sized(c taggerConfig) taggerConfig {
	c.bits = r.size(c.bits)
	return c
}

// taggers trains the three taggers, one after the other since each sees the
// last one's tags; the corpus is annotated by those of its folds.
func (r *runner) taggers() error {
	steps := []struct {
		name  string
		train func(docs []*Doc) (*model.Linear, error)
		set   func(m *tag.Models, l *model.Linear)
	}{
		{"pos", func(d []*Doc) (*model.Linear, error) { return trainPOS(d, r.words, r.sized(posConfig)) },
			func(m *tag.Models, l *model.Linear) { m.POS = l }},
		{"ner", func(d []*Doc) (*model.Linear, error) { return trainNER(d, r.words, r.sized(nerConfig)) },
			func(m *tag.Models, l *model.Linear) { m.NER = l }},
		{"parser", func(d []*Doc) (*model.Linear, error) { return trainParser(d, r.words, r.sized(parserConfig)) },
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
		if err := r.keep(s.name, l); err != nil {
			return err
		}
	}
	annotate(r.dev, r.words, r.models)
	reportTaggers(r.Log, "folds", r.docs)
	if r.dev != nil {
		reportTaggers(r.Log, "dev", r.dev)
	}
	return nil
}

// teachers reads the labels of a teacher.
func (r *runner) teachers() (err error) {
	if r.Teacher != "" {
		if _, err = ReadTeacher(r.Teacher, r.docs); err != nil {
			return err
		}
	}
	if r.News != "" {
		if r.more, err = ReadTeacher(r.News, nil); err != nil {
			return err
		}
	}
	annotate(r.more, r.words, r.models)
	r.log("read %d further documents", len(r.more))
	return nil
}

// labels trains the two stages of source, cue and content.
func (r *runner) labels() error {
	all := examples(append(append([]*Doc{}, r.docs...), r.more...), r.words)
	dev := examples(r.dev, r.words)
	first, second := firstConfig, secondConfig
	first.bits, second.bits = r.size(first.bits), r.size(second.bits)
	seen, err := jackknife(all, shares, first)
	if err != nil {
		return err
	}
	r.log("first stage on folds: %v", seen)
	m, err := labeller(first, shares.sequences(all))
	if err != nil {
		return err
	}
	if err := r.keep("first", m); err != nil {
		return err
	}
	predict(m, dev)
	r.log("first stage on dev: %v", evaluate(m, dev, tag.FirstLeast))
	addSecond(all, r.words)
	addSecond(dev, r.words)
	if m, err = labeller(second, shares.sequences(all)); err != nil {
		return err
	}
	r.log("second stage on dev: %v", evaluate(m, dev, tag.SecondLeast))
	return r.keep("second", m)
}
