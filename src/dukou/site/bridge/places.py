"""Where the bridge keeps what engines need."""

from pathlib import Path

from dukou.ground.configuration import Configuration


def models_folder(found: Configuration) -> Path:
    """Mozilla's models."""
    return found.home / "models" / "firefox"
