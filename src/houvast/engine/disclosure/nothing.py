# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is shown when nothing can be computed yet? A landscape that says "too few", and holds no number about people."""

from __future__ import annotations

import numpy as np

from houvast.domain.input_facts import InputFacts
from houvast.engine.disclosure.map_view import CURVE_POINTS
from houvast.engine.disclosure.result import (
    DisclosedLandscape,
    DisclosedLists,
    DisclosedPolarisation,
    MapView,
)
from houvast.engine.landscape.result import Evidence, LandscapeSettings, SegmentKind, Structure, Verdict

TOO_FEW = "too-few"
REACH = 2.5


def disclose_nothing(
    *, facts: InputFacts, settings: LandscapeSettings, participants: int = 0, votes: int = 0
) -> DisclosedLandscape:
    """The landscape of too few people or votes. participants, votes: only where there are k people or more, else 0."""
    evidence = Evidence(
        structure_p=None,
        structure_draws=0,
        raw_structure_p=None,
        heldout_gain=None,
        heldout_z=None,
        pair_gaps=(),
        split_half_r=None,
        split_half_ari=None,
        expected_split_half_ari=None,
        resample_ari=None,
        reliability=None,
        people_used=participants,
        style_confounded=False,
        reason=TOO_FEW,
    )
    return DisclosedLandscape(
        facts=facts,
        settings=settings,
        k=settings.k,
        public=True,
        participants=participants,
        participants_counted=participants,
        votes=votes,
        structure=Structure(Verdict.NO_STRUCTURE, 0, 0, False, evidence),
        segment_kind=SegmentKind.NONE,
        segments=(),
        sizes_rounded=False,
        statements=(),
        left_out_statements=(),
        lists=DisclosedLists((), (), (), (), (), None),
        polarisation=DisclosedPolarisation(None, None, ()),
        blocks=(),
        with_blocks=None,
        weighting=None,
        map=_empty_map(),
        people=None,
    )


def _empty_map() -> MapView:
    """The map with nobody on it."""
    x = tuple(np.linspace(-REACH, REACH, CURVE_POINTS).tolist())
    return MapView(1, 0.0, 0.0, x, (0.0,) * len(x), None, x, x, ((0.0,) * len(x),) * len(x), ())
