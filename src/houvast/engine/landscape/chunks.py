# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do two cores share the work without changing the answer? Fixed chunks whose bounds do not depend on threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

CHUNKS = 16
WORTH_SHARING = 512


def run_chunks(size: int, kernel: Callable[..., Any], *arguments: Any) -> list[Any]:
    """Call kernel(first, last, *arguments) over [0, size) in at most 16 fixed chunks; results in chunk order.

    The kernel must release the GIL and touch only rows first..last-1. Bounds depend on size alone, so the result
    is the same for any number of threads.
    """
    chunks = CHUNKS if size >= WORTH_SHARING else 1
    bounds = [size * c // chunks for c in range(chunks + 1)]
    return map_threads(kernel, [(bounds[c], bounds[c + 1], *arguments) for c in range(chunks)])


def map_threads(kernel: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[Any]:
    """kernel(*call) for every call, on as many threads as there are processors; results in the order of the calls.

    A kernel that runs on a thread may not call this again: it would wait for itself.
    """
    threads = min(len(calls), os.cpu_count() or 1)
    if threads <= 1:
        return [kernel(*call) for call in calls]
    pool = _pool(os.cpu_count() or 1)
    return [job.result() for job in [pool.submit(kernel, *call) for call in calls]]


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    """One pool for the whole process: starting threads anew for every call costs more than small kernels do."""
    return ThreadPoolExecutor(threads, thread_name_prefix="houvast")
