package pipeline

// Schema names the shape of a [Record].
const Schema = "quotes/1"

// Record is one line of output: one quote with its speaker. The order of the
// fields is the order of the keys; nil is written as null.
type Record struct {
	Schema      string   `json:"schema"`
	ID          string   `json:"id"`
	DocID       string   `json:"doc_id"`
	SourceURL   *string  `json:"source_url"`
	Site        *string  `json:"site"`
	Title       *string  `json:"title"`
	Authors     []string `json:"authors"`
	Published   *string  `json:"published"`
	Lang        *string  `json:"lang"`
	Section     string   `json:"section"`
	Paragraph   int      `json:"paragraph"`
	Sentence    int      `json:"sentence"`
	Act         string   `json:"act"`
	Type        string   `json:"type"`
	Quote       string   `json:"quote"`
	Speaker     *string  `json:"speaker"`
	SpeakerKind *string  `json:"speaker_kind"`
	SpeakerRole *string  `json:"speaker_role"`
	Mention     *string  `json:"mention"`
	Cue         *string  `json:"cue"`
	CueLemma    *string  `json:"cue_lemma"`
	Date        *string  `json:"date"`
	DateText    *string  `json:"date_text"`
	Context     string   `json:"context"`
	Confidence  float64  `json:"confidence"`
	Rule        string   `json:"rule"`
	Spans       Spans    `json:"spans"`
	Polarity    string   `json:"polarity"`
	Channel     *string  `json:"channel"`
	Medium      *string  `json:"medium"`
	Addressee   *string  `json:"addressee"`
}

// Spans says where a record's words stand, in the unit that [Config.Offsets]
// names: half-open [start, end) pairs.
type Spans struct {
	Quote   [][2]int `json:"quote"`
	Quoted  [][2]int `json:"quoted"`
	Cue     [][2]int `json:"cue"`
	Mention [][2]int `json:"mention"`
	Context [][2]int `json:"context"`
}

// Offsets is the unit of a record's spans.
type Offsets string

// The units of spans. The zero value counts code points.
const (
	CodePoints Offsets = "codepoint"
	Bytes      Offsets = "byte"
	UTF16      Offsets = "utf16"
)

// DocumentSchema names the shape of a [DocumentRecord].
const DocumentSchema = "quotes-text/1"

// DocumentRecord is one line of `quotes text`: the document itself.
type DocumentRecord struct {
	Schema    string        `json:"schema"`
	DocID     string        `json:"doc_id"`
	SourceURL *string       `json:"source_url"`
	Site      *string       `json:"site"`
	Title     *string       `json:"title"`
	Authors   []string      `json:"authors"`
	Published *string       `json:"published"`
	Lang      *string       `json:"lang"`
	Text      string        `json:"text"`
	Blocks    []BlockRecord `json:"blocks"`
}

// BlockRecord says which section a part of a document's text belongs to.
type BlockRecord struct {
	Section string `json:"section"`
	Span    [2]int `json:"span"`
}
