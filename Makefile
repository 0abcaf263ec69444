# Everything there is to type. Each step leaves a stamp, so that doing it again costs nothing.
SHELL := /bin/bash
PORT ?= 8050
FAULTS ?= 105
TESTS ?= tests
WORKERS ?= 2
ROUNDS ?= 200
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
PARTS := serve build derive
PYTEST := $(PY) -m pytest -n $(WORKERS) --dist loadfile  # a file's tests share what is made for them once
INSTALL := $(PY) -m pip install -q --disable-pip-version-check --require-hashes
INPUTS := $(shell $(PYTHON) scripts/built_from 2>/dev/null)
NODE := node="$$(scripts/node)" && PATH="$$(dirname "$$node"):$$PATH"

.PHONY: run serve setup build test watch lint types unit javascript coverage slow-tests browser bench letters-check slow hooks requirements sbom clean

run: build  ## serve the demonstration on http://127.0.0.1:8050 (PORT changes it)
	$(PY) -m dashboard serve --port $(PORT) --or-demo

serve: $(VENV)/.development build  ## the same while one works: a change is built where needed, and served
	$(PY) -m scripts.serve_reload --port $(PORT)

setup: $(VENV)/.runtime  ## install what serving and building need

build: releases/.built  ## build the two releases that come with the project

test: $(VENV)/.development lint types $(if $(CI),coverage,unit) slow-tests browser  ## lint, types, unit, data, slow and browser tests

lint: $(VENV)/.development node_modules/.installed
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(NODE) && npx --no-install biome lint --error-on-warnings

types: $(VENV)/.development
	$(PY) -m mypy dashboard derive scripts

watch: $(VENV)/.development  ## run TESTS (all unit tests) again after every change, failed ones first
	$(VENV)/bin/watchfiles "$(PY) -m pytest -q -x --failed-first -m 'not browser and not slow' $(TESTS)" dashboard derive tests scripts

unit: javascript $(VENV)/.development
	$(PYTEST) -m "not browser and not slow"

javascript:  ## the unit tests of assets/js
	$(NODE) && node --test --test-reporter=dot tests/js/*.test.js

coverage: javascript $(VENV)/.development  ## the unit tests, with the lines and branches of dashboard/ that they run
	$(PYTEST) -m "not browser and not slow" --cov --cov-report=
	$(PY) -m coverage report --skip-covered --skip-empty --sort=cover | tail -n 40
	$(PY) -m scripts.coverage_floors

slow-tests: $(VENV)/.development  ## those of a minute or more: kills while readers read (FAULTS=1000 for more), a year as documented
	FAULTS=$(FAULTS) $(PYTEST) -m slow

browser: $(VENV)/.development
	CHROMIUM_PATH="$$(scripts/chromium)" $(PYTEST) -m browser

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

hooks: $(VENV)/.development  ## lint and types before every commit, the unit tests before every push
	$(PY) -m pre_commit install

requirements: | $(PY)  ## pin requirements/*.in anew where they changed; UPGRADE="dash plotly" (or all) takes newer ones
	UPGRADE="$(UPGRADE)" PYTHON=$(PY) scripts/requirements

sbom: $(VENV)/.runtime  ## what serving installs and browsers are sent, with licences and hashes: var/sbom.json (CycloneDX)
	mkdir -p var
	$(PY) -m scripts.sbom > var/sbom.json

clean:  ## remove what was built, not what was installed
	rm -rf releases var .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; PYTHON=/path/to/python3.11 make ... names one." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv is missing: on Debian and Ubuntu, apt-get install python3-venv." >&2; exit 1; }

$(VENV)/.runtime: requirements.txt $(PARTS:%=requirements/%.txt) | $(PY)
	$(INSTALL) -r requirements.txt
	touch $@

$(VENV)/.development: requirements/development.txt $(VENV)/.runtime
	$(INSTALL) -r requirements/development.txt
	touch $@

node_modules/.installed: package.json package-lock.json
	$(NODE) && npm ci --silent --no-audit --no-fund
	touch $@

releases/.built: $(VENV)/.runtime $(INPUTS)
	$(PY) -m dashboard build $(if $(wildcard releases/.built),--force)
	touch $@
