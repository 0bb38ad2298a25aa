"""A text as the page shows it: which versions, who wrote them, and the switch between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext as _

from dukou.language.tags import base, can_read
from dukou.site.bridge import engines
from dukou.site.bridge.choosing import (
    Chosen,
    CreditedVersion,
    best_version,
    chosen,
    is_lesser,
)
from dukou.site.bridge.models import BY_PEOPLE, Outcome
from dukou.site.bridge.precedents.label import precedent_of
from dukou.site.bridge.reader import Habits
from dukou.site.bridge.sides.beside import (
    Compare,
    differing,
    line_of,
    marked_texts,
    text_beside,
    version_of,
)
from dukou.site.bridge.sides.marking import with_marks
from dukou.site.bridge.sounds import with_pinyin
from dukou.site.bridge.words.offering import looking_up
from dukou.site.members.languages import language_name
from dukou.site.notes.markup import to_html
from dukou.site.notes.models import Provenance
from dukou.site.notes.runs import with_languages

#: A page looks so often, a few seconds apart, whether a translation has come.
MOST_LOOKS = 15
_HOPELESS = {Outcome.NO_ENGINE, Outcome.NOTHING}
_ASKED = {Outcome.WAITING, Outcome.REFUSED}
_ENDED = {Outcome.TAKEN_OUT, Outcome.REFUSED, Outcome.FAILED, Outcome.BUDGET}

ORIGINAL, YOURS, BOTH = "original", "yours", "both"


@dataclass(frozen=True)
class ShownText:
    """A text in one language, ready for the page; `heading` and `body` are safe HTML."""

    lang: str
    dir: str
    name: str
    title: str
    heading: str
    body: str


@dataclass(frozen=True)
class Choice:
    """One button of the version switch."""

    url: str
    word: str
    current: bool


@dataclass(frozen=True)
class ShownVersion:
    """What stands in the page for a note's or comment's text.

    `wish` is what the page does about a translation: nothing (empty), asks for it when the reader
    meets the text (`meet`), offers to ask (`tap`), looks whether it has come (`wait`), or asks for
    a better one that the next reader gets (`better`).
    `words_url` is where words of the original are looked up, empty where nobody explains them to
    this reader; `near_url` shows the other text of a near match; `is_gloss_offered` if there is
    nothing better than to read it word for word. `apart` says how many sentences differ, where both
    stand side by side.
    """

    texts: list[ShownText]
    switch: list[Choice]
    line: str
    is_rough: bool
    url: str = ""
    wish: str = ""
    looks: int = 0
    correct_url: str = ""
    suggestions: int = 0
    words_url: str = ""
    is_gloss_offered: bool = False
    near_url: str = ""
    report_url: str = ""
    apart: str = ""


def shown_version(
    versions: Sequence[CreditedVersion],
    reads: Sequence[str],
    *,
    url: str,
    habits: Habits | None = None,
    show: str = "",
    outcome: str = "",
    may_ask: bool = False,
    looks: int = 0,
    suggested: Sequence[str] = (),
    compare: Compare | None = None,
    is_public: bool,
) -> ShownVersion:
    """The text for a reader of these languages; `show` is `yours`, `original` or `both`, or empty
    for what the reader's habits say.

    `outcome` is how the wish for a translation stands, for a text that the reader cannot read;
    `may_ask` is for members; `looks` counts how often the page has looked whether it has come;
    `suggested` are the languages of better wordings that wait for this reader's word; `compare`
    says how two versions by people differ, for readers who see both; a text that is not public is
    bettered by no engine on another machine.
    """
    own = reads if habits is None else habits.own
    best = best_version(versions, reads if habits is None else (*habits.own, *habits.never))
    source = next(version for version in versions if version.is_source)
    original = chosen(source, source, versions, ())
    is_left_alone = habits is not None and _is_never(source, habits)
    beside = None if is_left_alone else text_beside(best, source, versions, reads)
    has_choice = beside is not None
    waits_for_tap = habits is not None and _is_on_tap(source, habits) and not show
    show = show or _usual(habits, waits_for_tap=waits_for_tap)
    if not has_choice:
        show = YOURS
    texts = {ORIGINAL: [original], BOTH: [best, beside or original]}.get(show, [best])
    found = differing(texts, source, versions, compare) if show == BOTH else []
    asks = may_ask and show == YOURS
    return ShownVersion(
        texts=[
            _shown(text, pinyin=habits is not None and habits.pinyin)
            for text in marked_texts(texts, versions, found)
        ],
        switch=_switch(url, show, best) if has_choice else [],
        line=_line(best, outcome, _writer(best, versions)) if show != ORIGINAL else "",
        is_rough=best.quality == "rough",
        url=url,
        wish=_wish(best, outcome, looks, on_tap=waits_for_tap, is_public=is_public) if asks else "",
        looks=looks + 1,
        correct_url=_correct_url(best, url, suggested) if may_ask and show != ORIGINAL else "",
        suggestions=len(suggested),
        words_url=_words_url(url) if looking_up(_both_parts(source), source.lang, own) else "",
        is_gloss_offered=not best.is_readable,
        report_url=_report_url(best, url, versions) if may_ask and show != ORIGINAL else "",
        apart=line_of(found),
        near_url=_near_url(best, url) if show != ORIGINAL else "",
    )


def _both_parts(version: CreditedVersion) -> str:
    return f"{getattr(version, 'title', '')}\n{version.body}"


def _words_url(url: str) -> str:
    return f"{url.removesuffix('/version')}/words"


def _report_url(best: Chosen, url: str, versions: Sequence[CreditedVersion]) -> str:
    """Where a member tells the moderators that a version, not the original, is wrong."""
    version = version_of(best, versions)
    if best.is_original or version is None:
        return ""
    return f"/report?{'note' if url.startswith('/notes/') else 'comment'}-version={version.pk}"


def _near_url(best: Chosen, url: str) -> str:
    is_near = precedent_of(best.engine) is not None
    return f"{url.removesuffix('/version')}/near?lang={best.lang}" if is_near else ""


def _correct_url(best: Chosen, url: str, suggested: Sequence[str]) -> str:
    """Where a reader writes a better translation, or says whether one is better."""
    is_open = best.is_readable and best.provenance in (Provenance.COMMUNITY, Provenance.MACHINE)
    lang = best.lang if is_open else next(iter(suggested), "")
    return f"{url.removesuffix('/version')}/corrections?lang={lang}" if lang else ""


def _writer(best: Chosen, versions: Sequence[CreditedVersion]) -> str:
    """The name of the reader whose translation this is, to thank them."""
    if best.provenance != Provenance.COMMUNITY:
        return ""
    writers = [one.by for one in versions if one.provenance == best.provenance and one.by_id]
    return writers[0].name if writers and writers[0] else ""


def _is_on_tap(source: CreditedVersion, habits: Habits) -> bool:
    return can_read(habits.on_tap, source.lang) and not can_read(habits.own, source.lang)


def _is_never(source: CreditedVersion, habits: Habits) -> bool:
    return can_read(habits.never, source.lang) and not can_read(habits.own, source.lang)


def _usual(habits: Habits | None, *, waits_for_tap: bool) -> str:
    """What the reader is shown without asking."""
    if waits_for_tap:
        return ORIGINAL
    return BOTH if habits is not None and habits.both else YOURS


def _wish(best: Chosen, outcome: str, looks: int, *, on_tap: bool, is_public: bool) -> str:
    """What the page does about a translation that the reader lacks."""
    if best.is_readable and not best.stale:
        return "better" if _may_be_better(best, outcome, is_public=is_public) else ""
    if outcome in _HOPELESS:
        return ""
    if outcome == Outcome.WAITING:
        return "wait" if looks < MOST_LOOKS else "tap"
    return "tap" if on_tap or outcome in _ENDED or looks else "meet"


def _may_be_better(best: Chosen, outcome: str, *, is_public: bool) -> bool:
    """Whether a good engine is there for what stands as a near match or a rough draft, and nobody
    has asked it lately."""
    if not is_lesser(best.quality) or outcome in _ASKED:
        return False
    return engines.is_good_for(best.original_lang, best.lang, local_only=not is_public)


def _shown(text: Chosen, *, pinyin: bool) -> ShownText:
    name, heading = language_name(text.lang), with_languages(escape(text.title), text.lang)
    body = with_languages(with_marks(to_html(text.body)), text.lang)
    if pinyin and base(text.lang) == "zh":
        heading, body = with_pinyin(heading), with_pinyin(body)
    return ShownText(text.lang, text.dir, name, text.title, heading, body)


def _switch(url: str, show: str, best: Chosen) -> list[Choice]:
    words = {ORIGINAL: _("Original"), YOURS: _("Yours"), BOTH: _("Both")}
    if best.is_original and not best.is_converted:
        del words[YOURS]
        show = ORIGINAL if show == YOURS else show
    return [Choice(f"{url}?show={key}", word, key == show) for key, word in words.items()]


def _line(best: Chosen, outcome: str, writer: str) -> str:
    """Who wrote what the reader sees; empty where it is simply the original."""
    language = language_name(best.original_lang)
    if not best.is_readable:
        return _waiting_line(outcome, language)
    if best.is_original:
        return _("Converted to your script") if best.is_converted else ""
    line = {
        Provenance.AUTHOR: _("The author's own version; the original is in %(language)s"),
        Provenance.COMMUNITY: _("Translated from %(language)s by @%(writer)s, thank you")
        if writer
        else _("Translated from %(language)s by the community"),
    }.get(Provenance(best.provenance))
    if line is None and best.engine == BY_PEOPLE:
        line = _("People translated the same words elsewhere so; the original is %(language)s")
    if line is None and precedent_of(best.engine) is not None:
        line = _("Near match: people translated a text that differs a little from this one")
    if line is None:
        line = (
            _("Rough machine draft from %(language)s, by %(engine)s")
            if best.quality == "rough"
            else _("Translated from %(language)s by machine: %(engine)s")
        )
    line = line % {
        "language": language,
        "engine": best.engine.rpartition(" (")[0],
        "writer": writer,
    }
    if not best.stale:
        return line
    changed = _("the original has changed since")
    return f"{line} · {changed}"


def _waiting_line(outcome: str, language: str) -> str:
    lines: dict[str, str] = {
        Outcome.WAITING: _("Being translated from %(language)s. Here is the original meanwhile."),
        Outcome.REFUSED: _("No translation from %(language)s was good enough to show."),
        Outcome.FAILED: _("The translation from %(language)s did not arrive. Try again later."),
        Outcome.NO_ENGINE: _("Nothing here translates from %(language)s. This is the original."),
        Outcome.TAKEN_OUT: _(
            "Moderators took the translation out. Here is the %(language)s original."
        ),
        Outcome.NOTHING: _("There is nothing in it to translate."),
        Outcome.BUDGET: _("Today's translations are used up. Here is the %(language)s original."),
    }
    line = lines.get(outcome, _("Not translated yet. Here is the %(language)s original."))
    return line % {"language": language}
