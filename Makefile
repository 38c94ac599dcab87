# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
#
# make run        the app with a demo municipality, on a local address (Ctrl-C stops it)
# make landscape  the landscape of a file of votes, served on a local address
# make test       all tests
# make lint       style, types, layers, licences
# make bench      speed and memory beside red-dwarf
#
# Every target sets up what it needs in .venv. Options: EXAMPLE=folder-or-file OUT=folder PORT=8000 ARGS="..."

# The first Python that is new enough; PYTHON=... overrides.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install

EXAMPLE ?= examples/conversations/scoop-hivemind.biodiversity
OUT ?= landscape-out
PORT ?= 8000
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run landscape test lint format lock bench assets

help:
	@sed -n 's/^# make /make /p' Makefile

# The demo's passwords are printed, so it asks for no second factor; it listens on this machine only.
run: export HOUVAST_DEMO = 1
run: export HOUVAST_SECOND_FACTOR = optional
run: export HOUVAST_ADDRESS ?= http://localhost:$(PORT)
run: $(VENV)/run.stamp assets
	@$(BIN)/houvast demo --example $(EXAMPLE)
	@$(BIN)/houvast serve --port $(PORT) $(ARGS)

landscape: $(VENV)/run.stamp assets
	@$(BIN)/houvast landscape $(EXAMPLE) --out $(OUT) --serve --port 0 $(ARGS)

test: $(VENV)/dev.stamp assets
	@$(BIN)/python -m pytest --numprocesses auto $(ARGS)

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/reuse --no-multiprocessing lint --lines

format: $(VENV)/dev.stamp
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/bench.stamp
	@$(BIN)/python bench/run.py $(ARGS)

# New versions into the lock files, which name no host; needs uv.
COMPILE = uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml
lock:
	$(COMPILE) --extra parquet --extra app --extra postgres --extra semantic --group dev -o requirements/dev.txt
	$(COMPILE) --extra app --extra postgres --group build -c requirements/dev.txt -o requirements/run.txt
	$(COMPILE) --extra parquet --extra app --extra postgres --extra semantic --group dev --group bench -c requirements/dev.txt -o requirements/bench.txt

# Changed texts are compiled, changed style files installed; nothing happens where nothing changed.
assets: $(VENV)/run.stamp
	@$(BIN)/python assets.py

# A stamp says: this set of locked packages is in the environment. Sets: run < dev < bench.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml assets.py package-lock.json | $(VENV)/python.stamp
	@echo "Setting up $(VENV) ($*): this takes a few minutes the first time."
	@$(PIP) --require-hashes -r requirements/$*.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python assets.py $(if $(filter run,$*),,--lint)
	@touch $@
	@case $* in bench) touch $(VENV)/dev.stamp $(VENV)/run.stamp;; dev) touch $(VENV)/run.stamp;; esac

$(VENV)/python.stamp:
	@test -n "$(PYTHON)" || { echo "Houvast needs Python 3.11 or newer. Install it, or say where it is: make run PYTHON=/path/to/python3"; exit 1; }
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { echo "Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@
