package ingest

import "quotes/pkg/text"

func isPageText(lines []line) bool { return false }

func parsePageText(id, s string, lines []line) *text.Article { return nil }
