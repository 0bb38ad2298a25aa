"""A contract is read with errors that help, and written back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    Cohort,
    Contract,
    ContractError,
    DebutClause,
    Fault,
    Group,
    ShareClause,
)
from tests.engine.world import AMA, LIN, MAYA, at_home, bare

WRITTEN = """\
version = 3

[[share]]
id = "residents-home"
readers = { language = "zh", arrival = "resident" }
providers = { language = "zh", arrival = "resident" }
floor = 0.55
ceiling = 0.80
window = "day"
band = true
tier = 1
after_days = 90
reason = { en = "Home stays home.", zh-Hans = "家还是家。" }

[[share]]
id = "small-creators"
providers = { followers_below = "median" }
floor = 0.5
tier = 2

[author_cap]
per_page = 2
share = 0.05

[debut]
impressions = 100
hours = 48

[exploration]
slots = 1
"""


def test_every_field_is_read() -> None:
    contract = Contract.from_toml(WRITTEN)
    home, small = contract.shares
    assert contract.version == 3
    assert home.providers == Group(language="zh", arrival="resident")
    assert (home.floor, home.ceiling, home.band, home.after_days) == (0.55, 0.8, True, 90)
    assert home.reason["zh-Hans"] == "家还是家。"
    assert small.providers == Group(followers_below="median")
    assert contract.author_cap == AuthorCap(per_page=2, share=0.05)
    assert contract.debut == DebutClause()


def test_without_tables_the_contract_promises_nothing() -> None:
    assert Contract.from_toml("") == Contract()


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("floor = 0.55", "flor = 0.55", 7, "share.flor"),
        ("floor = 0.55", "floor = 55", 7, "share.floor"),
        ("floor = 0.55", 'floor = "half"', 7, "share.floor"),
        ("floor = 0.55", "floor = 0.9", 7, "share.floor"),
        ("tier = 2", "tier = 0", 19, "share.tier"),
        ("tier = 2", "tier = true", 19, "share.tier"),
        ('window = "day"', 'window = "year"', 9, "share.window"),
        ('{ followers_below = "median" }', '{ fame = "low" }', 17, "share.providers"),
        ('{ followers_below = "median" }', '"everyone"', 17, "share.providers"),
        ('id = "small-creators"', 'id = "small creators"', 16, "share.id"),
        ("per_page = 2", "per_page = 0", 22, "author_cap.per_page"),
        ("slots = 1", "slots = 4", 30, "exploration.slots"),
        ("[debut]", "[debuts]", 25, "debuts"),
        ("hours = 48", "hours = ", 27, "contract"),
        ('id = "small-creators"\n', "", 15, "share.id"),
        ('readers = { language = "zh", ', 'readers = { topic = "cats", ', 5, "share.readers"),
        ("version = 3", "version = 0", 1, "version"),
        ('id = "small-creators"', 'id = "residents-home"', 16, "share.id"),
        ('id = "small-creators"', f'id = "{"s" * 61}"', 16, "share.id"),
        ("after_days = 90", "after_days = -1", 12, "share.after_days"),
        ("tier = 2", f"tier = {10**9}", 19, "share.tier"),
        ("impressions = 100", f"impressions = {10**20}", 26, "debut.impressions"),
        ("hours = 48", f"hours = {10**14}", 27, "debut.hours"),
        ('followers_below = "median"', "followers_below = 0", 17, "share.providers"),
        (
            'followers_below = "median"',
            'followers_below = "median", followers_at_least = "median"',
            17,
            "share.providers",
        ),
        (
            'followers_below = "median"',
            "followers_below = 9, followers_at_least = 9",
            17,
            "share.providers",
        ),
        ("version = 3", "# a\u2028b\nversion = 0", 2, "version"),
    ],
)
def test_a_mistake_names_line_and_field_and_says_what_to_write(
    old: str, new: str, line: int, field: str
) -> None:
    assert old in WRITTEN
    with pytest.raises(ContractError) as caught:
        Contract.from_toml(WRITTEN.replace(old, new))
    assert (caught.value.line, caught.value.field) == (line, field)
    assert caught.value.advice.startswith(("Write", "Give", "Close"))


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("version", Fault.NO_EQUALS, 1),
        ("version = ", Fault.BAD_VALUE, 1),
        ("\n[[share]\n", Fault.NOT_CLOSED, 2),
        ('[[share]]\nid = "a\n', Fault.NOT_CLOSED, 2),
        ("[[share]]\nproviders = {", Fault.NOT_CLOSED, 2),
        ("[author_cap]\nshare = 5%", Fault.BAD_VALUE, 2),
        ("[author_cap]\nshare = 0,05", Fault.BAD_VALUE, 2),
        ("[[share]]\nreason = { en = 'a'", Fault.NOT_CLOSED, 2),
        ("version = 1\nversion = 2\n\n", Fault.TWICE, 2),
        ("[debut]\n[debut]", Fault.TWICE, 2),
        ("version = 1 share = 2", Fault.NOT_ALONE, 1),
        ("= 1", Fault.NOT_TOML, 1),
        ("version = " + "9" * 5000, Fault.NOT_TOML, 1),
        ("version = " + "[" * 5000, Fault.NOT_TOML, 1),
        ("", None, 0),
    ],
)
def test_what_is_not_toml_is_told_apart(text: str, fault: Fault | None, line: int) -> None:
    if fault is None:
        assert Contract.from_toml(text) == Contract()
        return
    with pytest.raises(ContractError) as caught:
        Contract.from_toml(text)
    assert (caught.value.fault, caught.value.line) == (fault, line)
    assert int(str(caught.value.facts["column"])) >= 1


def test_a_percentage_is_answered_with_the_share_to_write() -> None:
    with pytest.raises(ContractError, match=r"55 is not a share\. Write 0\.55 for 55 percent\."):
        Contract.from_toml(WRITTEN.replace("floor = 0.55", "floor = 55"))


def test_shares_in_a_list_are_answered_with_how_to_write_tables() -> None:
    with pytest.raises(ContractError, match=r"Write \[\[share\]\] with two brackets"):
        Contract.from_toml("share = [1]")


def test_a_mark_of_the_byte_order_is_no_mistake() -> None:
    assert Contract.from_toml("\ufeff" + WRITTEN) == Contract.from_toml(WRITTEN)


def test_two_clauses_of_one_id_are_refused() -> None:
    with pytest.raises(ContractError, match="2 clauses have this id"):
        bare(at_home(), at_home(floor=0.1))


groups = st.builds(
    Group,
    language=st.none() | st.sampled_from(["zh", "en", "same"]),
    arrival=st.none() | st.sampled_from(["resident", "newcomer"]),
    topic=st.none() | st.sampled_from(["food", '猫 "cats"']),
    followers_below=st.none() | st.just("median") | st.integers(1, 10_000),
)
readers = st.builds(
    Group,
    language=st.none() | st.sampled_from(["zh", "en"]),
    arrival=st.none() | st.sampled_from(["resident", "newcomer"]),
)
shares = st.builds(
    lambda bounds, **given: ShareClause(floor=min(bounds), ceiling=max(bounds), **given),
    bounds=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    id=st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True),
    providers=groups,
    readers=readers,
    window=st.sampled_from(["hour", "day", "week"]),
    band=st.booleans(),
    tier=st.integers(1, 5),
    reason=st.dictionaries(st.sampled_from(["en", "zh-Hans"]), st.text("ab 家\n\"'", max_size=9)),
)
contracts = st.builds(
    Contract,
    version=st.integers(1, 99),
    shares=st.lists(shares, max_size=4, unique_by=lambda clause: clause.id).map(tuple),
    author_cap=st.builds(
        AuthorCap,
        per_page=st.integers(1, 9),
        share=st.floats(0.01, 1),
        notes_a_day=st.integers(0, 99),
    ),
    debut=st.none() | st.builds(DebutClause, impressions=st.integers(1, 500)),
)


@given(contracts)
def test_a_contract_reads_back_as_it_was_written(contract: Contract) -> None:
    assert Contract.from_toml(contract.to_toml()) == contract


@given(st.permutations([at_home(), at_home(id="b"), at_home(id="c", floor=0.1)]))
def test_clauses_are_kept_in_one_order(clauses: list[ShareClause]) -> None:
    assert bare(*clauses).ids == ("b", "c", "residents-home")


def test_a_clause_waits_in_a_young_place() -> None:
    contract = Contract.from_toml(WRITTEN)
    assert contract.in_force(place_days=89).ids == ("small-creators",)
    assert contract.in_force(place_days=90).ids == contract.ids


def test_groups_are_decided_by_language_and_arrival() -> None:
    taipei = Cohort("zh-Hant", "TW")
    assert Group(language="zh").has_cohort(LIN)
    assert Group(language="zh").has_cohort(taipei)
    assert not Group(language="zh-Hant").has_cohort(LIN)
    assert Group(arrival="newcomer").has_cohort(MAYA)
    assert not Group(arrival="newcomer").has_cohort(AMA)
    assert Group(language="same").has_cohort(taipei, LIN)
    assert not Group(language="same").has_cohort(AMA, LIN)
    assert Group().has_cohort(AMA)
