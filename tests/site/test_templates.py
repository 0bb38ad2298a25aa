"""What holds for every template, because the Content Security Policy asks for it."""

import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "src/dukou/site"
TEMPLATES = sorted(SITE.glob("**/templates/**/*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SITE)))
def test_nothing_is_inline(path: Path) -> None:
    html = path.read_text("utf-8")
    assert not re.search(r"\sstyle=", html), "a style attribute would not be applied"
    assert not re.search(r"<style\b", html), "an inline style sheet would not be applied"
    assert not re.search(r"\son[a-z]+=", html), "an inline handler would not run"
    assert not re.search(r"<script(?![^>]*\ssrc=)", html), "an inline script would not run"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SITE)))
def test_icons_that_are_used_are_there(path: Path) -> None:
    for name in re.findall(r'include "(icons/[a-z-]+\.html)"', path.read_text("utf-8")):
        assert (SITE / "templates" / name).exists(), name
