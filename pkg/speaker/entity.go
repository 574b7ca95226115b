package speaker

import (
	"slices"
	"strings"

	"quotes/internal/lexicon"
	"quotes/pkg/text"
)

// entity is somebody or something that the document names.
type entity struct {
	name    string   // the fullest form so far
	words   []string // of the name, lower case
	suffix  string   // "jr", "iii"; "" for none
	kind    Kind
	gender  byte   // 'm', 'f', or 0: not known
	style   string // "Pope" before a first name alone, which is no name without it
	shouted bool   // its name is in capitals throughout, as in headings

	role   string
	stated bool // the role is one that a sentence says: "Lee is the mayor"
	count  int
	loose  bool // named in headlines and lists alone so far
	sure   bool // a name shows by itself that a person bears it
	open   bool // a single word that shows nothing of its kind

	acronym string   // lower case; "" for none
	keys    []string // under which byWord has it; room for most stands behind
	at      []int    // its names, as indexes of entities.names, in text order

	roleWords []string // of role, lower case, without stops
	keyRoom   [4]string
}

// entities holds who a document names, by the words they are called.
type entities struct {
	r       *reader
	all     []*entity
	byWord  map[string][]*entity // last words and first words of persons, whole names of others
	of      []*entity            // of each name of the document, in its order
	names   []name
	bearers map[string][]*entity // by each word of their roles
	bodies  map[string][]int     // names of organisations, by each word of them
	looks   int                  // candidates compared so far: the work that could grow with the square of the text

	room  []*entity // for lists of one
	blank []entity  // room for entities
	spell []string  // room for the words of their names
	words []string  // a buffer: the words of a name
	joint []byte    // a buffer: the same in one
}

// newEntities reads the names of a document and merges those of one bearer:
// full names of body text first, then what is shorter.
func newEntities(r *reader) *entities {
	es := &entities{r: r, names: r.names()}
	es.byWord = make(map[string][]*entity, len(es.names))
	es.of = make([]*entity, len(es.names))
	passes := make([]uint8, len(es.names))
	for i, n := range es.names {
		passes[i] = es.pass(n)
	}
	for pass := range uint8(3) {
		for i, n := range es.names {
			if passes[i] == pass {
				es.of[i] = es.enter(n, pass == 0 || pass == 2 && es.personal(n))
			}
		}
	}
	room := make([]int, len(es.of))
	for i, e := range es.of {
		if e.at == nil { // so far it is counted by its names
			e.at, room = room[:0:e.count], room[e.count:]
		}
		e.at = append(e.at, i)
	}
	es.acronyms()
	es.lookups()
	return es
}

// pass orders names: full personal names, then longer names of anything, then
// single words. Names in headlines come with the last.
func (es *entities) pass(n name) uint8 {
	switch {
	case n.len() == 1 || telegraphic(es.r.doc.Blocks[n.block].Section):
		return 2
	case es.personal(n):
		return 0
	}
	return 1
}

func telegraphic(s text.Section) bool {
	return s == text.Headline || s == text.Ticker || s == text.Related
}

// personal reports whether a name shows by itself that a person bears it.
func (es *entities) personal(n name) bool {
	r := es.r
	if r.organizationRun(n.phrase) && (!r.firstName(n.first) || r.institution(n.phrase)) || r.thing(n) || acronym(r.doc.Word(n.first)) && n.len() == 1 {
		return false
	}
	if r.place(n.phrase) {
		return false
	}
	if !n.title.empty() && (r.role(n.title.last-1) || r.honorific(n.title.last-1)) {
		return true
	}
	if r.aged(n) {
		return true
	}
	if n.len() == 1 || r.severalOf(n) && (!r.firstName(n.first) || lexicon.Places().Has(r.low(n.first))) {
		return false // "Virginia Democrats"
	}
	return r.firstName(n.first) || r.posted(n.first) || r.roleBefore(n) || r.appositionAfter(n) > n.last
}

