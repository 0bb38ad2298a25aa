"""Partials become part of the page that includes them, and behave as if Django included them."""

import pytest
from django.template import engines
from pytest_django import Settings

PARTIALS = {
    "plain.html": "<svg></svg>",
    "name.html": "{% with title='Captain' %}{{ title }} {{ name }}{% endwith %}",
    "keeps.html": "{% firstof 'inside' as word %}{{ word }}",
    "reply.html": (
        "{{ reply.words }}{% for reply in reply.replies %}({% include 'reply.html' %}){% endfor %}"
    ),
    "frame.html": "<{% block middle %}frame{% endblock %}>",
    "framed.html": "{% extends 'frame.html' %}{% block middle %}framed{% endblock %}",
}


@pytest.fixture(autouse=True)
def partials(settings: Settings) -> None:
    """A few partials, with the site's own tags."""
    (backend,) = settings.TEMPLATES
    loader = ("django.template.loaders.locmem.Loader", PARTIALS)
    options = {**backend["OPTIONS"], "loaders": [loader]}
    settings.TEMPLATES = [{**backend, "DIRS": [], "APP_DIRS": False, "OPTIONS": options}]


def rendered(source: str, **context: object) -> str:
    """The page that this source makes."""
    return str(engines["django"].from_string(source).render(context))


def test_text_is_put_in() -> None:
    assert rendered("a {% include 'plain.html' %} b") == "a <svg></svg> b"


def test_a_partial_sees_the_page_s_variables() -> None:
    assert rendered("{% include 'name.html' %}", name="Lin") == "Captain Lin"


def test_values_given_by_the_tag_come_first_and_end_with_it() -> None:
    page = "{% include 'name.html' with name=other %}, {{ name }}"
    assert rendered(page, name="Lin", other="<Maya>") == "Captain &lt;Maya&gt;, Lin"


def test_only_what_is_given_is_seen_where_the_tag_says_so() -> None:
    page = "{% include 'name.html' with title='x' only %}"
    assert rendered(page, name="Lin") == "Captain "


def test_what_a_partial_names_does_not_leave_it() -> None:
    page = "{% include 'keeps.html' %}, {{ word }}"
    assert rendered(page, word="outside") == "inside, outside"


def test_a_partial_may_stand_inside_itself() -> None:
    thread = {"words": "one", "replies": [{"words": "two", "replies": [{"words": "three"}]}]}
    assert rendered("{% include 'reply.html' %}", reply=thread) == "one(two(three))"


def test_a_partial_with_a_frame_keeps_its_frame() -> None:
    page = "{% block middle %}page{% endblock %}{% include 'framed.html' %}"
    assert rendered(page) == "page<framed>"


def test_a_partial_named_by_a_variable_is_found_when_the_page_is_made() -> None:
    assert rendered("{% include which %}", which="plain.html") == "<svg></svg>"
