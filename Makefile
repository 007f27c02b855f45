.PHONY: demo stop test setup build model install browser-check format clean

PREFIX ?= /usr/local

# Installs what is needed, builds a release, fetches the language model, reads the samples and opens the site.
demo: model
	@scripts/demo

# Ends the site that `make demo` started.
stop:
	@scripts/demo stop

# Everything that must hold: format, build, tests, documentation, figures.
test: setup
	@scripts/check

setup:
	@scripts/install-dependencies

build: setup
	swift build -c release --product backgrounder

# Fetches the trained language model, checks and converts it; does nothing when it is there.
model: build
	@.build/release/backgrounder model verify >/dev/null 2>&1 || scripts/fetch-model

# One file without the Swift runtime beside it, the manual page, completions.
install: setup
	swift build -c release --static-swift-stdlib --product backgrounder
	install -D -m 755 .build/release/backgrounder $(PREFIX)/bin/backgrounder
	install -d $(PREFIX)/share/man/man1 $(PREFIX)/share/bash-completion/completions
	.build/release/backgrounder manual > $(PREFIX)/share/man/man1/backgrounder.1
	.build/release/backgrounder completions bash > $(PREFIX)/share/bash-completion/completions/backgrounder

# Every page type in headless Chromium, three widths, light and dark, without JavaScript, by axe.
browser-check: build
	@scripts/browser-check

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build .cache