// severalOf reports whether a name ends in a plural noun for a group.
func (r *reader) severalOf(n name) bool {
	w := r.low(n.last - 1)
	return lexicon.Groups().Has(w) && (strings.HasSuffix(w, "s") || w == "police" || plurals.Has(w))
}

// roleBefore: "spokesman | Jim Poe".
func (r *reader) roleBefore(n name) bool {
	k := n.first - 1
	if !n.title.empty() {
		k = n.title.first - 1
	}
	return k >= 0 && r.role(k) && !r.named(k)
}

// enter finds the entity of a name, or makes one; personal says what the name
// shows by itself.
func (es *entities) enter(n name, personal bool) *entity {
	words, suffix := es.key(n)
	gender := es.r.genderOf(n)
	e := es.find(words, gender, suffix)
	if e == nil {
		e = es.fresh()
		e.name, e.words, e.suffix, e.gender, e.loose = es.r.words(n.phrase), es.kept(words), suffix, gender, true
		e.kind, e.open = es.kindOf(n, personal)
		e.shouted = es.r.shouts(n)
		es.all = append(es.all, e)
		es.index(e)
	} else if es.r.fuller(n, e, words) {
		e.shouted = false
		e.name, e.words = es.r.words(n.phrase), es.kept(words)
		es.index(e)
		es.renamed(e)
	}
	if es.r.shopName(n.last - 1) {
		e.name, e.kind, e.open = es.r.words(n.phrase), Organization, false
	}
	if e.gender == 0 {
		e.gender = gender
	}
	if !e.sure && (n.len() > 1 || !n.title.empty()) && personal {
		e.kind, e.sure, e.open = Person, true, false
	}
	if e.kind == Person && !e.sure && n.len() > 1 && (jointOf(es.r.low(n.first)) > 0 || es.r.hintOfPlace(n) > 0) {
		e.sure = true
	}
	if k := n.title.last - 1; !n.title.empty() && n.len() <= 2 && styles.Has(es.r.low(k)) && es.r.named(k) {
		e.style = es.r.doc.Word(k)
	}
	e.count++
	e.loose = e.loose && telegraphic(es.r.doc.Blocks[n.block].Section)
	role, stated := es.r.roleOf(n), false
	if role == "" && (e.role == "" || e.stated) {
		role, stated = es.r.words(es.r.statedRole(n)), true
	}
	if len(role) > len(e.role) || role != "" && e.stated && !stated {
		e.role, e.roleWords, e.stated = role, wordsOfRole(role), stated
		es.promoted(e)
	}
	return e
}

// fuller reports whether a name says more of its bearer than the one known so far:
// it is longer, not in capitals throughout, and no epithet comes before the full
// name ("Honest Dana Lee").
func (r *reader) fuller(n name, e *entity, words []string) bool {
	switch {
	case e.shouted && !r.shouts(n) && len(words) > 1, epithet(e.words, words):
		return true
	case len(words) <= len(e.words) || r.shouts(n) || epithet(words, e.words):
		return false
	}
	return e.loose || !telegraphic(r.doc.Blocks[n.block].Section)
}

// epithet reports whether a name is a shorter full one with a word before it
// that is no name.
func epithet(long, short []string) bool {
	k := len(long) - len(short)
	if k < 1 || len(short) < 2 || !equal(long[k:], short) || !lexicon.FirstNames().Has(short[0]) {
		return false
	}
	w := long[k-1]
	return len(w) > 1 && !lexicon.FirstNames().Has(w) && !lexicon.Particles().Has(w)
}

// styles are titles that make a name of a first name: "Pope Pius", "Queen Maud".
var styles = lexicon.SetOf("pope king queen prince princess emperor empress")

// fullName is the name with the style that it has no meaning without.
func (e *entity) fullName() string {
	if e.style == "" || e.kind != Person || len(e.words) > 1 {
		return e.name
	}
	return e.style + " " + e.name
}

