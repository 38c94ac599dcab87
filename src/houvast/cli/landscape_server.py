# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A local address for the report: only these files, only from this machine, nothing kept by the browser."""

from __future__ import annotations

import signal
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from houvast.domain.errors import OptionRejected

ADDRESS = "127.0.0.1"
TYPES = {"html": "text/html", "json": "application/json", "csv": "text/csv"}
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class LocalServer(ThreadingHTTPServer):
    """A server that holds its port from the start, and has nothing to show until it is given files."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.contents: dict[str, bytes] = {}
        super().__init__(address, _Handler)

    def show(self, files: dict[str, str]) -> None:
        """Serve these files by name, with report.html at the root."""
        contents = {f"/{name}": content.encode() for name, content in files.items()}
        self.contents = contents | {"/": contents["/report.html"]}


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD of what is in the table, asked for by a local name."""

    server: LocalServer

    def do_GET(self) -> None:
        """The file, or 404."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """The headers of the file."""
        self._answer(with_body=False)

    def log_message(self, *_: object) -> None:
        """Keep no log of who looked."""

    def _answer(self, *, with_body: bool) -> None:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        path = self.path.split("?", 1)[0]
        content = self.server.contents.get(path) if host in {ADDRESS, "localhost"} else None
        self.send_response(HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND)
        kind = TYPES.get(path.rsplit(".", 1)[-1], "text/html")
        body = content if content is not None else b"Not found"
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def open_server(*, port: int) -> LocalServer:
    """A server on a local address; OptionRejected where the port cannot be had, so ask before any work is done."""
    try:
        return LocalServer((ADDRESS, port))
    except OSError as wrong:
        raise OptionRejected(f"--port {port}: cannot be used ({wrong.strerror}). Choose another port.") from wrong


def serve_until_ended(server: LocalServer, *, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or a request to end; both end well."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        announce(f"http://{ADDRESS}:{server.server_port}/")
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
        server.server_close()
