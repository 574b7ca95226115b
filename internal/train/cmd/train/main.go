// Command train makes the models of internal/model/data.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotes/internal/train"
)

func main() {
	corpora := flag.String("corpora", "../shared/corpora", "folder of the corpora")
	out := flag.String("out", "internal/model/data", "folder of the models")
	only := flag.String("only", "", `"words": the words alone, by the embedded tagger; "tag": stop after the taggers`)
	flag.Parse()
	in := func(name string) string { return filepath.Join(*corpora, name) }
	err := train.Run(train.Config{
		Corpus: in("polnear/train.jsonl.gz"), Tokens: in("polnear/train.tokens.jsonl.gz"),
		Teacher: in("silver/train.teacher.jsonl.gz"), News: in("silver/news.teacher.jsonl.gz"),
		Classes: in("silver/classes.tsv.gz"),
		Dev:     in("polnear/dev.jsonl.gz"), DevTok: in("polnear/dev.tokens.jsonl.gz"),
		Out: *out, Only: *only, Log: os.Stderr,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
