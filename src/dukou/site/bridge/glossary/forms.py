"""The form of a wording."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dukou.language.glossary import Entry
from dukou.language.tags import base
from dukou.site.bridge.glossary.models import Kind, Side, Tone
from dukou.site.bridge.glossary.services import (
    EXAMPLE_LIMIT,
    RENDERING_LIMIT,
    TERM_LIMIT,
    WORDS_LIMIT,
    Wording,
)
from dukou.site.members.models import Language

_BETWEEN = re.compile(r"[,，、;；\n]+")
_LINES = forms.Textarea(attrs={"rows": 3})


class ExplanationForm(forms.Form):
    """An entry explained in a language other than Chinese and English."""

    lang = forms.ChoiceField(
        choices=[(lang.value, lang.label) for lang in Language if base(lang) not in Side.values],
        label=_("In which language"),
    )
    rendering = forms.CharField(
        max_length=RENDERING_LIMIT,
        label=_("What one says in that language"),
        help_text=_("As short as it would stand in a sentence."),
    )
    meaning = forms.CharField(
        max_length=WORDS_LIMIT, widget=_LINES, label=_("What it means, in that language")
    )
    example = forms.CharField(
        max_length=EXAMPLE_LIMIT,
        required=False,
        label=_("The example line in that language (optional)"),
    )
    avoid = forms.CharField(
        max_length=EXAMPLE_LIMIT,
        required=False,
        label=_("Don't say it to … in that language (optional)"),
    )
    why = forms.CharField(
        max_length=300, required=False, label=_("A word to those who vote (optional)")
    )


class WordingForm(forms.Form):
    """An expression and what both sides should know about it."""

    language = forms.ChoiceField(
        choices=[("zh", _("Chinese")), ("en", _("English"))], label=_("It is said in")
    )
    term = forms.CharField(max_length=TERM_LIMIT, label=_("The expression"))
    spellings = forms.CharField(
        max_length=400,
        required=False,
        label=_("Other spellings (optional)"),
        help_text=_("With commas between them."),
    )
    rendering = forms.CharField(
        max_length=RENDERING_LIMIT,
        label=_("What one says in the other language"),
        help_text=_("As short as it would stand in a sentence."),
    )
    kind = forms.ChoiceField(choices=Kind.choices, label=_("Kind"))
    tone = forms.ChoiceField(choices=Tone.choices, label=_("Tone"), initial=Tone.NEUTRAL)
    meaning_en = forms.CharField(
        max_length=WORDS_LIMIT, widget=_LINES, label=_("What it means, in English")
    )
    meaning_zh = forms.CharField(
        max_length=WORDS_LIMIT, widget=_LINES, label=_("What it means, in Chinese")
    )
    example_en = forms.CharField(max_length=EXAMPLE_LIMIT, label=_("A line with it, in English"))
    example_zh = forms.CharField(max_length=EXAMPLE_LIMIT, label=_("The same line, in Chinese"))
    avoid_en = forms.CharField(
        max_length=EXAMPLE_LIMIT,
        required=False,
        label=_("Don't say it to … in English (optional)"),
    )
    avoid_zh = forms.CharField(
        max_length=EXAMPLE_LIMIT,
        required=False,
        label=_("Don't say it to … in Chinese (optional)"),
    )
    pinned = forms.BooleanField(
        required=False,
        label=_("Translators must always use exactly this, as for a name"),
    )
    everyday = forms.BooleanField(
        required=False,
        label=_("It is an ordinary word too: explain it when asked, don't point it out"),
    )
    why = forms.CharField(
        max_length=300, required=False, label=_("A word to those who vote (optional)")
    )

    @classmethod
    def of(cls, entry: Entry) -> WordingForm:
        """The form filled with an entry, to be changed."""
        by_side = {
            f"{name}_{side}": texts.get(side, "")
            for name, texts in (
                ("meaning", entry.meaning),
                ("example", entry.example),
                ("avoid", entry.avoid),
            )
            for side in Side.values
        }
        rest = {
            name: getattr(entry, name)
            for name in ("language", "term", "rendering", "kind", "tone", "pinned", "everyday")
        }
        return cls(initial={**rest, **by_side, "spellings": ", ".join(entry.spellings[1:])})

    def wording(self) -> Wording:
        """What the valid form says."""
        said: dict[str, Any] = self.cleaned_data
        return Wording(
            language=said["language"],
            term=said["term"],
            spellings=tuple(_BETWEEN.split(said["spellings"])),
            rendering=said["rendering"],
            kind=said["kind"],
            tone=said["tone"],
            meaning={side: said[f"meaning_{side}"] for side in Side.values},
            example={side: said[f"example_{side}"] for side in Side.values},
            avoid={side: said[f"avoid_{side}"] for side in Side.values},
            pinned=said["pinned"],
            everyday=said["everyday"],
        )
