# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one thread answer every request, and is nothing but HTTP served?"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from django.conf import settings
from django.http import StreamingHttpResponse

from houvast.exchange.upload_folder import MOST_BYTES
from houvast.web.asgi import application, largest_body


async def ask(path: str, *, body: bytes = b"", pieces: int = 1) -> int:
    """The status of the answer to a GET of this path; with a body, that many times over, to a POST."""
    left = pieces
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        nonlocal left
        left -= 1
        if left >= 0:
            return {"type": "http.request", "body": body, "more_body": left > 0}
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "POST" if body else "GET", "path": path, "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost")], "server": ("localhost", 80), "client": None, "scheme": "http",
        "http_version": "1.1",
    }  # fmt: skip
    await application(scope, receive, send)
    return int(sent[0]["status"])


def test_many_requests_at_once_start_no_more_threads() -> None:
    async def ask_often() -> list[int]:
        await ask("/gezond/leeft")
        before = threading.active_count()
        statuses = await asyncio.gather(*(ask("/gezond/leeft") for _ in range(20)))
        assert threading.active_count() <= before
        return list(statuses)

    assert asyncio.run(ask_often()) == [200] * 20


@pytest.mark.parametrize("path", ["/g/plein/stem", "/api/v1/gesprekken", "/inloggen"])
def test_more_than_a_form_sends_is_cut_off_before_it_fills_the_disk(path: str) -> None:
    assert asyncio.run(ask(path, body=b"x" * 1_000_000, pieces=1_000)) == 413
    assert asyncio.run(ask(path, body=b"x" * 1_000)) != 413


def test_the_team_may_send_an_export() -> None:
    assert largest_body("/en/beheer/gesprekken/importeren") > MOST_BYTES > largest_body("/g/plein/stem")
    assert largest_body("/beheer/gebieden/inlezen") == largest_body("/beheer/gesprekken/plein/invoer/bestand")


@pytest.mark.parametrize("path", ["nieuw", "nieuw/verzegeld", "inlezen", "7/antwoord"])
def test_what_may_be_refused_by_the_gate_never_reaches_the_disk(path: str) -> None:
    assert largest_body(f"/beheer/signalen/{path}") < settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def test_a_stream_ends_when_its_reader_hangs_up_or_it_is_at_its_end() -> None:
    closed: list[str] = []

    async def parts(name: str, *, most: int) -> AsyncIterator[bytes]:
        try:
            for _ in range(most):
                yield b"part"
                await asyncio.sleep(0)
        finally:
            closed.append(name)

    async def run(name: str, *, most: int, hangs_up: bool) -> int:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            await asyncio.sleep(0.05 if hangs_up else 60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        response = StreamingHttpResponse(parts(name, most=most))
        await application._stream(response, receive, send)
        assert response.closed
        return sum(message.get("body") == b"part" for message in sent)

    assert asyncio.run(run("whole", most=3, hangs_up=False)) == 3
    assert asyncio.run(run("endless", most=10**9, hangs_up=True)) > 3
    assert closed == ["whole", "endless"]


def test_other_kinds_of_connections_are_refused() -> None:
    with pytest.raises(ValueError, match="only HTTP"):
        asyncio.run(application({"type": "websocket"}, None, None))  # type: ignore[arg-type]
