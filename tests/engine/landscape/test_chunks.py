# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
import threading

import pytest

from houvast.engine.landscape.chunks import CHUNKS, WORTH_SHARING, map_threads, run_chunks


def _bounds(size: int) -> list[tuple[int, int]]:
    return run_chunks(size, lambda first, last: (first, last))


@pytest.mark.parametrize("size", [0, 1, WORTH_SHARING - 1, WORTH_SHARING, 1_000, 12_345])
def test_chunks_follow_each_other_and_cover_everything_once(size: int) -> None:
    bounds = _bounds(size)
    assert [i for first, last in bounds for i in range(first, last)] == list(range(size))
    assert len(bounds) == (1 if size < WORTH_SHARING else CHUNKS)


@pytest.mark.parametrize("processors", [None, 1, 2, 7])
def test_bounds_do_not_depend_on_the_number_of_processors(
    processors: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = _bounds(1_000)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert _bounds(1_000) == expected


def test_results_keep_the_order_of_the_calls_although_the_second_ends_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    second_done = threading.Event()

    def work(number: int) -> int:
        if number == 1:
            assert second_done.wait(timeout=30), "two calls should run at the same time"
        else:
            second_done.set()
        return number

    assert map_threads(work, [(1,), (2,)]) == [1, 2]


def test_arguments_are_passed_on_and_nothing_to_do_is_fine() -> None:
    assert run_chunks(3, lambda first, last, a, b: (first, last, a, b), "x", 2) == [(0, 3, "x", 2)]
    assert map_threads(len, []) == []


@pytest.mark.parametrize("processors", [1, 2])
def test_a_failure_is_not_swallowed(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with pytest.raises(ZeroDivisionError):
        map_threads(lambda n: 1 // n, [(1,), (0,)])
