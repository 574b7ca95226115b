// Package lineartest holds the program to work that is linear in its input,
// without a clock: the program is built with counters in every block of code
// (go build -cover), runs on inputs made to hurt and on ones four times as
// long, and the counts are compared. Web archives are held to it by their own
// package, which counts bytes.
//
//	go test ./internal/lineartest -count-work
package lineartest
