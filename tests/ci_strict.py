"""In CI nothing is skipped in silence: ``pytest -p tests.ci_strict`` makes each skip a failure where CI is set."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

TOLD = "CI skips nothing: give the test what it needs, or select it away by its marker. It said: "


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that skips itself, an expected failure apart."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", TOLD + _reason(report.longrepr)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A file that skips itself, as ``importorskip`` does."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome, report.longrepr = "failed", TOLD + _reason(report.longrepr)
    return report


def _reason(told: object) -> str:
    return str(told[-1]) if isinstance(told, tuple) else str(told)
