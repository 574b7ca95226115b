package tag

import "quotes/internal/model"

// NewParagraph gives a paragraph that knows these word classes.
func NewParagraph(words *model.WordClasses) *Paragraph {
	return &Paragraph{reader: reader{words: words}, lattice: &model.Lattice{}, parsers: &parsers{}}
}
