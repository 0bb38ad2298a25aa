"""The kernels are compiled where there is a compiler, and again when their source is newer; what
cannot be called is not."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dukou import compiling
from dukou.engine.kernel.calls import INTERFACE as FOR_RANKING
from dukou.engine.kernel.loading import loaded as loaded_for_ranking
from dukou.language.kernel import INTERFACE as FOR_SEARCH
from dukou.language.kernel import loaded as loaded_for_search

LOADED = {"ranking": loaded_for_ranking, "search by meaning": loaded_for_search}
KINDS = [(loaded_for_ranking, FOR_RANKING), (loaded_for_search, FOR_SEARCH)]


@pytest.mark.skipif(not compiling.compiler(), reason="no C compiler")
@pytest.mark.parametrize("folder", compiling.KERNELS, ids=lambda folder: folder.parent.name)
def test_what_is_built_is_loaded_and_built_again_when_its_source_is_newer(
    folder: Path, tmp_path: Path
) -> None:
    copy_sources(folder, tmp_path)
    assert compiling.build(tmp_path)
    library = tmp_path / compiling.LIBRARY
    assert LOADED[compiling.KERNELS[folder]](library).kernel is not None
    built = library.stat().st_mtime_ns
    assert compiling.build(tmp_path)
    assert library.stat().st_mtime_ns == built
    os.utime(next(tmp_path.glob("*.c")), ns=(built + 1, built + 1))
    assert compiling.build(tmp_path)
    assert library.stat().st_mtime_ns != built


@pytest.mark.parametrize("folder", compiling.KERNELS, ids=lambda folder: folder.parent.name)
def test_building_goes_on_without_a_compiler(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy_sources(folder, tmp_path)
    monkeypatch.setenv("CC", "no-such-compiler")
    assert not compiling.build(tmp_path)
    assert "no C compiler" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.so"))


@pytest.mark.parametrize(("loaded", "_interface"), KINDS)
def test_without_a_library_numpy_does_it(loaded: Any, _interface: int, tmp_path: Path) -> None:
    assert loaded(tmp_path / "kernel.so").why == "missing"
    (tmp_path / "kernel.so").write_bytes(b"not a library")
    assert loaded(tmp_path / "kernel.so").why == "broken"


@pytest.mark.skipif(not compiling.compiler(), reason="no C compiler")
@pytest.mark.parametrize(("loaded", "interface"), KINDS)
def test_a_library_of_another_interface_is_refused(
    loaded: Any, interface: int, tmp_path: Path
) -> None:
    source, made = tmp_path / "other.c", tmp_path / "kernel.so"
    source.write_text(f"int dukou_interface(void) {{ return {interface + 1}; }}\n")
    subprocess.run([*compiling.compiler(), "-shared", "-fPIC", source, "-o", made], check=True)
    assert loaded(made).why == "foreign"


def copy_sources(folder: Path, to: Path) -> None:
    for source in (*folder.glob("*.c"), *folder.glob("*.h")):
        shutil.copy(source, to)
