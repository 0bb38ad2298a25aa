"""The template of the introduction in every language of the place."""

import pytest

from dukou.language.detect import detect
from dukou.site.arrivals import phrases
from dukou.site.members.models import Language
from dukou.site.notes.interests import INTERESTS
from dukou.site.notes.topics import normalized, tags_in

SENTENCES = {
    **{"title": phrases.TITLE, "from": phrases.FROM, "loves": phrases.LOVES, "ask": phrases.ASK},
    **phrases.DOING,
    **phrases.ASKING,
}


def test_whoever_declares_a_language_introduces_themselves_in_it() -> None:
    assert set(phrases.LANGUAGES) == set(Language.values)


@pytest.mark.parametrize("lang", phrases.LANGUAGES)
def test_a_language_says_all_of_it(lang: str) -> None:
    said = {key: phrase.said_in(lang) for key, phrase in SENTENCES.items()}
    assert all(said.values())
    gaps = {key for key, words in said.items() if "{gap}" in words}
    assert gaps == {"title", "from", "loves", "ask"}
    found = detect(" ".join(words.replace("{gap}", "") for words in said.values())).lang
    assert found == lang


def test_a_subject_has_a_name_in_every_language_that_leads_to_it_alone() -> None:
    every = [
        (normalized(name), interest.slug)
        for interest in INTERESTS
        for names in interest.names().values()
        for name in names
    ]
    leads_to = dict(every)
    assert [name for name, slug in every if leads_to[name] != slug] == []
    assert all(
        set(interest.names()) == set(Language.values) and all(interest.names().values())
        for interest in INTERESTS
    )


def test_names_of_subjects_can_be_written_as_tags() -> None:
    names = [name for interest in INTERESTS for said in interest.names().values() for name in said]
    assert [name for name in names if tags_in(f"#{name}") != [name]] == []
