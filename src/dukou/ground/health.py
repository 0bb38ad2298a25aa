"""What `dukou doctor` looks at. A room adds a check of its own with `register_check`.

@register_check("mail")
def mail(found: Configuration) -> Finding:
    return ok("mail goes to the log")
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dukou.ground.configuration import Configuration

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True)
class Finding:
    """What a check found, and how to mend it where it must be mended."""

    level: Level
    says: str
    mend: str = ""


Check = Callable[[Configuration], Finding]
_checks: dict[str, Check] = {}


def ok(says: str) -> Finding:
    """All is well."""
    return Finding("ok", says)


def warn(says: str, *, mend: str) -> Finding:
    """The place works, but not as well as it could."""
    return Finding("warn", says, mend)


def fail(says: str, *, mend: str) -> Finding:
    """Something that members need does not work."""
    return Finding("fail", says, mend)


def register_check(name: str) -> Callable[[Check], Check]:
    """Have `dukou doctor` run the function, under this name, after those registered before."""

    def register(check: Check) -> Check:
        _checks[name] = check
        return check

    return register


def findings(found: Configuration) -> Iterator[tuple[str, Finding]]:
    """Each check's name and finding; a check that breaks is itself a failure, not the end."""
    for name, check in list(_checks.items()):
        try:
            yield name, check(found)
        except Exception as error:
            yield name, fail(f"the check broke: {error!r}", mend="Please report this.")
