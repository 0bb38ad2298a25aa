"""How Dukou starts further processes of itself."""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def module_command(module: str, *arguments: str) -> list[str]:
    """The command that runs a module of ours with this Python."""
    return [sys.executable, "-m", module, *arguments]


def module_environment(**changes: str) -> dict[str, str]:
    """This process's environment, changed, in which the same copy of Dukou is found."""
    search = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(search), **changes}
