"""A bar for work on many files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


@contextmanager
def file_progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many files are done, and of how many (0 if that is unknown)."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
