package cli

import (
	"encoding/json"
	"time"

	"quotes/pkg/pipeline"
)

// tally counts what a run did, those before it that it goes on from included.
type tally struct {
	Documents     int   `json:"documents"`
	Quotes        int   `json:"quotes"`
	Failed        int   `json:"failed"`
	PassedOver    int   `json:"passed_over"`
	OtherLanguage int   `json:"other_language"`
	Bytes         int64 `json:"bytes"`
	quoteCounts
}

// quoteCounts counts quotes by what they are.
type quoteCounts struct {
	Sections     map[string]int `json:"sections"`
	Types        map[string]int `json:"types"`
	Acts         map[string]int `json:"acts"`
	SpeakerKinds map[string]int `json:"speaker_kinds"`
}

func newQuoteCounts() quoteCounts {
	return quoteCounts{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
}

// countQuotes counts the records of a document.
func countQuotes(records []pipeline.Record) quoteCounts {
	c := newQuoteCounts()
	for i := range records {
		r := &records[i]
		c.Sections[r.Section]++
		c.Types[r.Type]++
		c.Acts[r.Act]++
		kind := "none"
		if r.SpeakerKind != nil {
			kind = *r.SpeakerKind
		}
		c.SpeakerKinds[kind]++
	}
	return c
}

// add counts what one document gave.
func (t *tally) add(r *rendered) {
	t.Documents++
	t.Quotes += r.quotes
	t.Bytes += r.size
	if r.lang != "" {
		t.OtherLanguage++
	}
	for _, m := range []struct{ to, from map[string]int }{
		{t.Sections, r.counts.Sections}, {t.Types, r.counts.Types}, {t.Acts, r.counts.Acts}, {t.SpeakerKinds, r.counts.SpeakerKinds},
	} {
		for word, n := range m.from {
			m.to[word] += n
		}
	}
}

// stats is what --stats writes: what was done, and what it took.
type stats struct {
	Schema  string `json:"schema"`
	Version string `json:"version"`
	tally
	DocumentsBefore int     `json:"documents_before"`
	BytesRead       int64   `json:"bytes_read"`
	Seconds         float64 `json:"seconds"`
	Interrupted     bool    `json:"interrupted"`
}

// writeStats writes the file of --stats.
func writeStats(file *outFile, s stats) error {
	s.Schema, s.Version = "quotes-stats/1", Version
	s.Seconds = float64(time.Duration(s.Seconds*float64(time.Second)).Round(time.Millisecond)) / float64(time.Second)
	line, err := json.MarshalIndent(s, "", "  ")
	if err == nil {
		_, err = file.Write(append(line, '\n'))
	}
	end := whole
	if err != nil {
		end = nothing
	}
	if closeErr := file.close(end); err == nil {
		err = closeErr
	}
	return err
}