// fresh is a new entity, from room that is had for many of them at a time.
func (es *entities) fresh() *entity {
	if len(es.blank) == 0 {
		es.blank = make([]entity, 16)
	}
	e := &es.blank[0]
	es.blank = es.blank[1:]
	e.keys = e.keyRoom[:0]
	return e
}

// kept is a copy of the words of a name.
func (es *entities) kept(words []string) []string {
	n := len(words)
	if len(es.spell) < n {
		es.spell = make([]string, max(n, 32))
	}
	out := es.spell[:n:n]
	es.spell = es.spell[n:]
	copy(out, words)
	return out
}

// key is the words of a name, lower case, without stops, and apart from them a
// suffix ("Jr."). The words stand in a buffer until the next name's.
func (es *entities) key(n name) (out []string, suffix string) {
	out = es.words[:0]
	for i := n.first; i < n.last; i++ {
		w := es.r.low(i)
		if len(out) > 0 && i == n.last-1 && possessiveMark(w) {
			break
		}
		if k := es.r.nickname(n.first, i, n.last); k > i { // no part of what the name is found by
			i = k - 1
			continue
		}
		if jointOf(w) >= 0 || strings.IndexByte(w, '.') >= 0 {
			w = strings.ReplaceAll(strings.Trim(w, ".’'"), "’", "'")
		}
		if len(out) > 0 && suffixes.Has(w) {
			suffix = w
			continue
		}
		if short, ok := strings.CutPrefix(w, "al-"); ok && short != "" {
			w = short // "Haddad" for "al-Haddad"
		}
		out = append(out, w)
	}
	es.words = out
	return out, suffix
}

var suffixes = lexicon.SetOf("jr sr ii iii iv")

func (es *entities) index(e *entity) {
	add := func(w string) {
		if !slices.Contains(e.keys, w) {
			e.keys = append(e.keys, w)
			es.byWord[w] = append(es.listOf(es.byWord[w]), e)
		}
	}
	add(strings.Join(e.words, " "))
	add(e.words[len(e.words)-1])
	if n := len(e.words); n > 1 && e.kind == Organization {
		if w := e.words[0]; n > 2 && shortNames.Has(w) { // "Institute for ..."
			add(w)
		}
	}
	if k := e.business(); k > 0 {
		add(strings.Join(e.words[:k], " "))
	}
	if len(e.words) > 1 && e.kind == Person {
		add(e.words[0])
		if len(e.words) == 3 {
			add(e.words[1]) // "Ines Duarte Salgado" is "Duarte" too
		}
		if k := len(e.words) - 2; k > 0 { // "Ines Duarte Salgado"
			add(strings.Join(e.words[k:], " "))
		}
	}
}

// listOf is a list of entities, with room for one if it has none: most keep
// to that.
func (es *entities) listOf(list []*entity) []*entity {
	if list != nil {
		return list
	}
	if len(es.room) == 0 {
		es.room = make([]*entity, 64)
	}
	list, es.room = es.room[:0:1], es.room[1:]
	return list
}

// find is the entity that words name: the same words, or a part that one
// bearer of them has; among several the one mentioned most.
func (es *entities) find(words []string, gender byte, suffix string) *entity {
	es.joint = es.joint[:0]
	for i, w := range words {
		if i > 0 {
			es.joint = append(es.joint, ' ')
		}
		es.joint = append(es.joint, w...)
	}
	if best := es.best(es.byWord[string(es.joint)], words, gender, suffix); best != nil {
		return best
	}
	if len(words) > 1 {
		return es.best(es.byWord[words[len(words)-1]], words, gender, suffix)
	}
	return nil
}

