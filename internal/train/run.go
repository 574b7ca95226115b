package train

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"quotes/internal/model"
	"quotes/internal/tag"
)

// Config says what to train on and where the models go. Paths of annotated
// documents are those of [corpus.Annotated].
type Config struct {
	Annotated []string // annotated documents
	Dev       []string // more of them, to report on
	Tokens    []string // automatic tokens of these documents; none: the taggers stay as they are
	Silver    []string // a teacher's labels, of annotated documents or with texts of their own
	Classes   string   // word classes, for new taggers; "": they stay as they are
	Out       string   // folder of the models
	Card      string   // file of the card of before; "": none
	Only      string   // a part of [Parts]; "": all that the files allow
	Tagger    string   // whose parts of speech to learn on, one of [tag.Taggers]; "": as the models in use
	Bits      uint     // log2 of the rows of every model; 0: as the binary has them
	Log       io.Writer
	Report    func(error) // told of annotation that cannot be read; nil: it is the end
}

// Parts are what can be trained by itself: the words, by the tagger in use; the
// taggers with their words; the labels of source, cue and content.
var Parts = []string{"words", "taggers", "labels"}

// folds is into how many parts the corpus is cut, so that every part can be
// annotated by taggers that have not seen it.
const folds = 5

// Run trains the models and writes them, and says what they are.
func Run(c Config) (*Card, error) {
	r := runner{Config: c, card: NewCard(c.Card), start: time.Now(), models: tag.Embedded()}
	r.words = r.models.Words
	if c.Tagger != "" {
		r.models.Prose = c.Tagger == "prose"
	}
	for _, step := range r.steps() {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return r.card, nil
}

// steps gives what is to be done.
func (r *runner) steps() []func() error {
	steps := []func() error{r.check, r.read}
	taggers := len(r.Tokens) > 0 && r.Only != "labels"
	if taggers && r.Config.Classes != "" {
		steps = append(steps, r.classes)
	}
	if taggers && r.Only != "words" {
		steps = append(steps, r.taggers)
	}
	if taggers && r.Config.Classes != "" {
		steps = append(steps, r.sole)
	}
	if r.Only == "" || r.Only == "labels" {
		steps = append(steps, r.tag, r.teachers, r.labels)
	}
	return steps
}

// check tells what does not go together.
func (r *runner) check() error {
	switch {
	case r.Config.Classes != "" && len(r.Tokens) == 0:
		return errors.New("word classes need tokens: taggers must learn anew to know them")
	case r.Only == "taggers" && len(r.Tokens) == 0:
		return errors.New("taggers need tokens to learn from")
	case r.Only == "words" && r.Config.Classes == "":
		return errors.New("words need word classes")
	}
	return nil
}

type runner struct {
	Config
	card       *Card
	start      time.Time
	docs, more []*Doc
	dev        []*Doc
	known      lexicon
	words      *model.WordClasses
	models     tag.Models
	tagged     bool // the documents have the tags of taggers that have not seen them
}

func (r *runner) log(format string, args ...any) {
	fmt.Fprintf(r.Log, "%6.1fs ", time.Since(r.start).Seconds())
	fmt.Fprintf(r.Log, format+"\n", args...)
}

// score logs a line and puts it on the card.
func (r *runner) score(format string, args ...any) {
	r.log(format, args...)
	fmt.Fprintf(r.card, format+"\n", args...)
}

func (r *runner) read() (err error) {
	if r.docs, err = readAnnotated(r.Annotated, r.Report); err != nil {
		return err
	}
	if r.dev, err = readAnnotated(r.Dev, r.Report); err != nil {
		return err
	}
	for _, path := range r.Tokens {
		if err = cmp.Or(ReadTokens(path, r.docs), ReadTokens(path, r.dev)); err != nil {
			return err
		}
	}
	if len(r.Tokens) > 0 && !slices.ContainsFunc(r.docs, (*Doc).hasTokens) {
		return fmt.Errorf("%s: no tokens of the annotated documents", strings.Join(r.Tokens, ", "))
	}
	n := 0
	for _, d := range r.docs {
		n += len(d.quotes)
	}
	if n == 0 {
		return fmt.Errorf("nothing to learn from: %d annotated documents, no quotation", len(r.docs))
	}
	r.log("read %d documents with %d quotations", len(r.docs), n)
	if err := r.card.read(r.Config, r.docs, r.dev); err != nil {
		return err
	}
	if both := shared(r.docs, r.dev); both > 0 {
		r.score("%d of the documents measured on are learnt from, too: their figures are too good", both)
	}
	return nil
}

// shared counts the documents of the second list that are in the first.
func shared(docs, dev []*Doc) int {
	n := 0
	for _, d := range dev {
		if slices.ContainsFunc(docs, func(o *Doc) bool { return o.ID == d.ID }) {
			n++
		}
	}
	return n
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
		r.score("POS on dev, first by the tagger alone: %.2f", posAgreement(r.dev).percent())
	}
	return nil
}

