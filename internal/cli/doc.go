// Package cli is the command line: it reads flags, opens inputs and writes
// records.
//
// It takes arguments and streams and gives an exit code; [Run] is the only
// door. Records go to standard output and nothing else does; messages go to
// standard error, one line each. Every command is a file of this package.
package cli
