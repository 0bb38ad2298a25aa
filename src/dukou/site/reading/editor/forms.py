"""The forms of the editor: one for each share clause, one for the rest, one for the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dukou.engine import (
    AuthorCap,
    Contract,
    ContractError,
    DebutClause,
    Exploration,
    Group,
    ShareClause,
    TopicCap,
)
from dukou.site.reading.contract_faults import in_words
from dukou.site.reading.editor import groups

WINDOWS = [
    ("hour", gettext_lazy("each hour")),
    ("day", gettext_lazy("each day")),
    ("week", gettext_lazy("each week")),
]
REASONS = {"reason_en": "en", "reason_zh_hans": "zh-Hans", "reason_zh_hant": "zh-Hant"}
MOST_CLAUSES = 24
DEBUT_NUMBERS = ("debut_notes", "debut_impressions", "debut_hours", "debut_per_page")

Clauses: TypeAlias = "BaseFormSet[ClauseForm]"


def percent_field(label: Any, **more: Any) -> forms.DecimalField:
    """A share as people write it, from 0 to 100."""
    return forms.DecimalField(
        label=label, min_value=0, max_value=100, decimal_places=1, max_digits=4, **more
    )


class ClauseForm(forms.Form):
    """A share clause; `clause` is what was made of it once it is valid."""

    reason_en = forms.CharField(
        label="English", max_length=240, required=False, widget=forms.Textarea({"rows": 2})
    )
    reason_zh_hans = forms.CharField(
        label="简体中文", max_length=240, required=False, widget=forms.Textarea({"rows": 2})
    )
    reason_zh_hant = forms.CharField(
        label="繁體中文", max_length=240, required=False, widget=forms.Textarea({"rows": 2})
    )
    readers_arrival = forms.ChoiceField(
        label=gettext_lazy("Who reads"), choices=groups.ARRIVALS, required=False
    )
    readers_language = forms.ChoiceField(
        label=gettext_lazy("who speak"),
        choices=lambda: groups.language_choices(same=False),
        required=False,
    )
    providers_arrival = forms.ChoiceField(
        label=gettext_lazy("Whose notes"), choices=groups.ARRIVALS, required=False
    )
    providers_language = forms.ChoiceField(
        label=gettext_lazy("who speak"),
        choices=lambda: groups.language_choices(same=True),
        required=False,
    )
    providers_followers = forms.ChoiceField(
        label=gettext_lazy("with"), choices=groups.FOLLOWERS, required=False
    )
    providers_count = forms.IntegerField(
        label=gettext_lazy("namely"), min_value=0, max_value=100_000_000, required=False
    )
    providers_topic = forms.CharField(
        label=gettext_lazy("about the topic"), max_length=60, required=False
    )
    floor = percent_field(gettext_lazy("At least, in percent"))
    ceiling = percent_field(gettext_lazy("At most, in percent"))
    window = forms.ChoiceField(label=gettext_lazy("Measured over"), choices=WINDOWS)
    band = forms.BooleanField(
        label=gettext_lazy("It holds for each reader alone, too; the dial then moves inside it"),
        required=False,
    )
    id = forms.SlugField(
        label=gettext_lazy("Short name"),
        max_length=60,
        help_text=gettext_lazy("Letters, digits and hyphens. The audit keeps to it."),
    )
    tier = forms.IntegerField(
        label=gettext_lazy("Kept in which order"),
        min_value=1,
        max_value=9,
        help_text=gettext_lazy("1 first, when not everything can be kept."),
    )
    after_days = forms.IntegerField(
        label=gettext_lazy("Waits until the place has so many days"), min_value=0, max_value=3650
    )

    clause: ShareClause

    def clean_providers_topic(self) -> str:
        """A topic that the place knows."""
        return groups.known_topic(self.cleaned_data["providers_topic"])

    def clean(self) -> dict[str, Any]:
        """Make the clause, or say beside which field it fails."""
        cleaned = self.cleaned_data
        if self.errors or cleaned.get("DELETE"):
            return cleaned
        needs_count = cleaned["providers_followers"] in ("below", "least")
        if needs_count and cleaned["providers_count"] is None:
            self.add_error("providers_count", _("Write the number of followers."))
            return cleaned
        if cleaned["floor"] > cleaned["ceiling"]:
            self.add_error("floor", _("Write a number that is not above “at most”."))
            return cleaned
        try:
            self.clause = _clause(cleaned)
        except ContractError as error:
            name = error.field.rpartition(".")[2]
            self.add_error(name if name in self.fields else None, in_words(error))
        return cleaned


class RestForm(forms.Form):
    """The caps, the draw, and the promise to first notes."""

    per_page = forms.IntegerField(
        label=gettext_lazy("Notes of one author on a page, at most"), min_value=1, max_value=20
    )
    cap_share = percent_field(
        gettext_lazy("Share of one author in all that is shown, at most, in percent")
    )
    cap_window = forms.ChoiceField(label=gettext_lazy("Measured over"), choices=WINDOWS)
    notes_a_day = forms.IntegerField(
        label=gettext_lazy("Notes of one author within a day that stand beside others', at most"),
        help_text=gettext_lazy("More come after all others. 0: any number."),
        min_value=0,
        max_value=1000,
    )
    topic_cap = forms.BooleanField(
        label=gettext_lazy("No topic may take over the pages"), required=False
    )
    topic_per_page = forms.IntegerField(
        label=gettext_lazy("Notes about one topic on a page, at most"),
        min_value=1,
        max_value=20,
        required=False,
    )
    topic_share = percent_field(
        gettext_lazy("Share of one topic in all that is shown, at most, in percent"),
        required=False,
    )
    topic_window = forms.ChoiceField(
        label=gettext_lazy("Measured over"), choices=WINDOWS, required=False
    )
    exploration = forms.BooleanField(
        label=gettext_lazy("One place on every page is drawn by lot"), required=False
    )
    debut = forms.BooleanField(
        label=gettext_lazy("First notes are promised readers"), required=False
    )
    debut_arrival = forms.ChoiceField(
        label=gettext_lazy("Whose first notes"), choices=groups.ARRIVALS, required=False
    )
    debut_language = forms.ChoiceField(
        label=gettext_lazy("who speak"),
        choices=lambda: groups.language_choices(same=False),
        required=False,
    )
    debut_notes = forms.IntegerField(
        label=gettext_lazy("How many notes of each"), min_value=1, max_value=10, required=False
    )
    debut_impressions = forms.IntegerField(
        label=gettext_lazy("First views for each, at most"),
        min_value=1,
        max_value=1000,
        required=False,
        help_text=gettext_lazy("A note is promised no more than can be expected to be kept."),
    )
    debut_hours = forms.IntegerField(
        label=gettext_lazy("Within so many hours"), min_value=1, max_value=240, required=False
    )
    debut_per_page = forms.IntegerField(
        label=gettext_lazy("Such notes on a page, at most"),
        min_value=1,
        max_value=5,
        required=False,
    )

    def clean_cap_share(self) -> Decimal:
        """A cap of nothing would show nobody."""
        share: Decimal = self.cleaned_data["cap_share"]
        if share <= 0:
            raise forms.ValidationError(_("Write a number above 0."))
        return share

    def clean(self) -> dict[str, Any]:
        """A promise and a cap need all of their numbers."""
        cleaned = self.cleaned_data
        if cleaned.get("topic_cap"):
            if cleaned.get("topic_per_page") is None and "topic_per_page" not in self.errors:
                self.add_error("topic_per_page", _("Write a whole number from 1."))
            if not cleaned.get("topic_share") and "topic_share" not in self.errors:
                self.add_error("topic_share", _("Write a number above 0."))
        if cleaned.get("debut"):
            for name in DEBUT_NUMBERS:
                if cleaned.get(name) is None and name not in self.errors:
                    self.add_error(name, _("Write a whole number from 1."))
        return cleaned


class WhyForm(forms.Form):
    """Why the contract changes, and on which version the change was made."""

    why = forms.CharField(
        label=gettext_lazy("Why it changes"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Everybody can read this on the balance page."),
        error_messages={"required": gettext_lazy("Say in a sentence why it changes.")},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class TextForm(forms.Form):
    """The contract's own text."""

    toml = forms.CharField(
        label=gettext_lazy("The contract's text"),
        max_length=20_000,
        strip=False,
        widget=forms.Textarea({"rows": 24, "spellcheck": "false", "class": "editor__text"}),
    )


