# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do open pages hear of a change? One poller a process asks for all of them, once a second, while any listens."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from types import FrameType

from asgiref.sync import sync_to_async
from django.db import DatabaseError, close_old_connections

from houvast.queries.gather.progress import progress_versions

log = logging.getLogger(__name__)
Versions = dict[int, str]
STOPS = (signal.SIGTERM, signal.SIGINT)
CLOSED = ""  # a version that no conversation has
Read = Callable[[frozenset[int]], Awaitable[Versions]]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between questions, between signs of life, of a whole connection; and how many connections at most.

    A connection ends after a while and the page opens a new one, so that none is kept for somebody who has left.
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
        self._is_closed = False

    @property
    def is_full(self) -> bool:
        """Whether no further listener fits."""
        return self._is_closed or len(self._listeners) >= self._pace.most

    def close(self) -> None:
        """End every connection, for the process stops: a server waits for its connections before it does."""
        self._is_closed = True
        for listener in set(self._listeners):
            listener.tell(CLOSED)

    async def listen(self, conversation: int) -> AsyncIterator[str | None]:
        """The versions, until the connection has lived long enough."""
        loop = asyncio.get_running_loop()
        listener, end = _Listener(conversation), loop.time() + self._pace.lifetime
        self._listeners.add(listener)
        self._start(loop)
        close_at_stop(self, loop)
        try:
            while (left := end - loop.time()) > 0:
                version = await _next(listener.news, min(self._pace.heartbeat, left))
                if version == CLOSED:
                    break
                yield version
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
    """The next version; None where there is none in time."""
    try:
        return await asyncio.wait_for(news.get(), seconds)
    except TimeoutError:
        return None


def close_at_stop(feed: ChangeFeed, loop: asyncio.AbstractEventLoop) -> None:
    """Close the feed when the process is told to stop; what else was to be done then is done as well.

    Servers in front of Django tell an app nothing of this, and wait for open streams first. Only the main thread hears.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in STOPS:
        then = signal.getsignal(number)
        if not isinstance(then, _Closing):
            signal.signal(number, _Closing(feed, loop, then))


@dataclass(frozen=True, slots=True, eq=False)
class _Closing:
    feed: ChangeFeed
    loop: asyncio.AbstractEventLoop
    then: object

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.feed.close)
        if callable(self.then):
            self.then(number, frame)
        elif self.then is signal.SIG_DFL:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)


def read_versions(conversations: frozenset[int]) -> Versions:
    """One question for all, on a connection that is not kept."""
    close_old_connections()
    try:
        return progress_versions(conversations)
    finally:
        close_old_connections()


FEED = ChangeFeed(sync_to_async(read_versions, thread_sensitive=True), Pace())
