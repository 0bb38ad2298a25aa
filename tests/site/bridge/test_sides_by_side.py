"""An author's two versions are compared, and what differs is said where both stand."""

import re

import pytest
from django.utils import timezone

from dukou.site.bridge.models import Comparison, Precedent
from dukou.site.bridge.services import forget_old
from dukou.site.bridge.sides import services as sides
from dukou.site.notes.models import Draft
from dukou.site.notes.services import NoteText, delete_note, edit_note
from tests.cast import make_member, words_of
from tests.language.sides.test_sides import CHINESE, ENGLISH

RAIN = "回来的路上下起了大雨，大家都淋湿了。"
DRY = ENGLISH.replace("On the way back it rained heavily and we all got wet. ", "")
NOTHING_THERE = "no counterpart on the other side"


@pytest.fixture
def note(lin, write):
    """Lin's note; its English version leaves a sentence out."""
    made = write(lin, "我们的草莓", body=CHINESE, others=[NoteText("en", "Strawberries", DRY)])
    sides.compare_waiting()
    return made


def both(client, note):
    return client.get(f"{note.get_absolute_url()}?show=both").content.decode()


def test_a_sentence_without_a_counterpart_is_marked_in_words(note, maya, as_member):
    page = both(as_member(maya), note)
    assert re.search(rf'<span class="apart apart--alone">{RAIN}</span>', page)
    assert words_of(page).count(NOTHING_THERE) == 1
    assert "1 seems to differ" in page


def test_the_author_sees_both_too(note, lin, as_member):
    client = as_member(lin)
    choices = client.get(note.get_absolute_url()).context["note"].version.switch
    assert [choice.word for choice in choices] == ["Original", "Both"]
    assert NOTHING_THERE in both(client, note)


def test_readers_of_the_other_script_see_it_in_theirs(note, make_reader, as_member):
    page = both(as_member(make_reader("wen", ["zh-Hant"])), note)
    assert "回來的路上下起了大雨" in page


def test_one_version_alone_is_not_marked(note, maya, as_member):
    page = as_member(maya).get(note.get_absolute_url()).content.decode()
    assert NOTHING_THERE not in page


def test_an_edit_is_compared_anew(note, lin, maya, as_member):
    text, others = NoteText("zh-Hans", "草莓", CHINESE), [NoteText("en", "Strawberries", ENGLISH)]
    edit_note(note, by=lin, text=text, others=others, audience="everyone", reply_policy="everyone")
    assert NOTHING_THERE not in both(as_member(maya), note)
    assert sides.compare_waiting() == 1
    assert NOTHING_THERE not in both(as_member(maya), note)


def test_links_and_tags_in_a_marked_sentence_still_lead_somewhere(lin, maya, write, as_member):
    said = CHINESE.replace("大家都", "@maya 和大家都").replace("淋湿了", "淋湿了 #下雨天")
    note = write(lin, "草莓", body=said, others=[NoteText("en", "", DRY)])
    sides.compare_waiting()
    page = both(as_member(maya), note)
    marked = re.search(r'<span class="apart apart--alone">(.*?)</span> <span class="apart', page)[1]
    assert 'href="/@maya"' in marked
    assert 'class="tag"' in marked


def test_notes_that_nobody_announced_are_taken_up(lin, maya, write, as_member):
    write(lin, "草莓", body=CHINESE, others=[NoteText("en", "", ENGLISH)], at=timezone.now())
    assert not Precedent.objects.exists()
    assert sides.compare_waiting() == 1
    assert Precedent.objects.filter(part=1).exists()
    assert sides.compare_waiting() == 0


def test_what_is_gone_is_forgotten(note, lin):
    delete_note(note, by=lin)
    forget_old(timezone.now())
    assert not Comparison.objects.exists()


@pytest.fixture
def draft(lin, as_member):
    """Lin's draft in both languages, as her composer saved it."""
    client = as_member(lin)
    client.get("/compose")
    made = Draft.objects.get()
    client.post(f"/drafts/{made.pk}", {"body": CHINESE, "other_body": DRY, "do": "save"})
    return made


def test_the_composer_tells_its_author_what_differs(draft, lin, as_member):
    client = as_member(lin)
    assert f"/drafts/{draft.pk}/sides" in client.get(f"/drafts/{draft.pk}").content.decode()
    assert "being compared" in client.get(f"/drafts/{draft.pk}/sides").content.decode()
    sides.compare_draft(draft.pk)
    page = client.get(f"/drafts/{draft.pk}/sides").content.decode()
    assert RAIN in page
    assert NOTHING_THERE in page
    part = client.get(f"/drafts/{draft.pk}/sides", headers={"hx-request": "true"})
    assert part.content.decode().lstrip().startswith('<div class="sides"')


def test_what_has_changed_since_is_compared_again(draft, lin, as_member):
    client = as_member(lin)
    sides.compare_draft(draft.pk)
    client.post(f"/drafts/{draft.pk}", {"body": CHINESE, "other_body": ENGLISH, "do": "save"})
    assert "being compared" in client.get(f"/drafts/{draft.pk}/sides").content.decode()
    sides.compare_draft(draft.pk)
    assert "seem to say the same" in client.get(f"/drafts/{draft.pk}/sides").content.decode()


def test_the_composer_stops_looking(draft, lin, as_member):
    client, asks = as_member(lin), {"hx-request": "true"}
    page = client.get(f"/drafts/{draft.pk}/sides?looks=7", headers=asks).content.decode()
    assert f"/drafts/{draft.pk}/sides?looks=8" in page
    page = client.get(f"/drafts/{draft.pk}/sides?looks=8", headers=asks).content.decode()
    assert "hx-get" not in page


def test_a_draft_in_one_language_is_not_compared(lin, as_member):
    client = as_member(lin)
    client.get("/compose")
    made = Draft.objects.get()
    page = client.get(f"/drafts/{made.pk}/sides").content.decode()
    assert "Once both versions have words" in page


def test_another_members_draft_is_not_there(draft, maya, as_member):
    assert as_member(maya).get(f"/drafts/{draft.pk}/sides").status_code == 404


@pytest.fixture
def make_reader(db):
    """A member who reads these languages: `make_reader("wen", ["zh-Hant"])`."""

    def made(name, reads):
        return make_member(name, home_language=reads[0], reads=reads)

    return made
