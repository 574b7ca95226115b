package ingest

import "strings"

// withoutScripts takes from a page what stands in its scripts and styles:
// half of a news page, which the parser would read byte by byte for nothing.
// Scripts with data (JSON-LD) stay. The tags are told as the parser tells
// them; from a place on where that is not simple the page stays as it is.
func withoutScripts(s string) string {
	var out strings.Builder
	from := 0
	for at := 0; at >= 0; {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			break
		}
		at += i + 1
		if at < len(s) && isLetter(s[at]) {
			var cut int
			if cut, at = startTag(s, at); cut > 0 {
				out.WriteString(s[from:cut])
				from = at
			}
			continue
		}
		at = pastOther(s, at)
	}
	if from == 0 {
		return s
	}
	out.WriteString(s[from:])
	return out.String()
}

// rawTags are the elements whose content is no markup.
var rawTags = wordSet("script style textarea title iframe noembed noframes noscript xmp")

// startTag passes the start tag whose name starts at from, and the content of
// an element without markup. cut is where content starts that is to be left
// out, up to at, else 0; at is -1 where nothing more is told.
func startTag(s string, from int) (cut, at int) {
	end := from
	for end < len(s) && !isTagBreak(s[end]) {
		end++
	}
	name := s[from:end]
	if at = tagEnd(s, end); at < 0 || len(name) > len("textarea") {
		return 0, at
	}
	switch name = strings.ToLower(name); {
	case name == "plaintext":
		return 0, -1
	case name == "svg", name == "math": // has scripts and styles of another kind
		return 0, rawEnd(s, at, name)
	case !rawTags[name]:
		return 0, at
	case s[at-2] == '/':
		return 0, -1
	}
	start, tag := at, s[end:at]
	if at = rawEnd(s, start, name); at < 0 {
		return 0, -1
	}
	content := s[start:at]
	switch {
	case name == "script" && strings.Contains(content, "<!--") && strings.Contains(strings.ToLower(content), "<script"):
		return 0, -1 // may not end here
	case name == "script" && !strings.Contains(strings.ToLower(tag), "json"), name == "style":
		return start, at
	}
	return 0, at
}

// pastOther passes what starts with "<" and is no start tag.
func pastOther(s string, at int) int {
	rest := s[at:]
	switch {
	case strings.HasPrefix(rest, "!--"):
		rest = rest[3:]
		end := strings.Index(rest, "-->")
		if end < 0 || rest[0] == '>' || strings.HasPrefix(rest, "->") || strings.Contains(rest[:end], "--!>") {
			return -1
		}
		return at + 3 + end + 3
	case strings.HasPrefix(rest, "![CDATA["):
		return -1
	case len(rest) > 1 && rest[0] == '/' && isLetter(rest[1]):
		end := 1
		for end < len(rest) && !isTagBreak(rest[end]) {
			end++
		}
		return tagEnd(s, at+end)
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "!"), strings.HasPrefix(rest, "?"):
		if end := strings.IndexByte(rest, '>'); end >= 0 {
			return at + end + 1
		}
		return -1
	}
	return at
}

// rawEnd finds the end tag of an element without markup.
func rawEnd(s string, from int, name string) int {
	for {
		i := strings.Index(s[from:], "</")
		if i < 0 {
			return -1
		}
		at := from + i
		end := at + 2 + len(name)
		if end < len(s) && strings.EqualFold(s[at+2:end], name) && isTagBreak(s[end]) {
			return at
		}
		from = at + 2
	}
}

// tagEnd passes the attributes of a tag and gives the place behind its ">",
// -1 where there is none.
func tagEnd(s string, at int) int {
	for at = pastSpace(s, at); at < len(s); at = pastSpace(s, at) {
		if s[at] == '>' {
			return at + 1
		}
		for start := at; at < len(s) && (at == start && s[at] == '=' || s[at] != '=' && !isTagBreak(s[at])); {
			at++
		}
		if at = pastSpace(s, at); at == len(s) {
			break
		}
		switch s[at] {
		case '/':
			at++
		case '=':
			at = pastValue(s, pastSpace(s, at+1))
		}
	}
	return -1
}

// pastValue passes the value of an attribute.
func pastValue(s string, at int) int {
	if at < len(s) && (s[at] == '"' || s[at] == '\'') {
		end := strings.IndexByte(s[at+1:], s[at])
		if end < 0 {
			return len(s)
		}
		return at + 1 + end + 1
	}
	for at < len(s) && s[at] != '>' && !isTagSpace(s[at]) {
		at++
	}
	return at
}

func pastSpace(s string, at int) int {
	for at < len(s) && isTagSpace(s[at]) {
		at++
	}
	return at
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isTagSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func isTagBreak(c byte) bool { return isTagSpace(c) || c == '/' || c == '>' }
