"""A figure of the balance page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A figure, what it is, and a line that explains it."""

    name: str
    figure: str
    line: str = ""
