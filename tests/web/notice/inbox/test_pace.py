# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a connection that sends too much stopped, for an hour, without its address being kept?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from houvast.domain.errors import StateRefused
from houvast.web.notice.inbox.pace import MOST_AN_HOUR, take_turn


@pytest.fixture(autouse=True)
def fresh_counters() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def by(address: str) -> HttpRequest:
    return RequestFactory().post("/idee", REMOTE_ADDR=address)


def test_one_connection_too_much_another_not() -> None:
    for _ in range(MOST_AN_HOUR):
        take_turn(by("192.0.2.1"))
    with pytest.raises(StateRefused):
        take_turn(by("192.0.2.1"))
    take_turn(by("192.0.2.2"))


def test_the_address_is_not_in_the_counter() -> None:
    take_turn(by("2001:db8::1234"))
    kept = [*cache._cache]  # type: ignore[attr-defined]  # what the memory of this process holds
    assert len(kept) == 1
    assert "2001" not in kept[0]
    assert "db8" not in kept[0].split("inbox-")[0]


def test_an_hour_that_ends_while_it_is_counted_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    take_turn(by("192.0.2.1"))
    count = cache.incr

    def ends(key: str) -> int:
        cache.delete(key)
        return count(key)

    monkeypatch.setattr(cache._connections[cache._alias], "incr", ends)  # type: ignore[attr-defined]
    take_turn(by("192.0.2.1"))
    assert len([*cache._cache]) == 1  # type: ignore[attr-defined]
