# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one poller tell all open pages of a change, and end when nobody listens?"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import cast
import pytest
from django.db import OperationalError

from houvast.web.gather.watch.feed import STOPS, ChangeFeed, Pace, read_versions

QUICK = Pace(every=0.01, heartbeat=0.05, lifetime=5, most=3)


class Source:
    """Versions that a test sets by hand; counts how often it was asked, and for what."""

    def __init__(self, **versions: str) -> None:
        self.versions = {int(name[1:]): version for name, version in versions.items()}
        self.asked: list[frozenset[int]] = []
        self.is_broken = False

    async def read(self, conversations: frozenset[int]) -> dict[int, str]:
        self.asked.append(conversations)
        if self.is_broken:
            raise OperationalError("gone")
        return {c: v for c, v in self.versions.items() if c in conversations}


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """What happens at a signal is the process's own; each test leaves it as it found it."""
    before = {number: signal.getsignal(number) for number in STOPS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), 10))


def test_a_listener_hears_the_version_at_first_and_when_it_changes() -> None:
    async def story() -> None:
        source = Source(c1="a")
        listener = ChangeFeed(source.read, QUICK).listen(1)
        heard = [await anext(listener)]
        source.versions[1] = "b"
        heard.append(await anext(listener))
        await listener.aclose()
        assert heard == ["a", "b"]

    run(story)


def test_one_question_serves_all_and_each_hears_only_its_own() -> None:
    async def story() -> None:
        source = Source(c1="a", c2="x")
        feed = ChangeFeed(source.read, QUICK)
        first, second, other = feed.listen(1), feed.listen(1), feed.listen(2)
        assert await asyncio.gather(anext(first), anext(second), anext(other)) == ["a", "a", "x"]
        source.versions[2] = "y"
        assert await anext(other) == "y"
        assert await anext(first) is None  # a sign of life: nothing changed here
        assert frozenset({1, 2}) in source.asked
        for listener in (first, second, other):
            await listener.aclose()

    run(story)


def test_a_slow_reader_hears_the_newest_only() -> None:
    async def story() -> None:
        source = Source(c1="0")
        listener = ChangeFeed(source.read, QUICK).listen(1)
        assert await anext(listener) == "0"
        for version in "1234":
            source.versions[1] = version
            await asyncio.sleep(0.03)
        assert await anext(listener) == "4"
        await listener.aclose()

    run(story)


def test_the_feed_is_full_at_its_bound_and_has_room_again() -> None:
    async def story() -> None:
        feed = ChangeFeed(Source(c1="a").read, QUICK)
        listeners = [feed.listen(1) for _ in range(3)]
        for listener in listeners:
            await anext(listener)
        assert feed.is_full
        await listeners.pop().aclose()
        assert not feed.is_full
        for listener in listeners:
            await listener.aclose()

    run(story)


def test_a_connection_ends_by_itself() -> None:
    async def story() -> None:
        pace = Pace(every=0.01, heartbeat=0.02, lifetime=0.1, most=3)
        feed = ChangeFeed(Source(c1="a").read, pace)
        heard = [version async for version in feed.listen(1)]
        assert heard[0] == "a"
        assert set(heard[1:]) == {None}
        assert not feed.is_full

    run(story)


def test_the_poller_stops_when_nobody_listens_and_starts_again() -> None:
    async def story() -> None:
        source = Source(c1="a")
        feed = ChangeFeed(source.read, QUICK)
        for _ in range(2):
            listener = feed.listen(1)
            await anext(listener)
            await listener.aclose()
            await asyncio.sleep(0.05)
            asked = len(source.asked)
            await asyncio.sleep(0.05)
            assert len(source.asked) == asked

    run(story)


def test_a_database_that_does_not_answer_is_asked_again() -> None:
    async def story() -> None:
        source = Source(c1="a")
        source.is_broken = True
        listener = ChangeFeed(source.read, QUICK).listen(1)
        assert await anext(listener) is None
        source.is_broken = False
        assert await anext(listener) == "a"
        await listener.aclose()

    run(story)


def test_one_feed_serves_one_loop_after_the_other() -> None:
    feed = ChangeFeed(Source(c1="a").read, QUICK)

    async def story() -> None:
        listener = feed.listen(1)
        assert await anext(listener) == "a"
        await listener.aclose()

    run(story)
    run(story)


def test_a_stop_ends_every_connection_and_what_was_to_be_done_is_done() -> None:
    heard: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: heard.append(number))

    async def story() -> None:
        feed = ChangeFeed(Source(c1="a").read, QUICK)
        first, second = feed.listen(1), feed.listen(1)
        await asyncio.gather(anext(first), anext(second))
        signal.raise_signal(signal.SIGTERM)
        assert [version async for version in first] == []
        assert [version async for version in second] == []
        assert feed.is_full  # nobody new is let in

    run(story)
    assert heard == [signal.SIGTERM]


@pytest.mark.django_db(transaction=True)  # the connection is not kept, and with it would go the test's transaction
def test_versions_are_read_from_the_tables() -> None:
    conversation = cast.conversation()
    before = read_versions(frozenset({conversation.pk}))
    cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    after = read_versions(frozenset({conversation.pk}))
    assert set(before) == set(after) == {conversation.pk}
    assert before != after
