# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Between which shares do people agree, disagree and pass, right now? A bar for each, from least to most.

The whole range looks the same: nothing is drawn in its middle, for the share may lie anywhere within.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, INK, PALE
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording

WIDTH, LEFT, RIGHT, ROW, BAR, EDGE = 360.0, 58.0, 102.0, 24.0, 14.0, 3.0
WIDE = 0.4


@dataclass(frozen=True, slots=True)
class Between:
    """A share that lies somewhere from low to high, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CoarseShares:
    """The ranges of the three answers, of at least so many people."""

    agree: Between
    disagree: Between
    passed: Between
    people: int


def draw_coarse_bar(shares: CoarseShares, wording: Wording) -> Chart:
    """A row for each answer on a line from nobody to everybody; its range in words at the end."""
    title = wording.say("What people answer now")
    sentence = _sentence(shares, wording)
    height = ROW * len(_rows(shares, wording))
    svg = picture(_parts(shares, wording), width=WIDTH, height=height, title=title, sentence=sentence, kind="coarse")
    return Chart(title, sentence, svg, _table(shares, wording))


def is_wide(shares: CoarseShares) -> bool:
    """Whether the ranges say little."""
    return max(one.high - one.low for one in (shares.agree, shares.disagree)) > WIDE + 1e-9


def _sentence(shares: CoarseShares, wording: Wording) -> str:
    told = wording.say(
        "Between {agree_low} and {agree_high} agree, between {disagree_low} and {disagree_high} disagree, and between "
        "{pass_low} and {pass_high} pass. At least {people} people answered.",
        agree_low=wording.percent(shares.agree.low),
        agree_high=wording.percent(shares.agree.high),
        disagree_low=wording.percent(shares.disagree.low),
        disagree_high=wording.percent(shares.disagree.high),
        pass_low=wording.percent(shares.passed.low),
        pass_high=wording.percent(shares.passed.high),
        people=wording.number(shares.people),
    )
    if not is_wide(shares):
        return told
    rough = wording.say("That is still very rough: more answers are needed to say more.")
    return f"{told} {rough}"


def _rows(shares: CoarseShares, wording: Wording) -> tuple[tuple[str, Between, str], ...]:
    say = wording.say
    return (
        (say("Agree"), shares.agree, COLOURS[0]),
        (say("Disagree"), shares.disagree, COLOURS[1]),
        (say("Pass"), shares.passed, GREY),
    )


def _parts(shares: CoarseShares, wording: Wording) -> Iterator[str]:
    span = WIDTH - LEFT - RIGHT
    for i, (name, share, colour) in enumerate(_rows(shares, wording)):
        top, foot = ROW * i + (ROW - BAR) / 2, ROW * i + ROW / 2 + 5
        low, high = LEFT + span * share.low, LEFT + span * share.high
        yield text(name, x=0.0, y=foot, fill=INK)
        yield element("rect", x=LEFT, y=top, width=span, height=BAR, fill=PALE)
        yield element("rect", x=low, y=top, width=high - low, height=BAR, fill=colour, fill_opacity=0.5)
        for end in (low, high - EDGE):
            yield element("rect", x=end, y=top, width=EDGE, height=BAR, fill=colour)
        yield text(_say(share, wording), x=WIDTH, y=foot, fill=INK, text_anchor="end")


def _table(shares: CoarseShares, wording: Wording) -> Table:
    say = wording.say
    rows = tuple((name, _say(share, wording)) for name, share, _ in _rows(shares, wording))
    return Table((say("Answer"), say("Share")), rows)


def _say(share: Between, wording: Wording) -> str:
    return wording.say("{low} to {high}", low=wording.percent(share.low), high=wording.percent(share.high))
