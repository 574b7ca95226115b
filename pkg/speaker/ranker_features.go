package speaker

import (
	"math"
	"slices"
	"strings"

	"quotes/internal/lexicon"
)

// The features of a candidate, by their place in a vector. "last" is the last
// place that refers to the candidate, name or pronoun; "name" the last name.
const (
	sameSentence = iota
	sentenceBefore
	secondBefore
	furtherBack // sentences beyond the second
	nameFurther // sentences from the last name
	otherBlock
	blocksBack
	lastSubject
	lastSubjectBefore // subject, in the sentence before
	lastFirst         // first of its sentence
	lastQuoted
	lastPossessive
	lastObject
	lastAside // in a headline, list or caption
	lastPronoun
	opensBlock
	mentions // logarithm of the number of places so far
	between  // logarithm of others' places since
	lastSpeaker
	secondSpeaker
	earlierSpeaker
	speakerHere     // last speaker, in the same paragraph
	speakerNear     // last speaker, in the paragraph before
	speakerSentence // last speaker, in the same sentence
	spoke           // sentences since it last spoke
	genderKnown
	chain       // the pronoun before of this gender meant it
	chainHere   // ... in the same sentence
	chainBefore // ... in the sentence before
	agreed      // the last pronoun that meant it was of this gender
	contrary    // ... of the other
	initialSubject
	initialSpeaker
	initialChain
	behindSpeaker   // behind a quotation, and the candidate spoke last
	objectOfSubject // "him", in a sentence that the candidate is the subject of
	addsSpeaker     // "he added", and the candidate spoke last
	mostMentioned
	unnamed
	surnameOnly
	alone
	doubtful // a first name alone, of which the document does not say that it is a person's
	featureCount
)

// FeatureNames names the features of a [Candidate], in order.
var FeatureNames = strings.Fields(`same-sentence sentence-before second-before further-back name-further other-block blocks-back
	last-subject last-subject-before last-first last-quoted last-possessive last-object last-aside last-pronoun opens-block
	mentions between last-speaker second-speaker earlier-speaker speaker-here speaker-near speaker-sentence spoke
	gender-known chain chain-here chain-before agreed contrary
	initial-subject initial-speaker initial-chain behind-speaker object-of-subject
	adds-speaker most-mentioned unnamed surname-only alone doubtful`)

// describeAll fills in the features of a choice's candidates.
func (v *resolver) describeAll(c *Choice, m mention) {
	at := v.setting(m)
	size := featureCount * len(c.Candidates)
	room := slices.Grow(v.feats[:0], size)[:size]
	clear(room)
	if v.decide == nil {
		v.feats = room
	}
	most := 0
	for i := range c.Candidates {
		most = max(most, c.Candidates[i].standing.count)
	}
	for i := range c.Candidates {
		x := &c.Candidates[i]
		x.Features = room[i*featureCount:][:featureCount:featureCount]
		f := features(x.Features)
		v.lastPlace(f, x, at)
		v.speaking(f, x, at)
		v.agreement(f, x, at)
		f.set(alone, len(c.Candidates) == 1)
		f.set(mostMentioned, x.standing.count == most)
	}
}

// setting is where a mention stands.
type setting struct {
	mention
	sentence, block int
	initial         bool      // starts its sentence
	behind          bool      // right behind a quotation
	adds            bool      // "also", "added" follows
	chain           reference // the pronoun before, of the same gender
	chained         bool
}

func (v *resolver) setting(m mention) setting {
	s := v.doc.SentenceOf(m.first)
	at := setting{mention: m, sentence: s, block: v.doc.Sentences[s].Block}
	first := v.doc.Sentences[s].First
	for first < m.first && (v.low(first) == "but" || v.low(first) == "and" || v.low(first) == "," || opening(v.low(first))) {
		first++
	}
	at.initial = first == m.first
	at.adds = adding.Has(v.low(m.last)) || adding.Has(v.low(m.last+1))
	if m.first > 0 {
		switch v.low(m.first - 1) {
		case "”", "\"", "’", "''":
			at.behind = true
		}
	}
	for i := v.before(m.first) - 1; i >= 0 && v.refs[i].sentence >= s-reach; i-- {
		if r := v.refs[i]; r.pronoun && pronouns[v.low(r.first)].gender == m.gender {
			at.chain, at.chained = r, true
			break
		}
	}
	return at
}

