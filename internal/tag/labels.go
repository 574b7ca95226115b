package tag

// The parts of speech of the Penn Treebank. The first ones are the labels of
// the tagger's model, in this order; the others belong to marks and to two
// words that have no need of it.
var posNames = []string{
	"NN", "IN", "NNP", "DT", "JJ", "NNS", "RB", "VBD", "PRP", "VB",
	"VBZ", "CC", "VBN", "VBG", "VBP", "CD", "PRP$", "MD", "POS",
	"WDT", "WP", "NNPS", "WRB", "JJR", "RP", "JJS", "RBR", "EX", "RBS",
	"PDT", "UH", "FW",
	toTag, whoseTag,
	openQuote, closeQuote, openBracket, closeBracket, ".", ",", ":", "$",
}

// openPOS is how many parts of speech the model tells apart.
const openPOS = 32

// POS is the number of a part of speech, that of NN for one we do not tell.
func POS(name string) uint8 {
	for i, n := range posNames {
		if n == name {
			return uint8(i)
		}
	}
	return 0
}

// knownPOS is the number of a part of speech that a tagger gave; one that is not
// of the Treebank stands for some other.
func knownPOS(tag string) uint8 { return posSlots[posSlot(tag)] }

// posSlot tells the parts of speech apart by their length and three letters.
func posSlot(tag string) uint8 {
	n := len(tag)
	if n == 0 {
		return 0
	}
	return (5*tag[0] + 6*tag[n-1] + tag[min(1, n-1)] + 30*uint8(n)) & 127
}

// posSlots holds the number of each part of speech.
var posSlots = func() (slots [128]uint8) {
	for i, n := range posNames {
		slots[posSlot(n)] = uint8(i)
	}
	return slots
}()

// POSNames gives the labels of the tagger's model.
func POSNames() []string { return posNames[:openPOS] }

// The parser's actions: S shifts; L-x makes the next word the governor of the
// one on top of the stack by relation x, R-x the word below it.
var actionNames = []string{
	"S",
	"L-case", "L-nsubj", "L-det", "L-compound", "L-amod", "L-punct", "L-mark", "L-advmod",
	"L-aux", "L-poss", "L-cop", "L-nsubjpass", "L-ccomp", "L-nmod", "L-advcl", "L-dep",
	"R-punct", "R-nmod", "R-dobj", "R-conj", "R-cc", "R-xcomp", "R-ccomp", "R-advcl",
	"R-relcl", "R-dep", "R-acl", "R-advmod", "R-appos", "R-parataxis", "R-nsubj",
}

// ActionNames gives the labels of the parser's model.
func ActionNames() []string { return actionNames }

// The first right action; those before it, but for the shift, are left ones.
const (
	shift       = 0
	firstRight  = 17
	actionCount = 32
)

// coarse folds rare relations into near ones.
var coarse = map[string]string{
	"neg": "advmod", "auxpass": "aux", "nmod:poss": "poss", "csubj": "nsubj", "csubjpass": "nsubjpass",
	"expl": "nsubj", "nmod:tmod": "nmod", "nmod:npmod": "nmod", "det:predet": "det", "acl:relcl": "relcl",
	"iobj": "dobj",
}

// Action is the label of the arc by which a word hangs on its governor;
// rightwards says that the governor stands to the right.
func Action(relation string, rightwards bool) uint8 {
	if c, ok := coarse[relation]; ok {
		relation = c
	}
	side, dep := "R-", "R-dep"
	if rightwards {
		side, dep = "L-", "L-dep"
	}
	if rightwards && relation == "parataxis" {
		relation = "ccomp"
	}
	out := uint8(0)
	for i, n := range actionNames {
		switch n {
		case side + relation:
			return uint8(i)
		case dep:
			out = uint8(i)
		}
	}
	return out
}

// Lefts gives the range of the actions that hang a word on the next one.
func Lefts() (from, to uint8) { return shift + 1, firstRight }

// Rights gives the range of the actions that hang a word on the one below it.
func Rights() (from, to uint8) { return firstRight, actionCount }

// Labels of source, cue and content: outside, and for each the first word and
// the ones after.
var labelNames = []string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}

// LabelNames gives the labels of the models of source, cue and content.
func LabelNames() []string { return labelNames }
