package output

import (
	"time"

	"quotes/pkg/pipeline"
)

// row is a record as a line of a table: the order of the fields is that of
// the columns, their tags name and type them. The keys of a record keep their
// names; its spans are a column each; published and date are typed too.
type row struct {
	Schema       string    `parquet:"schema,dict"`
	ID           string    `parquet:"id"`
	DocID        string    `parquet:"doc_id,dict"`
	SourceURL    *string   `parquet:"source_url,dict,optional"`
	Site         *string   `parquet:"site,dict,optional"`
	Title        *string   `parquet:"title,dict,optional"`
	Authors      []string  `parquet:"authors,list"`
	Published    *string   `parquet:"published,dict,optional"`
	PublishedDay *int32    `parquet:"published_day,date,optional"`
	PublishedAt  *int64    `parquet:"published_at,timestamp(microsecond),optional"`
	Lang         *string   `parquet:"lang,dict,optional"`
	Section      string    `parquet:"section,dict"`
	Paragraph    int32     `parquet:"paragraph"`
	Sentence     int32     `parquet:"sentence"`
	Act          string    `parquet:"act,dict"`
	Type         string    `parquet:"type,dict"`
	Quote        string    `parquet:"quote"`
	Speaker      *string   `parquet:"speaker,dict,optional"`
	SpeakerKind  *string   `parquet:"speaker_kind,dict,optional"`
	SpeakerRole  *string   `parquet:"speaker_role,dict,optional"`
	Mention      *string   `parquet:"mention,dict,optional"`
	Cue          *string   `parquet:"cue,dict,optional"`
	CueLemma     *string   `parquet:"cue_lemma,dict,optional"`
	Date         *string   `parquet:"date,dict,optional"`
	DateDay      *int32    `parquet:"date_day,date,optional"`
	DateText     *string   `parquet:"date_text,dict,optional"`
	Context      string    `parquet:"context"`
	Confidence   float64   `parquet:"confidence"`
	Rule         string    `parquet:"rule,dict"`
	QuoteSpans   [][]int32 `parquet:"quote_spans,list"`
	QuotedSpans  [][]int32 `parquet:"quoted_spans,list"`
	CueSpans     [][]int32 `parquet:"cue_spans,list"`
	MentionSpans [][]int32 `parquet:"mention_spans,list"`
	ContextSpans [][]int32 `parquet:"context_spans,list"`
	Polarity     string    `parquet:"polarity,dict"`
	Channel      *string   `parquet:"channel,dict,optional"`
	Medium       *string   `parquet:"medium,dict,optional"`
	Addressee    *string   `parquet:"addressee,dict,optional"`
}

func rowOf(r *pipeline.Record) row {
	return row{
		Schema: r.Schema, ID: r.ID, DocID: r.DocID, SourceURL: r.SourceURL, Site: r.Site, Title: r.Title, Authors: r.Authors,
		Published: r.Published, PublishedDay: day(r.Published), PublishedAt: instant(r.Published), Lang: r.Lang,
		Section: r.Section, Paragraph: int32(r.Paragraph), Sentence: int32(r.Sentence), Act: r.Act, Type: r.Type,
		Quote: r.Quote, Speaker: r.Speaker, SpeakerKind: r.SpeakerKind, SpeakerRole: r.SpeakerRole, Mention: r.Mention,
		Cue: r.Cue, CueLemma: r.CueLemma, Date: r.Date, DateDay: day(r.Date), DateText: r.DateText,
		Context: r.Context, Confidence: r.Confidence, Rule: r.Rule,
		QuoteSpans: pairs(r.Spans.Quote), QuotedSpans: pairs(r.Spans.Quoted), CueSpans: pairs(r.Spans.Cue),
		MentionSpans: pairs(r.Spans.Mention), ContextSpans: pairs(r.Spans.Context),
		Polarity: r.Polarity, Channel: r.Channel, Medium: r.Medium, Addressee: r.Addressee,
	}
}

// day gives the days since 1970 of a date that states a day, as its own
// offset has it.
func day(date *string) *int32 {
	if date == nil || len(*date) < len(time.DateOnly) {
		return nil
	}
	t, err := time.Parse(time.DateOnly, (*date)[:len(time.DateOnly)])
	if err != nil {
		return nil
	}
	d := int32(t.Unix() / (24 * 60 * 60)) // t is a midnight: whole days, before 1970 too
	return &d
}

// instant gives the microseconds since 1970 of a date that states a time and
// its offset.
func instant(date *string) *int64 {
	if date == nil {
		return nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, *date); err == nil {
			us := t.UnixMicro()
			return &us
		}
	}
	return nil
}

// pairs are spans as a column holds them.
func pairs(spans [][2]int) [][]int32 {
	out := make([][]int32, len(spans))
	flat := make([]int32, 2*len(spans))
	for i, s := range spans {
		flat[2*i], flat[2*i+1] = int32(s[0]), int32(s[1])
		out[i] = flat[2*i : 2*i+2 : 2*i+2]
	}
	return out
}
