# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of the perception gap may be shown beside a landscape? Nothing about votes that the landscape does not tell.

The share that agrees is the landscape's own: its value where both that count and the number of answers are shown, else
the range that the landscape tells. Where the number of answers is hidden there is no gap, for those who estimate have
answered, so that their number would tell about it. The same people count as in the landscape: of the votes and of the
estimates, those of the people in its headline who answered the statement.

Estimates are told of k people or more. Fewer than k who answered and did not estimate would be a small cell, as would
that nobody is: then the number of people who estimated is hidden. The interval of the gap takes the people who both
estimated and answered together only where k or more of them agree and k or more do not, and then depends on no count
that the landscape hides. Elsewhere it is the widest that the two intervals leave. All values are to whole per cents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import Answers
from houvast.engine.perception import StatementViews, compare_views, perceive

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """One statement: the share that people expect to agree, the share that does, and expected minus actual.

    n: people who estimated. A value or n is None where it would tell about fewer than k people.
    """

    statement_number: int
    text: str
    perceived: Estimate
    actual: Estimate
    gap: Estimate
    n: int | None


def disclose_gap(views: StatementViews, answers: Answers, *, number: int, text: str, k: int) -> PerceptionGap | None:
    """The gap of one statement whose answers by everybody are disclosed, or None where they or the estimates are few.

    views: of the people whom the landscape counts; who estimates and did not answer is left out.
    """
    views = _of_voters(views)
    estimators = len(views.estimated)
    if answers.n is None or estimators < max(k, 2):
        return None
    least = k if k > 1 else 0
    n = None if answers.n - estimators < least else estimators
    perceived, actual = perceive(views.estimated), _actual(answers)
    gap = compare_views(views).gap if _can_pair(views, answers, least) else _apart(perceived, actual)
    return PerceptionGap(number, text, _told(perceived, n), _told(actual, answers.n), _told(gap, n), n)


def _of_voters(views: StatementViews) -> StatementViews:
    both = np.isin(views.estimators, views.voters)
    return replace(views, estimators=views.estimators[both], estimated=views.estimated[both])


def _actual(answers: Answers) -> Estimate:
    """The landscape's share; its range alone where a count behind it is hidden."""
    share = answers.agree_share
    return share if answers.agree is not None else replace(share, value=None)


def _can_pair(views: StatementViews, answers: Answers, least: int) -> bool:
    """Whether the votes are those that the landscape shows, and enough estimators agree and do not."""
    if (answers.agree, answers.n) != (round(float(views.agreed.sum())), len(views.agreed)):
        return False
    agreeing = views.voters[views.agreed > 0]
    among = int(np.isin(views.estimators, agreeing).sum())
    share = answers.agree_share.value
    is_weighted = share is None or abs(share - float(views.agreed.mean())) > 10**-DECIMALS / 2
    return not is_weighted and min(among, len(views.estimators) - among) >= least


def _apart(perceived: Estimate, actual: Estimate) -> Estimate:
    """What the two intervals leave for the difference, whatever goes together in people."""
    known = None if perceived.value is None or actual.value is None else perceived.value - actual.value
    low, high = perceived.low - actual.high, perceived.high - actual.low
    return Estimate(known, low, high, perceived.level, perceived.n)


def _told(estimate: Estimate, n: int | None) -> Estimate:
    value = None if estimate.value is None else round(estimate.value, DECIMALS)
    return Estimate(value, round(estimate.low, DECIMALS), round(estimate.high, DECIMALS), estimate.level, n)
