package ingest

import (
	"strings"
	"testing"
)

func TestISODate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-07-18":                          "2024-07-18",
		"2024-07":                             "2024-07",
		"2024-07-18T05:54:00+03:00":           "2024-07-18T05:54:00+03:00",
		"2024-07-18T05:54:00+0300":            "2024-07-18T05:54:00+03:00",
		"2024-07-18T05:54Z":                   "2024-07-18T05:54:00Z",
		"2024-07-18 05:54:10.123":             "2024-07-18T05:54:10.123",
		"2024-07-18T25:54:00Z":                "2024-07-18",
		"18 Jul 2024 05:54":                   "2024-07-18T05:54:00",
		"18th July, 2024":                     "2024-07-18",
		"July 18, 2024":                       "2024-07-18",
		"Jul. 18th 2024, 5:54 p.m.":           "2024-07-18T17:54:00",
		"July 18, 2024 at 12:05 am EDT":       "2024-07-18T00:05:00-04:00",
		"Thu, 18 Jul 2024 05:54:00 +0200":     "2024-07-18T05:54:00+02:00",
		"Thu Jul 18, 2024 5pm GMT":            "2024-07-18T17:00:00Z",
		"05:54, 18 July 2024":                 "2024-07-18T05:54:00",
		"18/07/2024":                          "2024-07-18",
		"07/18/2024":                          "2024-07-18",
		"18.07.2024":                          "2024-07-18",
		"2024/07/18":                          "2024-07-18",
		"05/07/2024":                          "", // two readings
		"05/05/2024":                          "2024-05-05",
		"31 Feb 2024":                         "",
		"2024-13-01":                          "",
		"July 2024":                           "",
		"18 July":                             "",
		"yesterday":                           "",
		"":                                    "",
		strings.Repeat("x", 200) + "1 Jan 24": "",
	} {
		if got := isoDate(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestDateLine(t *testing.T) {
	for in, want := range map[string]string{
		"Published: July 18, 2024 at 5:54 p.m.":       "2024-07-18T17:54:00",
		"Updated 18 July 2024":                        "2024-07-18",
		"Published 18 July 2024 Updated 19 July 2024": "2024-07-18",
		"On July 18, 2024, the bridge opened.":        "",
		"The mayor resigned on 18 July 2024":          "",
		"Bridge opens, 18 July 2024":                  "",
	} {
		if got := dateLine(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestBylineNames(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Lee":            "Ann Lee",
		"BY ANN LEE":            "Ann Lee",
		"by Ann O'Neil-Lee":     "Ann O'Neil-Lee",
		"By Ann Lee and Bo Roe": "Ann Lee; Bo Roe",
		"By Ann Lee, Bo Roe & Ludwig van der Holm":         "Ann Lee; Bo Roe; Ludwig van der Holm",
		"By Ann Lee, Staff Writer":                         "Ann Lee",
		"By Ann Lee in Merrow and Bo Roe in Sorrel":        "Ann Lee; Bo Roe",
		"By Ann Lee | Harbour Correspondent | 18 Jul 2024": "Ann Lee",
		"By Ann Lee, MD, PhD":                              "Ann Lee",
		"By Ann Lee Monday, July 15, 2024":                 "Ann Lee",
		"By: J.R. Stonely":                                 "J.R. Stonely",
		"ByAnn Lee":                                        "Ann Lee",
		"By Ann Lee (ann@echo.example)":                    "Ann Lee",
		"By Ann Lee, The Associated Press":                 "Ann Lee; The Associated Press",
		"By Reuters":                                       "Reuters",
		"Written by Ann Lee":                               "Ann Lee",
		"By Al-Harbour English":                            "Al-Harbour English",
		"By Friday, the panel had heard eleven witnesses.": "",
		"By then it was too late":                          "",
		"By the River Sarn, a baker waits":                 "",
		"By 2030 the bridge will be paid for":              "",
		"Byron Smith":                                      "",
		"By staff":                                         "",
		"The book was written by Ann Lee":                  "",
	} {
		if got := strings.Join(bylineNames(in), "; "); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestStatedNames(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee":                      "Ann Lee",
		"Ann Lee, Bo Roe":              "Ann Lee; Bo Roe",
		"https://echo.example/ann-lee": "",
		"Harbour Echo":                 "Harbour Echo",
		"ECHO.info":                    "ECHO.info",
		"admin":                        "",
		"Staff Writer":                 "",
		"@annlee":                      "",
		"Ann Lee. City Desk":           "Ann Lee",
		"ann@echo.example":             "",
		"AFP":                          "AFP",
	} {
		if got := strings.Join(statedNames(in), "; "); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestLang(t *testing.T) {
	for in, want := range map[string]string{
		"The mayor said that the bridge would open in May, and that it was paid for.":           "en",
		"Der Bürgermeister sagte, dass die Brücke im Mai öffnen wird und nicht teuer ist.":      "de",
		"Le maire a dit que le pont sera ouvert en mai et qu'il ne coûtera rien dans la ville.": "fr",
		"El alcalde dijo que el puente se abrirá en mayo y que no costará nada a la ciudad.":    "es",
		"Мэр сказал, что мост откроется в мае и что он уже оплачен.":                            "ru",
		"市長は橋が五月に開くと述べた。":                                                                       "ja",
		"قال رئيس البلدية إن الجسر سيفتح في مايو":                                               "ar",
		"12 34 xyz": "",
		"":          "",
	} {
		if got := detectLang(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	english := strings.Repeat("The mayor said that the bridge would open in May. ", 4)
	for _, tt := range [][3]string{
		{"en_us", english, "en-US"}, {"", english, "en"}, {"de-DE", english, "en"}, {"en", "xyz", "en"}, {"nonsense", "xyz", ""}, {"zh-hans", "xyz", "zh-Hans"},
	} {
		if got := pageLang(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%q: got %q, want %q", tt[0], got, tt[2])
		}
	}
}

func TestStripSite(t *testing.T) {
	for _, tt := range [][4]string{
		{"Bridge opens at last today | Lindow Echo", "", "", "Bridge opens at last today"},
		{"Bridge opens - Lindow Echo", "Lindow Echo", "", "Bridge opens"},
		{"Bridge opens - Echo", "", "www.echo.example", "Bridge opens"},
		{"Bridge opens - and closes again", "Lindow Echo", "www.echo.example", "Bridge opens - and closes again"},
		{"Bridge opens | News | Lindow Echo", "Lindow Echo", "", "Bridge opens | News"},
	} {
		if got := stripSite(tt[0], tt[1], tt[2]); got != tt[3] {
			t.Errorf("%q: got %q, want %q", tt[0], got, tt[3])
		}
	}
}

func TestLabels(t *testing.T) {
	for in, want := range map[string]labelKind{
		"Related News": relatedLabel, "MOST READ": listLabel, "Read Next:": listLabel, "Share this": chromeLabel, "5 Min Read": chromeLabel,
		"1 Shares": chromeLabel, "Facebook Twitter Email": chromeLabel, "Comments (14)": endLabel, "© 2024 The Island Post": endLabel, "More from World": listLabel,
		"Bridge opens": noLabel, "He declined to comment.": noLabel, "Tags: ferries": endLabel,
	} {
		if got := labelOf(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Read more: Why the cranes stand still":  "Why the cranes stand still",
		"READ ALSO | Why the cranes stand still": "Why the cranes stand still",
		"Orsolo: We never left the table":        "",
		"Read more: here":                        "",
	} {
		got := ""
		if at := inlineStory(in); at > 0 {
			got = in[at:]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCaption(t *testing.T) {
	for in, want := range map[string]bool{
		"Ann Lee at the bridge on Thursday, July 18, 2024. (AP)":      true,
		"Ann Lee at the bridge. (AP Photo/Bo Roe)":                    true,
		"Ann Lee at the bridge (Social media)":                        true,
		"Ann Lee at the bridge. (ECN)":                                true,
		"Photo: Ann Lee at the bridge":                                true,
		"Ann Lee at the bridge. Bo Roe/Reuters":                       true,
		"She praised the Port Labour Council (PLC).":                  false,
		"He joined the Port Labour Council (PLC)":                     false,
		"The pictures show a bridge, she said.":                       false,
		"The bridge opened on Thursday.":                              false,
		"He said the photo was taken by the police and/or the mayor.": false,
	} {
		if got := isCaption(in); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
}

func TestClassMarks(t *testing.T) {
	for w := range classWords().words {
		if len(w) > maxClassWord || classWords().of([]byte(w)) == 0 {
			t.Errorf("%q is not found", w)
		}
	}
	for in, want := range map[string]mark{
		"article-body": markBody, "articleBody": markBody, "most-read": markRelated, "share_bar": markDrop, "header": 0,
		"most read": 0, "most--read": markRelated, "mostÉread": 0, "READMORE": markRelated, "x-most-read-y": markRelated, "ad": markDrop,
		strings.Repeat("x", 40) + "-ad": markDrop, "ad-" + strings.Repeat("x", 40): markDrop, "read" + strings.Repeat("é", 40) + "more": 0,
		"c-Related": markRelated, "readmore-2": markRelated, "shareholder": 0, "loaded": 0, "adventure": 0, "Byline__author": markByline,
	} {
		if got := (classCache{}).classMarks(in); got != want {
			t.Errorf("%q: got %b, want %b", in, got, want)
		}
	}
}

// TestWhiteSpace: fold and countWords tell white space as strings.Fields does.
func TestWhiteSpace(t *testing.T) {
	for r := rune(0); r <= 0x3000; r++ {
		for _, in := range []string{"a" + string(r) + "b", string(r) + "é", "é " + string(r) + "b", "a" + string(r)} {
			words := strings.Fields(in)
			if got := fold(in); got != strings.Join(words, " ") {
				t.Errorf("fold(%q) = %q", in, got)
			}
			if got := countWords(in); got != len(words) {
				t.Errorf("countWords(%q) = %d, want %d", in, got, len(words))
			}
		}
	}
}
