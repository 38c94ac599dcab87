# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Disclosed landscapes of every verdict, for the tests of pictures, files and pages."""

from __future__ import annotations

from functools import cache

from landscape_factory import FACTS, make_landscape

from houvast.engine.disclosure import DisclosedLandscape, disclose
from houvast.engine.landscape.result import Verdict


@cache
def disclosed(
    verdict: Verdict = Verdict.GROUPS,
    *,
    public: bool = False,
    participants: bool = False,
    k: int = 10,
    people: int = 400,
    statements: int = 24,
    dimensions: int = 2,
    block: int = 0,
    left_out: int = 0,
) -> DisclosedLandscape:
    """A landscape from the factory, through the door of disclosure."""
    made = make_landscape(
        verdict, people=people, statements=statements, dimensions=dimensions, block=block, left_out=left_out
    )
    return disclose(made, facts=FACTS, k=k, public=public, participants=participants)
