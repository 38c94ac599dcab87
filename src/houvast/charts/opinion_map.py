# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do people stand? Who votes alike stands close; how sure that is, is drawn too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import cos, pi, sin, sqrt

from houvast.charts.chart import Chart, Table
from houvast.charts.contours import find_contours
from houvast.charts.segment_look import GREY, INK, PALE, Look, look_of_segments, mark
from houvast.charts.svg import element, path, picture, text
from houvast.charts.wording import Wording, say_share
from houvast.engine.disclosure.result import DisclosedLandscape, DisclosedSegment, MapView
from houvast.engine.landscape.result import SegmentKind

WIDTH, HEIGHT, EDGE, FOOT = 480.0, 340.0, 14.0, 34.0
BAND_FILLS = ("#dfe7ee", "#bccddc", "#8fabc3", "#5d83a5")
ELLIPSE_SD = 1.5


def draw_opinion_map(landscape: DisclosedLandscape, wording: Wording) -> Chart:
    """The map: points, or bands of density when there are too many points or none may be shown."""
    looks = look_of_segments(landscape, wording)
    title = wording.say("The map")
    sentence = _sentence(landscape, wording)
    parts = [_frame(wording)]
    parts += _people(landscape, looks)
    parts.append(_uncertainty(landscape.map, wording))
    svg = picture(parts, width=WIDTH, height=HEIGHT, title=title, sentence=sentence, kind="map")
    return Chart(title, sentence, svg, _table(landscape, looks, wording))


def _people(landscape: DisclosedLandscape, looks: tuple[Look, ...]) -> Iterator[str]:
    view = landscape.map
    if view.dimensions < 2:
        yield from _columns(view, looks) if view.points is not None else _hill(landscape, looks)
        return
    yield from _points(view, looks) if view.points is not None else _bands(view)
    if landscape.segment_kind is SegmentKind.GROUP:
        yield from _ellipses(landscape, looks)


def place_on_map(view: MapView, x: float, y: float) -> tuple[float, float]:
    """From positions to the picture; outside the edge is drawn at the edge."""
    reach_x, reach_y = view.x[-1], abs(view.grid_y[0])
    inside_x, inside_y = max(-1, min(1, x / reach_x)), max(-1, min(1, y / reach_y))
    plot = HEIGHT - FOOT
    return WIDTH / 2 + inside_x * (WIDTH / 2 - EDGE), plot / 2 - inside_y * (plot / 2 - EDGE)


def _frame(wording: Wording) -> str:
    plot = HEIGHT - FOOT
    middle = element(
        "line", x1=WIDTH / 2, y1=EDGE, x2=WIDTH / 2, y2=plot - EDGE, stroke=PALE, stroke_width=1, stroke_dasharray="2 4"
    )
    left = text("◀ " + wording.say("side A"), x=EDGE, y=HEIGHT - 10, fill=GREY)
    right = text(wording.say("side B") + " ▶", x=WIDTH - EDGE, y=HEIGHT - 10, fill=GREY, text_anchor="end")
    return middle + left + right


def _points(view: MapView, looks: tuple[Look, ...]) -> Iterator[str]:
    """Everybody as a point; the people in between last, so that they are not covered."""
    for middle in (False, True):
        for x, y, segment in view.points or ():
            look = looks[segment] if segment >= 0 else None
            if (look is not None and look.shape == "ring") == middle:
                yield mark(look, *place_on_map(view, x, y))


def _columns(view: MapView, looks: tuple[Look, ...]) -> Iterator[str]:
    """With one dimension: people stacked where they stand, each a mark."""
    floor, room = HEIGHT - FOOT - EDGE, HEIGHT - FOOT - 3 * EDGE
    size = 8.0
    while True:
        places = [(int(place_on_map(view, x, 0)[0] / size), segment) for x, _, segment in view.points or ()]
        columns = Counter(column for column, _ in places)
        if max(columns.values(), default=0) * size <= room or size < 1.5:
            break
        size *= 0.85
    height: Counter[int] = Counter()
    for column, segment in places:
        y = floor - (height[column] + 0.5) * size
        height[column] += 1
        yield mark(looks[segment] if segment >= 0 else None, (column + 0.5) * size, y, size * 0.42)


