# The one door: every target does its own set-up. Needs Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHARED ?= ../shared
BENCH_VENV := .venv-bench
BENCH_STAMP := $(BENCH_VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench lint format pins clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements/dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_STAMP): requirements/bench.txt pyproject.toml
	@test -x $(BENCH_VENV)/bin/python || $(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

setup: $(STAMP) ## make the virtual environment from the hashed pins

pins: ## write requirements/*.txt anew from pyproject.toml and requirements/*.in
	$(BIN)/python -m pip install --quiet uv
	cd requirements && ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header ../pyproject.toml -o run.txt
	cd requirements && ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header ../pyproject.toml dev.in -o dev.txt
	cd requirements && ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header ../pyproject.toml bench.in -o bench.txt

format: $(STAMP) ## format the code
	$(BIN)/ruff format src tests bench scripts
	$(BIN)/ruff check --fix src tests bench scripts

clean: ## remove what the targets made
	rm -rf $(VENV) $(BENCH_VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

demo: $(STAMP) ## build the sample register from examples/ and its pages
	$(BIN)/python scripts/demo.py

test: $(STAMP) ## format, lint, types, import contracts and all tests
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	scripts/install-chromium
	$(BIN)/pytest -n 2

bench: $(STAMP) $(BENCH_STAMP) ## speed and memory beside the peers, in the same run; SLOW=1 adds growth
	SHARED=$(SHARED) $(BIN)/python -m bench.run
	PYTHONPATH=src:. $(BENCH_VENV)/bin/python -m bench.copies
ifdef SLOW
	$(BIN)/python -m bench.increment
	$(BIN)/python -m bench.copies --scale 1000000
endif
