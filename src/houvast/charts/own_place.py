# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do I stand among the others? My place as a range, on the curve of everybody: how many stand where I may stand.

overlap = people of the curve within [x - 1.96 se, x + 1.96 se] / all people of the curve
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, PALE
from houvast.charts.svg import element, path, picture, text
from houvast.charts.wording import Wording

WIDTH, HEIGHT, EDGE, FOOT = 480.0, 190.0, 14.0, 30.0
WIDE = 1.96
NEAR_MIDDLE, WIDE_RANGE = 0.15, 0.8  # shares of the people: to one side of half, and within the range


@dataclass(frozen=True, slots=True)
class Line:
    """The line of opinion: places x, ascending, and curve, the people per unit of x at each."""

    x: tuple[float, ...]
    curve: tuple[float, ...]


def draw_own_place(line: Line, *, x: float, x_se: float, wording: Wording) -> Chart:
    """The curve of everybody in grey, my range as a band with a mark at its middle."""
    low, high = _clip(line, x - WIDE * x_se), _clip(line, x + WIDE * x_se)
    share = share_between(line, low, high)
    title = wording.say("Where you stand among the people taking part")
    sentence = f"{_say_place(line, x, low, high, wording)} {_say_company(share, wording)}"
    parts = [*_everybody(line), *_own(line, x, low, high, wording), *_axis(wording)]
    svg = picture(parts, width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="own-place")
    return Chart(title, sentence, svg, _table(x, low, high, share, wording))


def share_between(line: Line, low: float, high: float) -> float:
    """The share of the people between two places on the line, by the trapezoid rule."""
    total = _people(line, line.x[0], line.x[-1])
    return _people(line, low, high) / total if total else 0.0


def _people(line: Line, low: float, high: float) -> float:
    found = 0.0
    for (a, y), (b, z) in pairwise(zip(line.x, line.curve, strict=True)):
        left, right = max(a, low), min(b, high)
        if left < right:
            slope = (z - y) / (b - a)
            found += (right - left) * (y + slope * ((left + right) / 2 - a))
    return found


def _clip(line: Line, x: float) -> float:
    return min(max(x, line.x[0]), line.x[-1])


def _say_place(line: Line, x: float, low: float, high: float, wording: Wording) -> str:
    """On which side of half of the people, and whether that is sure."""
    below = share_between(line, line.x[0], x)
    if share_between(line, low, high) >= WIDE_RANGE:
        return wording.say("Your place on the line is still unsure: it could be almost anywhere.")
    if abs(below - 0.5) < NEAR_MIDDLE:
        return wording.say("You stand near the middle of the people taking part.")
    is_sure = share_between(line, line.x[0], low) > 0.5 or share_between(line, line.x[0], high) < 0.5
    if below < 0.5:
        sure = wording.say("You stand more towards side A than most people taking part.")
        return (
            sure
            if is_sure
            else wording.say("You probably stand more towards side A than most; the middle is possible.")
        )
    sure = wording.say("You stand more towards side B than most people taking part.")
    return sure if is_sure else wording.say("You probably stand more towards side B than most; the middle is possible.")


def _say_company(share: float, wording: Wording) -> str:
    """In tens: your own place is not sharp enough for more."""
    of_ten = min(max(round(share * 10), 0), 10)
    if of_ten == 0:
        return wording.say("Fewer than one in ten stand where you may stand too.")
    return wording.say("About {of_ten} of 10 people stand where you may stand too.", of_ten=wording.number(of_ten))


def _across(line: Line, x: float) -> float:
    reach = max(abs(line.x[0]), abs(line.x[-1])) or 1.0
    return WIDTH / 2 + x / reach * (WIDTH / 2 - EDGE)


def _everybody(line: Line) -> Iterator[str]:
    top, floor = max(line.curve) or 1.0, HEIGHT - FOOT
    trace = [(_across(line, x), floor - (floor - EDGE) * y / top) for x, y in zip(line.x, line.curve, strict=True)]
    outline = path([(trace[0][0], floor), *trace, (trace[-1][0], floor)], close=True)
    yield element("path", d=outline, fill="#ededed")
    yield element("path", d=path(trace), fill="none", stroke=GREY, stroke_width=1.5)


def _own(line: Line, x: float, low: float, high: float, wording: Wording) -> Iterator[str]:
    floor, left, right = HEIGHT - FOOT, _across(line, low), _across(line, high)
    yield element("rect", x=left, y=EDGE, width=right - left, height=floor - EDGE, fill=COLOURS[0], fill_opacity=0.18)
    for edge in (left, right):
        yield element(
            "line", x1=edge, y1=EDGE, x2=edge, y2=floor, stroke=COLOURS[0], stroke_width=1.5, stroke_dasharray="4 3"
        )
    at = _across(line, _clip(line, x))
    yield element("line", x1=at, y1=EDGE, x2=at, y2=floor, stroke=COLOURS[0], stroke_width=3)
    anchor = "end" if at > WIDTH / 2 else "start"
    away = -8 if anchor == "end" else 8
    yield text(wording.say("you"), x=at + away, y=EDGE + 12, text_anchor=anchor, fill=COLOURS[0], font_weight="bold")


def _axis(wording: Wording) -> Iterator[str]:
    floor = HEIGHT - FOOT
    yield element("line", x1=EDGE, y1=floor, x2=WIDTH - EDGE, y2=floor, stroke=PALE, stroke_width=1)
    yield text("◀ " + wording.say("side A"), x=EDGE, y=HEIGHT - 8, fill=GREY)
    yield text(wording.say("side B") + " ▶", x=WIDTH - EDGE, y=HEIGHT - 8, fill=GREY, text_anchor="end")


def _table(x: float, low: float, high: float, share: float, wording: Wording) -> Table:
    say = wording.say
    of_ten = wording.number(min(max(round(share * 10), 0), 10))
    return Table(
        (say("What"), say("Value")),
        (
            (say("Your place from A to B"), wording.number(x, 1)),
            (say("It could be"), f"{wording.number(low, 1)} – {wording.number(high, 1)}"),
            (say("People who may stand there too, of 10"), of_ten),
        ),
    )
