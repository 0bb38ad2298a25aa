"""What Lin has on the place, of which some is for everyone and most is for her alone."""

from dataclasses import asdict, dataclass
from functools import reduce
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from dukou.site.commons.services import Subject, hide
from dukou.site.members.models import Member
from dukou.site.members.services import object_to_cohort
from dukou.site.notes.models import Draft, Media, Note
from dukou.site.reading.allocation.contracts import newest_version
from dukou.site.reading.models import ServedPage
from dukou.site.talk.models import Comment
from dukou.site.talk.services import make_collection, notify, save_note, write_comment
from tests.cast import AsMember, Write
from tests.site.notes.files import of_a_phone


@dataclass(frozen=True)
class Belongings:
    """Ids of what belongs to Lin, by the words that the lines of addresses use."""

    note: int
    followers_note: int
    private_note: int
    comment: int
    private_comment: int
    draft: int
    picture: int
    shelf: int
    private_shelf: int
    page: int
    contract: int
    objection: int
    decision: int

    def in_(self, words: str) -> str:
        """The words with ids where names stand in braces; other braces stay."""
        return reduce(
            lambda text, item: text.replace(f"{{{item[0]}}}", str(item[1])),
            asdict(self).items(),
            words,
        )


@pytest.fixture
def lins(
    lin: Member,
    ama: Member,
    bo: Member,
    write: Write,
    as_member: AsMember,
    settings: Settings,
    tmp_path: Path,
) -> Belongings:
    """Lin's notes, comments, draft, shelves, objection, a decision about her and a page of
    Explore; Ama has written one note."""
    settings.MEDIA_ROOT = tmp_path
    hers = write(ama, "今天去爬山")
    note = write(lin, "猫税来了")
    followers_note = write(lin, "只给关注我的人看", audience="followers")
    private_note = write(lin, "只给自己看", audience="me")
    browser = as_member(lin)
    draft, picture = _draft_with_picture(browser)
    browser.get("/explore")
    save_note(hers, by=lin, collection=(private := make_collection(by=lin, name="自己的")))
    notify(lin, "like", actor=ama, note=private_note)
    return Belongings(
        note=note.pk,
        followers_note=followers_note.pk,
        private_note=private_note.pk,
        comment=_comment(lin, note).pk,
        private_comment=_comment(lin, private_note).pk,
        draft=draft.pk,
        picture=picture.pk,
        shelf=make_collection(by=lin, name="给大家", is_public=True).pk,
        private_shelf=private.pk,
        page=ServedPage.objects.latest("pk").pk,
        contract=newest_version().pk,
        objection=object_to_cohort(lin, words="我不是跟着那波人来的").pk,
        decision=hide(Subject(note=write(lin, "藏起来的")), by=bo, reason="Spam.").pk,
    )


def _draft_with_picture(browser: Client) -> tuple[Draft, Media]:
    address = browser.get("/compose")["Location"]
    browser.post(address, {"title": "没写完的", "body": "谁也不给看"})
    upload = SimpleUploadedFile("picture.jpg", of_a_phone())
    browser.post(f"{address}/pictures", {"pictures": upload})
    draft = Draft.objects.latest("pk")
    return draft, draft.media.get()


def _comment(by: Member, note: Note) -> Comment:
    return write_comment(note, by=by, body="我先说一句", lang="zh-Hans")
