# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the perception gap tell nothing about votes that the landscape beside it does not?"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.engine.disclosure.perception import PerceptionGap, disclose_gap
from houvast.engine.disclosure.result import Answers
from houvast.engine.disclosure.shares import disclose_shares
from houvast.engine.disclosure.suppression import suppress_counts
from houvast.engine.perception import StatementViews, compare_views


def votes(*, estimators: int, agreed: int, others: int) -> StatementViews:
    """Who estimates has voted; those who agree come first."""
    agree = np.array([1.0] * agreed + [0.0] * others)
    rng = np.random.default_rng(0)
    who = rng.permutation(len(agree))[:estimators]
    return StatementViews(who, np.tile([0.3, 0.5, 0.4], len(who))[: len(who)], np.arange(len(agree)), agree)


def landscape(*segments: tuple[int, int, int], k: int) -> tuple[Answers, tuple[object, ...]]:
    """The answers of everybody as the landscape tells them, and all else that it tells; one statement."""
    parts = np.array(segments, dtype=np.int64)[:, None, :]
    by_segment = parts if len(segments) > 1 else np.zeros((0, 1, 3), dtype=np.int64)
    sizes = np.full(len(by_segment), 90, dtype=np.int64)
    counts = suppress_counts(tally=parts.sum(axis=0), by_segment=by_segment, sizes=sizes, people=180, k=k)
    shares = [disclose_shares(counts, column=c, level=0.95, weighted=False) for c in range(3)]
    value, shown = counts.value[0, 0].tolist(), counts.shown[0, 0].tolist()
    agree, disagree, passed, n = (one if seen else None for one, seen in zip(value, shown, strict=True))
    answers = Answers(agree, disagree, passed, n, *(share.at(0, 0) for share in shares))
    rest = tuple(map(tuple, np.where(counts.shown, counts.value, -1)[0].tolist()))
    return answers, (rest, tuple(counts.low.ravel().tolist()), tuple(counts.high.ravel().tolist()))


def gap_beside(*segments: tuple[int, int, int], estimators: int, k: int = 10) -> PerceptionGap | None:
    answers, _ = landscape(*segments, k=k)
    agreed, others = sum(s[0] for s in segments), sum(s[1] + s[2] for s in segments)
    views = votes(estimators=estimators, agreed=agreed, others=others)
    return disclose_gap(views, answers, number=3, text="Groen.", k=k)


def test_enough_people_are_told_to_whole_per_cents() -> None:
    gap = gap_beside((45, 12, 10), estimators=30)
    assert gap is not None
    assert (gap.statement_number, gap.text, gap.n) == (3, "Groen.", 30)
    assert (gap.actual.value, gap.actual.n) == (0.67, 67)
    assert gap.perceived.value == 0.4
    assert gap.gap.value == -0.27


def test_what_the_landscape_hides_stays_hidden() -> None:
    """Sixteen agree and five disagree of sixty: the table shows who passed, so the first would tell the second."""
    answers, _ = landscape((16, 5, 39), k=10)
    assert (answers.agree, answers.disagree, answers.passed, answers.n) == (None, None, 39, 60)
    gap = gap_beside((16, 5, 39), estimators=30)
    assert gap is not None
    assert (gap.actual.value, gap.gap.value) == (None, None)
    assert gap.actual.low <= 16 / 60 <= gap.actual.high
    assert gap.gap.low <= 0.4 - 16 / 60 <= gap.gap.high


@settings(max_examples=15, deadline=None)
@given(
    n=st.integers(12, 26),
    k=st.integers(3, 6),
    estimators=st.integers(3, 26),
    other=st.one_of(st.none(), st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))),
)
def test_tables_that_look_the_same_in_the_landscape_have_the_same_gap(
    n: int, k: int, estimators: int, other: tuple[int, int, int] | None
) -> None:
    """Brute force over all tables: whoever has both pages can rule out no table that the landscape leaves."""
    beside: dict[object, set[object]] = defaultdict(set)
    more = (other,) if other else ()
    for agreed in range(n + 1):
        for disagreed in range(n + 1 - agreed):
            table = (agreed, disagreed, n - agreed - disagreed)
            answers, told = landscape(table, *more, k=k)
            if answers.n is None or estimators > answers.n:
                continue
            beside[told].add(repr(gap_beside(table, *more, estimators=estimators, k=k)))
    assert all(len(gaps) == 1 for gaps in beside.values())


@pytest.mark.parametrize("counts", [(16, 5, 39), (3, 2, 1), (0, 0, 60), (30, 30, 2), (9, 51, 0)])
@pytest.mark.parametrize("estimators", [12, 45, 60])
def test_a_share_is_told_only_where_the_landscape_shows_both_counts(
    counts: tuple[int, int, int], estimators: int
) -> None:
    answers, _ = landscape(counts, k=10)
    gap = gap_beside(counts, estimators=min(estimators, sum(counts)))
    if gap is None:
        assert answers.n is None
    else:
        assert (gap.actual.value is None) == (answers.agree is None or answers.n is None)


@pytest.mark.parametrize(("estimators", "agreed", "others"), [(9, 50, 50), (50, 5, 4), (0, 0, 0)])
def test_too_few_people_are_not_told(estimators: int, agreed: int, others: int) -> None:
    assert gap_beside((agreed, others, 0), estimators=estimators) is None


def test_those_few_who_did_not_estimate_are_not_counted_out() -> None:
    for estimators, told in ((50, 50), (51, None), (60, None)):
        gap = gap_beside((30, 15, 15), estimators=estimators)
        assert gap is not None
        assert (gap.n, gap.perceived.n, gap.gap.n) == (told, told, told)


def test_an_estimate_without_a_vote_does_not_count() -> None:
    answers, _ = landscape((30, 15, 15), k=10)
    views = votes(estimators=20, agreed=30, others=30)
    more = (np.append(views.estimators, np.arange(100, 140)), np.append(views.estimated, np.ones(40)))
    strangers = StatementViews(*more, views.voters, views.agreed)
    told = [disclose_gap(which, answers, number=0, text="", k=10) for which in (views, strangers)]
    assert told[0] == told[1]


def test_people_are_taken_together_only_where_enough_of_them_agree_and_enough_do_not() -> None:
    answers, _ = landscape((40, 10, 10), k=10)
    estimated, agreed = np.array([0.9] * 10 + [0.1] * 10), np.array([1.0] * 40 + [0.0] * 20)
    half = StatementViews(np.arange(30, 50), estimated, np.arange(60), agreed)
    few = StatementViews(np.arange(31, 51), estimated, np.arange(60), agreed)
    paired, apart = (disclose_gap(which, answers, number=0, text="", k=10) for which in (half, few))
    assert paired is not None
    assert apart is not None
    assert paired.gap.low == round(compare_views(half).gap.low, 2)
    assert apart.gap.low == pytest.approx(apart.perceived.low - apart.actual.high, abs=0.011)
    assert apart.gap.high - apart.gap.low > paired.gap.high - paired.gap.low


def test_votes_other_than_those_of_the_landscape_change_nothing() -> None:
    """A weighted share, or another table, is not mixed with these people's votes."""
    answers, _ = landscape((40, 10, 10), k=10)
    told = [
        disclose_gap(votes(estimators=30, agreed=a, others=60 - a), answers, number=0, text="", k=10)
        for a in (39, 30, 21)
    ]
    assert told[0] == told[1] == told[2]
