# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one new or changed vote costs in a conversation of 10,000 × 500 with 50 votes each, and that nothing drifts.

python bench/incremental.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

CHANGES = 100_000


def main() -> None:
    from houvast.engine.landscape.eigenvectors import leading_eigenvectors
    from houvast.engine.landscape.moments import LiveMoments, finish_gram, partial_moments
    from houvast.engine.simulate.conversations import simulate_conversation

    rng = np.random.default_rng(1)
    votes = simulate_conversation(
        participants=10_000, statements=500, votes_per_participant=50, groups=2, rng=rng
    ).table
    order = rng.permutation(votes.n_votes)
    person, statement, value = (x[order].tolist() for x in (votes.rows(), votes.statement, votes.value))
    live = LiveMoments(500)
    live.cast(person=person[0], statement=statement[0], vote=value[0])
    start = time.perf_counter()
    for i, j, v in zip(person, statement, value, strict=True):
        live.cast(person=i, statement=j, vote=v)
    arriving = (time.perf_counter() - start) / len(person)
    start = time.perf_counter()
    for i, j, v in zip(person[:CHANGES], statement, value, strict=False):
        live.cast(person=i, statement=j, vote=-1 if v >= 0 else 1)
    changing = (time.perf_counter() - start) / CHANGES
    for i, j, v in zip(person[:CHANGES], statement, value, strict=False):
        live.cast(person=i, statement=j, vote=v)
    batch = partial_moments(votes)
    same = all(np.array_equal(getattr(batch, m), getattr(live.moments, m)) for m in ("products", "sums", "pairs"))
    start = time.perf_counter()
    leading_eigenvectors(finish_gram(live.moments), count=2)
    read = time.perf_counter() - start
    print(f"a new vote, on average of 500,000 from nothing: {arriving * 1e6:.2f} µs")
    print(f"a changed vote of a person with 50 votes: {changing * 1e6:.2f} µs")
    print(f"after {len(person) + 2 * CHANGES:,} votes the state equals the batch exactly: {same}")
    print(f"reading the components from the state: {read * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