ClauseForms = formset_factory(
    ClauseForm,
    extra=0,
    can_delete=True,
    max_num=MOST_CLAUSES,
    validate_max=True,
)


def clause_initial(clause: ShareClause) -> dict[str, Any]:
    """The form's fields for a clause."""
    reasons = {name: clause.reason.get(lang, "") for name, lang in REASONS.items()}
    return {
        "id": clause.id,
        "floor": _percent(clause.floor),
        "ceiling": _percent(clause.ceiling),
        "window": clause.window,
        "band": clause.band,
        "tier": clause.tier,
        "after_days": clause.after_days,
        **reasons,
        **groups.readers_initial(clause.readers),
        **groups.providers_initial(clause.providers),
    }


def rest_initial(contract: Contract) -> dict[str, Any]:
    """The fields of the rest of a contract."""
    return {
        "per_page": contract.author_cap.per_page,
        "cap_share": _percent(contract.author_cap.share),
        "cap_window": contract.author_cap.window,
        "notes_a_day": contract.author_cap.notes_a_day,
        "exploration": bool(contract.exploration.slots),
        **_topic_initial(contract.topic_cap),
        **_debut_initial(contract.debut),
    }


def _topic_initial(cap: TopicCap | None) -> dict[str, Any]:
    shown = cap or TopicCap()
    return {
        "topic_cap": cap is not None,
        "topic_per_page": shown.per_page,
        "topic_share": _percent(shown.share),
        "topic_window": shown.window,
    }


