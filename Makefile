# Every gate of the house, the same that CI runs. Needs only Python >= 3.11, pip, git and make: what else is needed
# goes into .venv (and .venv-peers), made again only when pyproject.toml changes.
#
#   make demo       the four courtyard beats, whole; ends with the path of the public record
#   make test       the light gate: formatting, types, walls, tests with doctests (six minutes at most)
#   make test-all   the light gate, and the peers, the browser, the documentation, the wheel, coverage
#   make nightly    the light tests with forty times the examples of hypothesis: hours; NIGHTLY=tests/assembly for a part
#   make PYTHON=python3.12 test      with another interpreter

PYTHON ?= python3
BIN := .venv/bin
HEAVY := peers or browser or wheel or nightly
NIGHTLY ?= tests
# What is skipped is said; where CI is set it is a failure (tests/ci_strict.py).
PYTEST := -m pytest -p tests.ci_strict --cov --cov-report= -n auto --dist worksteal
# Their libraries are imported only in the peers' own environment.
ALONE := --ignore=tests/peers
SOURCES := $(shell find src tests examples tools pyproject.toml .importlinter Makefile *.md -type f ! -name '*.pyc' 2>/dev/null)
PASSED := .venv/passed-light

.DEFAULT_GOAL := test
.NOTPARALLEL:
.PHONY: demo test test-all light nightly peers browser docs wheel bench clean

demo:
	@$(PYTHON) tools/venv.py .venv html
	@$(BIN)/deliberate demo

test:
	@$(PYTHON) tools/venv.py .venv test
	@rm -f $(PASSED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	COVERAGE_FILE=.coverage.light $(BIN)/python $(PYTEST) $(ALONE) -m "not ($(HEAVY))" --durations=10
	@touch $(PASSED)

# What make test has passed is not run again, unless a file has changed since.
$(PASSED): $(SOURCES)
	@$(MAKE) test

test-all: $(PASSED) peers docs
	@$(PYTHON) tools/venv.py .venv test,browser
	COVERAGE_FILE=.coverage.heavy $(BIN)/python $(PYTEST) $(ALONE) --dist loadfile -m "(browser or wheel) and not nightly" tests
	$(BIN)/coverage combine --keep .coverage.light .coverage.heavy .coverage.peers
	$(BIN)/coverage report --fail-under=95

nightly:
	@$(PYTHON) tools/venv.py .venv test
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest $(ALONE) -n auto --dist worksteal -m "not (peers or browser or wheel)" $(NIGHTLY)

# The peers pin what they need; they get an environment of their own.
peers:
	@$(PYTHON) tools/venv.py .venv-peers peers,test
	COVERAGE_FILE=.coverage.peers .venv-peers/bin/python $(PYTEST) -m "peers and not nightly" tests/peers

docs:
	@$(PYTHON) tools/venv.py .venv docs,html
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html

wheel:
	@$(PYTHON) tools/venv.py .venv test
	$(BIN)/hatchling build -d dist

bench:
	@$(PYTHON) tools/venv.py .venv-peers peers,test
	@for each in benchmarks/*.py; do echo "== $$each"; .venv-peers/bin/python "$$each" || exit 1; done

clean:
	rm -rf .venv .venv-peers build dist docs/_build docs/gallery docs/sg_execution_times.rst deliberate-demo
	rm -rf .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
