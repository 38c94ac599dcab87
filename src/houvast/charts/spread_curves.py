# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much do the groups overlap? Smooth curves along the line of opinion, each person spread as wide as unsure."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import GREY, PALE, Look, look_of_segments
from houvast.charts.svg import element, path, picture, text
from houvast.charts.wording import Wording
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.engine.landscape.result import SegmentKind

WIDTH, HEIGHT, EDGE, FOOT = 480.0, 190.0, 14.0, 30.0
TABLE_STEP = 12


def draw_spread_curves(landscape: DisclosedLandscape, wording: Wording) -> Chart:
    """Everybody in grey, each segment as a line and a soft fill."""
    looks = look_of_segments(landscape, wording)
    title = wording.say("From side A to side B: how people are spread")
    sentence = _sentence(landscape, looks, wording)
    parts = [*_everybody(landscape), *_segments(landscape, looks), *_axis(wording)]
    svg = picture(parts, width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="curves")
    return Chart(title, sentence, svg, _table(landscape, looks, wording))


def _trace(landscape: DisclosedLandscape, curve: tuple[float, ...]) -> list[tuple[float, float]]:
    top = max(landscape.map.curve) or 1.0
    reach = landscape.map.x[-1]
    floor = HEIGHT - FOOT
    return [
        (WIDTH / 2 + x / reach * (WIDTH / 2 - EDGE), floor - (floor - EDGE) * y / top)
        for x, y in zip(landscape.map.x, curve, strict=True)
    ]


def _everybody(landscape: DisclosedLandscape) -> Iterator[str]:
    line = _trace(landscape, landscape.map.curve)
    floor = HEIGHT - FOOT
    outline = path([(line[0][0], floor), *line, (line[-1][0], floor)], close=True)
    yield element("path", d=outline, fill="#ededed")
    yield element("path", d=path(line), fill="none", stroke=GREY, stroke_width=1.5)


def _segments(landscape: DisclosedLandscape, looks: tuple[Look, ...]) -> Iterator[str]:
    floor = HEIGHT - FOOT
    for segment, look in zip(landscape.segments, looks, strict=True):
        line = _trace(landscape, segment.curve)
        outline = path([(line[0][0], floor), *line, (line[-1][0], floor)], close=True)
        yield element("path", d=outline, fill=look.colour, fill_opacity=0.15)
        yield element(
            "path", d=path(line), fill="none", stroke=look.colour, stroke_width=2.5, stroke_dasharray=look.dash
        )


def _axis(wording: Wording) -> Iterator[str]:
    floor = HEIGHT - FOOT
    yield element("line", x1=EDGE, y1=floor, x2=WIDTH - EDGE, y2=floor, stroke=PALE, stroke_width=1)
    yield text("◀ " + wording.say("side A"), x=EDGE, y=HEIGHT - 8, fill=GREY)
    yield text(wording.say("side B") + " ▶", x=WIDTH - EDGE, y=HEIGHT - 8, fill=GREY, text_anchor="end")


def _sentence(landscape: DisclosedLandscape, looks: tuple[Look, ...], wording: Wording) -> str:
    names = {s.id: look.name for s, look in zip(landscape.segments, looks, strict=True)}
    told = [
        wording.say(
            "{first} and {second} overlap {value} (between {low} and {high}).",
            first=names[pair.first],
            second=names[pair.second],
            value=wording.percent(pair.overlap.value),
            low=wording.percent(pair.overlap.low),
            high=wording.percent(pair.overlap.high),
        )
        for pair in landscape.polarisation.pairs
        if pair.overlap.value is not None
    ]
    if told:
        return " ".join(told)
    if landscape.segment_kind is SegmentKind.STRETCH:
        return wording.say("One smooth line of people: the stretches are drawn to compare, they are not groups.")
    return wording.say("Everybody together: no part stands apart.")


def _table(landscape: DisclosedLandscape, looks: tuple[Look, ...], wording: Wording) -> Table:
    """Expected people per unit of the line, at some points."""
    view = landscape.map
    head = (wording.say("Place from A to B"), wording.say("Everybody"), *(look.name for look in looks))
    curves = (view.curve, *(s.curve for s in landscape.segments))
    rows = tuple(
        (wording.number(view.x[i], 1), *(wording.number(curve[i]) for curve in curves))
        for i in range(0, len(view.x), TABLE_STEP)
    )
    return Table(head, rows)
