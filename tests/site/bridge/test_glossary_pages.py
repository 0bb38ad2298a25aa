"""The glossary: read by everyone, proposed by members, decided by votes from both sides."""

import pytest
from django.test import Client

from dukou.site.bridge.glossary import known, services
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from tests.cast import make_member, words_of

FORM = {
    "language": "zh",
    "term": "上头",
    "spellings": "上頭了, 上头",
    "rendering": "hooked",
    "kind": "slang",
    "tone": "playful",
    "meaning_en": "So good that you cannot stop.",
    "meaning_zh": "喜欢到停不下来。",
    "example_en": "This show has me hooked.",
    "example_zh": "这部剧太上头了。",
}


@pytest.fixture
def proposed(lin, as_member):
    as_member(lin).post("/glossary/new", FORM)
    return GlossaryVersion.objects.get(term="上头")


def vote(client, version, agrees="yes"):
    return client.post(f"/glossary/wordings/{version.pk}/vote", {"agrees": agrees}, follow=True)


def voter(name, home):
    return make_member(name, home_language=home, reads=[home])


def text_of(response):
    return response.content.decode()


def test_a_stranger_reads_it_in_their_language(db: None) -> None:
    english = text_of(Client().get("/glossary/zh/种草", headers={"accept-language": "en"}))
    assert "plant grass" in english
    hant = text_of(Client().get("/glossary/zh/种草", headers={"accept-language": "zh-TW"}))
    assert "向別人推薦一樣東西" in hant
    assert "種草" in hant


def test_an_expression_is_found_by_any_spelling_and_an_unknown_one_is_not(db: None) -> None:
    assert Client().get("/glossary/zh/種草").status_code == 200
    assert Client().get("/glossary/en/they%2Fthem").status_code == 200
    assert Client().get("/glossary/zh/没有这个词").status_code == 404


def test_the_list_is_searched_in_both_languages_and_goes_on(db: None) -> None:
    found = text_of(Client().get("/glossary?q=plant+grass", headers={"accept-language": "en"}))
    assert "种草" in found
    assert "yyds" not in found
    first = Client().get("/glossary?side=en", headers={"accept-language": "en"})
    following = first.context["page"].next_url
    second = Client().get(following)
    terms = [e.term.text for page in (first, second) for e in page.context["page"].entries]
    assert len(terms) == len(set(terms)) == 80


def test_what_is_called_so_comes_before_what_is_explained_so(proposed, maya, as_member) -> None:
    found = Client().get("/glossary?q=绝").context["page"].entries
    terms = [entry.term.text for entry in found]
    assert terms.index("绝了") < terms.index("self-care")
    asked = as_member(maya).get("/glossary?q=上头").context["page"]
    assert [one.id for one in asked.proposals] == [proposed.pk]
    assert Client().get("/glossary?q=绝").context["page"].proposals == []


@pytest.mark.parametrize(("term", "side"), [("touch base", "en"), ("上头", "zh"), ("", "zh")])
def test_the_form_takes_an_expression_for_what_it_is_written_in(
    term: str, side: str, maya, as_member
) -> None:
    page = text_of(as_member(maya).get("/glossary/new", {"term": term}))
    assert f'<option value="{side}" selected>' in page


def test_a_long_search_goes_on_without_losing_any(db: None) -> None:
    page = Client().get("/glossary?q=a").context["page"]
    found = [entry.url for entry in page.entries]
    while page.next_url:
        page = Client().get(page.next_url).context["page"]
        found += [entry.url for entry in page.entries]
    assert len(found) == len(set(found)) > 100


