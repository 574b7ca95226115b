package pipeline

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// byLibrary is a record as encoding/json writes it.
func byLibrary(t *testing.T, r *Record) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func sameJSON(t *testing.T, r *Record) {
	t.Helper()
	got, err := r.AppendJSON([]byte("x"))
	if want := "x" + byLibrary(t, r); err != nil || string(got) != want {
		t.Fatalf("%v\n got %s\nwant %s", err, got, want)
	}
}

// filled is a record whose every field is made of s and a number of its own: a
// field that AppendJSON leaves out or takes for another shows.
func filled(s string, n int) *Record {
	r := &Record{}
	fill(reflect.ValueOf(r).Elem(), s, n)
	return r
}

func fill(v reflect.Value, s string, n int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), s, n+i)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), s, n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), max(n%3, 0), 3))
		for i := range v.Len() {
			fill(v.Index(i), s, n+i)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), s, n+i)
		}
	case reflect.String:
		v.SetString(s + strconv.Itoa(n))
	case reflect.Int:
		v.SetInt(int64(n))
	case reflect.Float64:
		v.SetFloat(float64(n) / 1000)
	}
}

func TestAppendJSON(t *testing.T) {
	var control strings.Builder
	for c := range rune(0x300) {
		control.WriteRune(c)
	}
	for i, s := range []string{"", "plain", control.String(), "“żółw” 🐢\u2028\u2029\u2027\u202a\ufeff\ufffd", "bad \xff\xc3(\xed\xa0\x80\xf0\x9f\x90", `<a href="b\c">&amp;</a>`} {
		for n := range 4 {
			sameJSON(t, filled(s, 100*i+n-100))
		}
	}
	sameJSON(t, &Record{})
	for _, f := range []float64{0, math.Copysign(0, -1), 0.001, 0.939, 1, 1e-6, 9.9e-7, 1e21, 1e20, -2.5, math.MaxFloat64, math.SmallestNonzeroFloat64, 1.0 / 3} {
		sameJSON(t, &Record{Confidence: f})
	}
	for _, f := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := (&Record{Confidence: f}).AppendJSON(nil); err == nil {
			t.Errorf("%v is written", f)
		}
	}
}

func FuzzAppendJSON(f *testing.F) {
	f.Add("“a” \u2028 \xff \x00", 3, 0.5)
	f.Fuzz(func(t *testing.T, s string, n int, confidence float64) {
		r := filled(s, n&0xffff)
		if r.Confidence = confidence; math.IsNaN(confidence) || math.IsInf(confidence, 0) {
			t.Skip()
		}
		sameJSON(t, r)
	})
}
