"""What a password must be, said in the words of this place."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnough(MinimumLengthValidator):
    """At least eight characters. Django's own words for it are not there in every language."""

    def get_error_message(self) -> str:
        """How many characters it takes."""
        return ngettext(
            "Too short: it takes at least %(least)d character.",
            "Too short: it takes at least %(least)d characters.",
            self.min_length,
        ) % {"least": self.min_length}
