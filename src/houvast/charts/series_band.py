# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many signals came in each week, and how many are usual? Dots in a band; what lies above it is filled.

Nobody needs to see colours: dots above the band are squares, those inside it are open rounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, PALE
from houvast.charts.svg import element, path, picture, text
from houvast.charts.wording import Wording
from houvast.engine.attention.kept_evidence import KeptSeries

WIDTH, HEIGHT, EDGE, FOOT, HEAD, MARGIN = 480.0, 190.0, 14.0, 28.0, 14.0, 30.0
BAND = "#dfe7ef"
DOT = 3.0


def draw_series_band(series: KeptSeries, *, marked: tuple[str, str], wording: Wording) -> Chart:
    """The weeks from left to right. marked: the first and last week of the point, drawn between two lines."""
    title = wording.say("Signals a week, and what is usual")
    sentence = _sentence(series, marked, wording)
    parts = [*_axis(series, wording), *_band(series), *_marks(series, marked), *_dots(series)]
    svg = picture(parts, width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="band")
    return Chart(title, sentence, svg, _table(series, wording))


def say_usual(low: float, high: float, wording: Wording) -> str:
    """The band in words, rounded to whole signals: "2 to 4"."""
    least, most = round(low), round(high)
    if least >= most:
        return wording.say("about {n}", n=wording.number(most))
    return wording.say("{low} to {high}", low=wording.number(least), high=wording.number(most))


def _sentence(series: KeptSeries, marked: tuple[str, str], wording: Wording) -> str:
    if not series.weeks:
        return wording.say("There are no weeks to show yet.")
    inside = [i for i, week in enumerate(series.weeks) if marked[0] <= week <= marked[1]]
    above = sum(series.observed[i] > series.high[i] for i in inside)
    return wording.say(
        "From {first} to {last}: in {above} of the {n} weeks of this point there were more signals than is usual.",
        first=series.weeks[0],
        last=series.weeks[-1],
        above=wording.number(above),
        n=wording.number(len(inside)),
    )


def _table(series: KeptSeries, wording: Wording) -> Table:
    head = (wording.say("Week"), wording.say("Signals"), wording.say("Usual"))
    columns = zip(series.weeks, series.observed, series.low, series.high, strict=True)
    rows = tuple((week, wording.number(n), say_usual(low, high, wording)) for week, n, low, high in columns)
    return Table(head, rows[::-1])


def _top(series: KeptSeries) -> float:
    return max([4.0, *map(float, series.observed), *series.high])


def _x(series: KeptSeries, index: float) -> float:
    return MARGIN + (index + 0.5) * (WIDTH - MARGIN - EDGE) / max(len(series.weeks), 1)


def _y(series: KeptSeries, value: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - HEAD) * value / _top(series)


def _band(series: KeptSeries) -> Iterator[str]:
    if not series.weeks:
        return
    upper = [(_x(series, i), _y(series, value)) for i, value in enumerate(series.high)]
    lower = [(_x(series, i), _y(series, value)) for i, value in enumerate(series.low)]
    middle = [(_x(series, i), _y(series, value)) for i, value in enumerate(series.mid)]
    yield element("path", d=path([*upper, *lower[::-1]], close=True), fill=BAND, stroke="none")
    yield element("path", d=path(middle), fill="none", stroke=GREY, stroke_width=1, stroke_dasharray="4 3")


def _marks(series: KeptSeries, marked: tuple[str, str]) -> Iterator[str]:
    inside = [i for i, week in enumerate(series.weeks) if marked[0] <= week <= marked[1]]
    for at in (inside[0] - 0.5, inside[-1] + 0.5) if inside else ():
        x = _x(series, at)
        yield element("line", x1=x, y1=HEAD, x2=x, y2=HEIGHT - FOOT, stroke=GREY, stroke_dasharray="2 3")


def _dots(series: KeptSeries) -> Iterator[str]:
    for i, n in enumerate(series.observed):
        x, y = _x(series, i), _y(series, n)
        if n > series.high[i]:
            yield element("rect", x=x - DOT, y=y - DOT, width=2 * DOT, height=2 * DOT, fill=COLOURS[0])
        else:
            yield element("circle", cx=x, cy=y, r=DOT - 0.5, fill="#ffffff", stroke=GREY, stroke_width=1.5)


def _axis(series: KeptSeries, wording: Wording) -> Iterator[str]:
    floor = HEIGHT - FOOT
    top = _top(series)
    for value in (0.0, float(round(top / 2)), float(round(top))):
        y = _y(series, value)
        yield element("line", x1=MARGIN, y1=y, x2=WIDTH - EDGE, y2=y, stroke=PALE, stroke_width=1)
        yield text(wording.number(value), x=MARGIN - 6, y=y + 4, fill=GREY, font_size=12, text_anchor="end")
    if series.weeks:
        yield text(series.weeks[0], x=MARGIN, y=floor + 18, fill=GREY, font_size=13)
    if len(series.weeks) > 1:
        yield text(series.weeks[-1], x=WIDTH - EDGE, y=floor + 18, fill=GREY, font_size=13, text_anchor="end")
