// Package oracle compares what internal/ingest takes for an article with what
// go-trafilatura takes for it. It is a module of its own, run by hand, so that
// the program does not depend on that library:
//
//	cd internal/ingest/oracle && go test -mod=mod -v
package oracle
