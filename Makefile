# The two commands: make demo shows what graphmap is for, make test proves it. Each does all its own set-up.

# The first Python of 3.11 or later; give another with make PYTHON=...
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WORKERS ?= 2

.PHONY: demo test search kills check docs frontend format clean python-found programs-found
.NOTPARALLEL:

demo: .venv/installed
	@$(BIN)/graphmap demo

# Types are checked beside the tests: alone, mypy would leave every other processor idle. What it finds is said
# as soon as it is known, and how many at the end.
test: .venv/test-installed frontend/node_modules/installed
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@{ $(BIN)/mypy > .venv/types.txt 2>&1 || { cat .venv/types.txt; false; }; } & types=$$!; \
	trap 'kill $$types 2>/dev/null' INT TERM; \
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup; tested=$$?; \
	wait $$types; typed=$$?; tail -n 1 .venv/types.txt; exit $$((tested ? tested : typed))

# The properties alone, on many more examples and fresh seeds: what it finds becomes an @example of its test.
search: .venv/test-installed
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m hypothesis --hypothesis-profile=search

# Processes that write are killed in the midst of a commit, 200 on each engine, and a server 13 times.
kills: .venv/test-installed
	@GRAPHMAP_KILLS=200 $(BIN)/python -m pytest -s tests/store/test_crash.py

# What reads the code without running it.
check: .venv/test-installed
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

# The pages of docs/ that are written from the code.
docs: .venv/installed
	@$(BIN)/python tools/write_docs.py

# What the script of a page shares with Python, and the script itself.
frontend: frontend/node_modules/installed
	@$(BIN)/python tools/write_frontend.py
	@cd frontend && npm run --silent build

format: .venv/test-installed
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

clean:
	rm -rf .venv frontend/node_modules

# The stamps (installed, test-installed) say what is there, so that a second run installs nothing. The bytecode is
# made here, since Python writes none where PYTHONDONTWRITEBYTECODE is set, and reads it all the same.
.venv/installed: setup.cfg pyproject.toml | python-found .venv/bin/python
	@echo "Installing graphmap into .venv ..." >&2
	@$(PIP) install -e .
	@$(BIN)/python -m compileall -q graphmap cypher
	@touch $@

.venv/test-installed: setup.cfg pyproject.toml tests/servers/prepare.py tests/servers/pom.xml \
		| python-found programs-found .venv/bin/python
	@echo "Installing graphmap and what its tests need into .venv ..." >&2
	@$(PIP) install -e '.[test]'
	@$(BIN)/python -m compileall -q graphmap cypher
	@$(BIN)/python -m tests.servers.prepare install
	@touch .venv/installed $@

frontend/node_modules/installed: frontend/package-lock.json | .venv/test-installed
	@cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

.venv/bin/python:
	@$(PYTHON) -m venv .venv

# What is missing and cannot be installed here is named in one sentence, before anything else starts.
python-found:
	@[ -n "$(PYTHON)" ] || { \
		echo "graphmap needs Python 3.11 or later: install that first, then run make again." >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "graphmap needs Python's venv (on Debian the package python3-venv): install that first, then run make again." >&2; \
		exit 2; }

programs-found: | python-found
	@$(PYTHON) -m tests.servers.prepare check
