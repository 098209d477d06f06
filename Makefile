# make test is what CI runs. Everything else is for those who work on coach.

GO ?= go
COACH = build/coach

.PHONY: build test lint generate bench bench-server fuzz score score-heldout clean test-clients test-clients-npm test-browser picture

build:
	$(GO) build -o $(COACH) ./cmd/coach

test: build lint
	$(GO) test ./...
	$(GO) test -race -run "OneSetForAll" ./rules
	$(GO) test -race ./cmd/coach
	$(COACH) rules test --alone rules/en
	GOOS=js GOARCH=wasm $(GO) build -o /dev/null ./analyzer ./rules
	CGO_ENABLED=0 $(GO) build -o build/coach-static ./cmd/coach
	build/coach-static check testdata/messages/first-draft.txt >/dev/null; test $$? -eq 1
	if command -v npm >/dev/null; then $(MAKE) test-clients-npm test-browser; else echo "npm is missing: neither its clients nor the page are tested"; fi

# LanguageTool's clients from npm against the server; .ci/run installs npm where it is missing.
CLIENTS = testdata/clients
test-clients-npm: build $(CLIENTS)/node_modules/.package-lock.json
	$(CLIENTS)/with-server.sh $(COACH) node --test $(CLIENTS)/npm.test.mjs

%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	cd $* && npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

# The page in Chromium, which comes from Debian where it is missing.
BROWSER = testdata/browser
test-browser: build $(BROWSER)/node_modules/.package-lock.json
	$(BROWSER)/install-chromium.sh
	$(GO) build -o build/invented ./server/internal/invented
	COACH_BINARY=$(COACH) INVENTED_BINARY=build/invented node --test $(BROWSER)/all.mjs

picture: build $(BROWSER)/node_modules/.package-lock.json
	$(BROWSER)/install-chromium.sh
	COACH_BINARY=$(COACH) PICTURE=docs/page.png node --test $(BROWSER)/picture.mjs

# All of them, LibreOffice as well: half a gigabyte from Debian, where it is missing.
test-clients: test-clients-npm
	$(CLIENTS)/install-libreoffice.sh
	$(CLIENTS)/with-server.sh $(COACH) $(CLIENTS)/libreoffice.py

lint:
	$(GO) vet ./...
	test -z "$$($(GO) tool gofumpt -l . | tee /dev/stderr)"
	$(GO) tool staticcheck ./...

generate:
	$(GO) generate ./...

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./analyzer/... ./rules ./cmd/coach

# The server under load, in less than three minutes; wrk comes from Debian where it is missing.
bench-server:
	server/internal/load/install-wrk.sh
	$(GO) run ./server/internal/load

# Minutes for each target; CI runs the seeds only, as part of make test.
FUZZTIME ?= 2m
fuzz:
	$(GO) test -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZTIME) ./analyzer/text
	$(GO) test -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZTIME) ./analyzer/pattern
	$(GO) test -run '^$$' -fuzz FuzzLoad -fuzztime $(FUZZTIME) ./rules
	$(GO) test -run '^$$' -fuzz FuzzCheck -fuzztime $(FUZZTIME) ./rules
	$(GO) test -run '^$$' -fuzz FuzzCheck -fuzztime $(FUZZTIME) ./server/languagetool
	$(GO) test -run '^$$' -fuzz FuzzLint -fuzztime $(FUZZTIME) ./server
	$(GO) test -run '^$$' -fuzz FuzzRead -fuzztime $(FUZZTIME) ./server

# The open rooms were read by those who write rules; the calibration rooms were not, but the second reader has learned
# from both: what the rules alone are worth is unseen on the calibration rooms, what both are worth is told by
# go run ./cmd/train --evaluate.
score: build
	@echo "open rooms"; python3 testdata/score/run.py $(COACH) testdata/corpus
	@echo "calibration rooms (learned from by the second reader; docs/reader.md)"; python3 testdata/score/run.py $(COACH) testdata/calibration

# The held-out rooms are not part of this repository. Once a day at most.
HELDOUT ?= ../shared/heldout
score-heldout: build
	@python3 testdata/score/run.py $(COACH) $(HELDOUT) --log docs/heldout.log

clean:
	rm -rf build
