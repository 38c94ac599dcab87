# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one write at a time, does the next wait no longer than that, and is what was written on the disk?"""

from __future__ import annotations

import os
import threading
import time

import pytest
from django.db import connection, transaction
from threads import at_once

from houvast.store import write_turn as module
from houvast.store.models import WorkClaim
from houvast.store.write_turn import write_turn

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite" or os.name != "posix", reason="a turn is kept for SQLite on POSIX systems"
)


@on_sqlite
def test_one_at_a_time() -> None:
    inside, most, watch = 0, [0], threading.Lock()

    def write() -> None:
        nonlocal inside
        for _ in range(20):
            with write_turn():
                with watch:
                    inside += 1
                    most.append(inside)
                time.sleep(0.001)
                with watch:
                    inside -= 1

    assert at_once([write] * 4) == []
    assert (max(most), len(most)) == (1, 81)


@on_sqlite
@pytest.mark.parametrize(("durability", "flushes"), [("FULL", 1), ("NORMAL", 0)])
def test_full_durability_is_kept_after_the_turn(monkeypatch: pytest.MonkeyPatch, durability: str, flushes: int) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(module, "keep_on_disk", lambda file: flushed.append(os.fstat(file).st_size))
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "init_command", f"PRAGMA synchronous={durability}")
    for turn in (1, 2):
        with write_turn(), transaction.atomic():
            WorkClaim.objects.create(name=str(turn), holder="b", until="2026-01-01T00:00:00Z")
            assert len(flushed) == flushes * (turn - 1)
        assert len(flushed) == flushes * turn
    assert all(size > 0 for size in flushed), "the log holds what was written"


@on_sqlite
def test_outside_the_turn_commits_wait_for_the_disk_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "init_command", "PRAGMA synchronous=FULL")
    with pytest.raises(ZeroDivisionError):
        fail()
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        cursor.execute("PRAGMA synchronous=NORMAL")


@write_turn()
@transaction.atomic
def fail() -> None:
    WorkClaim.objects.create(name="a", holder="b", until="2026-01-01T00:00:00Z")
    raise ZeroDivisionError


@on_sqlite
def test_what_fails_lets_the_next_one_in() -> None:
    with pytest.raises(ZeroDivisionError):
        fail()
    with write_turn(), transaction.atomic():
        WorkClaim.objects.create(name="c", holder="d", until="2026-01-01T00:00:00Z")
    assert list(WorkClaim.objects.values_list("name", flat=True)) == ["c"]


def test_within_a_transaction_there_is_nothing_to_wait_for() -> None:
    with transaction.atomic(), write_turn(), write_turn():
        WorkClaim.objects.create(name="a", holder="b", until="2026-01-01T00:00:00Z")
    assert WorkClaim.objects.count() == 1
