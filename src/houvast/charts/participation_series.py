# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many people joined on each day? A bar a day; a day with few people is only said to be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, PALE
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording

WIDTH, HEIGHT, EDGE, FOOT, HEAD = 480.0, 130.0, 14.0, 26.0, 10.0
WIDEST = 40.0


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is called, and how many people joined; None where that is hidden, few where it is fewer than k."""

    name: str
    people: int | None
    is_few: bool = False


def draw_participation_series(days: Sequence[Day], *, k: int, wording: Wording) -> Chart:
    """Bars from the first day to the last. Hidden days are drawn pale, without a height that tells."""
    title = wording.say("People who joined, by day")
    sentence = _sentence(days, k, wording)
    parts = [*_axis(days), *(p for i, day in enumerate(days) for p in _bar(i, day, days, k))]
    svg = picture(parts, width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="series")
    rows = tuple((day.name, say_people(day, k=k, wording=wording)) for day in days)
    return Chart(title, sentence, svg, Table((wording.say("Day"), wording.say("People who joined")), rows))


def say_people(day: Day, *, k: int, wording: Wording) -> str:
    """The number, or that it is small, or that it is hidden because it would tell a small one."""
    if day.people is not None:
        return wording.number(day.people)
    return wording.say("fewer than {k}", k=wording.number(k)) if day.is_few else wording.say("hidden")


def _sentence(days: Sequence[Day], k: int, wording: Wording) -> str:
    known = [(day.people, -i) for i, day in enumerate(days) if day.people]
    if not days:
        return wording.say("Nobody has joined yet.")
    if not known:
        return wording.say("On no day did {k} or more people join.", k=wording.number(k))
    busiest = days[-max(known)[1]]
    return wording.say("Busiest day: {day}, with {n}.", day=busiest.name, n=say_people(busiest, k=k, wording=wording))


def _step(days: Sequence[Day]) -> float:
    return min((WIDTH - 2 * EDGE) / max(len(days), 1), WIDEST)


def _bar(index: int, day: Day, days: Sequence[Day], k: int) -> Iterator[str]:
    floor, step = HEIGHT - FOOT, _step(days)
    tallest = max([k, *(d.people or 0 for d in days)])
    known = day.people is not None
    height = (floor - HEAD) * (day.people if day.people is not None else k) / tallest
    if height:
        yield element(
            "rect", x=EDGE + index * step + step * 0.1, y=floor - height, width=step * 0.8, height=height,
            fill=COLOURS[0] if known else PALE, stroke="none" if known else GREY,
            stroke_dasharray="none" if known else "3 3",
        )  # fmt: skip


def _axis(days: Sequence[Day]) -> Iterator[str]:
    floor = HEIGHT - FOOT
    yield element("line", x1=EDGE, y1=floor, x2=WIDTH - EDGE, y2=floor, stroke=PALE, stroke_width=1)
    if days:
        yield text(days[0].name, x=EDGE, y=HEIGHT - 8, fill=GREY, font_size=13)
    if len(days) > 1:
        end = max(EDGE + len(days) * _step(days), WIDTH / 2)
        yield text(days[-1].name, x=end, y=HEIGHT - 8, fill=GREY, font_size=13, text_anchor="end")
