"""One writing in one engine's hands: line by line, so that its shape survives.

What is not language is hidden before and put back after; every line that comes back is checked,
and mended by its stretches where a mark was lost.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dukou.language import tags
from dukou.language.check import Reason, is_too_far, is_unusual, refusal
from dukou.language.engines.base import Engine, Output, Refusal
from dukou.language.protect import (
    VISIBLE,
    LostPiece,
    Marker,
    Protected,
    bracketed,
    protect,
)
from dukou.language.scripts import to_script
from dukou.language.writing import census


def is_partly_in(plain: str, source: str) -> bool:
    """True if the text has letters of the source language's writing system."""
    written = census(plain)
    return any(written[system] for system in _SYSTEMS.get(tags.base(source), written.keys()))


class Writing:
    """Texts that belong together, a title and a body; any engine may be asked for them."""

    def __init__(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        names: Sequence[str],
        terms: Mapping[str, str],
    ) -> None:
        self.source, self.target = tags.base(source), tags.base(target)
        self._texts = list(texts)
        self._tags = (source, target)
        self._names = tuple(names)
        self._terms = {self._plain(term): form for term, form in terms.items()}

    @property
    def number(self) -> int:
        """The same for the same texts and languages, in this process."""
        return hash((*self._tags, *self._texts))

    def by(self, engine: Engine) -> list[Output] | Refusal:
        """The texts by this engine, or its first refusal. May raise `EngineError`."""
        if engine.is_exact:
            return self._exactly(engine)
        plain = [self._plain(text) for text in self._texts]
        made = _Lines(engine, self, [text.split("\n") for text in plain]).made()
        if isinstance(made, Refusal):
            return made
        texts = ["\n".join(lines) for lines in made]
        if self._speaks_of_something_else(engine, plain, texts):
            return Refusal(Reason.TOO_FAR)
        return [Output(to_script(text, self._tags[1])) for text in texts]

    def protected(self, line: str, marker: Marker, *, visible: Collection[str] = ()) -> Protected:
        """The line with its pieces, names and terms hidden, but for kinds that may be seen."""
        return protect(line, names=self._names, terms=self._terms, marker=marker, visible=visible)

    def refusal(self, text: str, output: str) -> Reason | None:
        """Why the output is no translation of the text, if it is none."""
        return refusal(text, output, source=self._tags[0], target=self.target)

    def _plain(self, text: str) -> str:
        return to_script(text, "zh-Hans") if self.source == "zh" else text

    def _exactly(self, engine: Engine) -> list[Output] | Refusal:
        """Blank texts are not asked for: no memory holds them."""
        source, target = map(tags.normal, self._tags)
        asked = [text for text in self._texts if text.strip()]
        answers = iter(engine.translate(asked, source, target))
        out: list[Output] = []
        for text in self._texts:
            answer = next(answers) if text.strip() else Output(text)
            if isinstance(answer, Refusal):
                return answer
            out.append(answer)
        return out

    def _speaks_of_something_else(
        self, engine: Engine, texts: Sequence[str], made: Sequence[str]
    ) -> bool:
        """By text vectors. They take a tenth of the time of a small model that cannot be talked
        into anything, so what such a model says is doubted only where its length is unusual.
        """
        is_literal = getattr(engine, "is_literal", False)
        return any(
            is_too_far(text, output, source=self.source, target=self.target)
            for text, output in zip(texts, made, strict=True)
            if not is_literal or is_unusual(text, output)
        )


@dataclass(frozen=True)
class _Gap:
    """A stretch between two pieces: the words, and the marks of punctuation around them."""

    before: str
    words: str
    after: str


