"""Words are looked up as by a process that has no encoder, whatever ran before in this one."""

import pytest

from dukou.language import vectors


@pytest.fixture(autouse=True)
def no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sense then goes by its counts alone: the sentence around it would be weighed, too."""
    monkeypatch.setattr(vectors, "is_loaded", lambda: False)
