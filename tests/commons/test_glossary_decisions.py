"""What moderators decide about the glossary stands in their log, and is undone there too."""

import io
import json
import zipfile
from threading import Event

import pytest
from django.db import connection

from dukou.site.bridge.glossary import known, taking_out
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from dukou.site.commons import services
from dukou.site.commons.models import Decision
from dukou.site.members.export import export_of
from tests.at_once import while_halfway
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


def test_a_long_reason_is_kept_whole(proposed, lin, bo, as_member):
    moderator = as_member(bo)
    why, why_not = "so " * 333 + "x", "no " * 333 + "x"
    out(moderator, proposed, why)
    undo(moderator, why_not)
    proposed.refresh_from_db()
    assert (proposed.reason, proposed.returned_reason) == (why, why_not)
    decision = Decision.objects.get()
    assert (decision.reason, decision.undone_reason) == (why, why_not)
    told = as_member(lin).get("/notifications").content.decode()
    assert f"上头: {why}" in told
    assert f"上头: {why_not}" in told


def test_what_is_undone_is_not_undone_again_for_a_later_decision(proposed, bo, as_member):
    moderator = as_member(bo)
    out(moderator, proposed)
    first = Decision.objects.get()
    undo(moderator)
    out(moderator, proposed, "Now it is not.")
    with pytest.raises(services.DecisionError, match="not-open"):
        services.undo(first, by=bo, reason="It is.")
    proposed.refresh_from_db()
    assert proposed.state == State.WITHDRAWN


@pytest.mark.django_db(transaction=True)
def test_the_log_and_the_entry_s_page_may_undo_in_the_same_instant(
    proposed, bo, as_member, monkeypatch
):
    out(as_member(bo), proposed)
    decision, halfway, go_on = Decision.objects.get(), Event(), Event()

    def wait(*_):
        halfway.set()
        go_on.wait(30)

    def on_its_page():
        try:
            taking_out.put_back(proposed, by=bo, reason="Right after all.")
        finally:
            connection.close()

    def in_the_log():
        try:
            services.undo(decision, by=bo, reason="It is.")
        finally:
            connection.close()

    monkeypatch.setattr(taking_out, "announcers", [wait, *taking_out.announcers])
    page, log = while_halfway(on_its_page, in_the_log, halfway=halfway, go_on=go_on)
    page.result()
    with pytest.raises(services.DecisionError, match="not-open"):
        log.result()
    decision.refresh_from_db()
    assert decision.undone_reason == "Right after all."


def test_whom_it_concerns_takes_it_along(proposed, lin, bo, as_member):
    out(as_member(bo), proposed)
    with zipfile.ZipFile(io.BytesIO(b"".join(export_of(lin)))) as archive:
        (row,) = json.loads(archive.read("decisions.json"))
    assert (row["glossary_version__term"], row["act"]) == ("上头", "wording")
