"""A member's plain text as safe HTML: links, #topics and @names can be followed, nothing else."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote, urlsplit

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from linkify_it import LinkifyIt

from dukou.site.notes.topics import MENTION, TAG, normalized

ALLOWED_TAGS = {"a", "br", "p"}
ALLOWED_ATTRIBUTES = {"a": {"href", "class", "rel"}}
LONGEST_LINK_TEXT = 60


def to_html(text: str) -> SafeString:
    """Paragraphs with links; the text itself is escaped, and the result cleaned once more."""
    paragraphs = (part for part in re.split(r"\n\n+", text.strip()) if part)
    html = "".join(f"<p>{_lines(part)}</p>" for part in paragraphs)
    clean = nh3.clean(
        html, tags=ALLOWED_TAGS, attributes=ALLOWED_ATTRIBUTES, link_rel=None,
        url_schemes={"http", "https"},
    )  # fmt: skip
    return mark_safe(clean)  # noqa: S308 - escaped above, cleaned by nh3


def _lines(text: str) -> str:
    return "<br>".join(_with_links(line) for line in text.split("\n"))


def _with_links(line: str) -> str:
    out: list[str] = []
    end = 0
    for link in _linkify().match(line) or []:
        if urlsplit(link.url).scheme not in {"http", "https"}:
            continue
        out.append(_with_tags(line[end : link.index]))
        out.append(_link(link.url, link.text))
        end = link.last_index
    return "".join(out) + _with_tags(line[end:])


def _link(url: str, text: str) -> str:
    """A link out of the place: it tells the other side nothing and lends it no standing."""
    shown = text if len(text) <= LONGEST_LINK_TEXT else text[: LONGEST_LINK_TEXT - 1] + "…"
    return f'<a href="{escape(url)}" rel="nofollow noopener noreferrer ugc">{escape(shown)}</a>'


def _with_tags(text: str) -> str:
    out: list[str] = []
    end = 0
    for found in sorted((*TAG.finditer(text), *MENTION.finditer(text)), key=lambda m: m.start()):
        if found.start() < end or found[1].isdigit():
            continue
        out.append(escape(text[end : found.start()]))
        out.append(_inward(found))
        end = found.end()
    return "".join(out) + escape(text[end:])


def _inward(found: re.Match[str]) -> str:
    word = escape(found[0])
    if found[0].startswith("@"):
        return f'<a class="mention" href="/@{found[1].lower()}">{word}</a>'
    return f'<a class="tag" href="/topics/{quote(normalized(found[1]))}">{word}</a>'


@cache
def _linkify() -> LinkifyIt:
    return LinkifyIt(options={"fuzzy_email": False, "fuzzy_ip": False, "fuzzy_link": False})
