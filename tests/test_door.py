"""The door of the live server, before applications that do as a test tells them."""

from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import Any

import pytest

from tests.door import Door


def visit(door: Door) -> tuple[str, bytes]:
    """What somebody who comes to the door is told, and gets."""
    told: list[str] = []
    answer = door({}, lambda status, headers: told.append(status))
    content = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return told[0], content


def greeting(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"come in"]


def test_only_an_open_door_lets_in() -> None:
    door = Door(greeting)
    assert visit(door) == ("503 Service Unavailable", b"")
    with door.opened():
        assert visit(door) == ("200 OK", b"come in")
    assert visit(door) == ("503 Service Unavailable", b"")


def test_it_waits_until_everybody_has_left() -> None:
    entered, is_shut = Event(), Event()

    def slow_for_the_first(
        environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        start_response("200 OK", [])
        yield b"one moment"
        if not entered.is_set():
            entered.set()
            is_shut.wait()
            left.append("the first")

    def try_the_door() -> None:
        while visit(door)[0] == "200 OK":
            pass
        is_shut.set()

    door = Door(slow_for_the_first)
    left: list[str] = []
    guests = [Thread(target=visit, args=[door]), Thread(target=try_the_door)]
    with door.opened():
        guests[0].start()
        entered.wait()
        guests[1].start()
    assert left == ["the first"]
    for guest in guests:
        guest.join()


def test_whoever_is_thrown_out_has_left() -> None:
    def broken(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        raise ValueError("who are you")

    door = Door(broken)
    with pytest.raises(ValueError, match="who are you"), door.opened():
        visit(door)
