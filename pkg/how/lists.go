package how

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"quotes/internal/lexicon"
)

//go:embed data/*.txt
var files embed.FS

// lines gives the entries of one embedded list, each split at its tabs. The
// file is part of the build, so a missing one is a mistake of the programmer.
func lines(name string) [][]string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("how: " + err.Error())
	}
	var out [][]string
	for l := range strings.Lines(string(b)) {
		if l, _, _ = strings.Cut(l, "#"); strings.TrimSpace(l) != "" {
			out = append(out, strings.Split(strings.TrimSpace(l), "\t"))
		}
	}
	return out
}

// pairs reads a list of "key value" lines, or of keys alone, on first use.
func pairs(name string) func() *lexicon.Table[string] {
	return sync.OnceValue(func() *lexicon.Table[string] {
		m := map[string]string{}
		for _, l := range lines(name) {
			m[l[0]] = l[len(l)-1]
		}
		return lexicon.TableOf(m)
	})
}

var (
	denials  = pairs("denials.txt") // cue: "all" or "claims"
	claims   = pairs("claims.txt")  // what others have said
	outlets  = pairs("outlets.txt") // name: broadcaster, press or platform
	heads    = pairs("heads.txt")   // last word of a name: broadcaster or press
	speaking = pairs("sources.txt") // channel nouns that are sources themselves
	channels = sync.OnceValue(readChannels)
)

// The kinds of outlets.
const (
	broadcaster = "broadcaster"
	platform    = "platform"
)

// Channels that are no noun's: told to reporters or to a news organisation
// without more, and on air or on a platform by its name alone.
const (
	press       = "press"
	broadcast   = "broadcast"
	socialMedia = "social media"
	article     = "article"
	remarks     = "remarks"
	testimony   = "testimony"
)

// channelNoun is one entry of channels.txt.
type channelNoun struct {
	channel      string
	prepositions []string
	bare         bool // needs no article
	plural       bool
}

func readChannels() *lexicon.Table[channelNoun] {
	m := map[string]channelNoun{}
	for _, l := range lines("channels.txt") {
		c := channelNoun{channel: l[1], prepositions: strings.Fields(l[2])}
		c.bare = slices.Contains(c.prepositions, "bare")
		m[l[0]] = c
		c.plural = true
		if p := plural(l[0]); m[p].channel == "" {
			m[p] = c
		}
	}
	return lexicon.TableOf(m)
}

// plural is the regular plural of a noun.
func plural(w string) string {
	switch last := w[len(w)-1]; {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case last == 's' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// Channels lists every channel that [Manner] can name, in byte order.
func Channels() []string {
	seen := map[string]bool{press: true, broadcast: true, socialMedia: true, article: true, testimony: true}
	for _, c := range channels().All() {
		seen[c.channel] = true
	}
	for _, c := range sayings {
		seen[c] = true
	}
	var out []string
	for c := range seen {
		out = append(out, c)
	}
	slices.Sort(out)
	return out
}

// addressed holds the cues that take whom they address as an object.
var addressed = sync.OnceValue(func() *lexicon.Set {
	m := map[string]struct{}{}
	for _, forms := range lexicon.Cues().All() {
		for _, c := range forms {
			if c.Has(lexicon.Addressee | lexicon.Directive) {
				m[c.Lemma] = struct{}{}
			}
		}
	}
	return lexicon.TableOf(m)
})

// sayings are cues that name their channel.
var sayings = map[string]string{
	"tweet": socialMedia, "retweet": socialMedia, "testify": testimony, "email": "email", "text": "message",
}

// Small closed classes of words, each with the one use made of it.
var (
	// weekdays and other names of times are no part of the phrase before them.
	times = lexicon.SetOf(`monday tuesday wednesday thursday friday saturday sunday january february march april may june
		july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
		today yesterday tomorrow tonight`)
	// stages and spans of time go with them: "earlier this week", "last month".
	spells = lexicon.SetOf(`last this next earlier late early later ago recently morning afternoon evening night week weekend
		month year noon midnight day days weeks months years hours minutes shortly same past`)
	// participles that lead in an occasion of speaking: "speaking to reporters".
	speakingForms = lexicon.SetOf("speaking writing testifying talking tweeting posting appearing blogging addressing")
	// carriers stand between a channel and its medium: "posted on Twitter".
	carriers = lexicon.SetOf(`posted published released issued aired broadcast sent filed provided given addressed delivered
		emailed e-mailed made shared airing televised distributed streamed taped conducted recorded uploaded uploading
		carried appearing printed submitted written`)
	// objects of telling that are nobody: "told the truth", "asked a question".
	untold = lexicon.SetOf(`story stories truth joke jokes lie lies tale tales question questions time difference help
		permission things it that this what something anything everything nothing`)
	// pronouns that can be addressed.
	objects = lexicon.SetOf("him her them me us you everyone everybody anyone someone reporters others those")
	// newsmen are addressees that publish what they are told.
	newsmen = lexicon.SetOf(`reporters reporter journalists journalist media press newsmen correspondents correspondent
		newspaper newspapers broadcaster magazine interviewer columnist outlet outlets publication publications mag tabloid tabloids`)
	// audiences are nouns for those addressed that no list of people has.
	audiences = lexicon.SetOf(`crowd audience public press media nation world country people room conference rally hearing
		supporters newspaper magazine network website station agency committee panel court jury judge congress
		parliament lawmakers house senate voters readers listeners viewers followers council assembly board jurors
		tribunal inquiry inquest publication publications outlets mag tabloid meeting gathering convention summit forum broadcaster paper outlet party staff`)
	// unaddressed cues take "to" before what they are about, not before whom
	// they address.
	unaddressed = lexicon.SetOf(`compare liken agree object attribute relate add attest react admit refer point credit link tie commit
		contribute want wish support oppose plan expect hope`)
	// within a channel's phrase these may name its medium or its addressee.
	links = lexicon.SetOf("with to on in at before for by over via during of")
	// senders are links behind which the author of a document stands.
	senders = lexicon.SetOf("by of from")
)
