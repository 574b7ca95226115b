package ingest

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// ldArticle is what the JSON-LD of a page states about its article.
type ldArticle struct {
	headline, published, url, publisher, lang, description string
	authors                                                []string
}

// ldTypes are the types of schema.org that an article's object may have, with
// how sure a sign each is: an article before the page that holds it.
var ldTypes = map[string]int{
	"NewsArticle": 3, "ReportageNewsArticle": 3, "AnalysisNewsArticle": 3, "OpinionNewsArticle": 3, "BackgroundNewsArticle": 3, "ReviewNewsArticle": 3,
	"LiveBlogPosting": 3, "Article": 3, "BlogPosting": 3, "Report": 3, "SatiricalArticle": 3, "ScholarlyArticle": 3, "TechArticle": 3, "AdvertiserContentArticle": 3,
	"ClaimReview": 2, "SocialMediaPosting": 2, "Review": 2, "CreativeWork": 2, "WebPage": 1, "VideoObject": 1,
}

// readJSONLD reads the article from a page's JSON-LD scripts: the surest
// object, and of two alike the first.
func readJSONLD(scripts []string) ldArticle {
	var best map[string]any
	worth := 0
	for _, s := range scripts {
		v, ok := parseLoose(s)
		if !ok {
			continue
		}
		eachObject(v, func(o map[string]any) {
			for _, t := range stringsOf(o["@type"]) {
				if n := ldTypes[strings.TrimPrefix(t, "http://schema.org/")]; n > worth {
					best, worth = o, n
				}
			}
		})
	}
	if best == nil {
		return ldArticle{}
	}
	a := ldArticle{
		headline: ldText(best["headline"]), published: isoDate(ldText(best["datePublished"])), url: ldURL(best),
		publisher: ldText(best["publisher"]), lang: ldText(best["inLanguage"]), description: ldText(best["description"]),
	}
	if worth > 1 {
		a.authors = ldNames(best["author"])
		if len(a.authors) == 0 {
			a.authors = ldNames(best["creator"])
		}
	}
	if a.headline == "" && worth > 1 {
		a.headline = ldText(best["name"])
	}
	return a
}

var (
	trailingComma = regexp.MustCompile(`,\s*([}\]])`)
	ldWrapping    = strings.NewReplacer("<!--", "", "-->", "", "<![CDATA[", "", "//]]>", "", "]]>", "", "\n", " ", "\r", " ", "\t", " ")
)

// parseLoose parses JSON that is slightly broken: comments of HTML round it,
// line breaks in strings, commas before closing brackets, more than one value,
// a semicolon at the end.
func parseLoose(s string) (any, bool) {
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	s = strings.Trim(ldWrapping.Replace(s), " ;/")
	s = trailingComma.ReplaceAllString(s, "$1")
	var list []any
	for d := json.NewDecoder(strings.NewReader(s)); ; {
		var v any
		if d.Decode(&v) != nil {
			return list, len(list) > 0
		}
		list = append(list, v)
	}
}

// eachObject visits the objects that may describe the page itself: those of
// lists and graphs, and an object's main entity.
func eachObject(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			eachObject(x, visit)
		}
	case map[string]any:
		visit(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			eachObject(v[key], visit)
		}
	}
}

// stringsOf gives a string or a list of them.
func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// ldText is a value's text: a string, or the name or value of an object, or
// the first of a list.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return fold(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return ldText(v[0])
		}
	case map[string]any:
		for _, key := range []string{"name", "@value"} {
			if s, ok := v[key].(string); ok {
				return fold(html.UnescapeString(s))
			}
		}
	}
	return ""
}

// ldNames are the names of one or more persons or organizations.
func ldNames(v any) []string {
	switch v := v.(type) {
	case string:
		return statedNames(html.UnescapeString(v))
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, ldNames(x)...)
		}
		return unique(out)
	case map[string]any:
		return ldNames(v["name"])
	}
	return nil
}

// ldURL is the address of an article's object.
func ldURL(o map[string]any) string {
	for _, key := range []string{"mainEntityOfPage", "url", "@id"} {
		switch v := o[key].(type) {
		case string:
			if strings.HasPrefix(v, "http") {
				return v
			}
		case map[string]any:
			if s, ok := v["@id"].(string); ok && strings.HasPrefix(s, "http") {
				return s
			}
		}
	}
	return ""
}
