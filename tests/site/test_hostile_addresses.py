"""Addresses that no page has are not there, whatever is in them."""

import pytest
from django.test import Client


@pytest.mark.parametrize("address", ["/%00", "/topics/%00", "/@a%00b", "/@lin%00/5", "/media/%00"])
def test_an_address_with_nul_is_not_there(address: str, stranger: Client) -> None:
    assert stranger.get(address).status_code == 404
