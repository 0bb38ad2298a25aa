"""Where the texts of the benches lie: DUKOU_DATA/text, by default ../shared/data/text."""

import os
import sys
from pathlib import Path

WHENCE = {
    "lingua": "https://github.com/pemistahl/lingua-py",
    "ntrex": "https://github.com/MicrosoftTranslator/NTREX",
    "tatoeba/cmn.txt": "https://www.manythings.org/anki/cmn-eng.zip",
}
"""Where each can be had."""


def texts_folder(*needed: str) -> Path:
    """The folder, once all that is needed lies in it; else the bench ends and says what to do."""
    folder = Path(os.environ.get("DUKOU_DATA", "../shared/data"), "text")
    missing = [name for name in needed if not (folder / name).exists()]
    if missing:
        lines = [f"{folder.absolute()} lacks"]
        lines += [f"    {name}, from {WHENCE[name]}" for name in missing]
        sys.exit(
            "\n".join([*lines, "Put it there, or set DUKOU_DATA to a folder with text/ in it."])
        )
    return folder