func (es *entities) best(bearers []*entity, words []string, gender byte, suffix string) *entity {
	var best *entity
	score, tied := 0, false
	bearers = bearers[max(len(bearers)-maxBearers, 0):]
	es.looks += len(bearers)
	for _, e := range bearers {
		if suffix != "" && e.suffix != "" && suffix != e.suffix { // father and son
			continue
		}
		s := compatible(e, words, gender)
		tied = tied || s == 1 && score == 1 && e.kind == Organization
		if s > score || s == score && best != nil && e.count > best.count {
			best, score = e, s
		}
	}
	if tied && score == 1 { // one of two councils
		return nil
	}
	return best
}

// compatible scores how well an entity bears a name; 0: it does not.
func compatible(e *entity, words []string, gender byte) int {
	n, m := len(words), len(e.words)
	if gender != 0 && e.gender != 0 && gender != e.gender && !(n > 1 && n < m && e.kind == Person && equal(words, e.words[m-n:])) { // a surname may be a first name too
		return 0
	}
	switch {
	case equal(words, e.words), n == 1 && words[0] == e.acronym:
		return 4
	case n == 1 && m > 2 && words[0] == e.words[0] && e.kind == Organization && (e.words[1] == "of" || e.words[1] == "for" || e.words[1] == "on"):
		return e.shortened(words[0])
	case n > 1 && n < m && e.kind == Organization && equal(words, e.words[m-n:]):
		return e.shortened(words[n-1]) // "the Supreme Court"
	case n < m && n == e.business() && equal(words, e.words[:n]):
		return 3
	case n == 1 && words[0] == e.words[m-1]:
		if e.kind == Person && m > 1 && words[0] == "un" { // of the United Nations, not of Kim Jong Un
			return 0
		}
		if e.kind != Person && m > 1 {
			return e.shortened(words[0])
		}
		return 3
	case n == 1 && e.kind == Person && (m > 1 && words[0] == e.words[0] && (e.sure || lexicon.FirstNames().Has(words[0])) || m == 3 && words[0] == e.words[1] && len(words[0]) > 2):
		return 1
	case n > 1 && m > 1 && words[n-1] == e.words[m-1] && e.kind == Person && sameFirst(words[0], e.words[0]):
		return 2
	case m == 1 && n > 1 && words[n-1] == e.words[0] && e.kind == Person:
		return 2
	case n > 1 && n < m && e.kind == Person && equal(words, e.words[m-n:]):
		return 3
	case m > 1 && m < n && e.kind == Person && equal(e.words, words[n-m:]):
		return 2
	}
	return 0
}

// shortened scores an institution that a noun alone may stand for, with the
// capital of a name: "the Chronicle", "the Council".
func (e *entity) shortened(word string) int {
	if e.kind == Organization && (shortNames.Has(word) || e.team(word)) {
		return 1
	}
	return 0
}

// team reports whether a plural is the short name of a club that is named after a
// place: "the Steelers".
func (e *entity) team(word string) bool {
	k := len(e.words) - 1
	return len(word) > 4 && strings.HasSuffix(word, "s") && word == e.words[k] && lexicon.Places().Has(strings.Join(e.words[:k], " "))
}

var shortNames = lexicon.SetOf("academy agency alliance assembly association authority bank board bureau chronicle club coalition college commission committee company conference congress council court department federation foundation fund gazette group guild herald institute institution journal league legion magazine ministry museum observer office parliament party post review school senate service society star times tribune trust union university")

// business is how many words of a company's name come before those that only
// say what kind of company it is ("Osterby Steel | Inc."); 0 for other names.
func (e *entity) business() int {
	k := len(e.words)
	for k > 0 && companyForms.Has(e.words[k-1]) {
		k--
	}
	if e.kind != Organization || k == len(e.words) {
		return 0
	}
	return k
}

var companyForms = lexicon.SetOf("inc corp corporation co company companies ltd limited llc plc group holdings sa ag nv")

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// sameFirst reports whether two first names can be one: the same, an initial,
// or a short form that starts the longer.
func sameFirst(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && (strings.HasPrefix(b, a) && (len(a) == 1 || len(a) >= 3) || lexicon.ShortNames().Of(a) == b)
}

