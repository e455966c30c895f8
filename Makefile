# What a developer runs. `make test` is the whole check and installs what it
# needs; `make bench` prints speed and memory.

GO ?= go
export CGO_ENABLED = 0
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all build test check unit demo browser screenshots bench man train clean

all: build

# HTTP/2 is never spoken: the pages are plain HTTP on loopback.
build:
	$(GO) build -trimpath -tags nethttpomithttp2 -ldflags '-s -w' -o pacta ./cmd/pacta

test: check unit demo browser

# Formatting, vet and staticcheck.
check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo 'not formatted:'; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

unit:
	$(GO) test ./...

# The README's first command, without the server at its end.
demo:
	$(GO) run ./cmd/pacta demo --no-serve

# The pages in a real browser; says so where no browser can be had.
browser:
	sh internal/browser/test.sh

# The pictures of the README, from the demo base in a real browser.
screenshots:
	SCREENSHOTS=$(CURDIR)/doc $(GO) test -tags browser -count=1 -run TestScreenshots ./internal/browser

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# The manual pages, from the commands themselves.
man:
	$(GO) run ./cmd/pacta man doc/man

# The weights of the language model, from the treebanks beside the project.
train:
	$(GO) run ./language/train -data ../shared/data/treebank

clean:
	rm -f pacta
