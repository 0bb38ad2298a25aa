"""What an author wrote, and why it cannot be published."""

from __future__ import annotations

from dataclasses import dataclass

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
