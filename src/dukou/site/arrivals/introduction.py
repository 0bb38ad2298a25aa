"""A newcomer's self-introduction, filled in once and written in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dukou.language import tags
from dukou.language.gloss import english_place
from dukou.language.writing import census
from dukou.site.arrivals import phrases
from dukou.site.members.models import SHOWN_LIMIT, Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Topic
from dukou.site.notes.services import NoteText
from dukou.site.text import cleaned, one_line

LOVES_LIMIT = 5
WORDS_LIMIT = 300


@dataclass(frozen=True)
class Introduction:
    """What a member has filled in; whatever is empty is not said."""

    name: str
    shown: str = ""
    place: str = ""
    place_other: str = ""
    doing: str = ""
    loves: tuple[Topic, ...] = ()
    asking: str = ""
    words: str = ""
    words_other: str = ""

    def written_in(self, lang: str, *, own: bool) -> NoteText:
        """The introduction in a language of the template; `own` is the member's side."""
        place = self.place if own else self.place_other or _place_for(lang, self.place)
        lines = [
            _filled(phrases.FROM, lang, place),
            phrases.DOING[self.doing].said_in(lang) if self.doing else "",
            self.words if own else self.words_other,
            _filled(phrases.LOVES, lang, _hashtags(self.loves, lang)),
            _filled(phrases.ASK, lang, phrases.ASKING[self.asking].said_in(lang))
            if self.asking
            else "",
        ]
        title = _filled(phrases.TITLE, lang, self.name)
        return NoteText(lang, title, "\n".join(line for line in lines if line))

    def versions(self, reads: Sequence[str]) -> tuple[NoteText, NoteText]:
        """The member's own version and the one for the other bank."""
        own, other = phrases.languages_of(tuple(reads))
        return self.written_in(own, own=True), self.written_in(other, own=False)

    @property
    def says_something(self) -> bool:
        """More than a name is filled in."""
        return bool(self.place or self.doing or self.loves or self.asking or self.words)


def introduction_of(
    member: Member, given: Mapping[str, str], chosen: Iterable[str], topics: Sequence[Topic]
) -> Introduction:
    """What the form holds; `chosen` are the slugs of loved topics. Unknown choices are dropped."""
    wanted = set(chosen)
    doing, asking = given.get("doing", ""), given.get("asking", "")
    shown = one_line(given.get("shown", member.shown), limit=SHOWN_LIMIT)
    return Introduction(
        name=shown or member.display_name,
        shown=shown,
        place=one_line(given.get("place", ""), limit=40),
        place_other=one_line(given.get("place_other", ""), limit=40),
        doing=doing if doing in phrases.DOING else "",
        loves=tuple(topic for topic in topics if topic.slug in wanted)[:LOVES_LIMIT],
        asking=asking if asking in phrases.ASKING else "",
        words=cleaned(given.get("words", ""), limit=WORDS_LIMIT),
        words_other=cleaned(given.get("words_other", ""), limit=WORDS_LIMIT),
    )


@dataclass(frozen=True)
class Choice:
    """A sentence to choose, in the member's language."""

    key: str
    words: str


@dataclass(frozen=True)
class Template:
    """What the form offers, in the member's own language of the template."""

    lang: str
    other_lang: str
    doing: list[Choice]
    asking: list[Choice]


def template_for(member: Member) -> Template:
    """The sentences that the member can choose from."""
    own, other = phrases.languages_of(tuple(reading_languages(member)))
    return Template(own, other, _choices(phrases.DOING, own), _choices(phrases.ASKING, own))


def _choices(sentences: Mapping[str, phrases.Phrase], lang: str) -> list[Choice]:
    return [Choice(key, phrase.said_in(lang)) for key, phrase in sentences.items()]


def _filled(phrase: phrases.Phrase, lang: str, words: str) -> str:
    return phrase.said_in(lang).replace("{gap}", words) if words else ""


def _place_for(lang: str, place: str) -> str:
    """The place for readers of a language: as it is where they can read it, by its English name
    where the dictionary has one, else nothing."""
    letters = census(place)
    if not letters or "latin" in letters or ("han" in letters and tags.base(lang) == "zh"):
        return place
    return english_place(place) if lang == "en" else ""


def _hashtags(topics: Iterable[Topic], lang: str) -> str:
    """The topics as #tags under their names in the language."""
    return " ".join(f"#{_name(topic, lang)}" for topic in topics)


def _name(topic: Topic, lang: str) -> str:
    names = list(topic.names.all())
    best = tags.best_for([lang], [name.lang for name in names])
    return next((name.name for name in names if name.lang == best), topic.slug)
