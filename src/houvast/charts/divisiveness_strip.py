# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statements divide people, of all there are? Every statement a dot between all one way and half against half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from houvast.charts.chart import Chart, Table
from houvast.charts.segment_look import COLOURS, GREY, INK, PALE
from houvast.charts.svg import element, picture, text
from houvast.charts.wording import Wording, say_decimals
from houvast.engine.disclosure.result import DisclosedLandscape

WIDTH, EDGE, FOOT, BINS, HIGHEST = 480.0, 18.0, 30.0, 40, 15
MOST_ROWS = 1500


def draw_divisiveness_strip(landscape: DisclosedLandscape, wording: Wording) -> Chart:
    """Dots stacked where statements are equally divisive; statements with hidden counts are left out and counted."""
    values = [s.divisiveness.value for s in landscape.statements]
    known = sorted(v for v in values if v is not None)
    title = wording.say("How divided people are about each statement")
    sentence = _sentence(known, hidden=len(values) - len(known), k=landscape.k, wording=wording)
    columns = Counter(min(int(v * BINS), BINS - 1) for v in known)
    tallest = max(columns.values(), default=1)
    step = min(9.0, HIGHEST * 9.0 / tallest)
    height = max(48.0, tallest * step + 16) + FOOT
    parts = [*_axis(height, wording), *_dots(columns, step, height - FOOT), *_mean(landscape, height, wording)]
    svg = picture(parts, width=WIDTH, height=height, title=title, sentence=sentence, kind="strip")
    return Chart(title, sentence, svg, _table(landscape, wording))


def _across(value: float) -> float:
    return EDGE + value * (WIDTH - 2 * EDGE)


def _axis(height: float, wording: Wording) -> Iterator[str]:
    floor = height - FOOT
    yield element("line", x1=EDGE, y1=floor, x2=WIDTH - EDGE, y2=floor, stroke=PALE, stroke_width=1)
    yield text(wording.say("all one way"), x=EDGE, y=height - 8, fill=GREY)
    yield text(wording.say("half against half"), x=WIDTH - EDGE, y=height - 8, fill=GREY, text_anchor="end")


def _dots(columns: Counter[int], step: float, floor: float) -> Iterator[str]:
    for column, count in sorted(columns.items()):
        x = _across((column + 0.5) / BINS)
        for i in range(count):
            yield element(
                "circle", cx=x, cy=floor - step * (i + 0.5) - 1, r=max(step / 2 - 0.5, 0.8), fill=COLOURS[0],
                fill_opacity=0.75,
            )  # fmt: skip


def _mean(landscape: DisclosedLandscape, height: float, wording: Wording) -> Iterator[str]:
    mean = landscape.polarisation.mean_divisiveness
    if mean is None or mean.value is None:
        return
    floor = height - FOOT
    name = element("title", wording.say("the mean with its interval"))
    band = element(
        "rect", x=_across(mean.low), y=4, width=_across(mean.high) - _across(mean.low), height=floor - 4, fill=INK,
        fill_opacity=0.12,
    )  # fmt: skip
    line = element("line", x1=_across(mean.value), y1=4, x2=_across(mean.value), y2=floor, stroke=INK, stroke_width=2)
    yield element("g", name + band + line)


def _sentence(known: list[float], *, hidden: int, k: int, wording: Wording) -> str:
    told = []
    if known:
        split = sum(v > 0.75 for v in known)
        told.append(
            wording.count("By estimate, people are strongly divided about {split} of {n} statement "
                          "(more than 25% on both sides).",
                          "By estimate, people are strongly divided about {split} of {n} statements "
                          "(more than 25% on both sides).", len(known), split=wording.number(split))
        )  # fmt: skip
    if hidden and k > 1:
        told.append(say_statements_hidden(hidden, k=k, wording=wording))
    return " ".join(told) or wording.say("Too few people answered to show how divided they are.")


def say_statements_hidden(hidden: int, *, k: int, wording: Wording) -> str:
    """How many statements are left out to protect people, which is not the same as that there are none."""
    return wording.count(
        "{n} statement may not be shown because it says something about fewer than {k} people.",
        "{n} statements may not be shown because they say something about fewer than {k} people.",
        hidden,
        k=wording.number(k),
    )


def _table(landscape: DisclosedLandscape, wording: Wording) -> Table:
    say = wording.say
    rows = []
    for s in landscape.statements[:MOST_ROWS]:
        d = s.divisiveness
        value = say("hidden") if d.value is None else say_decimals(d.value, wording)
        rows.append((s.text or s.id, value, f"{say_decimals(d.low, wording)} – {say_decimals(d.high, wording)}"))
    return Table((say("Statement"), say("Divisiveness, 0 to 1"), say("Interval")), tuple(rows))
