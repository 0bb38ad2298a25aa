"""A member at the composer: their browser, and what they do in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from tests.cast import AsMember


@dataclass
class Desk:
    """A draft under a member's hands."""

    browser: Client
    url: str

    def save(self, **fields: Any) -> HttpResponse:
        """What the form sends by itself while one writes."""
        return self.browser.post(self.url, fields)

    def publish(self, **fields: Any) -> HttpResponse:
        """Press Publish."""
        return self.browser.post(self.url, {**fields, "do": "publish"})

    def published(self, **fields: Any) -> Note:
        """Press Publish, and the note that comes of it."""
        response = self.publish(**fields)
        assert response.status_code == 302, response.content.decode()
        return Note.objects.get(pk=int(response["Location"].rsplit("/", 1)[1]))

    def add(self, data: bytes, name: str = "picture.jpg") -> HttpResponse:
        """Add a picture as the tray does."""
        upload = SimpleUploadedFile(name, data)
        headers = {"HX-Request": "true"}
        return self.browser.post(f"{self.url}/pictures", {"pictures": upload}, headers=headers)

    def page(self) -> str:
        """The composer as it is now."""
        return self.browser.get(self.url).content.decode()

    @property
    def draft_id(self) -> int:
        """The draft's id."""
        return int(self.url.rsplit("/", 1)[1])


SitDown = Callable[[Member], Desk]


@pytest.fixture
def sit_down(as_member: AsMember) -> SitDown:
    """A member opens the composer: `sit_down(lin)`."""

    def sit(member: Member) -> Desk:
        browser = as_member(member)
        return Desk(browser, browser.get("/compose")["Location"])

    return sit


@pytest.fixture
def media(tmp_path: Path, settings: Settings) -> Path:
    """The folder of the picture files, empty."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
