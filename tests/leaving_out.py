"""Tests that a machine cannot run are left out, and the run ends by saying which and why."""

import os
import shutil
from collections import Counter

import pytest

WEBKIT = ("WebKitWebDriver", "Xvfb")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def why_not(item: pytest.Item) -> str | None:
    """What this machine lacks for the test, with the remedy."""
    if item.get_closest_marker("browser") and not any(map(shutil.which, CHROMIUM)):
        return "no Chromium here (on Debian: apt install chromium fonts-noto-cjk)"
    if item.get_closest_marker("webkit") and not all(map(shutil.which, WEBKIT)):
        return "no WebKit here (on Debian: apt install webkit2gtk-driver xvfb fonts-noto-cjk)"
    if item.get_closest_marker("root") and os.geteuid() != 0:
        return "only root changes to another account"
    return None


def leave_out(items: list[pytest.Item]) -> None:
    """Skip what cannot run here."""
    for item in items:
        reason = why_not(item)
        if reason is not None:
            item.add_marker(pytest.mark.skip(reason=reason))


def left_out(skipped: list[pytest.TestReport]) -> list[str]:
    """One line for each reason, with how many tests it kept from running."""
    reasons = Counter(_reason(report) for report in skipped)
    return [f"{count} left out: {reason}" for reason, count in reasons.items()]


def _reason(report: pytest.TestReport) -> str:
    told = report.longrepr
    return str(told[2] if isinstance(told, tuple) else told).removeprefix("Skipped: ")
