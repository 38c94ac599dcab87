# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do open pages hear of a change? One poller a process asks for all of them, once a second, while any listens."""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from asgiref.sync import sync_to_async
from django.db import DatabaseError, close_old_connections

from houvast.queries.gather.progress import progress_versions

log = logging.getLogger(__name__)
Versions = dict[int, str]
Read = Callable[[frozenset[int]], Awaitable[Versions]]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between questions, between signs of life, of a whole connection; and how many connections at most.

    A connection ends after a while and the page opens a new one: so a process that stops is never held up for long.
    """

    every: float = 1.0
    heartbeat: float = 15.0
    lifetime: float = 240.0
    most: int = 300


@dataclass(eq=False, slots=True)
class _Listener:
    conversation: int
    news: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(maxsize=1))

    def tell(self, version: str) -> None:
        """Only the newest matters: what a slow reader has not fetched is replaced."""
        if self.news.full():
            self.news.get_nowait()
        self.news.put_nowait(version)


class ChangeFeed:
    """Tells listeners the version of a conversation, at first and when it changes; None is a sign of life."""

    def __init__(self, read: Read, pace: Pace) -> None:
        self._read = read
        self._pace = pace
        self._listeners: set[_Listener] = set()
        self._poller: asyncio.Task[None] | None = None

    @property
    def is_full(self) -> bool:
        """Whether no further listener fits."""
        return len(self._listeners) >= self._pace.most

    async def listen(self, conversation: int) -> AsyncIterator[str | None]:
        """The versions, until the connection has lived long enough."""
        loop = asyncio.get_running_loop()
        listener, end = _Listener(conversation), loop.time() + self._pace.lifetime
        self._listeners.add(listener)
        self._start(loop)
        try:
            while (left := end - loop.time()) > 0:
                yield await _next(listener.news, min(self._pace.heartbeat, left))
        finally:
            self._listeners.discard(listener)

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        """In a context of its own: the poller outlives the request that happened to start it."""
        poller = self._poller
        if poller is None or poller.done() or poller.get_loop() is not loop:
            self._poller = loop.create_task(self._poll(), context=contextvars.Context())

    async def _poll(self) -> None:
        told: dict[_Listener, str] = {}
        while self._listeners:
            versions = await self._ask()
            for listener in set(self._listeners):
                version = versions.get(listener.conversation)
                if version is not None and told.get(listener) != version:
                    told[listener] = version
                    listener.tell(version)
            told = {listener: version for listener, version in told.items() if listener in self._listeners}
            await asyncio.sleep(self._pace.every)

    async def _ask(self) -> Versions:
        """Nothing where the database does not answer: the next question may be answered again."""
        try:
            return await self._read(frozenset(listener.conversation for listener in self._listeners))
        except DatabaseError:
            log.warning("the live pages could not ask for changes", exc_info=True)
            return {}


async def _next(news: asyncio.Queue[str], seconds: float) -> str | None:
    try:
        return await asyncio.wait_for(news.get(), seconds)
    except TimeoutError:
        return None


def read_versions(conversations: frozenset[int]) -> Versions:
    """One question for all, on a connection that is not kept."""
    close_old_connections()
    try:
        return progress_versions(conversations)
    finally:
        close_old_connections()


FEED = ChangeFeed(sync_to_async(read_versions, thread_sensitive=True), Pace())
