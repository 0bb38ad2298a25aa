"""The cast of the site's tests: a few people, made by the same services as real members.

Lin, Maya, Ama, Bo and Keeper can do what their part allows. Each page also meets three who cannot:
`stranger` (nobody is signed in), Cai (whom Lin blocks) and Rui (who is suspended).
"""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from dukou.language.detect import detect
from dukou.site.members import limits
from dukou.site.members import services as members
from dukou.site.members.models import Member, Role
from dukou.site.notes.models import Note
from dukou.site.notes.services import NoteText, publish_note

PASSWORD = "a long way across"

AsMember = Callable[[Member], Client]
Write = Callable[..., Note]


def make_member(name: str, **about: object) -> Member:
    """A member who has been welcomed and was here today; their password is `PASSWORD`."""
    member = members.create_member(
        name=name,
        email=f"{name}@example.org",
        password=PASSWORD,
        shown=str(about.pop("shown", name.title())),
        **about,  # type: ignore[arg-type]
    )
    member.welcomed_at, member.last_active_on = timezone.now(), timezone.localdate()
    member.save(update_fields=["welcomed_at", "last_active_on"])
    return member


@pytest.fixture
def lin(db: None) -> Member:
    """A resident who reads Chinese only."""
    return make_member(
        "lin", shown="林小满", home_language="zh-Hans", reads=["zh-Hans"], region="CN"
    )


@pytest.fixture
def maya(db: None) -> Member:
    """A newcomer of a wave who reads English only."""
    return make_member("maya", home_language="en", reads=["en"], region="US", wave="en-US 2025-01")


@pytest.fixture
def ama(db: None) -> Member:
    """A host: a resident who reads both languages."""
    return make_member(
        "ama", shown="Ama 阿麻", home_language="zh-Hans", reads=["zh-Hans", "en"], region="CN"
    )


@pytest.fixture
def bo(db: None) -> Member:
    """A moderator."""
    member = make_member("bo", reads=["zh-Hans", "en"])
    members.give_role(member, Role.MODERATOR)
    return member


@pytest.fixture
def keeper(db: None) -> Member:
    """The operator of the place."""
    member = make_member("keeper", reads=["zh-Hans", "en"])
    members.give_role(member, Role.OPERATOR)
    return member


@pytest.fixture
def cai(lin: Member) -> Member:
    """A member whom Lin blocks."""
    member = make_member("cai", reads=["zh-Hans", "en"])
    members.block(member, by=lin)
    return member


@pytest.fixture
def rui(bo: Member) -> Member:
    """A member whom Bo has suspended."""
    member = make_member("rui", reads=["zh-Hans", "en"])
    members.suspend(member, by=bo, reason="The same advertisement under forty notes.")
    return member


@pytest.fixture
def stranger(db: None) -> Client:
    """A browser that nobody is signed in with; it asks for English."""
    return _browser()


@pytest.fixture
def as_member(db: None) -> AsMember:
    """The browser of a member: `as_member(lin).get("/latest")`; it asks for English."""

    def signed_in(member: Member) -> Client:
        browser = _browser()
        browser.force_login(member)
        return browser

    return signed_in


@pytest.fixture
def write(db: None) -> Write:
    """Publishes a text card: `write(lin, "猫税来了", en="Cat tax")`, a title in each language.

    `body` and whatever else `publish_note` takes can be given too.
    """

    def publish(by: Member, title: str, *, body: str = "", en: str = "", **more: object) -> Note:
        others = [NoteText("en", en, body and f"{body} (en)")] if en else []
        text = NoteText(detect(title).lang, title, body)
        given = {"design": "letter", "others": others, **more}
        return publish_note(by=by, text=text, **given)  # type: ignore[arg-type]

    return publish


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a test takes, its deeds fall into one window of every limit."""
    monkeypatch.setattr(limits, "time", SimpleNamespace(time=lambda: 1_900_000_000.0))


def words_of(html: str) -> str:
    """What a reader reads of a page: its text without tags, white space made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _browser() -> Client:
    return Client(headers={"accept-language": "en"})
