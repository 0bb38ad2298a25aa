"""What moderators decide about the glossary stands in their log, and is undone there too."""

import io
import json
import zipfile

import pytest

from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from dukou.site.commons.models import Decision
from dukou.site.members.export import export_of
from tests.cast import words_of

FORM = {
    "language": "zh", "term": "上头", "rendering": "hooked", "kind": "slang", "tone": "playful",
    "meaning_en": "Unable to stop.", "meaning_zh": "喜欢到停不下来。",
    "example_en": "I am hooked on it.", "example_zh": "这首歌太上头了。",
}  # fmt: skip


@pytest.fixture
def proposed(lin, as_member):
    """Lin's wording, which waits for votes."""
    as_member(lin).post("/glossary/new", FORM)
    return GlossaryVersion.objects.get()


def out(client, version, reason="Not what it means."):
    return client.post(f"/glossary/wordings/{version.pk}/out", {"reason": reason})


def log(client):
    return words_of(client.get("/moderation/log").content.decode())


def undo(client, reason="It is."):
    address = f"/moderation/log/{Decision.objects.latest('pk').pk}/undo"
    return client.post(address, {"reason": reason}, follow=True).content.decode()


def test_a_wording_taken_out_stands_in_the_log_and_is_undone_there(proposed, lin, bo, as_member):
    moderator = as_member(bo)
    out(moderator, proposed)
    shown = log(moderator)
    for words in ("Taken out of the glossary", "上头", "Not what it means.", lin.display_name):
        assert words in shown
    assert (
        f'href="{"/glossary/zh/%E4%B8%8A%E5%A4%B4"}"'
        in moderator.get("/moderation/log").content.decode()
    )
    assert "上头: Not what it means." in as_member(lin).get("/notifications").content.decode()
    assert "Undone." in undo(moderator)
    proposed.refresh_from_db()
    assert (proposed.state, proposed.returned_reason) == (State.WAITING, "It is.")
    assert "It is." in log(moderator)
    assert as_member(lin).get("/notifications").content.decode().count("上头: It is.") == 1
    assert "Somebody has decided this already." in undo(moderator)


def test_an_entry_that_came_with_dukou_is_undone_in_the_log_too(bo, as_member):
    moderator = as_member(bo)
    moderator.post("/glossary/shipped/out", {"language": "zh", "term": "种草", "reason": "Rude."})
    known.forget()
    assert known.entry("zh", "种草") is None
    undo(moderator)
    known.forget()
    assert known.entry("zh", "种草") is not None


def test_what_is_put_back_on_its_own_page_is_undone_in_the_log(proposed, bo, as_member):
    moderator = as_member(bo)
    out(moderator, proposed)
    moderator.post(f"/glossary/wordings/{proposed.pk}/back", {"reason": "Right after all."})
    decision = Decision.objects.get()
    assert (decision.undone_by, decision.undone_reason) == (bo, "Right after all.")
    out(moderator, proposed, "Now it is not.")
    assert Decision.objects.filter(undone_at=None).count() == 1


def test_it_is_not_undone_while_another_wording_waits(proposed, maya, bo, as_member):
    moderator = as_member(bo)
    out(moderator, proposed)
    as_member(maya).post("/glossary/new", FORM | {"rendering": "addicted"})
    assert "Something newer stands in its place" in undo(moderator)
    proposed.refresh_from_db()
    assert proposed.state == State.WITHDRAWN


def test_whom_it_concerns_takes_it_along(proposed, lin, bo, as_member):
    out(as_member(bo), proposed)
    with zipfile.ZipFile(io.BytesIO(b"".join(export_of(lin)))) as archive:
        (row,) = json.loads(archive.read("decisions.json"))
    assert (row["glossary_version__term"], row["act"]) == ("上头", "wording")
