package pipeline

import (
	"slices"
	"sync"

	"quotes/internal/tag"
	"quotes/pkg/quote"
	"quotes/pkg/speaker"
	"quotes/pkg/text"
)

// Config holds the choices of a run; its zero value is the default.
type Config struct {
	Offsets       Offsets        // unit of spans; "" is CodePoints
	MinConfidence float64        // records below are left out
	Sections      []text.Section // sections to report; empty: all
	Types         []string       // types to report (direct, mixed, indirect); empty: all
	Attitudes     bool           // also report what sources want or believe without saying it
	Tagger        text.Tagger    // parts of speech; nil is the embedded model's
}

// documents give their room to the next article: records hold words of its text,
// but nothing of the document.
var documents = sync.Pool{New: func() any { return new(text.Document) }}

// Extract finds the quotes of one article. It is a pure function, safe for
// concurrent use.
func Extract(a *text.Article, c Config) []Record {
	if !Reads(a.Meta.Lang) {
		return nil
	}
	doc := documents.Get().(*text.Document)
	defer release(doc)
	doc.Reset(a)
	find := quote.Find
	if c.Attitudes {
		find = quote.FindAll
	}
	found := speaker.Resolve(doc, find(doc, c.tagger()))
	return slices.DeleteFunc(newRecorder(doc, c).records(found), func(r Record) bool { return !c.wants(&r) })
}

// maxRoom bounds the tokens that a document gives room for to the next one; no
// article has so many.
const maxRoom = 1 << 17

func release(doc *text.Document) {
	if cap(doc.Tokens) <= maxRoom {
		doc.Article = nil
		documents.Put(doc)
	}
}

func (c *Config) tagger() text.Tagger {
	if c.Tagger != nil {
		return c.Tagger
	}
	return tag.Default()
}

// wants reports whether the configuration asks for a record.
func (c *Config) wants(r *Record) bool {
	return r.Confidence >= c.MinConfidence &&
		(c.Attitudes || r.Act == Statement) &&
		(len(c.Sections) == 0 || slices.Contains(c.Sections, text.Section(r.Section))) &&
		(len(c.Types) == 0 || slices.Contains(c.Types, r.Type))
}