// kindOf decides what bears a name; it is open where the name shows nothing.
func (es *entities) kindOf(n name, personal bool) (kind Kind, open bool) {
	r := es.r
	switch {
	case personal:
		return Person, false
	case r.place(n.phrase), r.organizationRun(n.phrase), r.thing(n), acronym(r.doc.Word(n.last - 1)), r.severalOf(n):
		return Organization, false
	case acronym(r.doc.Word(n.first)) && len(r.doc.Word(n.first)) > 2 && strings.IndexByte(r.doc.Word(n.first), '.') < 0: // "UEFA Euro"
		return Organization, false
	case n.len() > 1 && n.len() <= 3 && r.low(n.first-1) != "the":
		return Person, false // at a guess: see settle
	case n.len() == 1 && strings.Contains(r.words(n.phrase), "-") && r.low(n.first-1) != "the":
		return Person, false
	case n.len() == 1 && telegraphic(r.doc.Blocks[n.block].Section) && !r.plural(n.first):
		return Person, true
	}
	return Organization, n.len() == 1
}

// thing reports whether a name is no person's by its last word ("Osterby
// Stadium"), its form ("osterby.com") or the quotation marks round it.
func (r *reader) thing(n name) bool {
	w := r.low(n.last - 1)
	switch {
	case sites.Has(w) && n.len() > 1, lexicon.ThingNames().Has(w) && n.len() > 1 && !r.bareName(n), (w == "hurricane" || w == "typhoon") && n.len() == 1:
		return true
	case strings.IndexByte(w, '.') > 0 && domains.Has(w[strings.LastIndexByte(w, '.'):]):
		return true
	case storms.Has(r.low(n.first)) && n.len() > 1:
		return true
	case n.len() > 2 && r.low(n.last-2) == "&": // "Hollis & Wren"
		return true
	}
	return n.len() > 1 && n.title.empty() && n.first > 0 && opening(r.low(n.first-1)) && closing(r.low(n.last)) && !r.firstName(n.first) // “Back Home Again”
}

// bareName reports whether a name is a first name and one more word, without an
// article: "Mary Island", not "the Stanley Cup".
func (r *reader) bareName(n name) bool {
	return n.len() == 2 && r.firstName(n.first) && r.low(n.first-1) != "the" && !lexicon.Places().Has(r.low(n.first))
}

func closing(w string) bool {
	switch w {
	case "”", "\"", "’", "'", "»", "''":
		return true
	}
	return false
}

var (
	sites   = lexicon.SetOf("stadium arena airport avenue boulevard highway plaza mall county province peninsula") // nobody's surname
	storms  = lexicon.SetOf("hurricane typhoon storm cyclone")
	domains = lexicon.SetOf(".com .org .net .uk .info .gov .edu .tv .io .news")
)

// shouts reports whether a name of several words is in capitals throughout.
func (r *reader) shouts(n name) bool {
	if n.len() < 2 {
		return false
	}
	for i := n.first; i < n.last; i++ {
		if w := r.doc.Word(i); len(w) < 2 || strings.ToUpper(w) != w {
			return false
		}
	}
	return true
}

// genderOf is what a name's title or first word says of its bearer.
func (r *reader) genderOf(n name) byte {
	if !n.title.empty() {
		for i := n.title.first; i < n.title.last; i++ {
			if g := lexicon.Honorifics().Of(r.bare(i)); g == 'm' || g == 'f' {
				return g
			}
			if g := lexicon.Gendered().Of(r.low(i)); g != 0 {
				return g
			}
		}
	}
	if g := lexicon.Gendered().Of(r.low(n.first - 1)); g != 0 && n.title.empty() {
		return g
	}
	if n.len() > 1 {
		if g := lexicon.FirstNames().Of(r.low(n.first)); g == 'm' || g == 'f' {
			return g
		}
	}
	return 0
}
