# What a developer needs day by day. `make check` is what must pass before a commit.

PACKAGES ?= ./...
FUZZTIME ?= 10s
COUNT    ?= 10

.PHONY: build check golden bench fuzz clean

build:
	go build -o bin/quotes ./cmd/quotes

check:
	@unformatted=$$(gofmt -s -l .); test -z "$$unformatted" || { echo "not gofmt -s: $$unformatted"; exit 1; }
	go vet $(PACKAGES)
	go tool staticcheck $(PACKAGES)
	go test -race $(PACKAGES)

# Writes the golden files and the README's outputs anew; read the difference
# before you commit it.
golden:
	git grep -lE 'flag\.Bool\("update"' -- '*_test.go' | xargs -r -n 1 dirname | sort -u | \
	  while read -r dir; do go test "./$$dir" -update || exit 1; done
	.ci/recipes --update README.md

# Ten runs, to be compared with benchstat.
bench:
	go test -run '^$$' -bench . -benchmem -count $(COUNT) $(PACKAGES)

fuzz:
	.ci/fuzz $(FUZZTIME)

clean:
	rm -rf bin
