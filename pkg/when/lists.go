package when

import (
	"embed"
	"strings"
	"sync"

	"quotes/internal/lexicon"
)

//go:embed data/*.txt
var files embed.FS

// listOf reads one embedded list, on first use. The file is part of the
// build, so a missing one is a mistake of the programmer.
func listOf(name string) func() *lexicon.Set {
	return sync.OnceValue(func() *lexicon.Set {
		b, err := files.ReadFile("data/" + name)
		if err != nil {
			panic("when: " + err.Error())
		}
		var words []string
		for l := range strings.Lines(string(b)) {
			l, _, _ = strings.Cut(l, "#")
			words = append(words, l)
		}
		return lexicon.SetOf(strings.Join(words, "\n"))
	})
}

var (
	occasions = listOf("occasions.txt")
	events    = listOf("events.txt")
	sayings   = listOf("verbs.txt")
)

// Small closed classes of words, each with the one use made of it.
var (
	// determiners before a date make it part of a longer noun phrase.
	determiners = lexicon.SetOf("a an the his her its their our my your that these those s")
	// elsewhere are words before a date that say it bounds, repeats or
	// compares something else: "since 2014", "by Friday", "every Monday".
	elsewhere = lexicon.SetOf(`since by until till before from through to for of between against than with like over
		about regarding concerning ahead towards toward beyond past every each any some one another most
		alternate first second third fourth fifth final far already time times circa around`)
	// subordinators open a clause of its own: a date in it is not that of the saying.
	subordinators = lexicon.SetOf(`who whom whose which that where because if unless though although until till before
		since whereas whether once despite ahead`)
	// relative pronouns open a clause about the word before them.
	relative = lexicon.SetOf("who whom whose which that")
	// simultaneous clauses share the time of the saying where they share its subject.
	simultaneous = lexicon.SetOf("as when while")
	// starts right before a cue put it in a clause of its own.
	starts = lexicon.SetOf("who which after before when as since because")
	// pronouns that can be a subject.
	pronouns = lexicon.SetOf("he she it they we i you")
	// quotes round a title or a term do not part the words of a phrase.
	quotes = lexicon.SetOf(`" “ ” « » „`)
	// contrasts between a date and a cue set two clauses against each other.
	contrasts = lexicon.SetOf("but while whereas though although because until unless if yet so")
	// functional words cannot be the noun that a date modifies.
	functional = lexicon.SetOf(`that he she it they we i you the a an and or but to in at on of for from with by after
		before as when while during about over if his her their its there this these those who whom whose which
		not was were is are has had have will would could should may might must can into near outside inside
		amid among against since until following because though although no so nor where than under between
		without within via per also just only even still then again later earlier only both all some many`)
	// irregular past forms that are no saying.
	irregular = lexicon.SetOf(`born built won begun began set made left took taken came become became ran died lost fell
		broke shot hit struck caught fought fled stole stolen bought sold rose sank sunk drove flew hurt`)
	// plans before a cue put the saying in the future.
	plans = lexicon.SetOf("will shall ll due expected scheduled set slated plans planning going")
	// dayparts after a day belong to its name.
	dayparts = lexicon.SetOf("morning afternoon evening night noon midnight")
	// stages before a date narrow it: "late Monday", "early July".
	stages = lexicon.SetOf("late early earlier later mid")
	// holidays and names that end in a weekday.
	namedDays = lexicon.SetOf("black super ash good bloody cyber holy easter palm ruby casual fat maundy shrove giving whit")
	// vague words make "two days ago" no date.
	vague = lexicon.SetOf("about nearly almost roughly over around some half least most than only")
	// media may stand between a date and the occasion it belongs to.
	media = lexicon.SetOf(`news press tv television televised radio phone telephone video court town hall media social blog
		facebook twitter campaign cabinet board council staff conference joint online public written sworn`)
	// papers follow a weekday in a name.
	papers = lexicon.SetOf(`times telegraph mail express mirror herald post sun people world independent star tribune school
		schools brunch lunch league roast best`)
)
