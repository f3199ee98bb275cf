# `make demo` and `make test` do all their own set-up on a fresh Debian or Ubuntu machine.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.PHONY: demo test test-cluster bench lint system corpus
.DELETE_ON_ERROR:

demo: $(VENV)/.translate system
	$(BIN)/translate examples/saxpy.cpp --to cuda --model embedded

test: $(VENV)/.test system
	@sh scripts/system-packages.sh browser
	$(BIN)/python -m pytest

# A local Ray cluster of two nodes; apart from the others because of its 300 MB and because it needs an idle machine.
test-cluster: $(VENV)/.test system
	$(BIN)/python -m pip install --quiet --editable '.[ray]'
	$(BIN)/python -m pytest -m cluster tests/corpus/test_ray.py

bench: $(VENV)/.test
	$(BIN)/python -m eval.bench

# From the names of packages to proved pairs, in corpus/; stop it at any time, it goes on where it was.
# RECIPE=datasets/extended/recipe.toml OUT=extended AGAINST="a.jsonl b.jsonl" (test sets that are not part of the project)
# MINUTES=60 runs pairs for an hour, and the next call goes on.
RECIPE ?= datasets/core/recipe.toml
OUT ?= corpus
corpus: $(VENV)/.test system
	$(BIN)/python -m translate.corpus build $(RECIPE) --out $(OUT) $(foreach file,$(AGAINST),--against $(file)) $(if $(MINUTES),--minutes $(MINUTES))

lint: $(VENV)/.test
	$(BIN)/ruff check translate eval tests
	$(BIN)/mypy translate eval

# What pip cannot give; without root the missing piece is named, and what is lost by it.
system:
	@sh scripts/system-packages.sh

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV) || { echo "help: apt-get install python3-venv"; exit 1; }

$(VENV)/.translate: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[cuda]'
	@touch $@

$(VENV)/.test: $(VENV)/.translate
	$(BIN)/python -m pip install --quiet --editable '.[cuda,train,eval,corpus,dev]'
	@# Its pin of tree-sitter < 0.23 would break every grammar; it runs with ours.
	$(BIN)/python -m pip install --quiet --no-deps codebleu==0.7.0
	@touch $@
