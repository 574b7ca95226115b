package quote_test

// knownFailures are rows that the package gets wrong, with the reason. Whoever
// mends one moves its row to the tables of findTests.
var knownFailures = []struct{ name, text, reason string }{}
