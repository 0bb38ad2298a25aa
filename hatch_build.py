"""Build hook: a wheel carries the compiled translations, so that it needs no compiler."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILING = Path("src/dukou/site/messages/compiling.py")


class CompileMessages(BuildHookInterface[Any]):
    """Compiles each `.po` next to itself before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; loads the one module by path, as nothing is installed yet."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("compiling", root / COMPILING)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_stale(root / "src/dukou/site")
        build_data["artifacts"].append("*.mo")
