# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many agree, in every part, and how sure is that? A dot with its interval for everybody and for each segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import GREY, INK, PALE, Look, look_of_segments, mark
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording, say_share
from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import Answers, DisclosedLandscape

WIDTH, LEFT, RIGHT, ROW, TOP = 320.0, 104.0, 14.0, 22.0, 6.0
FOOT = 20.0
EVERYBODY = Look("", INK, "circle", "none")


def draw_share_rows(landscape: DisclosedLandscape, statement: int, wording: Wording) -> Chart:
    """The share agreeing with one statement, row by row."""
    said = landscape.statements[statement]
    looks = look_of_segments(landscape, wording)
    rows = [(wording.say("Everybody"), EVERYBODY, said.answers)]
    rows += [(look.name, look, answers) for look, answers in zip(looks, said.by_segment, strict=True)]
    title = wording.say("Who agrees")
    sentence = "; ".join(f"{name}: {say_estimate(answers.agree_share, wording)}" for name, _, answers in rows)
    height = TOP + ROW * len(rows) + FOOT
    parts = [*_scale(height, wording), *(p for i, row in enumerate(rows) for p in _row(i, *row))]
    svg = picture(parts, width=WIDTH, height=height, title=title, sentence=sentence, kind="shares")
    return Chart(title, sentence, svg, _table(rows, wording))


def say_estimate(share: Estimate, wording: Wording) -> str:
    """A share in words: the value with its interval, or only the range, or that it is about too few people."""
    if share.value is None and share.high - share.low > 0.7:
        return wording.say("too few people to show")
    return say_range(share, say_share, wording)


def say_range(estimate: Estimate, say_one: Callable[[float, Wording], str], wording: Wording) -> str:
    """The value with its interval, or only the range; each number as say_one has it."""
    low, high = say_one(estimate.low, wording), say_one(estimate.high, wording)
    if estimate.value is None:
        return wording.say("somewhere from {low} to {high}", low=low, high=high)
    return wording.say("{value} ({low} to {high})", value=say_one(estimate.value, wording), low=low, high=high)


def _across(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _scale(height: float, wording: Wording) -> Iterator[str]:
    foot = height - FOOT
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = _across(share)
        yield element("line", x1=x, y1=TOP, x2=x, y2=foot, stroke=PALE, stroke_width=1)
        place = x + (6 if anchor == "end" else -6 if anchor == "start" else 0)
        label = wording.percent(share) + (" " + wording.say("agree") if share == 0.5 else "")
        yield text(label, x=place, y=height - 5, text_anchor=anchor, fill=GREY, font_size=13)


def _row(index: int, name: str, look: Look, answers: Answers) -> Iterator[str]:
    y = TOP + ROW * (index + 0.5)
    share = answers.agree_share
    yield text(name, x=LEFT - 10, y=y + 4.5, text_anchor="end", font_size=13, fill=look.colour)
    sure = share.value is not None
    yield element(
        "line", x1=_across(share.low), y1=y, x2=_across(share.high), y2=y, stroke=look.colour,
        stroke_width=3 if sure else 1.5, stroke_opacity=0.45 if sure else 0.8,
        stroke_dasharray="none" if sure else "2 4",
    )  # fmt: skip
    if share.value is not None:
        yield mark(look, _across(share.value), y, 4.5)


def _table(rows: list[tuple[str, Look, Answers]], wording: Wording) -> Table:
    say = wording.say
    head = (say("Who"), say("Agree"), say("Disagree"), say("Pass"), say("Answered"), say("Share agreeing"))
    return Table(
        head,
        tuple(
            (
                name,
                *(_count(value, wording) for value in (a.agree, a.disagree, a.passed, a.n)),
                say_estimate(a.agree_share, wording),
            )
            for name, _, a in rows
        ),
    )


def _count(value: int | None, wording: Wording) -> str:
    return wording.say("hidden") if value is None else wording.number(value)
