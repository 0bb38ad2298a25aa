"""Stylesheets and modules: one file a component in the source, one request in the browser.

A pack is put together in memory when it is first asked for. Its address carries a digest of what
is in it, so that browsers keep it until it changes.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import django_htmx
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

STATIC = Path(__file__).parent / "static"
HTMX = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
# A component that changes another one stands after it.
STYLES = (
    *("layers", "reset", "tokens", "type", "base", "frame", "button", "icon", "tabs", "segments"),
    *("waterfall", "note-card", "text-card", "like", "avatar", "pill", "tile", "field", "page"),
    *("list", "empty", "sheet", "menu", "toast", "dial", "promise", "chart", "balance", "why"),
    *("case", "composer", "suggestions", "tray", "designs", "draft", "steps", "profile"),
    *(
        "collection",
        "notification",
        "comment",
        "version",
        "sides",
        "words",
        "history",
        "note",
        "note-sheet",
    ),
    *("gallery", "editor", "veil", "search", "utilities"),
)
# What decides where things stand runs before the first paint; everything else after it.
LAYOUT = ("placeholder", "waterfall")
YEAR_SECONDS = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Pack:
    """Some files as one."""

    stem: str
    suffix: str
    text: str

    @cached_property
    def name(self) -> str:
        """The pack's file name, which changes with what is in it."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:12]
        return f"{self.stem}.{digest}.{self.suffix}"

    @property
    def content_type(self) -> str:
        """What a browser is told that it gets."""
        return {"css": "text/css", "js": "text/javascript"}[self.suffix] + "; charset=utf-8"


@cache
def packs() -> dict[str, Pack]:
    """Every pack by its stem."""
    scripts = sorted(path.stem for path in (STATIC / "js").glob("*.js"))
    later = [stem for stem in scripts if stem not in LAYOUT]
    made = (
        Pack("style", "css", "\n".join(_read("css", stem) for stem in STYLES)),
        Pack("layout", "js", _modules(LAYOUT)),
        Pack("behaviour", "js", _modules(later)),
        Pack("htmx", "js", HTMX.read_text("utf-8")),
    )
    return {pack.stem: pack for pack in made}


@require_safe
def serve(request: HttpRequest, name: str) -> HttpResponse:
    """A pack, compressed where the browser can take it, to be kept for good."""
    pack = packs().get(name.split(".", 1)[0])
    if pack is None:
        raise Http404
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(_compressed(pack), content_type=pack.content_type)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(pack.text, content_type=pack.content_type)
    patch_vary_headers(response, ["Accept-Encoding"])
    # A page from before an upgrade asks for the older name and gets what there is now.
    kept = f"public, max-age={YEAR_SECONDS}, immutable" if name == pack.name else "no-cache"
    response.headers["Cache-Control"] = kept
    return response


@cache
def _compressed(pack: Pack) -> bytes:
    return gzip.compress(pack.text.encode(), mtime=0)


def _modules(stems: tuple[str, ...] | list[str]) -> str:
    """Modules as one: each in a block, which keeps its names to itself as a module does."""
    return "\n".join(f"{{\n{_read('js', stem)}}}" for stem in stems)


def _read(suffix: str, stem: str) -> str:
    return (STATIC / suffix / f"{stem}.{suffix}").read_text("utf-8")
