# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one thread answer every request, and is nothing but HTTP served?"""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from houvast.web.asgi import application


async def ask(path: str) -> int:
    """The status of the answer to a GET of this path."""
    sent: list[dict[str, Any]] = []
    waiting = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if not waiting.is_set():
            waiting.set()
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
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


def test_other_kinds_of_connections_are_refused() -> None:
    with pytest.raises(ValueError, match="only HTTP"):
        asyncio.run(application({"type": "websocket"}, None, None))  # type: ignore[arg-type]
