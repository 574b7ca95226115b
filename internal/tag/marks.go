package tag

// The Penn Treebank's tags of marks that taggers get wrong or that need no
// learning.
const (
	openQuote    = "``"
	closeQuote   = "''"
	openBracket  = "-LRB-"
	closeBracket = "-RRB-"
	toTag        = "TO"  // of "to" alone
	whoseTag     = "WP$" // of "whose" alone
)

// fixedTag is the tag of a word that has only one, "" for all others.
func fixedTag(word string) string {
	switch word {
	case "“", "‘", "``", "«", "„":
		return openQuote
	case "”", "''", "»":
		return closeQuote
	case "(", "[", "{":
		return openBracket
	case ")", "]", "}":
		return closeBracket
	case ".", "?", "!":
		return "."
	case ",":
		return ","
	case ":", ";", "-", "--", "–", "—", "―", "...", "…":
		return ":"
	case "$", "£", "€":
		return "$"
	}
	return ""
}

// tagMarks overwrites the tags of the marks of one sentence. A straight mark
// opens and closes in turn; a lone apostrophe closes what one opened, else it
// is the possessive of the word before.
func tagMarks(words, tags []string) {
	double, single := false, false
	for i, w := range words {
		switch w {
		case `"`:
			tags[i] = turn(&double)
		case "'", "’":
			tags[i] = apostrophe(&single, w, i)
		default:
			if t := fixedTag(w); t != "" {
				tags[i] = t
			}
			single = single || w == "‘"
		}
	}
}

// turn flips open and gives the tag of the mark that did it.
func turn(open *bool) string {
	*open = !*open
	if *open {
		return openQuote
	}
	return closeQuote
}

// apostrophe is the tag of a single mark that stands alone at word i.
func apostrophe(open *bool, mark string, i int) string {
	switch {
	case *open:
		*open = false
		return closeQuote
	case i == 0 && mark == "'":
		*open = true
		return openQuote
	}
	return "POS"
}
