# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the stream what a browser expects, and does the door stay the same for it?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import count

import cast
import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.test import AsyncClient, AsyncRequestFactory, Client, RequestFactory

from houvast.domain.roles import Role
from houvast.web.gather.watch.events import stream_changes, write_events
from houvast.web.gather.watch.feed import ChangeFeed, Pace


async def versions(*told: str | None) -> AsyncIterator[str | None]:
    for one in told:
        yield one


async def read(conversations: frozenset[int]) -> dict[int, str]:
    return dict.fromkeys(conversations, "1")


def test_a_change_is_data_and_a_sign_of_life_is_a_comment() -> None:
    async def story() -> list[str]:
        return [part async for part in write_events(versions("a.1", None, "a.2"))]

    assert asyncio.run(story()) == ["retry: 3000\n\n", "data: a.1\n\n", ": still here\n\n", "data: a.2\n\n"]


def test_a_server_that_cannot_stream_says_not_to_ask_again() -> None:
    answer = stream_changes(RequestFactory().get("/"), ChangeFeed(read, Pace()), 1)
    assert answer.status_code == 204


def test_too_many_pages_are_told_to_come_back() -> None:
    answer = stream_changes(AsyncRequestFactory().get("/"), ChangeFeed(read, Pace(most=0)), 1)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_the_stream_is_not_kept_or_held_up() -> None:
    answer = stream_changes(AsyncRequestFactory().get("/"), ChangeFeed(read, Pace()), 1)
    assert answer["Content-Type"] == "text/event-stream"
    assert (answer["Cache-Control"], answer["X-Accel-Buffering"]) == ("no-store", "no")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["verloop", "scherm"])
def test_the_stream_is_for_staff_only(page: str) -> None:
    conversation = cast.conversation()
    answer = Client().get(f"/beheer/gesprekken/{conversation.code}/{page}/gebeurtenissen")
    assert answer.status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("page", ["verloop", "scherm"])
def test_a_vote_is_told_on_the_open_page(page: str) -> None:
    conversation = cast.conversation()
    client = AsyncClient()
    client.force_login(cast.staff(Role.READER))

    @async_to_sync
    async def story() -> list[str]:
        answer = await client.get(f"/beheer/gesprekken/{conversation.code}/{page}/gebeurtenissen")
        assert answer.status_code == 200
        stream, heard = aiter(answer.streaming_content), []
        for turn in count():
            part = (await asyncio.wait_for(anext(stream), 10)).decode()
            heard += [part] if part.startswith("data") else []
            if len(heard) == 2:
                break
            if len(heard) == 1 and turn < 3:
                vote = sync_to_async(cast.vote)
                statement = await sync_to_async(conversation.statements.get)(number=0)
                await vote(await sync_to_async(cast.participant)(conversation), statement, 1)
        await stream.aclose()
        return heard

    first, second = story()
    assert first != second
