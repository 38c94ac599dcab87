# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What binds and what divides right now, coarsely? For people who take part, and for the screen in a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from houvast.charts.chart import Chart
from houvast.charts.coarse_bar import Between, CoarseShares, draw_coarse_bar
from houvast.queries.gather.landscape_words import wording_for
from houvast.queries.gather.landscapes import LiveStatement, latest_live
from houvast.store.models import Statement

MOST = 5


@dataclass(frozen=True, slots=True)
class LiveItem:
    """A statement and between which shares its answers lie. kind: "binds" or "divides"."""

    kind: str
    number: int
    text: str
    language: str
    bar: Chart


@dataclass(frozen=True, slots=True)
class LivePart:
    """What may be shown while people take part. people: rounded down."""

    people: int
    binds: tuple[LiveItem, ...]
    divides: tuple[LiveItem, ...]


def live_part(conversation_id: int, *, language: str) -> LivePart | None:
    """The newest coarse result; None where too few people took part."""
    live = latest_live(conversation_id)
    if live is None or not live.people:
        return None
    by_number = {one.number: one for one in live.statements}
    known = dict(
        Statement.objects.filter(conversation_id=conversation_id, is_shown=True).values_list("number", "language")
    )
    return LivePart(
        people=live.people,
        binds=tuple(_items("binds", live.binds, by_number, known, language)),
        divides=tuple(_items("divides", live.divides, by_number, known, language)),
    )


def _items(
    kind: str, numbers: Iterable[int], live: Mapping[int, LiveStatement], known: Mapping[int, str], language: str
) -> Iterable[LiveItem]:
    """Only statements that are still offered: one that was left out since is not shown again."""
    chosen = [live[number] for number in numbers if number in live and number in known]
    for one in chosen[:MOST]:
        yield LiveItem(kind, one.number, one.text, known[one.number], draw_live_bar(one, language))


def draw_live_bar(one: LiveStatement, language: str) -> Chart:
    """The ranges of the answers to one statement."""
    agree, disagree, passed = (Between(share.low, share.high) for share in (one.agree, one.disagree, one.passed))
    shares = CoarseShares(agree, disagree, passed, one.people)
    return draw_coarse_bar(shares, wording_for(language))
