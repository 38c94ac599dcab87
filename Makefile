# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
#
# make run     the landscape of a real conversation, served on a local address (Ctrl-C stops it)
# make test    all tests
# make lint    style, types, layers, licences
# make bench   speed and memory beside red-dwarf
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
PORT ?= 0
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint format lock bench

help:
	@sed -n 's/^# make /make /p' Makefile

run: $(VENV)/run.stamp
	@$(BIN)/houvast landscape $(EXAMPLE) --out $(OUT) --serve --port $(PORT) $(ARGS)

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest $(ARGS)

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
	$(COMPILE) --extra parquet --extra app --extra postgres --group dev -o requirements/dev.txt
	$(COMPILE) --extra app --extra postgres --group build -c requirements/dev.txt -o requirements/run.txt
	$(COMPILE) --extra parquet --extra app --extra postgres --group dev --group bench -c requirements/dev.txt -o requirements/bench.txt

# A stamp says: this set of locked packages is in the environment. Sets: run < dev < bench.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(VENV)/python.stamp
	@echo "Setting up $(VENV) ($*): this takes a few minutes the first time."
	@$(PIP) --require-hashes -r requirements/$*.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@
	@case $* in bench) touch $(VENV)/dev.stamp $(VENV)/run.stamp;; dev) touch $(VENV)/run.stamp;; esac

$(VENV)/python.stamp:
	@test -n "$(PYTHON)" || { echo "Houvast needs Python 3.11 or newer. Install it, or say where it is: make run PYTHON=/path/to/python3"; exit 1; }
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { echo "Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@