// adding are words by which a speaker goes on.
var adding = lexicon.SetOf("also added adds adding continued continues concluded further went")

type features []float64

func (f features) set(k int, on bool) {
	if on {
		f[k] = 1
	}
}

// lastPlace says where the candidate was referred to last.
func (v *resolver) lastPlace(f features, x *Candidate, at setting) {
	f.set(unnamed, x.to.who == nil)
	if x.last == nil {
		return
	}
	r := x.last
	d := at.sentence - r.sentence
	f.set(sameSentence, d == 0)
	f.set(sentenceBefore, d == 1)
	f.set(secondBefore, d == 2)
	f[furtherBack] = math.Min(float64(max(d-2, 0)), reach) / 2
	f[nameFurther] = math.Min(float64(at.sentence-x.nameSentence), reach) / 4
	f.set(otherBlock, at.block != r.block)
	f[blocksBack] = math.Min(float64(at.block-r.block), 5) / 2
	f.set(lastSubject, r.subject)
	f.set(lastSubjectBefore, r.subject && d == 1)
	f.set(lastFirst, r.leads)
	f.set(lastQuoted, r.quoted)
	f.set(lastPossessive, r.possessive)
	f.set(lastObject, r.object)
	f.set(lastAside, r.aside)
	f.set(lastPronoun, r.pronoun)
	f.set(opensBlock, v.doc.Sentences[r.sentence].First == r.first && (r.sentence == 0 || v.doc.Sentences[r.sentence-1].Block != r.block))
	f[mentions] = math.Log(float64(1 + x.standing.count))
	f[between] = math.Log(float64(1 + x.between))
	f.set(initialSubject, at.initial && r.subject && d == 1)
	f.set(objectOfSubject, v.low(at.head) == "him" && r.subject && d == 0)
}

// speaking says when the candidate spoke last.
func (v *resolver) speaking(f features, x *Candidate, at setting) {
	if x.turn == nil {
		return
	}
	t := x.turn
	f.set(lastSpeaker, x.turnsAgo == 0)
	f.set(secondSpeaker, x.turnsAgo == 1)
	f.set(earlierSpeaker, x.turnsAgo > 1)
	f.set(speakerHere, x.turnsAgo == 0 && t.block == at.block)
	f.set(speakerNear, x.turnsAgo == 0 && at.block-t.block == 1)
	d := at.sentence - t.sentence
	f.set(speakerSentence, x.turnsAgo == 0 && d == 0)
	f[spoke] = math.Min(float64(d), reach) / 4
	f.set(initialSpeaker, at.initial && x.turnsAgo == 0)
	f.set(addsSpeaker, at.adds && x.turnsAgo == 0)
	f.set(behindSpeaker, at.behind && x.turnsAgo == 0)
}

// agreement says what is known of the candidate's gender, and what earlier
// pronouns meant.
func (v *resolver) agreement(f features, x *Candidate, at setting) {
	f.set(genderKnown, at.gender != 0 && (x.gender != 0 || x.standing.gender == at.gender))
	f.set(surnameOnly, x.to.who != nil && len(x.to.who.words) == 1)
	f.set(doubtful, x.to.who != nil && x.to.who.kind != Person)
	if at.gender == 0 {
		return
	}
	said := x.standing.gender
	f.set(agreed, said == at.gender)
	f.set(contrary, said != 0 && said != at.gender)
	if !at.chained || at.chain.referent != x.to {
		return
	}
	d := at.sentence - at.chain.sentence
	f.set(chain, true)
	f.set(chainHere, d == 0)
	f.set(chainBefore, d == 1)
	f.set(initialChain, at.initial && d == 1)
}
