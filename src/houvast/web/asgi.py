# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for the web server: one thread a process does the work, with one connection that stays open.

Django would start a thread, and open a database, for every request. Many threads that write to one SQLite file wait for
each other by chance, and some wait for ever; one thread a process takes the requests in the order in which they came.
Open streams (live pages) wait in the event loop and cost no thread. More at once: more processes.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import django
from django.core.handlers.asgi import ASGIHandler

from houvast.configuration.start import SETTINGS

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]


class OneThreadHandler(ASGIHandler):
    """Django's handler without a thread of its own for every request."""

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        if scope["type"] != "http":
            raise ValueError(f"only HTTP is served here, not {scope['type']}")
        await self.handle(scope, receive, send)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
django.setup(set_prefix=False)
application = OneThreadHandler()
