"""Entries explained in further languages, and entries that moderators take out and put back."""

import pytest
from django.test import Client

from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from tests.cast import make_member, words_of

SAID = {
    "language": "zh",
    "term": "种草",
    "lang": "ja",
    "rendering": "おすすめする",
    "meaning": "いいところを見せて、人に欲しいと思わせること。",
    "example": "同僚にこの店の豆乳をすすめられた。",
}
PAGE = "/glossary/zh/种草"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Decisions count at once, though the tests' transactions are never committed."""
    monkeypatch.setattr(known, "_KEPT_SECONDS", 0.0)


def voter(name, home):
    return make_member(name, home_language=home, reads=[home])


def vote(client, version, agrees="yes"):
    return client.post(f"/glossary/wordings/{version.pk}/vote", {"agrees": agrees}, follow=True)


def page(client, address=PAGE):
    return words_of(client.get(address).content.decode())


@pytest.fixture
def proposed(as_member):
    """A Japanese explanation, proposed by somebody at home in Japanese."""
    answer = as_member(voter("aoi", "ja")).post("/glossary/explain", SAID, follow=True)
    assert "Proposed." in answer.content.decode()
    return GlossaryVersion.objects.get(explains="ja")


def test_two_of_the_language_and_two_of_the_expressions_own_accept_it(
    proposed, lin, ama, as_member
):
    vote(as_member(voter("ren", "ja")), proposed)
    for member in (lin, voter("eve", "en"), voter("tom", "en")):
        vote(as_member(member), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.WAITING
    vote(as_member(ama), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.ACCEPTED
    assert known.entry("zh", "种草").version_id is None


@pytest.fixture
def accepted(proposed, lin, ama, as_member):
    for member in (voter("ren", "ja"), lin, ama):
        vote(as_member(member), proposed)
    return proposed


def test_readers_of_that_language_get_it_first_and_others_below(accepted, maya, as_member):
    theirs = page(as_member(voter("yui", "ja")))
    assert theirs.index(SAID["meaning"]) < theirs.index("plant grass")
    others = page(as_member(maya))
    assert others.index("plant grass") < others.index(SAID["meaning"])
    assert SAID["meaning"] in page(Client())


def test_a_proposal_shows_what_it_says_and_whose_votes_it_needs(proposed, maya, as_member):
    shown = page(as_member(maya))
    assert SAID["rendering"] in shown
    assert "Japanese 1/2" in shown
    assert "the Chinese side 0/2" in shown
    assert "おすすめする" in page(as_member(maya), "/glossary")


def test_another_language_and_another_wording_may_wait_beside_it(proposed, lin, as_member):
    korean = SAID | {"lang": "ko", "rendering": "영업하다", "meaning": "갖고 싶게 만드는 것."}
    as_member(lin).post("/glossary/explain", korean)
    assert GlossaryVersion.objects.filter(explains="ko", state=State.WAITING).exists()
    again = as_member(lin).post("/glossary/explain", SAID | {"meaning": "別の説明。"})
    assert again.status_code == 422
    assert "waits for votes" in again.content.decode()


def test_it_can_be_bettered(accepted, maya, as_member):
    client = as_member(maya)
    form = client.get("/glossary/explain?language=zh&term=种草&in=ja").content.decode()
    assert SAID["meaning"] in form
    assert client.post("/glossary/explain", SAID).status_code == 422
    better = client.post("/glossary/explain", SAID | {"meaning": "もっといい説明。"}, follow=True)
    assert "もっといい説明。" in better.content.decode()


@pytest.mark.parametrize("wrong", [{"lang": "en"}, {"lang": "xx"}, {"meaning": " "}])
def test_what_is_missing_is_said(wrong, lin, as_member):
    assert as_member(lin).post("/glossary/explain", SAID | wrong).status_code == 422
    assert not GlossaryVersion.objects.exists()


def test_only_what_is_in_the_glossary_is_explained(lin, stranger, as_member):
    gone = SAID | {"term": "没有这个词"}
    assert as_member(lin).post("/glossary/explain", gone).status_code == 404
    assert as_member(lin).get("/glossary/explain?language=zh&term=没有").status_code == 404
    assert stranger.post("/glossary/explain", SAID).status_code == 302


def test_a_moderator_takes_an_explanation_out(accepted, maya, bo, as_member):
    out = f"/glossary/wordings/{accepted.pk}/out"
    as_member(bo).post(out, {"reason": "Rude."})
    shown = page(as_member(maya))
    assert SAID["meaning"] not in shown
    assert "Rude." in shown
    assert "plant grass" in shown


def take_out(client, reason="It insults people."):
    said = {"language": "zh", "term": "种草", "reason": reason}
    return client.post("/glossary/shipped/out", said, follow=True)


def test_what_came_with_dukou_is_taken_out_and_the_page_says_so(lin, maya, bo, write, as_member):
    note = write(lin, "楼下的豆浆", body="被同事种草了这家豆浆。")
    take_out(as_member(bo))
    shown = page(as_member(maya))
    assert "Moderators took this entry out: It insults people." in shown
    assert "plant grass" not in shown
    assert known.entry("zh", "种草") is None
    assert "plant grass" not in page(as_member(maya), "/glossary?q=种草")
    expressions = as_member(maya).get(note.get_absolute_url()).context["note"].expressions
    assert [one.term.text for one in expressions] == []


def test_it_is_put_back_and_both_reasons_stay(maya, bo, as_member):
    take_out(as_member(bo))
    version = GlossaryVersion.objects.get()
    back = f"/glossary/wordings/{version.pk}/back"
    as_member(bo).post(back, {"reason": " "})
    assert known.entry("zh", "种草") is None
    as_member(bo).post(back, {"reason": "A misunderstanding."})
    shown = page(as_member(maya))
    assert "plant grass" in shown
    assert "It insults people." in shown
    assert "A misunderstanding." in shown


def test_members_may_propose_another_wording_of_what_was_taken_out(lin, bo, as_member):
    take_out(as_member(bo))
    form = {
        "language": "zh", "term": "种草", "rendering": "recommend", "kind": "slang",
        "tone": "warm", "meaning_en": "To recommend.", "meaning_zh": "推荐。",
        "example_en": "She recommended it.", "example_zh": "她给我种草了。",
    }  # fmt: skip
    as_member(lin).post("/glossary/new", form)
    assert "To recommend." in page(as_member(lin), PAGE) or "推荐。" in page(as_member(lin), PAGE)


def test_what_was_proposed_waits_again_with_its_votes(proposed, bo, maya, as_member):
    as_member(bo).post(f"/glossary/wordings/{proposed.pk}/out", {"reason": "Wrong."})
    as_member(bo).post(f"/glossary/wordings/{proposed.pk}/back", {"reason": "Right after all."})
    proposed.refresh_from_db()
    assert proposed.state == State.WAITING
    assert "Japanese 1/2" in page(as_member(maya))


def test_what_never_counted_is_read_by_moderators_and_its_writer_alone(
    lin, maya, bo, stranger, as_member
):
    text, others = "扣子", {"meaning_en": "A hateful joke.", "meaning_zh": "恶毒的笑话。"}
    form = {
        "language": "zh", "term": text, "rendering": "insult them", "kind": "slang",
        "tone": "rude", **others, "example_en": "So said he.", "example_zh": "他这么说。",
        "why": "They deserve it",
    }  # fmt: skip
    as_member(lin).post("/glossary/new", form)
    version = GlossaryVersion.objects.get()
    as_member(bo).post(f"/glossary/wordings/{version.pk}/out", {"reason": "Hate of a group."})
    address = f"/glossary/zh/{text}"
    for reader in (as_member(bo), as_member(lin)):
        shown = page(reader, address)
        assert "insult them" in shown
        assert "Hate of a group." in shown
    for reader in (as_member(maya), stranger):
        assert reader.get(address).status_code == 404
    as_member(maya).post("/glossary/new", form | {"rendering": "button", "why": ""})
    shown = page(as_member(maya), address)
    assert "Taken out by a moderator" in shown
    for words in ("insult them", "Hate of a group.", "They deserve it"):
        assert words not in shown


def test_a_decision_about_an_explanation_that_never_counted_is_not_told(
    proposed, maya, bo, as_member
):
    as_member(bo).post(f"/glossary/wordings/{proposed.pk}/out", {"reason": "Hateful."})
    shown = page(as_member(maya))
    assert "Japanese: Taken out by a moderator" in shown
    assert "Hateful." not in shown


def test_only_moderators_take_out_and_put_back(maya, bo, as_member):
    assert take_out(as_member(maya)).status_code == 404
    take_out(as_member(bo))
    version = GlossaryVersion.objects.get()
    back = f"/glossary/wordings/{version.pk}/back"
    assert as_member(maya).post(back, {"reason": "x"}).status_code == 404
    assert take_out(as_member(bo)).status_code == 404
