"""A mirror of model files that breaks off, lies or knows no ranges, as its test wants."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Mirror:
    """What it holds by path, how it behaves, and the ranges that it was asked for."""

    files: dict[str, bytes]
    breaks_after: int | None = None
    times: int = 10**6
    knows_ranges: bool = True
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        data = self.files.get(handler.path.lstrip("/"))
        given = handler.headers.get("Range", "")
        self.asked.append(given)
        if data is None:
            handler.send_error(404)
            return
        start = int(given.removeprefix("bytes=").rstrip("-")) if given and self.knows_ranges else 0
        if start >= len(data) and start:
            handler.send_error(416)
            return
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(data) - start))
        handler.end_headers()
        rest = data[start:]
        if self.breaks_after is not None and self.times > 0:
            self.times -= 1
            rest = rest[: self.breaks_after]
            handler.close_connection = True
        handler.wfile.write(rest)


@contextmanager
def serving(mirror):
    """The mirror under its `url` while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            mirror.answer(self)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    mirror.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield mirror
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