def test_two_of_each_side_make_an_entry(
    proposed, maya, as_member, django_capture_on_commit_callbacks
) -> None:
    assert known.entry("zh", "上头") is None
    vote(as_member(maya), proposed)
    vote(as_member(voter("zoe", "en")), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.WAITING
    with django_capture_on_commit_callbacks(execute=True):
        vote(as_member(voter("wen", "zh-Hant")), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.ACCEPTED
    assert known.entry("zh", "上頭了").entry.rendering == "hooked"
    assert "hooked" in text_of(as_member(maya).get("/glossary/zh/上头"))


def test_an_accepted_expression_tells_its_language_and_is_offered_to_who_searches(
    lin, maya, as_member, django_capture_on_commit_callbacks
) -> None:
    def recognised():
        return words_of(text_of(as_member(maya).post("/detect?of=own", {"body": "bdsp zqxy"})))

    as_member(lin).post("/glossary/new", {**FORM, "term": "bdsp zqxy", "spellings": ""})
    version = GlossaryVersion.objects.get(term="bdsp zqxy")
    assert "Recognised: Chinese" not in recognised()
    with django_capture_on_commit_callbacks(execute=True):
        for member in (maya, voter("zoe", "en"), voter("wen", "zh-Hant")):
            vote(as_member(member), version)
    assert "Recognised: Chinese" in recognised()
    assert 'value="bdsp zqxy"' in text_of(as_member(maya).get("/search/suggestions?q=bdsp"))


def test_one_side_alone_decides_nothing(proposed, as_member) -> None:
    for name in ("an", "bei", "chen", "dan"):
        vote(as_member(voter(name, "zh-Hans")), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.WAITING


def test_a_third_language_counts_for_neither_side(proposed, maya, as_member) -> None:
    for name in ("ken", "yui", "rio"):
        vote(as_member(voter(name, "ja")), proposed)
    vote(as_member(maya), proposed)
    vote(as_member(voter("wen", "zh-Hant")), proposed)
    proposed.refresh_from_db()
    assert proposed.state == State.WAITING


def test_what_most_find_wrong_is_closed(proposed, maya, ama, as_member) -> None:
    for member in (maya, ama, voter("zoe", "en")):
        vote(as_member(member), proposed, agrees="no")
    proposed.refresh_from_db()
    assert proposed.state == State.REFUSED
    assert known.entry("zh", "上头") is None


def test_a_vote_can_be_changed_and_taken_back(proposed, maya, as_member) -> None:
    client = as_member(maya)
    vote(client, proposed, agrees="no")
    vote(client, proposed)
    assert proposed.votes.get(member=maya).agrees
    client.delete(f"/glossary/wordings/{proposed.pk}/vote")
    assert not proposed.votes.filter(member=maya).exists()


def test_another_wording_waits_its_turn(proposed, maya, as_member) -> None:
    response = as_member(maya).post("/glossary/new", FORM | {"rendering": "addictive"})
    assert response.status_code == 422
    assert "addictive" in text_of(response)
    assert GlossaryVersion.objects.count() == 1


def test_a_change_of_an_entry_starts_from_what_stands_there(lin, as_member) -> None:
    client = as_member(lin)
    form = client.get("/glossary/new?language=zh&term=种草").context["form"]
    assert form["rendering"].value() == "get someone hooked on the idea"
    same = {name: value for name, value in form.initial.items() if value is not False}
    response = client.post("/glossary/new", same)
    assert response.status_code == 422
    assert not GlossaryVersion.objects.exists()
    better = client.post("/glossary/new", same | {"rendering": "sell someone on it"})
    assert better.status_code == 302
    assert known.entry("zh", "种草").entry.rendering == "get someone hooked on the idea"


def test_an_empty_form_loses_nothing_and_says_what_is_missing(lin, as_member) -> None:
    response = as_member(lin).post("/glossary/new", FORM | {"meaning_en": " ", "term": "上头"})
    assert response.status_code == 422
    assert "喜欢到停不下来" in text_of(response)


def test_a_moderator_takes_a_wording_out_with_a_reason(proposed, maya, bo, as_member) -> None:
    for member in (maya, voter("zoe", "en"), voter("wen", "zh-Hant")):
        services.vote(proposed, by=member, agrees=True)
    known.forget()
    client = as_member(bo)
    client.post(f"/glossary/wordings/{proposed.pk}/out", {"reason": " "})
    assert known.entry("zh", "上头") is not None
    client.post(f"/glossary/wordings/{proposed.pk}/out", {"reason": "拉票"})
    known.forget()
    assert known.entry("zh", "上头") is None
    proposed.refresh_from_db()
    assert (proposed.state, proposed.reason) == (State.WITHDRAWN, "拉票")


def test_a_note_points_out_what_the_other_side_may_not_know(
    lin, maya, ama, write, as_member
) -> None:
    note = write(lin, "绝绝子", body="被种草的奶茶,yyds")
    there = as_member(maya).get(note.get_absolute_url())
    assert [one.term.text for one in there.context["note"].expressions] == [
        "绝绝子",
        "种草",
        "yyds",
    ]
    at_home = as_member(ama).get(note.get_absolute_url())
    assert at_home.context["note"].expressions == []


def test_names_are_pinned_for_translators(db: None) -> None:
    assert known.pinned_terms(["我爱小紅書"], "zh-Hant", "en") == {"小紅書": "Xiaohongshu"}
    assert known.pinned_terms(["Cat tax!"], "en", "zh-Hant") == {"Cat tax": "貓稅"}
    assert known.pinned_terms(["小红书"], "zh-Hans", "ja") == {}
    one, other = known.version_of({"三体": "A"}), known.version_of({"三体": "B"})
    assert 0 < one != other > 0
    assert known.version_of({}) == 0
