# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is a group called and what does it look like? Never by colour alone: also a shape, a line and a name."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.charts.svg import element, path
from houvast.charts.wording import Wording
from houvast.engine.disclosure.result import DisclosedLandscape, DisclosedSegment
from houvast.engine.landscape.result import SegmentKind

INK, GREY, PALE = "#1b1b1b", "#595959", "#d9d9d9"
# Distinct for the usual kinds of colour blindness, each at least 4.5 : 1 on white (after Okabe & Ito 2008).
COLOURS = ("#0b5c9e", "#b3400a", "#00705a", "#8a3a79", "#6b5900", "#3d4a9e", "#8c2d3c")
DASHES = ("none", "9 4", "3 3", "12 3 3 3", "6 2", "2 5", "14 4")
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "circle", "square")
BETWEEN = "ring"


@dataclass(frozen=True, slots=True)
class Look:
    """Name, colour, shape of a point and dashes of a line."""

    name: str
    colour: str
    shape: str
    dash: str


def look_of_segments(landscape: DisclosedLandscape, wording: Wording) -> tuple[Look, ...]:
    """A look for each segment, in their order."""
    looks, seen = [], 0
    for segment in landscape.segments:
        name = name_segment(segment, wording)
        if segment.is_middle:
            looks.append(Look(name, "#4a4a4a", BETWEEN, "1 4"))
        else:
            looks.append(Look(name, *(kinds[seen % len(COLOURS)] for kinds in (COLOURS, SHAPES, DASHES))))
            seen += 1
    return tuple(looks)


def name_segment(segment: DisclosedSegment, wording: Wording) -> str:
    """The name on screen."""
    if segment.kind is SegmentKind.GROUP:
        return wording.say("In between") if segment.is_middle else wording.say("Group {id}", id=segment.id)
    if segment.is_middle:
        return wording.say("The middle")
    return wording.say("Side A") if segment.ellipse.x < 0 else wording.say("Side B")


def mark(look: Look | None, x: float, y: float, size: float = 3.2) -> str:
    """A point in the look of its segment, or a grey dot."""
    if look is None:
        return element("circle", cx=x, cy=y, r=size, fill=GREY, fill_opacity=0.55)
    if look.shape == "circle":
        return element("circle", cx=x, cy=y, r=size, fill=look.colour, fill_opacity=0.7)
    if look.shape == BETWEEN:
        return element("circle", cx=x, cy=y, r=size, fill="#fff", stroke=look.colour, stroke_width=1.6)
    return element("path", d=_outline(look.shape, x, y, size), fill=look.colour, fill_opacity=0.7)


def _outline(shape: str, x: float, y: float, r: float) -> str:
    corners = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "triangle": ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
        "diamond": ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
        "cross": (
            (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
            (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
        ),
    }[shape]  # fmt: skip
    return path(((x + dx * r, y + dy * r) for dx, dy in corners), close=True)
