"""A compiled template gives what Django gives: the same text, the same errors."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Engine, Template, VariableDoesNotExist, engines
from django.utils import translation
from django.utils.functional import SimpleLazyObject, lazystr
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from dukou.site.compiled.engine import Compiled
from dukou.site.compiled.expressions import Unsupported
from dukou.site.compiled.writer import function_of

FRAME = """<title>{% block title %}Place{% endblock %}</title>{% include "bar.html" %}
<main class="{% block kind %}{% endblock %}">{% block main %}empty{% endblock %}</main>"""
MIDDLE = """{% extends "frame.html" %}{% block kind %}wide{% endblock %}
{% block main %}<i>{% block inner %}inner{% endblock %}</i>{% endblock %}"""
PARTS = {
    "frame.html": FRAME,
    "middle.html": MIDDLE,
    "bar.html": "<nav>{{ title }}{{ who|default:'nobody' }}</nav>",
    "item.html": "[{{ item }} {{ forloop.counter }}{{ title }}]",
    "says.html": "{% translate 'Like' as title %}{{ title }}",
}


@dataclass
class Boat:
    """Something with attributes."""

    name: str
    seats: int = 3

    def captain(self) -> str:
        """Called by templates."""
        return f"<{self.name}>"

    def sink(self) -> str:
        """Never called by templates."""
        raise AssertionError

    sink.alters_data = True  # type: ignore[attr-defined]

    def carry(self, load: str) -> str:
        """Needs more than a template gives."""
        return load

    @property
    def broken(self) -> str:
        """Raises what a lookup must not take for an absent name."""
        raise AttributeError("inside")


class Absent(Exception):
    """As `DoesNotExist` is: no error in a template."""

    silent_variable_failure = True


def absent() -> None:
    """Raises what templates pass over."""
    raise Absent


SEEN: dict[str, Any] = {
    "who": "<Lin & 'Ama'>",
    "safe": mark_safe("<b>bold</b>"),
    "nothing": None,
    "empty": [],
    "zero": 0,
    "number": 1234567,
    "price": Decimal("1234.5"),
    "part": 0.25,
    "yes": True,
    "word": gettext_lazy("Like"),
    "lazy": SimpleLazyObject(lambda: Boat("lazy <boat>")),
    "slow": lazystr("slow <text>"),
    "at": datetime(2025, 1, 14, 9, 30, tzinfo=UTC),
    "boat": Boat("Red"),
    "boats": [Boat("Red", 1), Boat("Blue", 2)],
    "pairs": [("a", 1), ("b", 2)],
    "by_name": {"first": 1, "items": "mine", "nested": {"deep": ["x", "y"]}},
    "absent": absent,
    "many": iter,
}
SAME = """
{{ who }} {{ safe }} {{ nothing }} {{ zero }} {{ number }} {{ price }} {{ part }} {{ yes }}
{{ word }} {{ lazy.name }} {{ slow }} {{ at }} {{ missing }} {{ missing.more }} {{ boat.missing }}
{{ boat.name }} {{ boat.captain }} {{ boat.sink }} {{ boat.carry }} {{ lazy.captain }}
{{ by_name.first }} {{ by_name.items }} {{ by_name.nested.deep.1 }} {{ by_name.nested.deep.7 }}
{{ pairs.0.1 }} {{ absent }} {{ absent.more }} {{ boats.1.name }} {{ "said" }} {{ 3 }} {{ 2.5 }}
{{ _("Like") }} {{ True }} {{ None }}
{{ who|default:"x" }} {{ missing|default:"<x>" }} {{ nothing|default:who }}
{{ zero|default:"none" }}
{{ who|slice:":3" }} {{ safe|slice:":3" }} {{ safe|default:"y" }} {{ number|stringformat:"s" }}
{{ boats|length }} {{ missing|length }} {{ at|date:"Y-m-d H:i" }} {{ at|time:"H:i" }}
{{ yes|yesno:"on,off" }} {{ who|linebreaksbr }} {{ who|truncatechars:4 }} {{ who|upper|lower }}
{{ number|compact }} {{ zero|compact }} {{ missing|yesno:"on,off,maybe" }} {{ pairs|join:who }}
{% if who %}a{% endif %}{% if missing %}b{% else %}c{% endif %}{% if not zero %}d{% endif %}
{% if nothing is None %}e{% elif who %}f{% endif %}{% if missing == None %}g{% endif %}
{% if zero %}{% elif missing %}{% else %}h{% endif %}
{% if who and not missing or zero %}i{% endif %}
{% if number > 3 %}j{% endif %}{% if who > 3 %}k{% else %}l{% endif %}
{% if "a" in who %}m{% endif %}
{% if 1 in nothing %}n{% else %}o{% endif %}{% if boat.seats == 3 %}p{% endif %}
{% if missing != 3 %}q{% endif %}{% if zero <= 0 %}r{% endif %}{% if "z" not in who %}s{% endif %}
{% if missing is not None %}t{% endif %}{% if boats|length >= 2 %}u{% endif %}
{% if absent %}v{% endif %}{% if absent == None %}w{% else %}x{% endif %}
{% for boat in boats %}{{ forloop.counter }}/{{ forloop.revcounter0 }} {{ boat.name }}
{% if forloop.first %}first{% endif %}{% if forloop.last %}last{% endif %}
{% for name, at in pairs %}
{{ forloop.parentloop.counter0 }}{{ name }}{{ at }}{% endfor %}{% endfor %}
{{ boat.name }} {% for one in empty %}x{% empty %}none {{ who }}{% endfor %}
{% for one in missing %}x{% empty %}none{% endfor %}{% for one in nothing %}x{% endfor %}
{% for one in boats reversed %}{{ one.seats }}{{ forloop.counter }}{% endfor %}
{% for letter in who %}{{ letter }}{% endfor %}
{% for key, value in by_name.nested.items %}{{ key }}{{ value }}{% endfor %}
{% with boat=who size=boats|length gone=missing %}{{ boat }} {{ size }} [{{ gone }}]{% endwith %}
{% with a=1 %}{% with a=2 %}{{ a }}{% endwith %}{{ a }}{% endwith %}{{ a }}
{% translate "Like" %} {% translate "Like" as likes %}{{ likes }}
{% if who %}{% translate "Share" as maybe %}{% endif %}{{ maybe }}
{% if zero %}{% translate "Share" as never %}{% endif %}[{{ never }}]
{% for one in boats %}{{ kept }}{% translate "Share" as kept %}{% endfor %}[{{ kept }}]
{% for one, two in pairs %}{{ held }}{% translate "Share" as held %}{% endfor %}[{{ held }}]
{% blocktranslate with name=who %}Hello {{ name }}{% endblocktranslate %}
{% blocktranslate count n=boats|length asvar told %}
{{ n }} boat{% plural %}{{ n }} boats{% endblocktranslate %}
{{ told }} {% url "language" %} {% url "language" as there %}{{ there }} {% static "mark.svg" %}
{% get_current_language as CODE %}{{ CODE }} {% csrf_token %}{% csrf_token %}{{ csrf_token }}
{% include "bar.html" with title=who %}{% include "bar.html" %}{% include "says.html" %}{{ title }}
{% include "item.html" with item="one" only %}{% include which %}
{% for item in boats %}{% include "item.html" with title=item.name %}{% endfor %}
{% with item="seen" %}{% include which %}
{% blocktranslate %}{{ item }}!{% endblocktranslate %}{% endwith %}
{% autoescape off %}{{ who }}{% with w=who %}{{ w }}{% endwith %}{% endautoescape %}
{% comment %}not said{% endcomment %}{# nor this #} 'quoted' "words" \\n {{ who|safe }}
"""
PAGES = {
    "everything": SAME,
    "framed": '{% extends "frame.html" %}{% block main %}{{ who }}{% endblock %}',
    "twice framed": '{% extends "middle.html" %}{% block inner %}{{ who }}{% endblock %}'
    "{% block title %}{% translate 'Share' %}{% endblock %}",
    "a frame of its own": "{% block main %}{{ who }}{% block inner %}x{% endblock %}{% endblock %}",
    "nothing": "",
}


@pytest.fixture
def engine() -> Engine:
    """Django's engine with the site's own tags and some partials."""
    site = engines["django"].engine  # type: ignore[attr-defined]
    loader = ("django.template.loaders.locmem.Loader", PARTS)
    return Engine(builtins=site.builtins[3:], libraries=site.libraries, loaders=[loader])


@pytest.fixture(params=["en", "zh-hans"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Pages are written in each language."""
    with translation.override(request.param):
        yield request.param


def context() -> Context:
    """What a page gets to see."""
    seen = {**SEEN, "which": "item.html", "csrf_token": "t<ken", "many": iter("ab")}
    return Context(seen)


@pytest.fixture
def by_default(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    """Partials are looked for in this engine."""
    monkeypatch.setattr(Engine, "get_default", lambda: engine)


@pytest.mark.usefixtures("language", "by_default")
@pytest.mark.parametrize("page", PAGES)
def test_a_compiled_template_gives_what_django_gives(page: str, engine: Engine) -> None:
    written = Template(PAGES[page], engine=engine)
    seen = context()
    with seen.bind_template(written), seen.render_context.push_state(written):
        by_django = written.nodelist.render(seen)
    seen = context()
    with seen.bind_template(written), seen.render_context.push_state(written):
        compiled = function_of(written)(seen)
    assert compiled == by_django


@pytest.mark.parametrize("page", ["{{ boat.broken }}", "{{ who|default:missing }}"])
def test_an_error_of_the_page_stays_one(page: str, engine: Engine) -> None:
    written = Template(page, engine=engine)
    for function in (written.nodelist.render, function_of(written)):
        seen = context()
        with (
            pytest.raises((AttributeError, VariableDoesNotExist)),
            seen.bind_template(written),
            seen.render_context.push_state(written),
        ):
            function(seen)


@pytest.mark.parametrize(
    "page",
    [
        "{% cycle 'a' 'b' %}",
        "{% extends which %}",
        '{% extends "frame.html" %}{% block main %}{{ block.super }}{% endblock %}',
    ],
)
def test_what_it_cannot_say_is_left_to_django(page: str, engine: Engine, by_default: None) -> None:
    written = Template(page, engine=engine)
    with pytest.raises(Unsupported):
        function_of(written)
    seen = Context({"which": "frame.html"})
    with seen.bind_template(written), seen.render_context.push_state(written):
        text = Compiled(written).render(seen)
    seen = Context({"which": "frame.html"})
    assert text == written.render(seen)


@pytest.mark.parametrize(
    "name", ["explore", "latest", "following", "topic", "note", "profile_page", "search", "saved"]
)
def test_the_pages_that_people_read_most_are_compiled(name: str) -> None:
    site = engines["django"].engine  # type: ignore[attr-defined]
    function_of(site.get_template(f"reading/{name}.html"))


def test_nothing_is_kept_from_one_page_to_the_next(engine: Engine) -> None:
    function = function_of(Template("{{ who }}{% csrf_token %}", engine=engine))
    first = function(Context({"who": "Lin", "csrf_token": "one"}))
    second = function(Context({"who": "Maya", "csrf_token": "two"}))
    assert ("Lin" in first, "one" in first) == (True, True)
    assert ("Maya" in second, "two" in second, "one" in second) == (True, True, False)


def test_text_that_is_not_escaped_is_left_to_django(engine: Engine) -> None:
    written = Template("{{ who }}", engine=engine)
    with nullcontext(Context({"who": "<Lin>"}, autoescape=False)) as seen:
        seen.template = written
        assert Compiled(written).render(seen) == "<Lin>"
