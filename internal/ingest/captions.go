package ingest

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	creditTail = regexp.MustCompile(`[(\[]([^()\[\]]{2,80})[)\]]\W*$`)
	// An acronym in brackets after a full stop is an agency the list does not
	// have; without the stop it may explain a name: "... Organization (PLO)".
	creditCode = regexp.MustCompile(`[.!?]["”’]?\s*[(\[][A-Z]{2,6}(?:[/ ][^()\[\]]{2,60})?[)\]]\W*$`)
	creditWord = regexp.MustCompile(`(?i)\b(?:photo|photos|photograph|photographer|image|images|picture|pictures|pic|screengrab|screen grab|screenshot|courtesy|handout|illustration|graphic|file|archive|social media|video grab|getty|shutterstock|via)\b`)
	creditHead = regexp.MustCompile(`(?i)^(?:file )?(?:photo|image|picture|pic|photograph|illustration|credit|photo credit|image credit|image source|photo source|caption|image caption|media caption)s?(?: by| via| courtesy of)?\s*[:|–-]\s|^(?:file photo|photograph|photo|image|picture|illustration)s? (?:by|via|courtesy)\b`)
	creditEnd  = regexp.MustCompile(`(?i)(?:\b(?:photo|photograph|picture|image|illustration|credit|photo credit)s?\s*(?:by|:|/|courtesy)\s*[\pL .'/&-]{2,60}|/\s?(?:ap|afp|reuters|getty images?|epa|pa|tass|xinhua|shutterstock)|\bgetty images|\bvia (?:ap|reuters|getty images)|\b(?:ap|reuters|afp)/[\pL .'-]{3,40})[\W]*$`)
)

// isCaption reports a line that describes a picture: it ends in a credit, or
// starts as one.
func isCaption(s string) bool {
	if len(s) > 900 || !mayCredit(s) {
		return false
	}
	if m := creditTail.FindStringSubmatch(s); m != nil && isCredit(m[1]) {
		return true
	}
	return creditCode.MatchString(s) || creditHead.MatchString(s) || creditEnd.MatchString(s) && countWords(s) < 90
}

// mayCredit is a quick look for what every credit has: a bracket at the end, a
// capital or slash near it, or a colon or label at the start.
func mayCredit(s string) bool {
	switch lastRune(strings.TrimRight(s, ". ")) {
	case ')', ']':
		return true
	}
	tail := strings.ToLower(s[max(0, len(s)-80):])
	head := strings.ToLower(s[:min(len(s), 24)])
	for _, w := range []string{"photo", "image", "picture", "pic", "illustration", "credit", "caption"} {
		if strings.Contains(tail, w) || strings.Contains(head, w) {
			return true
		}
	}
	return strings.Contains(tail, "/") || strings.Contains(tail, "via ")
}

// isCredit reports words in brackets that name where a picture comes from.
func isCredit(s string) bool {
	if creditWord.MatchString(s) && countWords(s) <= 10 {
		return true
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/,|;-–", r) }) {
		if isAgency(strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// isBareCredit reports a credit without any description.
func isBareCredit(s string) bool {
	if countWords(s) < 5 && isCaption(s) {
		return true
	}
	return countWords(s) < 12 && (strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]"))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func lastRuneLength(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}
