# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, beside who lives here? Per answer a dot with its interval, and a bar where the residents are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, INK, PALE
from houvast.charts.share_rows import say_estimate
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording, say_share
from houvast.domain.estimate import Estimate

WIDTH, SIDE, ROW, TOP, FOOT = 320.0, 16.0, 44.0, 4.0, 44.0
LONGEST = 42


@dataclass(frozen=True, slots=True)
class ReachRow:
    """An answer: the share of those taking part, and of the residents, None where unknown."""

    text: str
    share: Estimate
    known: float | None


def draw_reach_shares(title: str, rows: Sequence[ReachRow], wording: Wording) -> Chart:
    """Rows in the order given; what is hidden is a dotted line over all that it can be."""
    height = TOP + ROW * len(rows) + FOOT
    sentence = "; ".join(_say_row(row, wording) for row in rows)
    parts = [*_scale(height, wording), *(p for i, row in enumerate(rows) for p in _row(i, row))]
    parts += _legend(height, wording)
    svg = picture(parts, width=WIDTH, height=height, title=title, sentence=sentence, kind="reach")
    return Chart(title, sentence, svg, _table(rows, wording))


def _across(share: float) -> float:
    return SIDE + share * (WIDTH - 2 * SIDE)


def _scale(height: float, wording: Wording) -> Iterator[str]:
    foot = height - FOOT
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = _across(share)
        yield element("line", x1=x, y1=TOP, x2=x, y2=foot, stroke=PALE, stroke_width=1)
        yield text(wording.percent(share), x=x, y=foot + 15, text_anchor=anchor, fill=GREY, font_size=13)


def _row(index: int, row: ReachRow) -> Iterator[str]:
    top = TOP + ROW * index
    y, share = top + 31, row.share
    name = row.text if len(row.text) <= LONGEST else row.text[: LONGEST - 1] + "…"
    yield text(name, x=SIDE, y=top + 16, fill=INK, font_size=13)
    sure = share.value is not None
    yield element(
        "line", x1=_across(share.low), y1=y, x2=_across(share.high), y2=y, stroke=COLOURS[0],
        stroke_width=3 if sure else 1.5, stroke_opacity=0.45 if sure else 0.8,
        stroke_dasharray="none" if sure else "2 4",
    )  # fmt: skip
    if row.known is not None:
        yield element("rect", x=_across(row.known) - 1.5, y=y - 9, width=3.0, height=18.0, fill=INK)
    if share.value is not None:
        yield element("circle", cx=_across(share.value), cy=y, r=5.0, fill=COLOURS[0])


def _legend(height: float, wording: Wording) -> Iterator[str]:
    y = height - 8
    yield element("circle", cx=SIDE + 5, cy=y - 4, r=5.0, fill=COLOURS[0])
    yield text(wording.say("taking part"), x=SIDE + 16, y=y, font_size=13)
    yield element("rect", x=WIDTH / 2 + 2, y=y - 12, width=3.0, height=16.0, fill=INK)
    yield text(wording.say("living here"), x=WIDTH / 2 + 12, y=y, font_size=13)


def _say_row(row: ReachRow, wording: Wording) -> str:
    share = say_estimate(row.share, wording)
    if row.known is None:
        return f"{row.text}: {share}"
    known = say_share(row.known, wording)
    return wording.say("{option}: {share}; of the residents {known}", option=row.text, share=share, known=known)


def _table(rows: Sequence[ReachRow], wording: Wording) -> Table:
    say = wording.say
    known = [say("unknown") if row.known is None else say_share(row.known, wording) for row in rows]
    head = (say("Answer"), say("Share taking part"), say("Share of residents"))
    return Table(
        head, tuple((row.text, say_estimate(row.share, wording), k) for row, k in zip(rows, known, strict=True))
    )
