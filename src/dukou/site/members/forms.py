"""The forms of the settings."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dukou.site.detecting import detect
from dukou.site.members.languages import language_name
from dukou.site.members.models import SHOWN_LIMIT, Language, Member
from dukou.site.members.places import regions, zones

PROFILE_FIELDS = ("shown", "bio", "bio_lang", "bio_other", "bio_other_lang", "region", "time_zone")


class ProfileForm(forms.Form):
    """What a member says of themselves, in one language or two."""

    shown = forms.CharField(
        label=_("Shown name"),
        help_text=_("What others read beside what you write. Any script, emoji too."),
        max_length=SHOWN_LIMIT,
        required=False,
    )
    bio = forms.CharField(
        label=_("About me"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-count": "bio-left"}),
    )
    bio_lang = forms.ChoiceField(label=_("In which language?"), required=False)
    bio_other = forms.CharField(
        label=_("About me, for the other bank"),
        help_text=_("In another language, if you like. Readers get the one that they read."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-count": "bio-other-left"}),
    )
    bio_other_lang = forms.ChoiceField(label=_("In which language?"), required=False)
    region = forms.ChoiceField(
        label=_("Where I live"),
        help_text=_("Shown on your profile. Leave it empty to say nothing."),
        required=False,
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("So that times are yours."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [(lang.value, language_name(lang.value)) for lang in Language]
        for name in ("bio_lang", "bio_other_lang"):
            self._choices(name, [("", _("Find out by itself")), *languages])
        self._choices("region", [("", _("I'd rather not say")), *regions()])
        self._choices("time_zone", [("", _("That of my device")), *zones()])

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A text whose language is not named is in the one it is found to be in."""
        for text, lang in (("bio", "bio_lang"), ("bio_other", "bio_other_lang")):
            words = self.cleaned_data.get(text, "")
            if words and not self.cleaned_data.get(lang):
                self.cleaned_data[lang] = detect(words).lang
        if self.cleaned_data.get("bio_other") and not self.cleaned_data.get("bio"):
            self.add_error("bio", _("Write the first text first."))
        return self.cleaned_data

    @classmethod
    def of(cls, member: Member) -> ProfileForm:
        """The form as it stands for the member."""
        return cls(initial={name: getattr(member, name) for name in PROFILE_FIELDS})


def profile_stamp(member: Member) -> str:
    """Which state of the profile this is: another one as soon as any of it has changed."""
    held = [getattr(member, name) for name in PROFILE_FIELDS]
    return sha256(repr(held).encode()).hexdigest()[:12]
