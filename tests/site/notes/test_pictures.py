"""Pictures of a note: on their way in, in order, described, taken out; what is refused and why."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from dukou.site.members.limits import UPLOADING
from dukou.site.members.models import Member, RateCount
from dukou.site.notes import services
from dukou.site.notes.decoding import PictureRefused
from dukou.site.notes.models import Draft, Media, Note, Upload
from tests.cast import AsMember, words_of
from tests.site.notes.conftest import Desk, SitDown
from tests.site.notes.files import animated, colours, of_a_phone, png_that_claims, scene, written

pytestmark = pytest.mark.usefixtures("media")


def ids(desk: Desk) -> list[int]:
    """The pictures of the tray in their order."""
    return [int(found) for found in re.findall(r'name="picture" value="(\d+)"', desk.page())]


def words(response: object) -> str:
    return words_of(response.content.decode())  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_a_picture_and_three_words_are_a_note(
    kind: str, lin: Member, sit_down: SitDown, media: Path
) -> None:
    desk = sit_down(lin)
    assert desk.add(of_a_phone(kind), f"IMG_1.{kind.lower()}").status_code == 200
    note = desk.published(title="我家的猫", picture=ids(desk))
    kept = note.media.get()
    files = sorted(media.rglob("*.webp"))
    assert (note.kind, note.design, kept.width, kept.height) == ("pictures", "", 400, 600)
    assert len(files) == 3
    assert {colours(file) for file in files} == {("red", "blue")}


def test_nothing_of_the_file_is_kept(lin: Member, sit_down: SitDown, media: Path) -> None:
    sit_down(lin).add(of_a_phone())
    for file in media.rglob("*"):
        if file.is_file():
            with Image.open(file) as kept:
                assert not kept.getexif()
            assert b"SecretCam" not in file.read_bytes()
            assert b"Exif" not in file.read_bytes()
    assert not Upload.objects.exists()


def test_moving_pictures_stand_still(lin: Member, sit_down: SitDown, media: Path) -> None:
    sit_down(lin).add(animated("WEBP"), "dance.webp")
    with Image.open(next(media.rglob("*-large.webp"))) as kept:
        assert getattr(kept, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "drawing.svg",
            b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>",
            "no picture",
        ),
        ("cat.jpg", b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        ("cat.gif", written(scene((64, 64)), "GIF"), "no picture"),
        ("cat.jpg", b"\xff\xd8\xff\xe0 not really", "damaged"),
        ("cat.png", written(scene(), "PNG")[:700], "damaged"),
        ("big.png", png_that_claims(30_000, 30_000), "too large"),
        ("empty.png", b"", "no picture"),
    ],
)
def test_a_bad_file_is_refused_in_words(
    name: str, data: bytes, said: str, lin: Member, sit_down: SitDown, media: Path
) -> None:
    desk = sit_down(lin)
    response = desk.add(data or b" ", name)
    assert (response.status_code, said in words(response)) == (422, True)
    assert ids(desk) == []
    assert not list(media.rglob("*.webp"))


def test_the_name_of_a_file_decides_nothing(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    response = desk.add(written(scene(), "PNG"), '../../"><script>alert(1)</script>.svg')
    assert response.status_code == 200
    assert "<script>" not in response.content.decode()
    assert "svg" not in Media.objects.get().stem


def test_a_page_hidden_in_a_picture_does_not_survive(
    lin: Member, sit_down: SitDown, media: Path
) -> None:
    sit_down(lin).add(written(scene(), "JPEG") + b"<html><script>alert(1)</script>")
    assert all(b"script" not in file.read_bytes() for file in media.rglob("*.webp"))


def test_pictures_keep_the_members_order(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    for _ in range(3):
        desk.add(written(scene(), "JPEG"))
    first, second, third = ids(desk)
    desk.save(picture=[third, first, second])
    assert ids(desk) == [third, first, second]
    desk.browser.post(desk.url, {"picture": ids(desk), "do": f"later-{third}"})
    assert ids(desk) == [first, third, second]
    desk.browser.post(desk.url, {"picture": ids(desk), "do": f"earlier-{second}"})
    note = desk.published(title="三张", picture=ids(desk))
    assert [media.pk for media in note.media.all()] == [first, second, third]


def test_descriptions_are_published_with_their_pictures(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    for _ in range(2):
        desk.add(written(scene(), "JPEG"))
    first, second = ids(desk)
    fields = {"title": "猫", "picture": [second, first], f"alt-{first}": 'A "cat" <b>asleep</b>'}
    desk.save(**fields)
    assert "A &quot;cat&quot; &lt;b&gt;asleep&lt;/b&gt;" in desk.page()
    note = desk.published(**fields)
    assert [media.alt for media in note.media.all()] == ["", 'A "cat" <b>asleep</b>']


def test_a_picture_that_is_taken_out_is_gone(
    lin: Member,
    sit_down: SitDown,
    media: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    (only,) = ids(desk)
    with django_capture_on_commit_callbacks(execute=True):
        response = desk.browser.delete(f"{desk.url}/pictures/{only}")
    assert response.status_code == 302
    assert (ids(desk), list(media.rglob("*.webp"))) == ([], [])


def test_a_note_holds_eighteen_pictures(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    Media.objects.bulk_create(Media(owner=lin, draft_id=desk.draft_id) for _ in range(18))
    response = desk.add(written(scene(), "JPEG"))
    assert (response.status_code, "18 pictures at most" in words(response)) == (422, True)


def test_a_member_has_so_much_room(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    room = settings.CONFIGURATION.member_storage_mb * 1024 * 1024
    Media.objects.create(owner=lin, bytes=room)
    response = desk.add(written(scene(), "JPEG"))
    assert (response.status_code, "fill the room" in words(response)) == (422, True)


@pytest.mark.usefixtures("standing_clock")
def test_uploads_have_a_limit(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    RateCount.objects.filter(subject__startswith="upload").update(count=UPLOADING.count)
    assert desk.add(written(scene(), "JPEG")).status_code == 429


def test_a_request_of_gigabytes_is_refused_unread(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    response = desk.browser.generic(
        "POST",
        f"{desk.url}/pictures",
        b"--x\r\n",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2 * 1024**3),
    )
    assert response.status_code == 400


def test_pictures_come_with_the_form_where_there_is_no_script(
    lin: Member, sit_down: SitDown
) -> None:
    desk = sit_down(lin)
    uploads = [SimpleUploadedFile(f"{n}.jpg", written(scene(), "JPEG")) for n in range(2)]
    note = desk.published(title="两张猫", pictures=uploads)
    assert note.media.count() == 2


def test_a_bad_picture_without_script_loses_no_word(lin: Member, sit_down: SitDown) -> None:
    desk = sit_down(lin)
    bad = SimpleUploadedFile("cat.jpg", b"not a cat")
    response = desk.publish(title="我写了很久", pictures=[bad])
    assert response.status_code == 422
    assert "no picture that we can read" in words(response)
    assert "我写了很久" in desk.page()
    assert not Note.objects.exists()


class TestWaiting:
    """While many pictures arrive, the media lane prepares them."""

    @pytest.fixture
    def busy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Somebody else's picture is being read."""

        def refuse(*_: object, **__: object) -> None:
            raise PictureRefused("busy")

        monkeypatch.setattr("dukou.site.notes.services.uploading.decode", refuse)

    def wait_for(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, data: bytes) -> Media:
        response = desk.add(data)
        assert (response.status_code, "Being prepared" in words(response)) == (200, True)
        monkeypatch.undo()
        return Media.objects.get()

    def test_it_is_ready_later(
        self, busy: None, lin: Member, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = sit_down(lin)
        waiting = self.wait_for(desk, monkeypatch, of_a_phone())
        for _ in range(2):  # a job may run twice
            services.prepare_picture(waiting.pk)
        waiting.refresh_from_db()
        assert (waiting.state, waiting.width) == ("ready", 400)
        assert not Upload.objects.exists()
        place = desk.browser.get(f"{desk.url}/pictures/{waiting.pk}")
        assert "-small.webp" in place.content.decode()

    def test_a_bad_one_says_so_and_is_left_out(
        self, busy: None, lin: Member, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = sit_down(lin)
        waiting = self.wait_for(desk, monkeypatch, b"no picture")
        services.prepare_picture(waiting.pk)
        assert "Could not be read" in words_of(desk.page())
        note = desk.published(title="只有字", picture=ids(desk))
        assert (note.kind, note.media.count()) == ("card", 0)

    def test_publishing_need_not_wait(
        self, busy: None, lin: Member, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = sit_down(lin)
        waiting = self.wait_for(desk, monkeypatch, of_a_phone())
        note = desk.published(title="猫", picture=ids(desk))
        services.prepare_picture(waiting.pk)
        assert note.media.get().state == "ready"
        assert ".webp" in desk.browser.get(note.get_absolute_url()).content.decode()


def test_somebody_elses_picture_cannot_be_taken(
    lin: Member, maya: Member, sit_down: SitDown, as_member: AsMember, stranger: Client
) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    (hers,) = ids(desk)
    other = sit_down(maya)
    note = other.published(title="mine now", picture=[hers])
    assert note.media.count() == 0
    for browser in (as_member(maya), stranger):
        for method in (browser.get, browser.delete):
            assert method(f"{desk.url}/pictures/{hers}").status_code in {302, 404}
    assert ids(desk) == [hers]
    own = sit_down(maya)
    assert own.browser.delete(f"{own.url}/pictures/{hers}").status_code == 404
    own.browser.post(own.url, {"do": f"remove-{hers}"})
    assert ids(desk) == [hers]


def test_leftovers_are_cleared_a_day_later(
    lin: Member,
    sit_down: SitDown,
    media: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    Media.objects.update(draft=None)
    Draft.objects.create(author=lin)
    kept = Draft.objects.create(author=lin, fields={"title": "half a thought"})
    tomorrow = timezone.now() + timedelta(hours=25)
    assert services.clear_leftovers() == 0
    with django_capture_on_commit_callbacks(execute=True):
        services.clear_leftovers(now=tomorrow)
    assert list(Draft.objects.all()) == [kept]
    assert not Media.objects.exists()
    assert not list(media.rglob("*.webp"))
