"""The contract's editor, for the operator; for others it is not there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.engine import Contract, ContractError
from dukou.site.reading.allocation.contracts import (
    ContractMoved,
    NoReason,
    newest_version,
    write_contract,
)
from dukou.site.reading.allocation.serving import look_again
from dukou.site.reading.contract_text import contract_in
from dukou.site.reading.editor.draft import (
    Draft,
    contract_from,
    draft_of,
    sent_draft,
    toml_of,
    turned,
    with_new_clause,
)
from dukou.site.reading.editor.forms import WhyForm
from dukou.site.reading.editor.preview import Preview, preview_of
from dukou.site.requests import MemberRequest, operator_required


@require_http_methods(["GET", "HEAD", "POST"])
@operator_required
def contract(request: MemberRequest) -> HttpResponse:
    """GET: the contract to change, `?as=text` for its text. POST: a new version of it, or what
    it would change."""
    if request.method != "POST":
        draft = draft_of(newest_version(), is_text=request.GET.get("as") == "text")
        return _page(request, draft)
    if "add" in request.POST:
        return _page(request, with_new_clause(request.POST))
    draft = sent_draft(request.POST)
    before = contract_in(newest_version().toml)
    found = contract_from(draft, before=before)
    if "switch" in request.POST:
        return _page(request, turned(draft, found) if found else draft)
    if found is not None and "preview" in request.POST:
        draft.checked = False
        return _page(request, draft, preview=preview_of(found, before=before))
    if found is None or not draft.why.is_valid():
        return _page(request, draft)
    return _save(request, draft, found)


def _save(request: MemberRequest, draft: Draft, found: Contract) -> HttpResponse:
    given = draft.why.cleaned_data
    try:
        write_contract(
            toml_of(draft, found), by=request.member, reason=given["why"], on=given["based_on"]
        )
    except ContractMoved:
        draft.error = _(
            "Somebody else has changed the contract in the meantime. Look at their version in"
            " another window, then save yours again: it will stand on top of theirs."
        )
        draft.why = WhyForm(given | {"based_on": newest_version().pk})
        return _page(request, draft)
    except NoReason:
        draft.why.add_error("why", _("Say in a sentence why it changes."))
        draft.checked = True
        return _page(request, draft)
    except ContractError as error:
        draft.say(error)
        return _page(request, draft)
    look_again()
    messages.success(request, _("The new contract binds from the next page on."))
    return redirect("balance")


def _page(request: MemberRequest, draft: Draft, preview: Preview | None = None) -> HttpResponse:
    """The editor; 422 where something that was sent has to be mended first."""
    context = {"draft": draft, "adds": "add" in request.POST, "preview": preview}
    status = 422 if draft.checked or draft.error else 200
    return render(request, "reading/contract.html", context, status=status)
