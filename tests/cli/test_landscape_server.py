# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The local server: these files, this machine, no cache; and it ends well."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from houvast.cli.landscape_server import ADDRESS, open_server
from houvast.domain.errors import OptionRejected

FILES = {"report.html": "<!doctype html>é", "landscape.json": "{}"}


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = open_server(port=0)
    made.show(FILES)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def ask(
    server: ThreadingHTTPServer, path: str, *, method: str = "GET", host: str = ""
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=5)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def test_the_report_is_at_the_root(server: ThreadingHTTPServer) -> None:
    status, headers, body = ask(server, "/")
    assert (status, body.decode()) == (200, FILES["report.html"])
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert ask(server, "/landscape.json")[1]["Content-Type"] == "application/json; charset=utf-8"
    assert ask(server, "/", method="HEAD")[2] == b""


@pytest.mark.parametrize("path", ["/participants.csv", "/../pyproject.toml", "/%2e%2e/x", "//etc/passwd"])
def test_nothing_else_is_served(server: ThreadingHTTPServer, path: str) -> None:
    assert ask(server, path)[0] == 404


def test_another_name_for_this_machine_gets_nothing(server: ThreadingHTTPServer) -> None:
    assert ask(server, "/", host="evil.example")[0] == 404
    assert ask(server, "/", host="localhost:1")[0] == 200


def test_a_port_in_use_is_refused(server: ThreadingHTTPServer) -> None:
    with pytest.raises(OptionRejected, match="Choose another port"):
        open_server(port=server.server_port)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_it_ends_well(name: str) -> None:
    code = (
        # Where the tests run in the background, Ctrl-C is ignored, and so would it be here.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from houvast.cli.landscape_server import open_server, serve_until_ended; "
        "serve_until_ended(open_server(port=0), announce=lambda a: print(a, flush=True)); print('ended')"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"http://{ADDRESS}:")
        os.kill(process.pid, getattr(signal, name))
        assert process.communicate(timeout=30)[0] == "ended\n"
    assert process.returncode == 0
