# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does exactly one worker get a claim, and can it be taken over when its holder is gone?"""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from houvast.actions.work_claims import HEARTBEAT, beat, claim, release
from houvast.store.models import WorkClaim


@pytest.mark.django_db
def test_one_holder_at_a_time() -> None:
    assert claim("live 1", holder="a", seconds=60)
    assert not claim("live 1", holder="b", seconds=60)
    assert claim("live 2", holder="b", seconds=60)
    assert claim("live 1", holder="a", seconds=60)


@pytest.mark.django_db
def test_an_expired_claim_is_taken_over() -> None:
    claim("live 1", holder="a", seconds=60)
    WorkClaim.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert claim("live 1", holder="b", seconds=60)
    assert not claim("live 1", holder="a", seconds=60)


@pytest.mark.django_db
def test_who_lets_go_makes_room_and_only_for_its_own() -> None:
    claim("live 1", holder="a", seconds=60)
    claim("live 2", holder="b", seconds=60)
    release(["live 1", "live 2"], holder="a")
    release([], holder="a")
    assert claim("live 1", holder="b", seconds=60)
    assert not claim("live 2", holder="a", seconds=60)


@pytest.mark.django_db
def test_a_heartbeat_is_one_row() -> None:
    beat(holder="a")
    beat(holder="b")
    found = WorkClaim.objects.get(name=HEARTBEAT)
    assert found.holder == "b"
    assert found.until > timezone.now() - timedelta(minutes=1)


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_at_once_one_succeeds() -> None:
    """On PostgreSQL they really race; SQLite in memory shares one connection's tables and may refuse some at once."""
    won: list[str] = []
    start = threading.Barrier(6)

    def compete(holder: str) -> None:
        start.wait()
        try:
            if claim("full 1", holder=holder, seconds=60):
                won.append(holder)
        except OperationalError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=compete, args=(f"w{i}",)) for i in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert WorkClaim.objects.get(name="full 1").holder == won[0]
