"""Where the data of others lie that benches are run on."""

import os
import sys
from pathlib import Path


def data_folder(*needed: str, get: str) -> Path:
    """Where the data lie; ends with what is missing and where to get it.

    Args:
        needed: files by their paths in the folder.
        get: where to get them.
    """
    folder = Path(os.environ.get("DUKOU_DATA", "../shared/data"))
    missing = [name for name in needed if not (folder / name).is_file()]
    if missing:
        sys.exit(
            f"Missing under {folder}: {', '.join(missing)}."
            f" Set DUKOU_DATA to a folder with all of it: {get}."
        )
    return folder
