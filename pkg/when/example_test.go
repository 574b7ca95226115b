package when_test

import (
	"fmt"
	"strings"

	"quotes/pkg/text"
	"quotes/pkg/when"
)

func ExampleResolve() {
	sentence := "The minister said on Wednesday that the bridge would open on Friday."
	said := text.Span{Start: strings.Index(sentence, "the bridge"), End: len(sentence) - 1}
	d, ok := when.Resolve(sentence, strings.Index(sentence, "said"), []text.Span{said}, "2024-07-18")
	fmt.Println(d.ISO, d.Span.In(sentence), ok)
	// Output: 2024-07-17 on Wednesday true
}
