"""Addresses that no page has are not there, whatever is in them."""

import pytest
from django.test import Client


@pytest.mark.parametrize("address", ["/%00", "/topics/%00", "/@a%00b", "/@lin%00/5", "/media/%00"])
def test_an_address_with_nul_is_not_there(address: str, stranger: Client) -> None:
    assert stranger.get(address).status_code == 404


def test_a_host_that_is_not_ours_is_refused_in_a_line(stranger: Client) -> None:
    stranger.raise_request_exception = False
    answer = stranger.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert b"evil" not in answer.content


def test_other_bad_requests_have_their_page(stranger: Client) -> None:
    stranger.raise_request_exception = False
    fields = {f"field{number}": "" for number in range(1_100)}
    answer = stranger.post("/language", fields)
    assert answer.status_code == 400
    assert b"</html>" in answer.content


@pytest.fixture
def careless(db: None) -> Client:
    """A browser whose forms need their token; an error of ours is an answer, as in a real place."""
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.get("/account/login/")
    return browser


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("application/x-www-form-urlencoded; charset=utf-7", b"a=1"),
        ("multipart/form-data", b"a"),
        ("multipart/form-data; boundary=", b"a"),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 2000)),
        ("application/x-www-form-urlencoded", b"a=" + b"b" * 4_000_000),
    ],
)
@pytest.mark.parametrize("address", ["/settings", "/seen", "/account/login/"])
def test_a_form_that_cannot_be_read_is_a_bad_request(
    careless: Client, address: str, kind: str, sent: bytes
) -> None:
    answer = careless.post(address, data=sent, content_type=kind)
    assert answer.status_code in (400, 403, 413)
    assert answer.content
