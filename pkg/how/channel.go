package how

import "slices"

// channelOf looks the head of a phrase up among the nouns of channels. It
// gives the token where the noun starts.
func (f *frame) channelOf(p phrase) (c channelNoun, noun int) {
	for n := min(3, p.len()); n > 0; n-- {
		noun = p.last - n
		c, ok := channels().Find(f.lowWords(noun, p.last))
		if ok && (!f.capital(p.last-1) || n > 1 && !f.capital(noun)) {
			return c, noun
		}
	}
	return channelNoun{}, p.last
}

// occasion reads a channel behind a preposition: "in | a statement to CNN".
// It gives the end of what it read, or k where p is no channel.
func (f *frame) occasion(preposition string, p phrase, end int) (int, bool) {
	c, noun := f.channelOf(p)
	if c.channel == "" || !slices.Contains(c.prepositions, preposition) {
		return p.last, false
	}
	if noun == p.first && !c.bare && !c.plural || c.bare && preposition == "by" && noun != p.first {
		return p.last, false
	}
	f.setChannel(c.channel)
	name, kind := f.outlet(phrase{p.first, noun})
	if kind == platform && c.channel != "statement" && c.channel != "interview" {
		f.channel = socialMedia
	}
	f.setMedium(name)
	return f.behindChannel(c.channel, p.last, end), true
}

// behindChannel reads what hangs on a channel: "with CNN", "posted on
// Twitter", "to the mayor".
func (f *frame) behindChannel(channel string, k, end int) int {
	for range maxSteps / 2 {
		i := k
		for i < end && !f.said(i) && (carriers.Has(f.low(i)) || f.time(i) || f.tag(i) == "RB" || f.timePreposition(i)) {
			i++
		}
		if i >= end || f.said(i) || !links.Has(f.low(i)) {
			return i
		}
		p := f.nounPhrase(i+1, end)
		if p.empty() {
			return i
		}
		f.link(channel, f.low(i), p, end)
		k = f.whole(p, end).last
	}
	return k
}

// timePreposition: "on Monday", "in July".
func (f *frame) timePreposition(i int) bool {
	w := f.low(i)
	return (w == "on" || w == "in" || w == "from") && times.Has(f.low(i+1)) && f.capital(i+1)
}

// link reads one phrase that hangs on a channel.
func (f *frame) link(channel, w string, p phrase, end int) {
	if senders.Has(w) && !(channel == "interview" && w == "by") {
		return
	}
	name, kind := f.outlet(p)
	switch {
	case kind != "":
		f.setMedium(name)
	case w == "on" && f.title(p.last-1, end) == p.last-1 && closingMark(f.word(p.last-1)):
		f.setMedium(f.titleIn(p))
	case event(channel) && (w == "at" || w == "before" || w == "to") && f.properName(p):
		f.setMedium(f.whole(p, end))
	}
	switch {
	case w == "to" || w == "before" || w == "with" && conversational(channel):
		f.address(p, end)
	}
}

// event reports whether a channel is an occasion at a place with a name.
func event(channel string) bool {
	switch channel {
	case "speech", testimony, "hearing", "event", remarks:
		return true
	}
	return false
}

// conversational channels are "with" somebody who is addressed.
func conversational(channel string) bool {
	switch channel {
	case "interview", "phone", "conversation", "meeting":
		return true
	}
	return false
}

// titleIn is a title in quotation marks at the end of a phrase, without them.
func (f *frame) titleIn(p phrase) phrase {
	for i := p.first; i < p.last; i++ {
		if openingMark(f.word(i)) && f.tag(i) != "POS" {
			last := p.last - 1
			for last > i+1 && (f.word(last-1) == "," || f.word(last-1) == ".") {
				last--
			}
			return phrase{i + 1, last}
		}
	}
	return phrase{}
}

// document reads the channel off a source that is a document or stands at an
// occasion: "the filing said", "according to a statement by CNN".
func (f *frame) document() {
	p := f.nounPhrase(f.source.first, f.source.last)
	if p.empty() || f.capital(p.last-1) || f.low(p.last) == "and" {
		return
	}
	c, noun := f.channelOf(p)
	if c.channel == "" || !f.speaks(phrase{noun, p.last}, c) {
		return
	}
	f.setChannel(c.channel)
	name, _ := f.outlet(phrase{p.first, noun})
	f.setMedium(name)
	f.behindChannel(c.channel, p.last, f.source.last)
}

// speaks reports whether a channel's noun is among those that are sources.
func (f *frame) speaks(p phrase, c channelNoun) bool {
	w := f.lowWords(p.first, p.last)
	if ok := speaking().Has(w); ok || !c.plural {
		return ok
	}
	for s := range speaking().All() {
		if plural(s) == w {
			return true
		}
	}
	return false
}

func (f *frame) setChannel(c string) {
	if f.channel == "" {
		f.channel = c
	}
}

func (f *frame) setMedium(p phrase) {
	if f.medium.empty() {
		f.medium = p
	}
}

// address sets whom it was said to.
func (f *frame) address(p phrase, end int) {
	if p.empty() || !f.addressee.empty() {
		return
	}
	_, kind := f.outlet(p)
	titled := closingMark(f.word(p.last - 1))
	if kind == "" && !titled && !f.person(p.last-1) {
		return
	}
	if kind == platform {
		return
	}
	f.hear(p, end)
}

// hear takes a phrase as the addressee, and the news organisation in it as
// the medium: "Reuters", "CNN's Ada Poe", "Ada Poe of CNN".
func (f *frame) hear(p phrase, end int) {
	f.addressee = f.whole(p, end)
	name, kind := f.outlet(p)
	if kind == "" && f.addressee.last > p.last {
		name, kind = f.outlet(phrase{p.last, f.addressee.last})
	}
	if kind == platform {
		return
	}
	f.setMedium(name)
	f.toPress = f.toPress || kind != "" || newsmen.Has(f.low(p.last-1))
}