def _hill(landscape: DisclosedLandscape, looks: tuple[Look, ...]) -> Iterator[str]:
    """With one dimension and no points: a hill of people along the line, built up from the segments."""
    view = landscape.map
    top = max(view.curve) or 1.0
    layers = [s.curve for s in landscape.segments] or [view.curve]
    fills = [look.colour for look in looks] or [BAND_FILLS[2]]
    below = [0.0] * len(view.x)
    floor, room = HEIGHT - FOOT - EDGE, HEIGHT - FOOT - 3 * EDGE
    order = sorted(range(len(layers)), key=lambda i: landscape.segments[i].ellipse.x if landscape.segments else 0.0)
    for i in order:
        above = [b + v for b, v in zip(below, layers[i], strict=True)]
        across = [place_on_map(view, x, 0)[0] for x in view.x]
        upper = [(x, floor - room * v / top) for x, v in zip(across, above, strict=True)]
        lower = [(x, floor - room * v / top) for x, v in zip(across, below, strict=True)]
        yield element("path", d=path([*upper, *reversed(lower)], close=True), fill=fills[i], fill_opacity=0.3)
        yield element("path", d=path(upper), fill="none", stroke=fills[i], stroke_width=1.5)
        below = above


def _bands(view: MapView) -> Iterator[str]:
    step_x, step_y = view.grid_x[1] - view.grid_x[0], view.grid_y[1] - view.grid_y[0]
    for level, fill in zip(view.bands, BAND_FILLS, strict=False):
        loops = [
            path(
                (place_on_map(view, view.grid_x[0] + c * step_x, view.grid_y[0] + r * step_y) for c, r in loop),
                close=True,
            )
            for loop in find_contours(view.density, level)
        ]
        if loops:
            yield element("path", d="".join(loops), fill=fill, fill_rule="evenodd")


def _ellipses(landscape: DisclosedLandscape, looks: tuple[Look, ...]) -> Iterator[str]:
    """A soft ring around each group with its name; the people in between have none, they are everywhere between."""
    for segment, look in zip(landscape.segments, looks, strict=True):
        if segment.is_middle:
            continue
        x, y = place_on_map(landscape.map, segment.ellipse.x, segment.ellipse.y)
        yield element(
            "path", d=path(_ring(landscape.map, segment), close=True), fill=look.colour, fill_opacity=0.08,
            stroke=look.colour, stroke_width=2, stroke_dasharray=look.dash,
        )  # fmt: skip
        yield text(
            look.name, x=x, y=y, text_anchor="middle", font_weight="bold", fill=look.colour,
            stroke="#fff", stroke_width=4, paint_order="stroke",
        )  # fmt: skip


def _ring(view: MapView, segment: DisclosedSegment) -> list[tuple[float, float]]:
    """Points of the ellipse at 1.5 standard deviations, by the Cholesky root of the covariance."""
    e = segment.ellipse
    points = []
    for i in range(48):
        u, v = cos(2 * pi * i / 48), sin(2 * pi * i / 48)
        x = e.x + ELLIPSE_SD * e.x_sd * u
        y = e.y + ELLIPSE_SD * e.y_sd * (e.correlation * u + sqrt(1 - e.correlation**2) * v)
        points.append(place_on_map(view, x, y))
    return points


def _uncertainty(view: MapView, wording: Wording) -> str:
    """A cross as wide as the uncertainty of somebody with a typical number of votes: one standard error each way."""
    reach_x, reach_y = view.x[-1], abs(view.grid_y[0])
    half_x = view.x_se / reach_x * (WIDTH / 2 - EDGE)
    half_y = view.y_se / reach_y * ((HEIGHT - FOOT) / 2 - EDGE) if view.dimensions > 1 else 0.0
    x, y = WIDTH / 2, HEIGHT - 15
    lines = [element("line", x1=x - half_x, y1=y, x2=x + half_x, y2=y, stroke=INK, stroke_width=2)]
    if half_y:
        lines.append(element("line", x1=x, y1=y - min(half_y, 13), x2=x, y2=y + min(half_y, 13), stroke=INK))
    return element("g", element("title", wording.say("how sure one place is")) + "".join(lines))


def _sentence(landscape: DisclosedLandscape, wording: Wording) -> str:
    if landscape.segment_kind is SegmentKind.GROUP:
        return wording.say("People who vote alike stand close together; each group has its own colour and shape.")
    if landscape.segment_kind is SegmentKind.STRETCH:
        return wording.say("People who vote alike stand close together; there is one line from side A to side B.")
    if landscape.structure.groups:
        return wording.say("People who vote alike stand close together; the groups are not drawn apart.")
    return wording.say("People who vote alike stand close together; no groups or sides stand out.")


def _table(landscape: DisclosedLandscape, looks: tuple[Look, ...], wording: Wording) -> Table:
    say, number = wording.say, wording.number
    head = (say("Who"), say("People"), say("Share"), say("Centre, A to B"), say("Width (SD)"))
    rows = tuple(
        (look.name, number(s.size), say_share(s.share, wording), number(s.ellipse.x, 2), number(s.ellipse.x_sd, 2))
        for s, look in zip(landscape.segments, looks, strict=True)
    )
    everybody = landscape.participants_counted or landscape.participants
    return Table(head, ((say("Everybody"), number(everybody), wording.percent(1), number(0, 2), "–"), *rows))
