"""A server that speaks LibreTranslate's protocol over real HTTP; run as a process by tests.

Prints its port. Texts steer it: one that holds 慢 is answered too late, 坏 as broken JSON, 错 as
an error, 多 with too many translations, 大 with megabytes.
"""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LANGUAGES = [
    {"code": "en", "name": "English", "targets": ["en", "zh-Hans", "ja"]},
    {"code": "zh-Hans", "name": "Chinese", "targets": ["en", "zh-Hans"]},
]
WORDS = {"你好": "Hello", "Hello": "你好", "我和QZ1Q去爬山": "I went hiking with QZ1Q"}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200, LANGUAGES if self.path == "/languages" else {"error": "not found"})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        texts = asked["q"]
        if asked.get("api_key") not in {None, "secret"}:
            self.answer(403, {"error": "Invalid API key"})
        elif any("慢" in text for text in texts):
            time.sleep(1.0)  # a server too slow for the engine, which gives up before
            self.answer(200, {"translatedText": texts})
        elif any("坏" in text for text in texts):
            self.answer(200, b"<html>")
        elif any("错" in text for text in texts):
            self.answer(500, {"error": "out of memory"})
        elif any("多" in text for text in texts):
            self.answer(200, {"translatedText": [*texts, "more"]})
        elif any("大" in text for text in texts):
            self.answer(200, {"translatedText": ["x" * 3_000_000]})
        else:
            self.answer(200, {"translatedText": [WORDS.get(text, text) for text in texts]})

    def answer(self, status, content):
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
