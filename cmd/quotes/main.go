// Command quotes finds the quotes of news articles and says whose they are.
package main

import (
	"os"

	"quotes/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
