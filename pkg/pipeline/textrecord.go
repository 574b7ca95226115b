package pipeline

import (
	"strings"

	"quotes/pkg/text"
)

// Document gives the document record of one article.
func Document(a *text.Article, c Config) DocumentRecord {
	count := newCounter(a.Text, c.Offsets)
	blocks := make([]BlockRecord, len(a.Blocks))
	for i, b := range a.Blocks {
		blocks[i] = BlockRecord{Section: string(b.Section), Span: count.span(b.Span)}
	}
	return DocumentRecord{
		Schema:    DocumentSchema,
		DocID:     a.ID,
		SourceURL: known(a.Meta.SourceURL),
		Site:      known(a.Meta.Site),
		Title:     known(a.Meta.Title),
		Authors:   list(a.Meta.Authors),
		Published: known(a.Meta.Published),
		Lang:      known(a.Meta.Lang),
		Text:      a.Text,
		Blocks:    blocks,
	}
}

// Reads reports whether the stages read a language, a BCP 47 tag: English,
// or "" (not known). Of other languages no quotes are found.
func Reads(lang string) bool {
	primary, _, _ := strings.Cut(lang, "-")
	return primary == "" || strings.EqualFold(primary, "en")
}

// known is null for what is not known.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list is s, never nil: an empty list is written [].
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
