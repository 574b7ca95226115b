package speaker

// knownFailures are rows that the package gets wrong, with the reason. Whoever
// mends one moves its row to the tables of speakerTests, and takes its line
// out of testdata/known-failures.txt.
var knownFailures = []struct {
	name, text string
	want       []string
	reason     string
}{}