// keepWords writes the words, as far as they are known.
func (r *runner) keepWords() (err error) {
	b, err := r.known.file()
	if err != nil {
		return err
	}
	if r.words, err = model.ParseClasses(b); err != nil {
		return err
	}
	return r.write("words", b)
}

func (r *runner) write(name string, b []byte) error {
	return r.card.Keep(r.Out, name+".bin", b)
}

func (r *runner) writeText(name, s string) error {
	return r.card.Keep(r.Out, name, []byte(s))
}

// keep writes a model.
func (r *runner) keep(name string, l *model.Linear) error {
	b, err := l.AppendFile(nil, name)
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
	parserConfig = taggerConfig{bits: 16, epochs: 5, seed: 3}
	firstConfig  = crfConfig{bits: 17, epochs: 5, rate: 0.015, drop: 0.1, seed: 4, runs: 3}
	secondConfig = crfConfig{bits: 18, epochs: 3, rate: 0.012, drop: 0.1, seed: 5, runs: 6}
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

// taggers trains the two taggers, one after the other since the parser
// sees the tags; the corpus is annotated by those of its folds.
func (r *runner) taggers() error {
	steps := []struct {
		name  string
		train func(docs []*Doc) (*model.Linear, error)
		set   func(m *tag.Models, l *model.Linear)
	}{
		{"pos", func(d []*Doc) (*model.Linear, error) { return trainPOS(d, r.words, r.sized(posConfig)) },
			func(m *tag.Models, l *model.Linear) { m.POS = l }},
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
		if r.models.Prose { // the parser learns on its parts of speech
			annotate(r.docs, r.words, tag.Models{Prose: true})
		}
	}
	r.tagged = true
	annotate(r.dev, r.words, r.models)
	log := io.MultiWriter(r.Log, r.card)
	reportTaggers(log, "folds", r.docs)
	if r.dev != nil {
		reportTaggers(log, "dev", r.dev)
	}
	return nil
}

// tag gives the documents the tags of the taggers in use, where none are learnt.
func (r *runner) tag() error {
	if !r.tagged {
		annotate(r.docs, r.words, r.models)
		annotate(r.dev, r.words, r.models)
	}
	return nil
}

// teachers reads the labels of teachers.
func (r *runner) teachers() error {
	for _, path := range r.Silver {
		more, err := ReadTeacher(path, r.docs)
		if err != nil {
			return err
		}
		annotate(more, r.words, r.models)
		r.more = append(r.more, more...)
		n := 0
		for _, d := range r.docs {
			if d.silver != nil {
				n++
			}
		}
		r.log("read %s: %d annotated documents have a teacher's labels, %d further ones", path, n, len(more))
	}
	return nil
}

// labels trains the two stages of source, cue and content.
func (r *runner) labels() error {
	r.hint()
	all := examples(append(append([]*Doc{}, r.docs...), r.more...), r.words)
	dev := examples(r.dev, r.words)
	first, second := firstConfig, secondConfig
	first.bits, second.bits = r.size(first.bits), r.size(second.bits)
	firsts, seen, err := jackknife(all, shares, first)
	if err != nil {
		return err
	}
	r.score("first stage on folds: %v", seen)
	m, err := labeller(first, shares.sequences(all))
	if err != nil {
		return err
	}
	if err := r.keep("first", m); err != nil {
		return err
	}
	predict(m, dev)
	r.report("first stage", m, dev, tag.FirstLeast)
	addSecond(all, r.words)
	addSecond(dev, r.words)
	if m, err = labeller(second, shares.sequences(all)); err != nil {
		return err
	}
	r.report("second stage", m, dev, tag.SecondLeast)
	if err := r.keep("second", m); err != nil {
		return err
	}
	if err := r.writeText(tag.TaggerFile, r.models.TaggerName()+"\n"); err != nil {
		return err
	}
	return r.decider(firsts)
}

// hint asks the rules what they say of the documents.
func (r *runner) hint() {
	tagger := tag.ByName(r.models.TaggerName())
	for _, docs := range [][]*Doc{r.docs, r.more, r.dev} {
		for _, d := range docs {
			d.hint(tagger)
		}
	}
}

// report says how right a stage is on documents it has not seen, if there are
// some.
func (r *runner) report(stage string, m *model.Linear, dev []*example, least []float32) {
	if len(dev) > 0 {
		r.score("%s on dev: %v", stage, evaluate(m, dev, least))
	}
}
