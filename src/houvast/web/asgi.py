# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for the web server: one thread a process does the work, with one connection that stays open.

Django would start a thread, and open a database, for every request. Many threads that write to one SQLite file wait for
each other by chance, and some wait for ever; one thread a process takes the requests in the order in which they came.
A request visits that thread once: Django passes it to and fro between its middleware, which costs more than a vote.
Open streams (live pages) wait in the event loop and cost no thread. More at once: more processes.

What is sent to us is read before anybody knows who sends it. So it is cut off where no form of that part of the site
sends as much, and nobody fills the disk.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Mapping
from typing import IO, Any

import django
from asgiref.sync import sync_to_async
from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.http import FileResponse, HttpResponse, HttpResponseBadRequest, HttpResponseBase
from django.urls import get_resolver, set_script_prefix

from houvast.configuration.start import SETTINGS

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
log = logging.getLogger(__name__)

LARGEST_BODY = 2_500_000
LARGEST_OF_TEAM = 420_000_000  # an export of another system, to import
FILES_OF_TEAM = ("/importeren", "/invoer/bestand", "/gebieden/inlezen")  # ends of the addresses that take such files
TOO_LARGE = "Dit is te groot om te versturen. Stuur minder tegelijk.\nThis is too large to send. Send less at a time.\n"


class BodyTooLarge(Exception):
    """More was sent than any form there sends."""


class OneThreadHandler(ASGIHandler):
    """Django's handler, with all of an answer made in one visit to one thread."""

    def __init__(self) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one HTTP request. Who hung up meanwhile is answered all the same, for a vote counts."""
        if scope["type"] != "http":
            raise ValueError(f"only HTTP is served here, not {scope['type']}")
        try:
            body = await self.read_body(_no_more_than(largest_body(scope["path"]), receive))
        except RequestAborted:
            return
        except BodyTooLarge:
            await self.send_response(
                HttpResponse(TOO_LARGE, status=413, content_type="text/plain; charset=utf-8"), send
            )
            return
        response = await sync_to_async(self._answer, thread_sensitive=True)(scope, body)
        if response.streaming:
            await self._stream(response, receive, send)
        else:
            await self.send_response(response, send)

    def _answer(self, scope: dict[str, Any], body: IO[bytes]) -> HttpResponseBase:
        """The response; where it is whole, everything that belonged to the request is closed."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        response = self.get_response(request) if request is not None else refusal or HttpResponseBadRequest()
        if isinstance(response, FileResponse):
            response.block_size = self.chunk_size
        if not response.streaming:
            response.close()
            body.close()
        return response

    async def _stream(self, response: HttpResponseBase, receive: Receive, send: Send) -> None:
        """Send until the stream ends or the reader hangs up."""
        sending = asyncio.create_task(self.send_response(response, send))
        leaving = asyncio.create_task(self.listen_for_disconnect(receive))
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sending.cancel()
            leaving.cancel()
            for outcome in await asyncio.gather(sending, leaving, return_exceptions=True):
                if isinstance(outcome, Exception) and not isinstance(outcome, RequestAborted):
                    log.error("A stream broke off.", exc_info=outcome)
            await sync_to_async(response.close, thread_sensitive=True)()


def largest_body(path: str) -> int:
    """How many bytes may be sent to this address: a file to read in, or what stays in memory and off the disk."""
    return LARGEST_OF_TEAM if "/beheer/" in path and path.endswith(FILES_OF_TEAM) else LARGEST_BODY


def _no_more_than(most: int, receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Mapping[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise BodyTooLarge
        return message

    return counted


def prepare() -> None:
    """Read and learn what is needed once, at the start, so that the first visitor does not wait for it."""
    from houvast.actions.notice.observation_gate import prepare_gate  # noqa: PLC0415 -- after Django is set up

    assert get_resolver().url_patterns  # noqa: S101 -- reading them imports every screen
    prepare_gate()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
django.setup(set_prefix=False)
application = OneThreadHandler()
prepare()
