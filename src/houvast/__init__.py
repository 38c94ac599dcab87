# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Houvast: from votes on statements to an opinion landscape you can trust.

import houvast

votes = houvast.read_votes("votes.csv")
result = houvast.landscape(votes, seed=1)
result.to_dict()["structure"]["verdict"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from houvast.exchange.landscape_result import LandscapeResult
    from houvast.exchange.vote_input import VoteInput

__all__ = ["landscape", "read_votes"]


def read_votes(path: str | os.PathLike[str], *, lenient: bool = False) -> VoteInput:
    """Votes from a Polis export, a matrix or a long table (CSV or Parquet); the format is found out.

    A broken file raises houvast.domain.errors.FileRejected; lenient skips broken rows and counts them.
    """
    from houvast.exchange.vote_reader import read_votes as read  # noqa: PLC0415 -- a quick import

    return read(path, lenient=lenient)


def landscape(
    votes: VoteInput,
    *,
    seed: int = 1,
    groups: int | None = None,
    dimensions: int | None = None,
    weights: NDArray[np.float64] | None = None,
    k: int = 10,
    public: bool = False,
    participants: bool = False,
    progress: Callable[[str, float], None] | None = None,
) -> LandscapeResult:
    """The opinion landscape of the votes, with nothing in it about fewer than k people.

    groups: force this number instead of letting the votes decide. weights: one a participant, in their order.
    public: also nothing that ties votes to a point on the map. participants: include one row a person.
    """
    from houvast.engine.landscape.result import LandscapeSettings  # noqa: PLC0415 -- a quick import
    from houvast.exchange.landscape_result import compute_landscape  # noqa: PLC0415 -- a quick import

    settings = LandscapeSettings(seed=seed, k=k, groups=groups, dimensions=dimensions)
    return compute_landscape(
        votes, settings=settings, weights=weights, public=public, participants=participants, progress=progress
    )
