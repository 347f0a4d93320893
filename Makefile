# Two commands are all a newcomer needs: `make demo` and `make test`. `make check` is what a change must pass.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
DEMO ?= demo

.DEFAULT_GOAL := help
.PHONY: help demo test check lint format types docs data clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/.base: pyproject.toml
	@echo "Making a virtual environment in $(VENV) (once, about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@echo "Installing what tests and checks need (once)"
	@$(PIP) install -e '.[dev]'
	@touch $@

demo: $(VENV)/.base  ## read the example reports into a ledger and write a brief
	@mkdir -p $(DEMO)
	@$(BIN)/sanudo read examples --ledger $(DEMO)/demo.sanudo || test $$? -eq 1  # 1: the French report is kept, not coded
	@$(BIN)/sanudo events --ledger $(DEMO)/demo.sanudo
	@$(BIN)/sanudo brief --ledger $(DEMO)/demo.sanudo --format html --output $(DEMO)/brief.html
	@$(BIN)/sanudo brief --ledger $(DEMO)/demo.sanudo --format md --output $(DEMO)/brief.md

test: $(VENV)/.dev  ## run all tests
	@$(BIN)/python -m pytest

check: test lint types  ## tests, lint, format and types: what a change must pass

lint: $(VENV)/.dev  ## ruff: lint and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/.dev  ## ruff: rewrite
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(VENV)/.dev  ## mypy, strict
	@$(BIN)/mypy

docs: $(VENV)/.dev  ## write the pages that are made from the code
	@$(BIN)/python scripts/build_docs.py

clean:  ## remove what was made
	rm -rf $(VENV) $(DEMO) .pytest_cache .mypy_cache .ruff_cache
