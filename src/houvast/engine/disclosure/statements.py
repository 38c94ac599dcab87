# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which figures and which places in a list may be shown? Those that the shown counts already tell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import (
    Answers,
    DisclosedCharacteristic,
    DisclosedLists,
    DisclosedRanked,
    DisclosedStatement,
)
from houvast.engine.disclosure.segments import SettledSegments
from houvast.engine.disclosure.shares import Shares, bound_divisiveness, disclose_shares
from houvast.engine.disclosure.suppression import DisclosedCounts
from houvast.engine.disclosure.table_flow import N
from houvast.engine.landscape.result import Estimates, Landscape, Ranked

AGREE, DISAGREE, PASS = 0, 1, 2
COLUMN = {"agree": AGREE, "disagree": DISAGREE}


@dataclass(frozen=True, eq=False)
class DisclosedFigures:
    """Counts and shares by answer, for all statements."""

    counts: DisclosedCounts
    shares: tuple[Shares, Shares, Shares]


def disclose_figures(landscape: Landscape, segments: SettledSegments, counts: DisclosedCounts) -> DisclosedFigures:
    """Shares of everybody and of segments; the landscape's own estimate wherever the count is shown."""
    figures, level = landscape.figures, landscape.settings.level
    weighted = landscape.weighting is not None
    shares = [disclose_shares(counts, column=c, level=level, weighted=weighted) for c in (AGREE, DISAGREE, PASS)]
    for share, own in zip(shares, (figures.agree, figures.disagree, figures.passed), strict=True):
        _take_over(share, 0, own.value, own.low, own.high)
    for g, source in enumerate(segments.source.tolist()):
        if not segments.joined[g]:
            own = figures.segment_agree
            _take_over(shares[AGREE], g + 1, own.value[source], own.low[source], own.high[source])
    return DisclosedFigures(counts, (shares[0], shares[1], shares[2]))


