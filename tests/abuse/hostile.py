"""Texts that somebody writes who means harm, and how to tell that one of them worked."""

import re
import unicodedata
from html.parser import HTMLParser

TEXTS = {
    "script": "猫<script>alert('owned')</script>",
    "attribute": "\"'><img src=owned onerror=alert(1)><svg onload=alert(1)>",
    "link": 'javascript:alert(1) [x](javascript:alert(1)) https://x.example/"onmouseover="alert(1)',
    "tags": '#<b>owned</b> @<i>owned</i> #a"onclick=alert(1) </textarea></title></style><script>',
    "template": "{{ settings.SECRET_KEY }}{% debug %} %(name)s %s {0} {name}",
    "nul": "a\x00b\x00",
    "surrogates": "a\ud800b\udfff",
    "overrides": "\u202eowned\u2066 \u202dnow",
    "marks": "e" + "\u0301" * 10_000,
    "long": "渡口 word " * 15_000,
    "line": "渡" * 100_000,
    "unseen": "\u3164\u2800\u200b\u200d",
    "empty": " \r\n\t ",
}
LONGEST_PILE = 8
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


class _Reader(HTMLParser):
    """Goes through a page as a browser would and notes what our templates never write."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Scripts of ours come from a file."""
        given = dict(attrs)
        if tag == "script" and "src" not in given:
            self.harm.append("an inline script")
        if tag in ("b", "i", "svg") and any(name.startswith("on") for name in given):
            self.harm.append(f"<{tag}> from a text")
        for name, value in given.items():
            leads = name in ("href", "src", "action", "formaction", "hx-get", "hx-post")
            is_script = leads and (value or "").strip().lower().startswith("javascript:")
            if name.startswith("on") or is_script or (leads and value == "owned"):
                self.harm.append(f"{name}={value}")


def harm_in(page: str) -> list[str]:
    """What a hostile text has achieved in a page, be it only before the eyes of its writer."""
    reader = _Reader()
    reader.feed(page)
    tags = ["a tag from a text"] if "<b>owned" in page or "<i>owned" in page else []
    return reader.harm + tags


def strays_in(page: str) -> list[str]:
    """What of a hostile text has reached others and disturbs the lines around it."""
    marks = [
        (bool(_OVERRIDES.search(page)), "a direction override"),
        ("\x00" in page, "NUL"),
        (has_pile(page), "a pile of marks"),
    ]
    return [word for found, word in marks if found]


def harm_in_kept(text: str, *, limit: int) -> list[str]:
    """What should not have been kept of a text."""
    marks = [
        (len(text) > limit, f"{len(text)} characters, {limit} at most"),
        (bool(_OVERRIDES.search(text)), "a direction override"),
        (any(unicodedata.category(char) == "Cs" for char in text), "a lone surrogate"),
        ("\x00" in text, "NUL"),
        (has_pile(text), "a pile of marks"),
    ]
    return [word for found, word in marks if found]


def has_pile(text: str) -> bool:
    """Whether more marks stand upon each other than any script needs."""
    return bool(re.search(rf"[\u0300-\u036f]{{{LONGEST_PILE + 1}}}", text))
