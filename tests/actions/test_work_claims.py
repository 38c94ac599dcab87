# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does exactly one worker get a claim, and can it be taken over when its holder is gone?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone
from threads import at_once

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
    won: list[str] = []

    def compete(holder: str) -> None:
        if claim("full 1", holder=holder, seconds=60):
            won.append(holder)

    assert at_once(partial(compete, f"w{i}") for i in range(6)) == []
    assert len(won) == 1
    assert WorkClaim.objects.get(name="full 1").holder == won[0]
