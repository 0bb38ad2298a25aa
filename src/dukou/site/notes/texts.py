"""What an author wrote, and why it cannot be published."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import blake2b

from dukou.site.notes.models import BODY_LIMIT, TITLE_LIMIT
from dukou.site.text import cleaned, one_line


class PublishError(Exception):
    """The note cannot be published as it is; `code` says why.

    `empty`, `pictures`, `refused-picture`, `not-yours`; from drafts also `long-title`,
    `long-body`, `long-other-title`, `long-other-body`, `same-language`, `too-many-drafts`.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


LEAST_LETTERS = 40
"""Fewer are a greeting, which many may say in the same words; a sign of Chinese counts thrice."""


@dataclass(frozen=True)
class NoteText:
    """A title and a body in one language, as the author wrote them."""

    lang: str
    title: str
    body: str

    def cleaned(self) -> NoteText:
        """The text that is kept."""
        return NoteText(
            self.lang,
            one_line(self.title, limit=TITLE_LIMIT),
            cleaned(self.body, limit=BODY_LIMIT),
        )

    @property
    def same_print(self) -> int | None:
        """The same number for texts of the same letters and digits, whatever stands between them
        and however they are written; None for a text too short to be anybody's own."""
        plain = unicodedata.normalize("NFKC", f"{self.title}\n{self.body}").casefold()
        letters = "".join(char for char in plain if unicodedata.category(char)[0] in "LN")
        if sum(3 if char >= "\u2e80" else 1 for char in letters) < LEAST_LETTERS:
            return None
        digest = blake2b(letters.encode(), digest_size=8).digest()
        return int.from_bytes(digest, signed=True)
