// Command ranker makes the weights of pkg/speaker/data/ranker.txt.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotes/internal/train/ranker"
)

func main() {
	corpora := flag.String("corpora", "../shared/corpora", "folder of the corpora")
	out := flag.String("out", "pkg/speaker/data/ranker.txt", "file of the weights")
	flag.Parse()
	in := func(name string) string { return filepath.Join(*corpora, "polnear", name) }
	err := ranker.Run(ranker.Config{
		Text: in("train.jsonl.gz"), Tokens: in("train.tokens.jsonl.gz"),
		DevText: in("dev.jsonl.gz"), DevTokens: in("dev.tokens.jsonl.gz"),
		Out: *out, Log: os.Stderr,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "ranker:", err)
		os.Exit(1)
	}
}
