package ingest

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed data/labels.txt
var labelFile string

// labelKind says what a line that is nothing but a label opens.
type labelKind string

// The kinds, as data/labels.txt explains them.
const (
	noLabel      labelKind = ""
	tickerLabel  labelKind = "ticker"
	relatedLabel labelKind = "related"
	listLabel    labelKind = "list"
	inlineLabel  labelKind = "inline"
	endLabel     labelKind = "end"
	chromeLabel  labelKind = "chrome"
)

// labels maps a kind and a label to true. A label may be of several kinds.
var labels = sync.OnceValue(func() map[labelKind]map[string]bool {
	m := map[labelKind]map[string]bool{}
	for _, l := range dataLines(labelFile) {
		kind, label, _ := strings.Cut(l, " ")
		if m[labelKind(kind)] == nil {
			m[labelKind(kind)] = map[string]bool{}
		}
		m[labelKind(kind)][label] = true
	}
	return m
})

// maxLabel is the length in bytes of the longest line looked up as a label.
const maxLabel = 80

var (
	minuteRead  = regexp.MustCompile(`(?i)^\W*\d{1,3}[ -]*(?:min|mins|minute|minutes)[ -]*read\W*$|^(?:reading time|read time)\b`)
	countLine   = regexp.MustCompile(`(?i)^\W*[\d.,]+[km]?\s*(?:shares?|comments?|views?|likes?|reads?)\W*$`)
	listPrefix  = regexp.MustCompile(`(?i)^(?:more (?:from|in|on|about) |most (?:read|popular|viewed) |latest (?:from|in) |recommended (?:for|by|from) |related (?:to|topics) |top stories )|^more .{0,40}(?:stories|news|articles|headlines|coverage)$`)
	endPrefix   = regexp.MustCompile(`(?i)^(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|tags?:|topics?:|filed under:|\(?\d*\)?\s*comments?\s*\(?\d+\)?$|the views expressed in this)`)
	promoPrefix = regexp.MustCompile(`(?i)^(?:follow (?:us|\w+(?: \w+){0,7}) on |sign up (?:for|to) |subscribe to |download (?:the|our) |click (?:here|to (?:share|print|email|tweet)) |get (?:the latest|our|all the latest|breaking) .*(?:newsletter|inbox|app|news)|share (?:this|on|via) |join our |listen to this article|enter your email|we use cookies|this site uses cookies|already a subscriber|like us on |like this (?:story|article)\?|(?:has|have) (?:a|any) (?:story|tip|question)\?|got a (?:story|news tip|tip)|do you have a (?:story|tip))`)
	inlineHead  = regexp.MustCompile(`^([\pL' ’]{3,30}?)\s*[:|]\s+\S`)
	tickerHead  = regexp.MustCompile(`^((?:BREAKING|JUST IN|LIVE|LATEST|DEVELOPING|URGENT|ALERT)(?: NEWS)?)\s*[:|–-]\s+\S`)
)

// The words that start what those patterns match: looking at them first is
// most of the work saved on a page.
var (
	listOpeners  = wordSet("more most latest recommended related top")
	endOpeners   = wordSet("copyright all tag tags topic topics filed the comment comments")
	promoOpeners = wordSet("follow sign subscribe download click get share join listen enter we this already like has have got do")
	readOpeners  = wordSet("reading read")
)

// lineLabels are the labels that stand alone in a line, with their kind.
var lineLabels = sync.OnceValue(func() map[string]labelKind {
	m := map[string]labelKind{}
	for _, k := range []labelKind{relatedLabel, listLabel, endLabel, chromeLabel} {
		for l := range labels()[k] {
			if m[l] == noLabel {
				m[l] = k
			}
		}
	}
	return m
})

// labelOf tells the kind of a line that is nothing but a label. Where a label
// is of several kinds, the one that says most about what follows wins.
func labelOf(s string) labelKind {
	if len(s) > maxLabel {
		return noLabel
	}
	return labelWith(s, wordsOf(s))
}

// labelWith is labelOf for a line short enough, w being its words.
func labelWith(s, w string) labelKind {
	if k := lineLabels()[w]; k != noLabel {
		return k
	}
	switch {
	case isButtons(w):
		return chromeLabel
	case (opens(s, endOpeners) || !startsWithLetter(s)) && endPrefix.MatchString(s):
		return endLabel
	case opens(s, listOpeners) && listPrefix.MatchString(s) && countWords(s) <= 6 && !endsSentence(s):
		return listLabel
	case (startsWithNumber(s) || opens(s, readOpeners)) && (minuteRead.MatchString(s) || countLine.MatchString(s)):
		return chromeLabel
	}
	return noLabel
}

// startsWithLetter reports a letter of ASCII at the start.
func startsWithLetter(s string) bool { return s != "" && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' }

// startsWithNumber reports a digit before any letter of ASCII.
func startsWithNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			return true
		case c == '_', c|0x20 >= 'a' && c|0x20 <= 'z':
			return false
		}
	}
	return false
}

// isButtons reports a row of buttons: two or more words, each a button's.
func isButtons(words string) bool {
	n := 0
	for w := range strings.FieldsSeq(words) {
		if !labels()[chromeLabel][w] {
			return false
		}
		n++
	}
	return n > 1
}

// isTickerLabel reports a line that opens a strip of breaking news.
func isTickerLabel(s string) bool { return len(s) < maxLabel && labels()[tickerLabel][wordsOf(s)] }

// isPromo reports a line that asks the reader to follow, share or subscribe.
func isPromo(s string) bool {
	return len(s) < 240 && opens(s, promoOpeners) && promoPrefix.MatchString(s)
}

// isNotice reports a site's own words about cookies and rights.
func isNotice(s string) bool {
	w := strings.ToLower(s)
	return strings.Contains(w, "cookies") && (strings.Contains(w, "website") || strings.Contains(w, "this site") || strings.Contains(w, "our site") || strings.Contains(w, "consent") || strings.Contains(w, "browser")) ||
		strings.Contains(w, "all rights reserved")
}

// maxInlineHead is where a mark of inlineHead stands at the latest, in bytes.
const maxInlineHead = 160

// inlineStory finds the headline in a line such as "Read more: headline", as
// an offset into s; 0 where the line is none.
func inlineStory(s string) int {
	if !strings.ContainsAny(s[:min(len(s), maxInlineHead)], ":|") {
		return 0
	}
	m := inlineHead.FindStringSubmatchIndex(s)
	if m == nil || !labels()[inlineLabel][wordsOf(s[m[2]:m[3]])] || countWords(s) > maxHeadline+4 {
		return 0
	}
	if at := m[1] - lastRuneLength(s[:m[1]]); countWords(s[at:]) >= 3 {
		return at
	}
	return 0
}

// tickerLead is the length of the label that starts the text of a strip of news,
// with the blank after it; 0 where none does.
func tickerLead(s string) int {
	for i, r := range s {
		if r != ' ' {
			continue
		}
		if isTickerLabel(s[:i]) && firstUpper(s[i+1:]) && !isTickerLabel(s[:i]+" "+firstField(s[i+1:])) {
			return i + 1
		}
		if i > maxLabel/4 {
			break
		}
	}
	return 0
}

func firstField(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// inlineTicker finds the news in a line such as "BREAKING: news", as an offset
// into s; 0 where the line is none.
func inlineTicker(s string) int {
	m := tickerHead.FindStringSubmatchIndex(s)
	if m == nil || countWords(s) < 5 {
		return 0
	}
	return m[1] - lastRuneLength(s[:m[1]])
}
