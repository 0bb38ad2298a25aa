"""Build hook: compiles the translations, and the kernels of ranking and search where there is a C
compiler.

A wheel carries them, so that it needs no compiler where it is installed.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MESSAGES = Path("src/dukou/site/messages/compiling.py")
KERNELS = Path("src/dukou/compiling.py")


class Compile(BuildHookInterface[Any]):
    """Compiles each `.po` and the kernels next to themselves before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; what holds a compiled library is a wheel of this platform only."""
        root = Path(self.root)
        _module(root / MESSAGES).compile_stale(root / "src/dukou/site")
        build_data["artifacts"].append("*.mo")
        compiling = _module(root / KERNELS)
        for folder in compiling.KERNELS:
            if compiling.build(folder):
                library = (folder / compiling.LIBRARY).relative_to(root)
                build_data["artifacts"].append(f"/{library.as_posix()}")
                build_data["pure_python"] = False
                build_data["tag"] = compiling.wheel_tag()


def _module(path: Path) -> ModuleType:
    """A module by its path, as nothing is installed yet."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
