# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roughly how many agree, right now? One bar in three parts, from shares that are already rounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, INK, PALE
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording

WIDTH, HEIGHT, BAR = 480.0, 52.0, 24.0


@dataclass(frozen=True, slots=True)
class CoarseShares:
    """Rounded shares, 0 to 1, adding up to about 1, of at least so many people."""

    agree: float
    disagree: float
    passed: float
    people: int


def draw_coarse_bar(shares: CoarseShares, wording: Wording) -> Chart:
    """Agree from the left, disagree from the right, pass between them; named below."""
    title = wording.say("What people answer now")
    sentence = wording.say(
        "About {agree} agree and {disagree} disagree; {passed} pass. At least {people} people answered.",
        agree=wording.percent(shares.agree),
        disagree=wording.percent(shares.disagree),
        passed=wording.percent(shares.passed),
        people=wording.number(shares.people),
    )
    svg = picture(_parts(shares, wording), width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="coarse")
    return Chart(title, sentence, svg, _table(shares, wording))


def _parts(shares: CoarseShares, wording: Wording) -> Iterator[str]:
    agree, disagree = WIDTH * min(shares.agree, 1.0), WIDTH * min(shares.disagree, 1.0)
    yield element("rect", x=0.5, y=0.5, width=WIDTH - 1, height=BAR, fill=PALE, stroke=GREY)
    yield element("rect", x=0.0, y=0.0, width=agree, height=BAR + 1, fill=COLOURS[0])
    # An edge keeps the two apart for who sees no colour, also where nobody passes.
    yield element(
        "rect", x=max(WIDTH - disagree, 0.0), y=0.0, width=disagree, height=BAR + 1, fill=COLOURS[1], stroke="#fff",
        stroke_width=1.5,
    )  # fmt: skip
    y = HEIGHT - 8
    yield text(f"{wording.say('agree')} {wording.percent(shares.agree)}", x=0.0, y=y, fill=INK)
    yield text(
        f"{wording.say('disagree')} {wording.percent(shares.disagree)}", x=WIDTH, y=y, fill=INK, text_anchor="end"
    )


def _table(shares: CoarseShares, wording: Wording) -> Table:
    say = wording.say
    rows = ((say("Agree"), shares.agree), (say("Disagree"), shares.disagree), (say("Pass"), shares.passed))
    return Table((say("Answer"), say("Share")), tuple((name, wording.percent(share)) for name, share in rows))