def _debut_initial(clause: DebutClause | None) -> dict[str, Any]:
    shown = clause or DebutClause()
    return {
        "debut": clause is not None,
        "debut_arrival": shown.providers.arrival or "",
        "debut_language": shown.providers.language or "",
        "debut_notes": shown.notes,
        "debut_impressions": shown.impressions,
        "debut_hours": shown.hours,
        "debut_per_page": shown.per_page,
    }


def contract_of(clauses: Clauses, rest: RestForm, *, before: Contract) -> Contract:
    """The contract that valid forms describe, one version after `before`.

    Raises: ContractError: two clauses have one id.
    """
    cleaned = rest.cleaned_data
    return Contract(
        version=before.version + 1,
        shares=tuple(form.clause for form in clauses.forms if form not in clauses.deleted_forms),
        author_cap=AuthorCap(
            per_page=cleaned["per_page"],
            share=_share(cleaned["cap_share"]),
            window=cleaned["cap_window"],
            notes_a_day=cleaned["notes_a_day"],
        ),
        topic_cap=_topic_cap(cleaned) if cleaned["topic_cap"] else None,
        debut=_debut(cleaned) if cleaned["debut"] else None,
        exploration=Exploration(slots=int(cleaned["exploration"])),
    )


def _topic_cap(cleaned: dict[str, Any]) -> TopicCap:
    return TopicCap(
        per_page=cleaned["topic_per_page"],
        share=_share(cleaned["topic_share"]),
        window=cleaned["topic_window"] or "day",
    )


def _debut(cleaned: dict[str, Any]) -> DebutClause:
    return DebutClause(
        providers=Group(
            arrival=cleaned["debut_arrival"] or None, language=cleaned["debut_language"] or None
        ),
        notes=cleaned["debut_notes"],
        impressions=cleaned["debut_impressions"],
        hours=cleaned["debut_hours"],
        per_page=cleaned["debut_per_page"],
    )


def _clause(cleaned: dict[str, Any]) -> ShareClause:
    reasons = {lang: cleaned[name].strip() for name, lang in REASONS.items()}
    return ShareClause(
        id=cleaned["id"],
        readers=groups.readers_of(cleaned),
        providers=groups.providers_of(cleaned),
        floor=_share(cleaned["floor"]),
        ceiling=_share(cleaned["ceiling"]),
        window=cleaned["window"],
        band=cleaned["band"],
        tier=cleaned["tier"],
        after_days=cleaned["after_days"],
        reason={lang: words for lang, words in reasons.items() if words},
    )


def _share(percent: Decimal) -> float:
    return float(percent / 100)


def _percent(share: float) -> Decimal:
    return Decimal(str(round(share * 100, 1))).normalize() + 0
