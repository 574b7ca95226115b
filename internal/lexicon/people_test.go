package lexicon

import (
	"regexp"
	"strings"
	"testing"
)

// peopleFiles are the lists of people.go: whether an entry has no value, must
// have one, or may, and what a value looks like.
var peopleFiles = map[string]*regexp.Regexp{
	"demonyms.txt":      nil,
	"documents.txt":     nil,
	"groups.txt":        nil,
	"modifiers.txt":     nil,
	"organizations.txt": nil,
	"particles.txt":     nil,
	"roles.txt":         nil,
	"firstnames.txt":    regexp.MustCompile(`^[mfu]$`),
	"shortnames.txt":    regexp.MustCompile(`^[a-z]+$`),
	"gendered.txt":      regexp.MustCompile(`^[mf]$`),
	"honorifics.txt":    regexp.MustCompile(`^[mfu]$`),
	"places.txt":        regexp.MustCompile(`^([a-z]+(-| [a-z]+)*[a-z]*)?$`),
}

var listHeader = regexp.MustCompile(`^# .+\n# Source: .+ \d{4}-\d\d-\d\d\. Apache-2\.0\.\n`)

func TestPeopleFiles(t *testing.T) {
	for name, value := range peopleFiles {
		t.Run(name, func(t *testing.T) {
			b, err := files.ReadFile("data/" + name)
			if err != nil {
				t.Fatal(err)
			}
			header := listHeader.FindString(string(b))
			if header == "" {
				t.Fatal("no header with what it is, source, date and licence")
			}
			checkEntries(t, string(b)[len(header):], value)
		})
	}
}

// checkEntries wants one entry a line, lower case, in byte order of the keys,
// none twice.
func checkEntries(t *testing.T, body string, value *regexp.Regexp) {
	t.Helper()
	last := ""
	for l := range strings.Lines(body) {
		entry := strings.TrimSuffix(l, "\n")
		key, v, tab := strings.Cut(entry, "\t")
		switch {
		case key == "" || strings.Join(strings.Fields(entry), " ") != strings.ReplaceAll(entry, "\t", " "):
			t.Errorf("%q: empty, or white space that should not be there", entry)
		case entry != strings.ToLower(entry):
			t.Errorf("%q is not in lower case", entry)
		case tab && value == nil:
			t.Errorf("%q has a value", entry)
		case value != nil && !value.MatchString(v):
			t.Errorf("%q: odd value %q", entry, v)
		case key <= last:
			t.Errorf("%q stands behind %q", key, last)
		}
		last = key
	}
}

func TestPeopleLists(t *testing.T) {
	sets := []struct {
		name    string
		set     *Set
		in, out string
	}{
		{"roles", Roles(), "minister sen sen. secretary-general", "ministers ministry"},
		{"groups", Groups(), "ministers palestinians police attorneys-general spokeswomen", "minister spokeswomans"},
		{"organizations", OrganizationWords(), "ministry inc. court", "minister"},
		{"documents", Documents(), "report studies affidavit", "reporter"},
		{"demonyms", Demonyms(), "russian catholic republican", "russia"},
		{"particles", Particles(), "al- bin von", "lee"},
		{"modifiers", TitleModifiers(), "foreign deputy former", "minister"},
	}
	for _, c := range sets {
		for _, w := range strings.Fields(c.in) {
			if !c.set.Has(w) {
				t.Errorf("%s lacks %q", c.name, w)
			}
		}
		for _, w := range strings.Fields(c.out) {
			if c.set.Has(w) {
				t.Errorf("%s has %q", c.name, w)
			}
		}
	}
}

func TestPeopleMaps(t *testing.T) {
	genders := []struct {
		name   string
		table  *Table[byte]
		word   string
		gender byte
	}{
		{"first names", FirstNames(), "maria", 'f'},
		{"first names", FirstNames(), "jordan", 'u'},
		{"first names", FirstNames(), "mark", 'm'},
		{"honorifics", Honorifics(), "mrs.", 'f'},
		{"honorifics", Honorifics(), "prof", 'u'},
		{"gendered", Gendered(), "spokeswoman", 'f'},
		{"gendered", Gendered(), "widower", 'm'},
	}
	for _, c := range genders {
		if g, ok := c.table.Find(c.word); !ok || g != c.gender {
			t.Errorf("%s: %q is %q (there: %v), want %q", c.name, c.word, g, ok, c.gender)
		}
	}
	for place, country := range map[string]string{"u.k.": "united kingdom", "moscow": "russia", "new york": ""} {
		if v, ok := Places().Find(place); !ok || v != country {
			t.Errorf("%q is of %q (there: %v), want %q", place, v, ok, country)
		}
	}
}

// A role is one person and a group is several: a word of both lists would
// leave its number open.
func TestRolesAndGroupsApart(t *testing.T) {
	for w := range Roles().All() {
		if Groups().Has(w) {
			t.Errorf("%q is both a role and a group", w)
		}
	}
}
