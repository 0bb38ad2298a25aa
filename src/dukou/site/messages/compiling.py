"""From `.po`, which people write, to `.mo`, which gettext reads."""

import logging
import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SITE = Path(__file__).resolve().parent.parent
log = logging.getLogger(__name__)


def po_files(root: Path = SITE) -> list[Path]:
    """Every translation file of the site, in a fixed order."""
    return sorted(root.glob("**/locale/*/LC_MESSAGES/django.po"))


def compile_stale(root: Path = SITE) -> list[Path]:
    """Write each `.mo` that is missing or older than its `.po`; returns those written.

    A tree that may not be written to keeps what it has: the site then speaks English where a
    translation is missing, which is better than not starting.
    """
    written = []
    for po in po_files(root):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        try:
            _compile(po, mo)
        except OSError as error:
            log.warning("translations not compiled: %s", error)
            continue
        written.append(mo)
    return written


def _compile(po: Path, mo: Path) -> None:
    with po.open("rb") as source:
        catalog = read_po(source, locale=po.parent.parent.name)
    # Two processes may start at once: each writes a file of its own and puts it in place whole.
    handle, draft = tempfile.mkstemp(dir=mo.parent, suffix=".mo-draft")
    try:
        with os.fdopen(handle, "wb") as target:
            write_mo(target, catalog)
        os.chmod(draft, 0o644)
        os.replace(draft, mo)
    except BaseException:
        os.unlink(draft)
        raise
