"""The kernels are compiled where there is a compiler, and again when their source is newer."""

import os
import shutil
from pathlib import Path

import pytest

from dukou import compiling
from dukou.engine.kernel.loading import loaded as loaded_for_ranking
from dukou.language.kernel import loaded as loaded_for_search

LOADED = {"ranking": loaded_for_ranking, "search by meaning": loaded_for_search}


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


def copy_sources(folder: Path, to: Path) -> None:
    for source in (*folder.glob("*.c"), *folder.glob("*.h")):
        shutil.copy(source, to)
