"""A draft of the contract: what the operator has in the form, checked or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from dukou.engine import Contract, ContractError, Group, ShareClause
from dukou.site.reading.contract_faults import with_its_place
from dukou.site.reading.contract_text import contract_in
from dukou.site.reading.editor.forms import (
    MOST_CLAUSES,
    ClauseForms,
    Clauses,
    RestForm,
    TextForm,
    WhyForm,
    clause_initial,
    contract_of,
    rest_initial,
)
from dukou.site.reading.models import ContractVersion

PREFIX = "clause"
NEW = {
    "share": ShareClause(id="new", readers=Group(), providers=Group(), floor=0.1),
    "small": ShareClause(
        id="small-creators", providers=Group(followers_below="median"), floor=0.35, tier=2
    ),
}


@dataclass
class Draft:
    """What the page shows: the forms, or the text, and what is wrong with them.

    `checked` is False while clauses are still added: errors then keep silent.
    """

    clauses: Clauses
    rest: RestForm
    text: TextForm
    why: WhyForm
    is_text: bool
    checked: bool = False
    error: str = ""
    wrong_line: str = ""

    def say(self, error: ContractError) -> None:
        """Show an error of the text or of the whole, with the line that it speaks of."""
        self.checked = True
        self.error = with_its_place(error)
        lines = str(self.text["toml"].value() or "").split("\n")
        if self.is_text and error.line and error.line <= len(lines):
            self.wrong_line = lines[error.line - 1]


def draft_of(version: ContractVersion, *, is_text: bool) -> Draft:
    """The version as it stands, to be changed."""
    return _draft(contract_in(version.toml), version.toml, {"based_on": version.pk}, is_text)


def sent_draft(sent: QueryDict) -> Draft:
    """What the operator sent, with nothing of it lost."""
    return Draft(
        clauses=ClauseForms(sent, prefix=PREFIX),
        rest=RestForm(sent),
        text=TextForm(sent),
        why=WhyForm(sent),
        is_text=sent.get("as") == "text",
    )


def with_new_clause(sent: QueryDict) -> Draft:
    """What was sent, and one clause more."""
    data = sent.copy()
    given = str(data.get(f"{PREFIX}-TOTAL_FORMS"))
    count = min(int(given) if given.isdecimal() else 0, MOST_CLAUSES)
    data[f"{PREFIX}-TOTAL_FORMS"] = str(count + 1)
    for name, value in clause_initial(NEW.get(str(sent.get("add")), NEW["share"])).items():
        if value not in (None, False):
            data[f"{PREFIX}-{count}-{name}"] = str(value)
    return sent_draft(data)


def contract_from(draft: Draft, *, before: Contract) -> Contract | None:
    """The contract that the draft writes down; None, with errors beside the fields, where it
    writes down none."""
    draft.checked = True
    if draft.is_text:
        return _from_text(draft)
    if not (draft.clauses.is_valid() & draft.rest.is_valid()):
        return None
    try:
        return contract_of(draft.clauses, draft.rest, before=before)
    except ContractError as error:
        draft.say(error)
        return None


def toml_of(draft: Draft, contract: Contract) -> str:
    """The text to keep: as it was written, comments and all, or made from the form."""
    return str(draft.text.cleaned_data["toml"]) if draft.is_text else contract.to_toml()


def turned(draft: Draft, contract: Contract) -> Draft:
    """The same contract in the other way of writing, with the reason given so far."""
    given = {name: draft.why[name].value() for name in ("why", "based_on")}
    return _draft(contract, toml_of(draft, contract), given, not draft.is_text)


def _from_text(draft: Draft) -> Contract | None:
    if not draft.text.is_valid():
        return None
    try:
        return contract_in(draft.text.cleaned_data["toml"])
    except ContractError as error:
        draft.say(error)
        return None


def _draft(contract: Contract, toml: str, why: dict[str, Any], is_text: bool) -> Draft:
    initial = [clause_initial(clause) for clause in contract.shares]
    return Draft(
        clauses=ClauseForms(initial=initial, prefix=PREFIX),
        rest=RestForm(initial=rest_initial(contract)),
        text=TextForm(initial={"toml": toml}),
        why=WhyForm(initial=why),
        is_text=is_text,
    )
