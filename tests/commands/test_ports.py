"""Where a proxy leads to one port, the site is there or nowhere."""

import socket
from pathlib import Path

from tests.place import Place


def test_a_taken_port_is_told_of_where_a_proxy_leads_to_it(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    place.environment["DUKOU_ORIGIN"] = "https://dukou.example"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = place.dukou("up", f"--port={taken.getsockname()[1]}", succeeds=False)
    assert "DUKOU_PORT" in said
    assert "Traceback" not in said
    assert not (place.home / "postgres").exists()
