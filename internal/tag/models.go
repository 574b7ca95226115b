package tag

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync/atomic"

	"quotes/internal/model"
	"quotes/pkg/text"
)

// Models are the models of this package. Those left nil are not run: what they
// would find stands already, or is not asked for.
type Models struct {
	Words  *model.WordClasses
	POS    *model.Linear // parts of speech
	Parser *model.Linear // governors
	First  *model.Linear // source, cue and content
	Second *model.Linear // the same, seeing the first one's labels
	Prose  bool          // they have learnt on the parts of speech of [Prose], not on those of POS
}

// Tagger is the tagger that the models have learnt on.
func (m Models) Tagger() text.Tagger {
	if m.Prose {
		return Prose()
	}
	return linearTagger{m.Words, m.POS}
}

// Taggers are the names of taggers: of [Linear] and of [Prose].
func Taggers() []string { return []string{linearName, proseName} }

const linearName, proseName = "linear", "prose"

// ByName gives the tagger of one of the names, nil for any other.
func ByName(name string) text.Tagger {
	switch name {
	case linearName:
		return Linear()
	case proseName:
		return Prose()
	}
	return nil
}

// TaggerName names the tagger that the models have learnt on.
func (m Models) TaggerName() string {
	if m.Prose {
		return proseName
	}
	return linearName
}

// TaggerFile is the file of a folder that names the tagger which its models have
// learnt on, one of [Taggers].
const TaggerFile = "tagger.txt"

// inUseName names the tagger that the models in use have learnt on.
func inUseName() string { return strings.TrimSpace(model.Text(TaggerFile, linearName)) }

// Default is the tagger that the models have learnt on that are part of the
// binary, or of the folder that [Use] names.
func Default() text.Tagger { return ByName(inUseName()) }

// Embedded gives the models that are part of the binary, or of the folder that
// [Use] names; they are read on the first call.
func Embedded() Models {
	m := inUse.Load()
	if m == nil {
		all := embedded()
		if err := all.check(); err != nil {
			panic(err) // a broken build
		}
		m = &all
		inUse.Store(m)
	}
	return *m
}

// FirstStage is Embedded without the second stage, which is not read.
func FirstStage() Models {
	if m := inUse.Load(); m != nil {
		first := *m
		first.Second = nil
		return first
	}
	m := embeddedFirst()
	if err := m.check(); err != nil {
		panic(err) // a broken build
	}
	return m
}

// inUse holds the models that have been read, nil before.
var inUse atomic.Pointer[Models]

func embedded() Models {
	m := embeddedFirst()
	m.Second = model.Embedded("second")
	return m
}

func embeddedFirst() Models {
	return Models{
		Words: model.EmbeddedClasses(),
		POS:   model.Embedded("pos"), Parser: model.Embedded("parser"),
		First: model.Embedded("first"),
		Prose: inUseName() == proseName,
	}
}

// Use puts the models of a folder in the place of those that are part of the
// binary, as [model.Use] does, and checks that they are models of this package.
func Use(dir fs.FS) error {
	if err := model.Use(dir); err != nil {
		return err
	}
	if name := inUseName(); ByName(name) == nil {
		return fmt.Errorf("%s: %.20q is none of the taggers %s", TaggerFile, name, strings.Join(Taggers(), ", "))
	}
	m := embedded()
	inUse.Store(&m)
	return m.check()
}

// check tells whether the models speak of the labels this package knows.
func (m Models) check() error {
	for _, c := range []struct {
		name  string
		m     *model.Linear
		names []string
	}{
		{"pos", m.POS, POSNames()}, {"parser", m.Parser, actionNames},
		{"first", m.First, labelNames}, {"second", m.Second, labelNames},
	} {
		if c.m != nil && !slices.Equal(c.m.Labels(), c.names) {
			return fmt.Errorf("the model %q has other labels: %v", c.name, c.m.Labels())
		}
	}
	return nil
}

// Annotate finds the parts of speech and the governors of a
// paragraph's words. The models' labels must be those of this package.
func (p *Paragraph) Annotate(m Models) {
	if m.POS != nil {
		p.tagPOS(m.POS)
	}
	if m.Parser != nil {
		p.parseAll(m.Parser)
	}
}

// Annotation is what [Paragraph.Annotate] finds, one entry a word. The slices
// are the paragraph's own.
type Annotation struct {
	POS  []uint8 // index of the Treebank's tags, the model's first
	Head []int32 // word that governs, counted from the paragraph's first; -1: a root
	Rel  []uint8 // index of ActionNames
}

// Annotation gives what has been found so far.
func (p *Paragraph) Annotation() Annotation { return Annotation{p.pos, p.head, p.rel} }

// Load puts what is known already in the place of [Paragraph.Annotate].
func (p *Paragraph) Load(a Annotation) {
	copy(p.pos, a.POS)
	copy(p.head, a.Head)
	copy(p.rel, a.Rel)
}
