package ingest

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/roles.txt
var roleFile string

//go:embed data/agencies.txt
var agencyFile string

var roleWords = sync.OnceValue(func() map[string]bool { return wordSet(strings.Join(dataLines(roleFile), " ")) })

var agencies = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, l := range dataLines(agencyFile) {
		m[l] = true
	}
	return m
})

// isAgency reports the name of a news agency.
func isAgency(s string) bool { return agencies()[strings.ToLower(strings.Trim(s, ". "))] }

var (
	bylineHead = regexp.MustCompile(`(?i)^(?:(?:written|reported|posted|published|story|words|article|text|analysis|opinion|reporting|edited and written) by|by|authors?|byline)\s*:?\s+`)
	nameSplit  = regexp.MustCompile(`(?i)\s*(?:[,;|/•·&\n]|\s[-–—]\s|\s(?:and|with|und|et)\s)\s*`)
	nameTail   = regexp.MustCompile(`(?i)\s+(?:in|for|at|of|from|on|via)\s.*$|\s*\(.*$|\s*[-–—:]\s*$`)
	// "Ann Lee. City Desk", and a weekday after the name
	placeTail  = regexp.MustCompile(`(\pL{3,})(?:\.\s+\p{Lu}.*|\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$`)
	emailOrURL = regexp.MustCompile(`\S+@\S+|https?://\S+|www\.\S+|@\w+`)
)

// bylineOpeners are the words that start what bylineHead matches.
var bylineOpeners = wordSet("written reported posted published story words article text analysis opinion reporting edited by author authors byline")

// maxByline is the length in bytes of the longest byline read.
const maxByline = 200

// bylineNames gives the names of a visible byline ("By Ann Lee and Bo Roe"),
// nil for any other line.
func bylineNames(s string) []string {
	if s = strings.TrimSpace(s); !strings.HasPrefix(s, "By") && !opens(s, bylineOpeners) {
		return nil
	}
	s = fold(s)
	if strings.HasPrefix(s, "By") && len(s) > 3 && firstUpper(s[2:3]) && s[2] != ' ' {
		s = "By " + s[2:] // parted by style alone
	}
	head := bylineHead.FindString(s)
	if head == "" || len(s) > maxByline {
		return nil
	}
	rest := s[len(head):]
	if _, cut := findDate(rest); cut != rest {
		rest = strings.TrimSpace(cut)
	}
	if countWords(rest) > 24 || strings.HasSuffix(rest, ".") && countWords(rest) > 6 {
		return nil // a sentence that starts with "By"
	}
	var out []string
	for i, part := range nameSplit.Split(rest, -1) {
		n := cleanName(part)
		if n == "" || !looksLikeName(n) {
			if i == 0 {
				return nil
			}
			continue
		}
		out = append(out, n)
	}
	return unique(out)
}

// isByline reports a line that names authors.
func isByline(s string) bool { return bylineNames(s) != nil }

// statedNames gives the names in a field that states authors, as metadata do.
// Such a field may hold a name that looks like none ("Ars staff", "AFP").
func statedNames(s string) []string {
	s = fold(s)
	if len(s) > maxByline {
		return nil
	}
	s = s[len(bylineHead.FindString(s)):]
	var out []string
	for _, part := range nameSplit.Split(s, -1) {
		if n := cleanName(part); n != "" && !isRole(n) && firstUpper(n) {
			out = append(out, n)
		}
	}
	return unique(out)
}

// cleanName takes from a part of a byline what is no name: addresses, places,
// brackets; "" where nothing is left or the rest is a role.
func cleanName(s string) string {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") {
		return ""
	}
	s = emailOrURL.ReplaceAllString(s, "")
	s = s[len(bylineHead.FindString(s)):]
	if !isAgency(s) {
		s = nameTail.ReplaceAllString(s, "")
	}
	s = strings.Trim(fold(placeTail.ReplaceAllString(s, "$1")), " ,;:|*\"“”")
	if s == "" || utf8.RuneCountInString(s) < 2 || countWords(s) > 6 {
		return ""
	}
	if (isRole(s) || credentials[strings.ReplaceAll(wordsOf(s), " ", "")]) && !isAgency(s) {
		return ""
	}
	if strings.ToUpper(s) == s && countWords(s) > 1 && !isAgency(s) {
		s = titleCase(s)
	}
	return s
}

// credentials stand after a name and a comma, and are none themselves.
var credentials = wordSet("md phd ms ma rd rn jd mba msc ba bsc esq dds do pharmd mph jr sr ii iii et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst am pm")

// isRole reports a part of a byline with a word that names have not. A word in
// capitals at the end of a longer name is no role ("Ann Editor").
func isRole(s string) bool {
	for _, w := range strings.Fields(wordsOf(s)) {
		if roleWords()[w] {
			return true
		}
	}
	return false
}

// notNames are capitalised words that stand after "By" in sentences.
var notNames = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
	"october november december the a an this that these those his her its their our my your late early mid then now noon midnight " +
	"contrast comparison law far all some most many")

// particles stand inside names in lower case.
var particles = wordSet("de da di del della der den van von zu zur la le el al bin ibn dos das do du y e ter ten af")

// looksLikeName reports one to five words, all capitalised but particles.
func looksLikeName(s string) bool {
	if isAgency(s) {
		return true
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || strings.ContainsAny(s, "0123456789?!") {
		return false
	}
	if first := strings.ToLower(words[0]); notNames[first] && (first != "the" && first != "may" && first != "april" && first != "june" || len(words) < 2) {
		return false
	}
	for i, w := range words {
		if !firstUpper(w) && (i == 0 || !particles[strings.ToLower(w)]) {
			return false
		}
	}
	return true
}

// firstUpper reports whether the first letter is a capital, or of a script
// without capitals; "iPhone"-like words count as capitalised by their second.
func firstUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}

// titleCase writes a name in capitals with small letters: "ANN O'NEIL-LEE" as
// "Ann O'Neil-Lee". Initials keep theirs.
func titleCase(s string) string {
	var b strings.Builder
	up := true
	for _, r := range s {
		if up {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = !unicode.IsLetter(r)
	}
	return b.String()
}

// unique leaves out repeated names, whatever their case.
func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if k := strings.ToLower(s); !seen[k] {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}