class _Lines:
    """The lines of all texts of a writing, asked for in one go."""

    def __init__(self, engine: Engine, writing: Writing, texts: Sequence[Sequence[str]]) -> None:
        self._engine, self._writing = engine, writing
        self._marker: Marker = getattr(engine, "marker", bracketed)
        self._texts = texts

    def made(self) -> list[list[str]] | Refusal:
        """The translated lines; those that hold nothing of the source language stay."""
        parts = [[self._shown(line) for line in lines] for lines in self._texts]
        wanted = [part.masked for lines in parts for part in lines if self._is_wanted(part)]
        answers = iter(self._ask(wanted))
        out: list[list[str]] = []
        for lines, texts in zip(parts, self._texts, strict=True):
            out.append([])
            for part, line in zip(lines, texts, strict=True):
                done = self._done(part, line, next(answers)) if self._is_wanted(part) else None
                if isinstance(done, Refusal):
                    return done
                out[-1].append(part.as_it_was() if done is None else done)
        return out

    def _shown(self, line: str) -> Protected:
        """The line for a first try: prices, times and sizes are seen, since most engines keep
        them, and write a better sentence around them than around a mark.
        """
        return self._writing.protected(line, self._marker, visible=VISIBLE)

    def _done(self, part: Protected, line: str, answer: Output | Refusal) -> str | Refusal:
        """The line from its answer; once more with everything hidden if the engine changed it."""
        if part.shown and isinstance(answer, Output):
            done = self._restored(part, answer)
            if isinstance(done, str) and part.kept(done):
                return done
            part = self._writing.protected(line, self._marker)
            answer = self._ask([part.masked])[0]
        return self._checked(part, answer)

    def _ask(self, texts: list[str]) -> list[Output | Refusal]:
        """The engine's answers; a line that is there a thousand times is asked for once."""
        source, target = self._writing.source, self._writing.target
        new = list(dict.fromkeys(texts))
        answers = self._engine.translate(new, source, target) if new else []
        known = dict(zip(new, answers, strict=True))
        return [known[text] for text in texts]

    def _is_wanted(self, part: Protected) -> bool:
        return is_partly_in(" ".join(part.gaps), self._writing.source)

    def _checked(self, part: Protected, answer: Output | Refusal) -> str | Refusal:
        if isinstance(answer, Refusal):
            return answer
        done = self._restored(part, answer)
        if isinstance(done, Refusal) and part.pieces:
            return self._by_gaps(part, done)
        return done

    def _restored(self, part: Protected, answer: Output) -> str | Refusal:
        reason = self._writing.refusal(part.masked, answer.text)
        if reason is not None:
            return Refusal(reason)
        try:
            return part.restore(answer.text)
        except LostPiece:
            return Refusal(Reason.LOST_PIECE)

    def _by_gaps(self, part: Protected, refused: Refusal) -> str | Refusal:
        """A mark was lost: translate what lies between the pieces, at the price of context."""
        gaps = [_gap(gap) for gap in part.gaps]
        answers = iter(self._ask([gap.words for gap in gaps if gap.words]))
        out: list[str] = []
        for gap in gaps:
            answer = next(answers) if gap.words else Output("")
            if isinstance(answer, Refusal):
                return refused
            said = _without_end(answer.text, gap.words)
            if gap.words and self._writing.refusal(gap.words, said) is not None:
                return refused
            out.append(f"{self._marks(gap.before)}{said}{self._marks(gap.after)}")
        try:
            return part.join(out)
        except LostPiece:
            return Refusal(Reason.LOST_PIECE)

    def _marks(self, marks: str) -> str:
        """Punctuation as the target writes it: `,` for `，` among Latin letters."""
        is_east = tags.script(self._writing.target) in {"Hani", "Hans", "Hant", "Jpan"}
        return marks if is_east else unicodedata.normalize("NFKC", marks).translate(_WESTERN)


_WESTERN = str.maketrans("。、", ".,")


def _gap(text: str) -> _Gap:
    """A stretch, cut at its first and last letter or digit."""
    places = [place for place, char in enumerate(text) if char.isalnum()]
    if not places or not census(text):
        return _Gap(text.strip(), "", "")
    start, end = places[0], places[-1] + 1
    return _Gap(text[:start].lstrip(), text[start:end], text[end:].rstrip())


def _without_end(said: str, words: str) -> str:
    """Engines end in a full stop what they take for a sentence."""
    return said.strip() if words[-1:] in ".。" else said.strip().rstrip(".。")


# A line without any letter of these needs no translation from that language.
_SYSTEMS = {
    "zh": ("han",),
    "ja": ("han", "kana"),
    "ko": ("hangul",),
    "en": ("latin",),
    "es": ("latin",),
    "pt": ("latin",),
    "fr": ("latin",),
    "de": ("latin",),
}
