# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much do the groups overlap? Smooth curves along the line of opinion, each person spread as wide as unsure."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import GREY, PALE, Look, look_of_segments
from houvast.charts.svg import element, path, picture, text
from houvast.charts.wording import Wording, say_share
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.engine.landscape.result import SegmentKind

WIDTH, HEIGHT, EDGE, FOOT = 480.0, 190.0, 14.0, 30.0
BINS = 10


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
            value=say_share(pair.overlap.value, wording),
            low=say_share(pair.overlap.low, wording),
            high=say_share(pair.overlap.high, wording),
        )
        for pair in landscape.polarisation.pairs
        if pair.overlap.value is not None
    ]
    if told:
        return " ".join(told)
    if landscape.segment_kind is SegmentKind.STRETCH:
        return wording.say("One smooth line of people: the stretches are drawn to compare, they are not groups.")
    if landscape.segment_kind is SegmentKind.GROUP:
        return wording.say("How the people of each part are spread along the line, beside everybody in grey.")
    if landscape.structure.groups:
        return wording.say("Everybody together: the groups are not drawn apart.")
    return wording.say("Everybody together: no part stands apart.")


def _table(landscape: DisclosedLandscape, looks: tuple[Look, ...], wording: Wording) -> Table:
    """Expected people in each of BINS equal pieces of the line."""
    view = landscape.map
    head = (wording.say("Place from A to B"), wording.say("Everybody"), *(look.name for look in looks))
    everybody = _people_in_bins(view.x, view.curve)
    parts = [_people_in_bins(view.x, s.curve) for s in landscape.segments]
    step = (len(view.x) - 1) // BINS
    rows = []
    for i in range(BINS):
        low, high = view.x[i * step], view.x[(i + 1) * step]
        cells = _cells([everybody[i], *(part[i] for part in parts)], landscape.k, wording)
        rows.append((f"{wording.number(low, 1)} – {wording.number(high, 1)}", *cells))
    return Table(head, tuple(rows))


def _people_in_bins(x: tuple[float, ...], curve: tuple[float, ...]) -> list[int]:
    """Whole people expected in each piece: the trapezoid rule over people per unit of the line."""
    step, width = (len(x) - 1) // BINS, (x[-1] - x[0]) / (len(x) - 1)
    made = []
    for start in range(0, BINS * step, step):
        piece = curve[start : start + step + 1]
        made.append(round((sum(piece) - (piece[0] + piece[-1]) / 2) * width))
    return made


def _cells(people: list[int], k: int, wording: Wording) -> Iterator[str]:
    """Everybody, then each part. Below k no number; and no subtracting: what is hidden adds up to enough to hide in."""
    everybody, *parts = people
    few = wording.say("fewer than {k}", k=wording.number(k))
    small = {i for i, n in enumerate(parts) if n < k} if k > 1 else set()
    hidden = set(small)
    for i in sorted(set(range(len(parts))) - small, key=lambda i: parts[i]):
        if hidden and (len(hidden) == 1 or sum(parts[j] for j in hidden) < 2 * k):
            hidden.add(i)
    yield few if everybody < k and k > 1 else wording.number(everybody)
    for i, n in enumerate(parts):
        yield few if i in small else wording.say("hidden") if i in hidden else wording.number(n)
