# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, beside who lives here, and who is missing? Shares of answers to one background question.

    share of option o = people who chose o / people who answered,   with Wilson's interval
A row of counts (the options and "did not answer") adds up to the participants, which is known. So a count below k is
hidden, zero too, and further counts with it, smallest first, until somebody who sees the row and knows which counts are
small still finds every value from 0 to k - 1 possible for each of them: with C other counts hidden that are k or more,
and T people in all hidden counts,  T >= C k + (k - 1)  and, where C = 0,  T <= (small counts - 1)(k - 1).
A row that is hidden wholly and still fails says nothing, not even which counts are small.
Source: complementary cell suppression, Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.

Participants chose to take part. A share that fits the residents' is no sign that their opinions do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.shares import bound_share

Bools = NDArray[np.bool_]


class ReachFinding(StrEnum):
    """What may be said about a part of the residents. HIDDEN: shown nowhere, because another count would follow."""

    TOO_FEW = "too few"
    MUCH_LESS = "much less"
    LESS = "less"
    NO_DIFFERENCE = "no difference found"
    MORE = "more"
    NOT_KNOWN = "not known"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class OptionReach:
    """An option: how many chose it (None where hidden), their share of those who answered, the residents' share."""

    people: int | None
    share: Estimate
    known: float | None
    finding: ReachFinding


@dataclass(frozen=True, slots=True)
class QuestionReach:
    """A background question: its options in their own order, and how many left it open (None where hidden)."""

    options: tuple[OptionReach, ...]
    unanswered: int | None
    participants: int


def measure_reach(
    *, counts: Sequence[int], known: Sequence[float | None], participants: int, k: int, level: float = 0.95
) -> QuestionReach:
    """What may be said about one question. counts: people an option; known: residents' shares, 0 to 1, or None."""
    row = np.array([*counts, participants - sum(counts)], dtype=np.int64)
    hidden = hide_in_row(row, k=k)
    if hidden.all() and not is_safe(row, hidden, k=k):
        nothing = Estimate(None, 0.0, 1.0, level, None)
        return QuestionReach(
            tuple(OptionReach(None, nothing, share, ReachFinding.HIDDEN) for share in known), None, participants
        )
    unanswered = None if hidden[-1] else int(row[-1])
    least, most = _answered_range(row, hidden, k=k)
    options = tuple(
        _option(int(row[i]), bool(hidden[i]), known[i], answered=(least, most), k=k, level=level)
        for i in range(len(counts))
    )
    return QuestionReach(options, unanswered, participants)


def hide_in_row(counts: NDArray[np.int64], *, k: int) -> Bools:
    """Which counts of a row with a known total are hidden, by the rule above."""
    hidden = counts < k
    while hidden.any() and not hidden.all() and not is_safe(counts, hidden, k=k):
        visible = np.flatnonzero(~hidden)
        hidden[visible[np.argmin(counts[visible])]] = True
    return hidden


def is_safe(counts: NDArray[np.int64], hidden: Bools, *, k: int) -> bool:
    """Whether every count below k can still be anything from 0 to k - 1."""
    small = counts < k
    together, others = int(counts[hidden].sum()), int((hidden & ~small).sum())
    if together < others * k + k - 1:
        return False
    return others > 0 or together <= (int(small.sum()) - 1) * (k - 1)


def _answered_range(row: NDArray[np.int64], hidden: Bools, *, k: int) -> tuple[int, int]:
    """Fewest and most people who can have answered, for a reader of what is shown."""
    total = int(row.sum())
    shown = int(row[:-1][~hidden[:-1]].sum())
    if not hidden[-1]:
        return total - int(row[-1]), total - int(row[-1])
    if row[-1] < k:
        return max(shown, total - k + 1), total
    return shown, total - k


def _option(
    people: int, hidden: bool, known: float | None, *, answered: tuple[int, int], k: int, level: float
) -> OptionReach:
    least, most = answered
    if hidden:
        share = Estimate(None, 0.0, 1.0, level, None)
        return OptionReach(None, share, known, ReachFinding.TOO_FEW if people < k else ReachFinding.HIDDEN)
    low = _bound(people / most, most, level=level, upper=False)
    high = _bound(people / least, least, level=level, upper=True)
    share = Estimate(people / most if least == most else None, low, high, level, most if least == most else None)
    return OptionReach(people, share, known, compare_with_known(share, known))


def compare_with_known(share: Estimate, known: float | None) -> ReachFinding:
    """Beside the residents' share: only what the whole interval says."""
    if known is None:
        return ReachFinding.NOT_KNOWN
    if share.high < known / 2:
        return ReachFinding.MUCH_LESS
    if share.high < known:
        return ReachFinding.LESS
    return ReachFinding.MORE if share.low > known else ReachFinding.NO_DIFFERENCE


def share_of_newcomers(questions: Sequence[QuestionReach]) -> float:
    """Which share of a group in proportion would have to be newcomers, if nobody who took part left? 0 to 1.

    1 - 1/r, r the largest ratio of a shown share to the residents' share, over all questions.
    """
    ratios = [
        option.share.value / option.known
        for question in questions
        for option in question.options
        if option.share.value is not None and option.known
    ]
    return 1 - 1 / max([1.0, *ratios])


def move_with_newcomers(share: Estimate, *, newcomers: float) -> tuple[float, float]:
    """The lowest and highest a share can become when that part of everybody is new and of one mind."""
    return share.low * (1 - newcomers), share.high * (1 - newcomers) + newcomers


def _bound(share: float, n: int, *, level: float, upper: bool) -> float:
    """Wilson's bound; rounding may not leave the share outside its own interval."""
    bound = float(bound_share(np.array(share), np.array(float(n)), level=level, upper=upper))
    return max(bound, share) if upper else min(bound, share)
