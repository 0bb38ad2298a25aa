"""A message without a sound translation is found before a reader finds it."""

import gettext
from pathlib import Path

import pytest

from dukou.site.messages import compile_stale
from dukou.site.messages.checking import problems

TEMPLATE = """{% load i18n %}
  <h1>{% translate "Notes" %}</h1>
    {% blocktranslate trimmed count n=notes %}
      {{ n }} note
    {% plural %}
      {{ n }} notes
  {% endblocktranslate %}
"""
PYTHON = (
    'from django.utils.translation import pgettext_lazy\nSAVE = pgettext_lazy("verb", "Save")\n'
)
ENTRIES = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Notes"
msgstr "笔记"

msgid "%(n)s note"
msgid_plural "%(n)s notes"
msgstr[0] "%(n)s 篇笔记"

msgctxt "verb"
msgid "Save"
msgstr "收藏"
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """An app with three messages, each translated into both scripts."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text(TEMPLATE, "utf-8")
    (tmp_path / "words.py").write_text(PYTHON, "utf-8")
    for language in ("zh_Hans", "zh_Hant"):
        (tmp_path / f"locale/{language}/LC_MESSAGES").mkdir(parents=True)
        po(tmp_path, language).write_text(ENTRIES, "utf-8")
    return tmp_path


def po(app: Path, language: str) -> Path:
    return app / f"locale/{language}/LC_MESSAGES/django.po"


def rewrite(app: Path, old: str, new: str, language: str = "zh_Hans") -> list[str]:
    """Change one script's file and return the problems that follow."""
    path = po(app, language)
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return problems(app)


def test_complete_translations_have_no_problem(app: Path) -> None:
    assert problems(app) == []


def test_missing_translation_names_message_and_place(app: Path) -> None:
    entry = 'msgid "Notes"\nmsgstr "笔记"\n'
    assert rewrite(app, entry, "", "zh_Hant") == [
        "templates/page.html:2: 'Notes' has no zh_Hant translation"
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('msgstr "笔记"', 'msgstr ""', "'Notes' has an empty translation"),
        ('msgid "Notes"', '#, fuzzy\nmsgid "Notes"', "'Notes' is marked fuzzy"),
        ('"%(n)s 篇笔记"', '"一篇笔记"', "'%(n)s note' has other placeholders"),
        ('msgctxt "verb"\n', "", "'Save' is not used"),
        ('msgid "Notes"', 'msgid "Old"', "'Old' is not used"),
    ],
)
def test_unsound_translation_is_found(app: Path, old: str, new: str, says: str) -> None:
    assert any(says in problem for problem in rewrite(app, old, new))


def test_better_words_for_a_library_are_no_waste(app: Path) -> None:
    extra = '# Overrides allauth.\nmsgid "Sign In"\nmsgstr "登录"\n\nmsgid "Notes"'
    assert rewrite(app, 'msgid "Notes"', extra) == []


def test_two_wordings_of_one_message_are_found(app: Path) -> None:
    other = app / "other/locale/zh_Hans/LC_MESSAGES"
    other.mkdir(parents=True)
    (other / "django.po").write_text(ENTRIES.replace('"笔记"', '"便条"'), "utf-8")
    assert ["translated otherwise" in problem for problem in problems(app)] == [True]


def test_stale_translations_are_compiled_once(app: Path) -> None:
    written = compile_stale(app)
    assert len(written) == 2
    assert compile_stale(app) == []
    with written[0].open("rb") as file:
        assert gettext.GNUTranslations(file).pgettext("verb", "Save") == "收藏"


def test_unwritable_tree_keeps_what_it_has(app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr("dukou.site.messages.compiling.tempfile.mkstemp", refuse)
    assert compile_stale(app) == []
