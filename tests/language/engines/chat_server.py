"""A server that speaks OpenAI's chat protocol, and can be as malicious as its test wants."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ChatServer:
    """Translates from a table; `answers` replaces the whole answer, `statuses` come first."""

    def __init__(self):
        self.words = {"你好": "Hello", "今天去爬山": "Hiking today"}
        self.answers = None
        self.content = None
        self.statuses = []
        self.refuses = ()
        self.asked = []
        self.keys = []
        self.models = ["small"]
        self.url = ""

    def reply(self, payload):
        """(status, answer) to a request."""
        self.asked.append(payload)
        if self.statuses:
            status = self.statuses.pop(0)
            return status, {"error": {"message": f"no, {self.keys[-1]}"}}
        if any(word in payload for word in self.refuses):
            return 400, {"error": {"message": "unknown field"}}
        if self.answers is not None:
            return 200, self.answers
        mark, data, _ = payload["messages"][1]["content"].split("\n")
        texts = json.loads(data)
        said = {"mark": mark, "translations": [self.words.get(text, text) for text in texts]}
        content = json.dumps(said) if self.content is None else self.content(mark, texts)
        return 200, {"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}


@contextmanager
def serving(chat):
    """The server under its `url` while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            chat.keys.append(self.headers.get("Authorization"))
            self.answer(200, {"data": [{"id": name} for name in chat.models]})

        def do_POST(self):
            chat.keys.append(self.headers.get("Authorization"))
            length = int(self.headers["Content-Length"])
            self.answer(*chat.reply(json.loads(self.rfile.read(length))))

        def answer(self, status, said):
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    chat.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield chat
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


MARK = re.compile(r"[0-9a-f]{16}")
