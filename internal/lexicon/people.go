package lexicon

// The lists of words for those who speak, all in lower case.
var (
	// FirstNames gives the gender of given names: 'm', 'f', or 'u' where both
	// are common or the word is as often something else.
	FirstNames = gendersOf("firstnames.txt")
	// ShortNames gives the full form of short first names that do not start
	// like it ("bob": "robert").
	ShortNames = mapOf("shortnames.txt")
	// Roles are singular nouns for what a person is ("minister"), and
	// abbreviated titles with and without the stop ("sen", "sen.").
	Roles = setOf("roles.txt")
	// Groups are plural and collective nouns for people who speak as one.
	Groups = setOf("groups.txt")
	// OrganizationWords make a name or noun phrase an organisation.
	OrganizationWords = setOf("organizations.txt")
	// PassingRoles are roles that a sentence says of somebody in passing: "Lee
	// is a fan of the mill".
	PassingRoles = setOf("passing.txt")
	// OrdinaryPersons are nouns for persons that say nothing that a role would.
	OrdinaryPersons = setOf("ordinary.txt")
	// Things are nouns for things and happenings in the form of those for who
	// does something ("computer").
	Things = setOf("things.txt")
	// ThingNames end names of things, and may be surnames, too ("Island").
	ThingNames = setOf("thingnames.txt")
	// Listeners are those whom sources speak to, in the plural.
	Listeners = setOf("listeners.txt")
	// Answers are nouns for what somebody says, before a colon: "Lee's answer".
	Answers = setOf("answers.txt")
	// Documents are nouns for documents that speak as sources.
	Documents = setOf("documents.txt")
	// Demonyms are adjectives of nation, region, party and religion.
	Demonyms = setOf("demonyms.txt")
	// Honorifics gives the gender that a title of address shows: 'm', 'f', or
	// 'u' for none.
	Honorifics = gendersOf("honorifics.txt")
	// Gendered gives the gender, 'm' or 'f', of nouns that show one
	// ("spokeswoman").
	Gendered = gendersOf("gendered.txt")
	// Particles stand inside names of persons ("van", "bin").
	Particles = setOf("particles.txt")
	// TitleModifiers belong to a title before a name and are no names
	// themselves ("Foreign" in "Foreign Minister Lee").
	TitleModifiers = setOf("modifiers.txt")
	// Places gives for each place, which may be of several words, the country
	// whose government it can stand for ("moscow": "russia"), or "" for none.
	Places = mapOf("places.txt")
)
