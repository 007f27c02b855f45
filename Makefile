.PHONY: demo stop test setup build format clean

# Installs what is needed, builds a release, reads the samples and opens the site.
demo: build
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

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build .cache
