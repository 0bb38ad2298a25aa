"""Every field that a member can write into, where its words are kept, and who reads them where."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dukou.site.bridge.glossary.models import REASON_LIMIT, GlossaryVersion
from dukou.site.commons.models import Decision, Report
from dukou.site.members.models import CohortObjection, Member
from dukou.site.notes.models import (
    ALT_LIMIT,
    BODY_LIMIT,
    TITLE_LIMIT,
    Draft,
    Media,
    Note,
    NoteVersion,
    TopicName,
)
from dukou.site.reading.allocation.contracts import FIRST_CONTRACT
from dukou.site.reading.models import ContractVersion
from dukou.site.talk.models import COMMENT_LIMIT, Collection, CommentVersion

Text = Callable[[], str]
Within = Callable[[str], str]
COMPOSER, DRAFT = "/compose", "/drafts/{draft}"
A_NOTE = {"title": "猫税来了", "body": "我家的猫叫团子。", "design": "letter", "do": "publish"}
AN_OTHER = {**A_NOTE, "other_title": "Cat tax", "other_body": "Dumpling.", "other_lang": "en"}
NOTE = ("maya {there}", "lin /@lin")
HELLO = ("maya {there}", "noa /welcome/introduction")


@dataclass(frozen=True)
class Field:
    """A field of a form, sent by a member to an address, and who meets its words where.

    `{there}` is the address to which the form leads, `within` what stands around the words.
    """

    name: str
    address: str
    limit: int
    kept: Text
    shown: tuple[str, ...]
    by: str = "lin"
    rest: Mapping[str, str] = field(default_factory=dict)
    within: Within = str

    @property
    def id(self) -> str:
        """What a test is called by."""
        around = "" if self.within is str else f" {self.within.__name__}"
        return f"{self.name}{around} of {self.address}"


def _lin(attribute: str) -> Text:
    return lambda: str(getattr(Member.objects.get(name="lin"), attribute))


def _noa(attribute: str) -> Text:
    return lambda: str(getattr(Member.objects.get(name="noa"), attribute))


def _newest(model: type, attribute: str, **where: object) -> Text:
    def read() -> str:
        row = model.objects.filter(**where).order_by("pk").last()  # type: ignore[attr-defined]
        return str(getattr(row, attribute)) if row else ""

    return read


def _explained(name: str) -> Text:
    def read() -> str:
        version = GlossaryVersion.objects.filter(explains="ja").order_by("pk").last()
        said = getattr(version, name, "")
        return str(said.get("ja", "") if isinstance(said, dict) else said)

    return read


def _drafted_title() -> str:
    return str(Draft.objects.earliest("pk").fields.get("title", ""))


def as_reason(text: str) -> str:
    """A contract whose reason is the text."""
    return _contract(reason=json.dumps({"en": text}, ensure_ascii=False))


def as_escaped_reason(text: str) -> str:
    """A contract whose reason is the text, in escapes."""
    return _contract(reason=json.dumps({"en": text}))


def as_topic(text: str) -> str:
    """A contract about the notes of a topic that is called by the text."""
    return _contract(topic=json.dumps(text))


def _contract(*, reason: str = '{"en": "So."}', topic: str = '"x"') -> str:
    words = reason.replace('"en":', "en =")
    return f'[[share]]\nid = "a"\nfloor = 0.1\nproviders = {{topic = {topic}}}\nreason = {words}'


SIGN_UP, SIGN_IN = "/account/signup/", "/account/login/"
A_MEMBER = {"username": "wen", "email": "wen@example.org", "password1": "a long way across"}
SIGNED_IN = {"login": "lin", "password": "a long way across"}
NOBODY: Text = str
EXPLAINED = {"lang": "ja", "rendering": "おすすめする", "meaning": "欲しいと思わせること。"}
BALANCE = ("maya /balance", "keeper /balance/contract", "keeper /balance/contract?as=text")

FIELDS = [
    *(
        Field(name, SIGN_UP, 30, _newest(Member, "name"), ("maya /@wen",), "visitor", A_MEMBER)
        for name in ("username", "email", "password1", "invitation", "next")
    ),
    *(
        Field(name, SIGN_IN, 0, NOBODY, (f"visitor {SIGN_IN}",), "visitor", SIGNED_IN)
        for name in ("login", "password", "remember", "next")
    ),
    Field("email", "/account/password/reset/", 0, NOBODY, (), "visitor"),
    Field("email", "/account/email/", 0, NOBODY, ("lin /account/email/",), rest={"action_add": ""}),
    *(
        Field(name, "/account/password/change/", 0, NOBODY, ("lin /settings",))
        for name in ("oldpassword", "password1", "password2")
    ),
    Field("password", "/account/reauthenticate/", 0, NOBODY, ("lin /settings",)),
    Field(
        "answer",
        "/objections/{objection}",
        1000,
        _newest(CohortObjection, "answer"),
        ("bo /objections", "lin /settings/languages", "lin /notifications"),
        by="bo",
    ),
    Field("wave", "/objections/{objection}", 0, NOBODY, (), by="bo", rest={"answer": "So."}),
    Field(
        "reason",
        "/moderation/log/{decision}/undo",
        1000,
        _newest(Decision, "undone_reason"),
        ("bo /moderation/log", "lin /notifications"),
        by="bo",
    ),
    Field("title", COMPOSER, TITLE_LIMIT, _newest(NoteVersion, "title"), NOTE, rest=A_NOTE),
    Field("body", COMPOSER, BODY_LIMIT, _newest(NoteVersion, "body"), NOTE, rest=A_NOTE),
    Field("other_title", COMPOSER, TITLE_LIMIT, _newest(NoteVersion, "title"), NOTE, rest=AN_OTHER),
    Field("other_body", COMPOSER, BODY_LIMIT, _newest(NoteVersion, "body"), NOTE, rest=AN_OTHER),
    Field("topic", COMPOSER, 60, _newest(TopicName, "name"), NOTE, rest=A_NOTE),
    Field("place", COMPOSER, 80, _newest(Note, "place"), NOTE, rest=A_NOTE),
    Field("lang", COMPOSER, 10, _newest(NoteVersion, "lang"), NOTE, rest=A_NOTE),
    Field("alt-{picture}", DRAFT, ALT_LIMIT, _newest(Media, "alt"), NOTE, rest=A_NOTE),
    Field("title", DRAFT, 4 * TITLE_LIMIT, _drafted_title, ("lin /drafts/{draft}", "lin /drafts")),
    Field("title", "/detect", 0, str, ()),
    Field("shown", "/settings", 40, _lin("shown"), ("maya /@lin", "maya /latest", "lin /settings")),
    Field("bio", "/settings", 500, _lin("bio"), ("maya /@lin", "lin /settings")),
    Field("bio_other", "/settings", 500, _lin("bio_other"), ("maya /@lin",), rest={"bio": "你好"}),
    Field("region", "/settings", 10, _lin("region"), ("maya /@lin",)),
    Field("time_zone", "/settings", 60, _lin("time_zone"), ("maya /@lin",)),
    Field("reads", "/settings/languages", 0, str, ("lin /settings/languages",)),
    Field(
        "body",
        "/notes/{note}/comments",
        COMMENT_LIMIT,
        _newest(CommentVersion, "body"),
        ("maya /@lin/{note}", "lin /notifications"),
        by="maya",
    ),
    Field("key", "/notes/{note}/comments", 0, str, ("maya /@lin/{note}",), rest={"body": "好"}),
    Field(
        "new",
        "/notes/{note}/save",
        60,
        _newest(Collection, "name"),
        ("lin /saved", "lin /notes/{note}/save"),
    ),
    Field(
        "name",
        "/collections/{shelf}",
        60,
        _newest(Collection, "name"),
        ("maya /collections/{shelf}", "maya /@lin/saved"),
        rest={"is_public": "on"},
    ),
    Field(
        "words",
        "/report",
        1000,
        _newest(Report, "words"),
        ("bo /moderation",),
        by="maya",
        rest={"note": "{note}", "ground": "spam"},
    ),
    Field("ground", "/report", 0, str, (), by="maya", rest={"note": "{note}"}),
    Field(
        "reason",
        "/moderation/note/{note}",
        1000,
        _newest(Decision, "reason"),
        ("bo /moderation/log", "lin /notifications"),
        by="bo",
        rest={"act": "hide"},
    ),
    *(
        Field(
            name,
            "/glossary/explain",
            limit,
            _explained(name),
            ("maya /glossary/zh/种草", "maya /glossary"),
            rest={"language": "zh", "term": "种草", **EXPLAINED, name: ""},
        )
        for name, limit in (("rendering", 80), ("meaning", 400), ("example", 200), ("why", 300))
    ),
    Field(
        "reason",
        "/glossary/shipped/out",
        REASON_LIMIT,
        _newest(GlossaryVersion, "reason"),
        ("maya /glossary/zh/种草",),
        by="bo",
        rest={"language": "zh", "term": "种草"},
    ),
    Field(
        "words",
        "/settings/languages/objection",
        1000,
        _newest(CohortObjection, "words"),
        ("bo /objections", "lin /settings/languages"),
    ),
    Field(
        "why",
        "/balance/contract",
        500,
        _newest(ContractVersion, "reason"),
        ("maya /balance", "keeper /balance/contract"),
        "keeper",
        {"as": "text", "toml": FIRST_CONTRACT, "based_on": "{contract}"},
    ),
    Field(
        "toml",
        "/balance/contract",
        20_000,
        _newest(ContractVersion, "toml"),
        ("maya /balance",),
        "keeper",
        {"as": "text", "why": "So.", "based_on": "{contract}"},
    ),
    *(
        Field(
            "toml",
            "/balance/contract",
            20_000,
            _newest(ContractVersion, "toml"),
            BALANCE,
            "keeper",
            {"as": "text", "why": "So.", "based_on": "{contract}"},
            within,
        )
        for within in (as_reason, as_escaped_reason, as_topic)
    ),
    Field(
        "shown",
        "/welcome/introduction",
        40,
        _noa("shown"),
        ("maya /@noa", "noa /welcome/introduction"),
        "noa",
        {"skip": "1"},
    ),
    Field("place", "/welcome/introduction", BODY_LIMIT, _newest(NoteVersion, "body"), HELLO, "noa"),
    Field("words", "/welcome/introduction", BODY_LIMIT, _newest(NoteVersion, "body"), HELLO, "noa"),
    Field(
        "words_other",
        "/welcome/introduction",
        BODY_LIMIT,
        _newest(NoteVersion, "body"),
        HELLO,
        "noa",
        {"words": "Hello"},
    ),
    Field("loves", "/welcome/introduction", 0, str, HELLO, "noa", {"words": "Hello"}),
    Field("interest", "/welcome/interests", 0, str, ("noa /welcome/interests",), "noa"),
    Field("home", "/welcome/languages", 0, str, ("noa /welcome/languages",), "noa"),
    Field("_method", "/notes/{note}/like", 0, str, ("maya /@lin/{note}",)),
    Field("next", "/language", 0, str, (), rest={"language": "en"}),
    Field("language", "/language", 0, str, ()),
    Field("theme", "/theme", 0, str, ()),
    Field("step", "/dial", 0, str, ("lin /",)),
    Field("slot", "/seen", 0, str, ()),
    Field("password", "/settings/data", 0, str, (), rest={"_method": "DELETE"}),
]