def _take_over(share: Shares, row: int, value: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """Put the landscape's estimates in the places of `share` that are shown (share is ours, still being made)."""
    known = ~np.isnan(share.value[:, row]) & ~np.isnan(value)
    for ours, theirs in ((share.value, value), (share.low, low), (share.high, high)):
        ours[known, row] = theirs[known]


def disclose_statements(
    landscape: Landscape, segments: SettledSegments, disclosed: DisclosedFigures, *, k: int
) -> tuple[DisclosedStatement, ...]:
    """All statements, each with what may be said."""
    figures, shown = landscape.figures, disclosed.counts.shown
    low, high = bound_divisiveness(disclosed.counts, level=landscape.settings.level)
    opinions_shown = shown[:, 0, AGREE] & shown[:, 0, DISAGREE]
    least_shown = [_least_shown(segments, shown, c) for c in (AGREE, DISAGREE)]
    enough = _can_be_scored(disclosed.counts, k=k)
    made = []
    for j, statement in enumerate(landscape.statements):
        divisiveness = figures.divisiveness.at(j) if opinions_shown[j] else None
        n = disclosed.shares[AGREE].at(j, 0).n
        bridging = _with_n(figures.bridging, j, n) if enough[j] else None
        if bridging is not None and not shown[j, 0].all():
            bridging = _coarse(bridging)
        made.append(
            DisclosedStatement(
                id=statement.id,
                text=statement.text,
                is_seed=statement.is_seed,
                answers=_answers(disclosed, j, 0),
                bridging=bridging,
                bridging_factor=_known(figures.bridging_factor[j]) if bridging else None,
                divisiveness=divisiveness or Estimate(None, float(low[j]), float(high[j]), landscape.settings.level, n),
                least_agree=_known(figures.least_agree[j]) if least_shown[0][j] else None,
                least_disagree=_known(figures.least_disagree[j]) if least_shown[1][j] else None,
                n_effective=_known(figures.n_eff[j]) if landscape.weighting and n is not None else None,
                by_segment=tuple(_answers(disclosed, j, g + 1) for g in range(len(segments.labels))),
            )
        )
    return tuple(made)


def _least_shown(segments: SettledSegments, shown: NDArray[np.bool_], column: int) -> NDArray[np.bool_]:
    """Where the lower bound of the least segment follows from shown counts, (S,). Without segments: everybody's."""
    if not segments.labels:
        return np.asarray(shown[:, 0, column] & shown[:, 0, N])
    return np.asarray(np.all(shown[:, 1:, [column, N]], axis=(1, 2)) & (not segments.joined.any()))


def _coarse(estimate: Estimate) -> Estimate:
    """Two decimals, where hidden counts stand behind a model's figure: no finer than a handful of votes."""
    value = None if estimate.value is None else round(estimate.value, 2)
    return Estimate(value, round(estimate.low, 2), round(estimate.high, 2), estimate.level, estimate.n)


def _can_be_scored(counts: DisclosedCounts, *, k: int) -> NDArray[np.bool_]:
    """Statements (S,) of which at least the number of answers is shown, and is k or more."""
    return np.asarray((counts.value[:, 0, N] >= k) & counts.shown[:, 0, N])


def _answers(disclosed: DisclosedFigures, statement: int, row: int) -> Answers:
    counts = disclosed.counts
    agree, disagree, passed, n = (
        int(value) if shown else None
        for value, shown in zip(counts.value[statement, row], counts.shown[statement, row], strict=True)
    )
    return Answers(agree, disagree, passed, n, *(share.at(statement, row) for share in disclosed.shares))


def _with_n(estimates: Estimates, statement: int, n: int | None) -> Estimate | None:
    """An estimate whose n is only as open as the count."""
    found = estimates.at(statement)
    return None if found is None else Estimate(found.value, found.low, found.high, found.level, n)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def disclose_lists(
    landscape: Landscape, segments: SettledSegments, disclosed: DisclosedFigures, *, k: int, with_totals: bool
) -> DisclosedLists:
    """The lists without places whose score, or whose rank, would tell a hidden count.

    with_totals: whether the number of all people may be told.
    """
    lists, shown, covered = landscape.lists, disclosed.counts.shown, landscape.lists.representative_covered
    opinions = shown[:, 0, AGREE] & shown[:, 0, DISAGREE]
    passes = shown[:, 0, PASS] & shown[:, 0, N]
    enough = _can_be_scored(disclosed.counts, k=k)
    told = [r for r in lists.representative if enough[r.statement]]
    return DisclosedLists(
        binds=tuple(_ranked(r, disclosed) for r in lists.binds if enough[r.statement]),
        divides=tuple(_ranked(r, disclosed) for r in lists.divides if opinions[r.statement]),
        no_opinion=tuple(_ranked(r, disclosed) for r in lists.no_opinion if passes[r.statement]),
        stands_for=tuple(_characteristics(landscape, segments, shown, g) for g in range(len(segments.labels))),
        representative=tuple(_without_hidden_share(_ranked(r, disclosed), disclosed) for r in told),
        representative_covered=(
            _disclose_cover(covered, k) if with_totals and told and len(told) == len(lists.representative) else None
        ),
    )


def _disclose_cover(covered: Estimate | None, k: int) -> Estimate | None:
    """The share covered, where neither those covered nor those not covered are fewer than k."""
    if covered is None or covered.value is None or covered.n is None:
        return None
    inside = round(covered.value * covered.n)
    return covered if min(inside, covered.n - inside) >= (k if k > 1 else 0) else None


def _ranked(place: Ranked, disclosed: DisclosedFigures) -> DisclosedRanked:
    n = disclosed.shares[AGREE].at(place.statement, 0).n
    score = Estimate(place.score.value, place.score.low, place.score.high, place.score.level, n)
    if not disclosed.counts.shown[place.statement, 0].all():
        score = _coarse(score)
    return DisclosedRanked(
        place.statement, place.direction, score, place.rank_low, place.rank_high, place.hostile_low, place.hostile_high
    )


def _without_hidden_share(place: DisclosedRanked, disclosed: DisclosedFigures) -> DisclosedRanked:
    """The place, with only the range of the share as its score where that share is hidden."""
    share = disclosed.shares[COLUMN[place.direction]].at(place.statement, 0)
    return place if share.value is not None else replace(place, score=share)


def _characteristics(
    landscape: Landscape, segments: SettledSegments, shown: np.ndarray, segment: int
) -> tuple[DisclosedCharacteristic, ...]:
    source = int(segments.source[segment])
    if segments.joined[segment] or source >= len(landscape.lists.stands_for):
        return ()
    made = []
    for found in landscape.lists.stands_for[source]:
        cells = shown[found.statement][[0, 0, segment + 1, segment + 1], [COLUMN[found.direction], N] * 2]
        if cells.all():
            made.append(DisclosedCharacteristic(found.statement, found.direction, found.difference, found.q))
    return tuple(made)
