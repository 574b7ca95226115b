# What a developer needs day by day. `make check` is what must pass before a commit.

PACKAGES ?= ./...
FUZZTIME ?= 10s
COUNT    ?= 10

.PHONY: build check golden models bench fuzz clean

build:
	CGO_ENABLED=0 go build -ldflags "-s -w" -o bin/quotes ./cmd/quotes

check:
	@unformatted=$$(gofmt -s -l .); test -z "$$unformatted" || { echo "not gofmt -s: $$unformatted"; exit 1; }
	go vet $(PACKAGES)
	go tool staticcheck $(PACKAGES)
	go test -race $(PACKAGES)

# Writes the golden files and the README's outputs anew; read the difference
# before you commit it.
golden:
	git grep -lE 'flag\.Bool\("update"|goldentest\.Run' -- '*_test.go' | xargs -r -n 1 dirname | sort -u | \
	  while read -r dir; do go test "./$$dir" -update || exit 1; done
	.ci/recipes --update README.md

# Trains all models anew from the corpora and puts them where they are
# committed: the models, then the ranker's weights by a program with those
# models, then the table of confidence by a program with both.
CORPORA ?= ../shared/corpora
POLNEAR  = $(CORPORA)/polnear
SILVER   = $(CORPORA)/silver
POLNEAR_NOTE = PolNeAR 1.0 (Newell et al., LREC 2018): annotation without a stated licence, texts the publishers'.
models:
	go run ./cmd/quotes train --output bin/models --dev $(POLNEAR)/dev.jsonl.gz \
	  --tokens $(POLNEAR)/train.tokens.jsonl.gz --tokens $(POLNEAR)/dev.tokens.jsonl.gz \
	  --silver $(SILVER)/train.teacher.jsonl.gz --silver $(SILVER)/news.teacher.jsonl.gz --classes $(SILVER)/classes.tsv.gz \
	  --note "$(POLNEAR_NOTE) Labels and word classes by MiniLM-L6 (Apache-2.0). Hashes and weights, no text." \
	  $(POLNEAR)/train.jsonl.gz
	cp bin/models/*.bin bin/models/models.md internal/model/data/
	cp bin/models/ranker.txt pkg/speaker/data/
	cp bin/models/calibration.tsv pkg/quote/data/
	go run ./cmd/quotes train --only precision --output bin/models --note "$(POLNEAR_NOTE)" \
	  --dev $(POLNEAR)/dev.jsonl.gz $(POLNEAR)/train.jsonl.gz
	cp bin/models/precision.tsv pkg/quote/data/

# Ten runs, to be compared with benchstat.
bench:
	go test -run '^$$' -bench . -benchmem -count $(COUNT) $(PACKAGES)

fuzz:
	.ci/fuzz $(FUZZTIME)

clean:
	rm -rf bin
