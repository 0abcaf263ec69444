# Everything there is to type. Each step leaves a stamp, so that doing it again costs nothing.
SHELL := /bin/bash
PORT ?= 8050
FAULTS ?= 105
ROUNDS ?= 200
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
INPUTS := $(shell $(PYTHON) scripts/built_from 2>/dev/null)

.PHONY: run setup build test lint types unit slow-tests browser bench slow clean

run: build  ## serve the demonstration on http://127.0.0.1:8050 (PORT changes it)
	$(PY) -m dashboard serve --port $(PORT) --or-demo

setup: $(VENV)/.runtime  ## install what serving and building need

build: releases/.built  ## build the two releases that come with the project

test: $(VENV)/.development lint types unit slow-tests browser  ## lint, types, unit, data, slow and browser tests

lint: $(VENV)/.development
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/.development
	$(PY) -m mypy dashboard derive

unit: $(VENV)/.development
	$(PY) -m pytest -m "not browser and not slow"

slow-tests: $(VENV)/.development  ## those of a minute or more: kills while readers read (FAULTS=1000 for more), a year as documented
	FAULTS=$(FAULTS) $(PY) -m pytest -m slow

browser: $(VENV)/.development
	CHROMIUM_PATH="$$(scripts/chromium)" $(PY) -m pytest -m browser

bench: $(VENV)/.development releases/.built  ## measure the budgets and print them
	CHROMIUM_PATH="$$(scripts/chromium)" $(PY) -m bench

letters-check: releases/.built  ## write and read back every letter of a year; time and memory are printed
	rm -rf var/letters
	$(PY) -m dashboard letters --release demo --year 2024-25 --out var/letters

slow: $(VENV)/.development releases/.built  ## outside of make test: a million cases, LibreOffice, every year's tables, many hands at once (ROUNDS)
	$(PY) -m slow
	$(PY) -m pytest -q -o addopts= -p no:dash tests/imports/every_year.py
	$(PY) -m bench.register
	ROUNDS=$(ROUNDS) $(PY) -m pytest -q -s -m slow tests/cli/test_many_hands.py

clean:  ## remove what was built, not what was installed
	rm -rf releases var .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; PYTHON=/path/to/python3.11 make ... names one." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv is missing: on Debian and Ubuntu, apt-get install python3-venv." >&2; exit 1; }

$(VENV)/.runtime: requirements.txt | $(PY)
	$(PY) -m pip install -q --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@

releases/.built: $(VENV)/.runtime $(INPUTS)
	$(PY) -m dashboard build $(if $(wildcard releases/.built),--force)
	touch $@
