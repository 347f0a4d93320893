# Two commands are all a newcomer needs: `make demo` and `make test`. `make check` is what a change must pass.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
DEMO ?= demo

.DEFAULT_GOAL := help
SHARED ?= ../shared
RUN ?= models/runs/default
# The least probability of an event, chosen on the held-out articles.
THRESHOLD := 0.5
TRAIN := $(BIN)/python -m

.PHONY: help demo test check lint format types docs model clean

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

$(VENV)/.train: $(VENV)/.dev
	@echo "Installing what training needs (once)"
	@$(PIP) install -e '.[train]'
	@touch $@

model: $(VENV)/.train  ## train the reading model from scratch (hours; goes on where it was stopped)
	@$(TRAIN) models.base --out $(RUN)/base
	@$(TRAIN) models.warmup --data $(SHARED)/data --base $(RUN)/base --out $(RUN)/warm
	@$(TRAIN) models.train --data $(SHARED)/data --base $(RUN)/warm --out $(RUN)/network --epochs 7 --rate 2e-4 --folds 5 --fold 0
	@$(TRAIN) models.average $(RUN)/network/last.pt=0.6 $(RUN)/network/before.pt=0.4 --out $(RUN)/first
	@$(TRAIN) models.base --encoder mpnet --out $(RUN)/teacher-base
	@$(TRAIN) models.train --data $(SHARED)/data --base $(RUN)/teacher-base --out $(RUN)/large --epochs 9 --parts 3 --marked 0.3 --rate 6e-5 --folds 5 --fold 0
	@$(TRAIN) models.average $(RUN)/large/last.pt=0.6 $(RUN)/large/before.pt=0.4 --out $(RUN)/teacher
	@test -e $(RUN)/lessons.pt || $(TRAIN) models.lessons --data $(SHARED)/data --base $(RUN)/teacher-base --teacher $(RUN)/teacher --out $(RUN)/lessons.pt --cuts 1 --folds 5 --fold 0
	@$(TRAIN) models.train --data $(SHARED)/data --base $(RUN)/warm --start $(RUN)/first/last.pt --lessons $(RUN)/lessons.pt --out $(RUN)/student --epochs 3 --rate 1.2e-4 --folds 5 --fold 0
	@$(TRAIN) models.average $(RUN)/student/last.pt=0.6 $(RUN)/student/before.pt=0.4 --out $(RUN)/trained
	@$(TRAIN) models.late --data $(SHARED)/data --base $(RUN)/warm --run $(RUN)/trained
	@$(TRAIN) models.export --run $(RUN)/trained --base $(RUN)/warm --out sanudo/_model --threshold $(THRESHOLD) --held-out '{"fold": 0, "folds": 5}'
	@$(TRAIN) models.dating --data $(SHARED)/data
	@$(TRAIN) models.placing --data $(SHARED)/data
	@$(TRAIN) models.merging --data $(SHARED)/data
	@$(TRAIN) models.filling --data $(SHARED)/data
	@$(TRAIN) models.attribution --data $(SHARED)/data --base $(RUN)/base --out sanudo/_model/attribution.onnx
	@$(TRAIN) models.calibration --shared $(SHARED)
	@$(TRAIN) models.reconciling --data $(SHARED)/data

clean:  ## remove what was made
	rm -rf $(VENV) $(DEMO) .pytest_cache .mypy_cache .ruff_cache
