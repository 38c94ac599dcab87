# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do people know what others think? For each statement: the share they expect to agree, and the share that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, INK, PALE
from houvast.charts.share_rows import say_estimate, say_range
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording, say_share
from houvast.domain.estimate import Estimate

WIDTH, LEFT, RIGHT, ROW, TOP, FOOT = 320.0, 34.0, 14.0, 26.0, 6.0, 44.0
MARK = 5.0


@dataclass(frozen=True, slots=True)
class GapRow:
    """One statement: the mean share that people expect to agree, the share that agrees, and the difference; 0 to 1."""

    text: str
    perceived: Estimate
    actual: Estimate
    gap: Estimate


def draw_perception_gap(rows: Sequence[GapRow], wording: Wording) -> Chart:
    """Numbered rows, in the order given; the table holds the statements."""
    title = wording.say("What people think that others answer, and what they answer")
    height = TOP + ROW * len(rows) + FOOT
    parts = [*_scale(height, wording), *(p for i, row in enumerate(rows) for p in _row(i, row, wording))]
    parts += _legend(height, wording)
    sentence = _sentence(rows, wording)
    svg = picture(parts, width=WIDTH, height=height, title=title, sentence=sentence, kind="gap")
    return Chart(title, sentence, svg, _table(rows, wording))


def _across(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _scale(height: float, wording: Wording) -> Iterator[str]:
    foot = height - FOOT
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = _across(share)
        yield element("line", x1=x, y1=TOP, x2=x, y2=foot, stroke=PALE, stroke_width=1)
        yield text(wording.percent(share), x=x, y=foot + 15, text_anchor=anchor, fill=GREY, font_size=13)


def _row(index: int, row: GapRow, wording: Wording) -> Iterator[str]:
    y = TOP + ROW * (index + 0.5)
    yield text(wording.number(index + 1), x=LEFT - 12, y=y + 4.5, text_anchor="end", font_size=13)
    for share, colour, lift in ((row.perceived, COLOURS[1], -4.0), (row.actual, COLOURS[0], 4.0)):
        yield element(
            "line", x1=_across(share.low), y1=y + lift, x2=_across(share.high), y2=y + lift, stroke=colour,
            stroke_width=3, stroke_opacity=0.45,
        )  # fmt: skip
    if row.perceived.value is not None:
        yield _expected(_across(row.perceived.value), y - 4)
    if row.actual.value is not None:
        yield _answered(_across(row.actual.value), y + 4)


def _expected(x: float, y: float) -> str:
    corners = " ".join(f"{x + dx * MARK:.1f},{y + dy * MARK:.1f}" for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)))
    return element("polygon", points=corners, fill="#fff", stroke=COLOURS[1], stroke_width=2)


def _answered(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=MARK - 0.5, fill=COLOURS[0])


def _legend(height: float, wording: Wording) -> list[str]:
    y = height - 8
    middle = WIDTH / 2 + 10
    return [
        _expected(LEFT + 4, y - 4), text(wording.say("expected"), x=LEFT + 14, y=y, font_size=13, fill=INK),
        _answered(middle, y - 4), text(wording.say("answered"), x=middle + 10, y=y, font_size=13, fill=INK),
    ]  # fmt: skip


def _sentence(rows: Sequence[GapRow], wording: Wording) -> str:
    """How many differ for sure, and the largest difference in words."""
    known = [row for row in rows if row.gap.value is not None]
    if not known:
        return wording.say("Too few people answered to compare.")
    sure = sum(row.gap.low > 0 or row.gap.high < 0 for row in known)
    told = wording.count(
        "For {sure} of {n} statement people expect something clearly different from what others answer.",
        "For {sure} of {n} statements people expect something clearly different from what others answer.",
        len(known),
        sure=wording.number(sure),
    )
    if not sure:
        return told
    widest = max(known, key=lambda row: abs(row.gap.value or 0))
    return f"{told} {_say_widest(widest, wording)}"


def _say_widest(row: GapRow, wording: Wording) -> str:
    return wording.say(
        'The largest difference: "{text}" People expected that {perceived} agree; {actual} did.',
        text=row.text,
        perceived=say_estimate(row.perceived, wording),
        actual=say_estimate(row.actual, wording),
    )


def _table(rows: Sequence[GapRow], wording: Wording) -> Table:
    say = wording.say
    head = (
        say("Statement"),
        say("Expected to agree"),
        say("Share agreeing"),
        say("Difference in points"),
        say("Estimated by"),
    )
    return Table(
        head,
        tuple(
            (
                f"{wording.number(i)}. {row.text}",
                say_range(row.perceived, say_share, wording),
                say_range(row.actual, say_share, wording),
                say_range(row.gap, _say_points, wording),
                say("hidden") if row.perceived.n is None else wording.number(row.perceived.n),
            )
            for i, row in enumerate(rows, start=1)
        ),
    )


def _say_points(difference: float, wording: Wording) -> str:
    return ("+" if round(difference * 100) > 0 else "") + wording.number(round(difference * 100))
