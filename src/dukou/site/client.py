"""Where a request comes from: one answer for every rate limit, ours and allauth's."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_IPV6_PREFIX = 64  # what one household has: its single addresses are there to be thrown away


def client_address(request: HttpRequest) -> str:
    """The visitor's address; empty where nobody knows it.

    A proxy's word is taken where the place has an https address, from a neighbour only, and only
    the last word: what stands before it came from the visitor.
    """
    neighbour = str(request.META.get("REMOTE_ADDR", ""))
    last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if settings.CONFIGURATION.is_secure and _parsed(last) and not _is_of_the_internet(neighbour):
        return last
    return neighbour


def client_network(request: HttpRequest) -> str:
    """The address as limits count it: for IPv6, the network that one visitor has to themselves."""
    address = client_address(request)
    parsed = _parsed(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network(f"{parsed}/{_IPV6_PREFIX}", strict=False).network_address)
    return address


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address)
    except ValueError:
        return None


def _is_of_the_internet(address: str) -> bool:
    parsed = _parsed(address)
    return parsed is not None and parsed.is_global
