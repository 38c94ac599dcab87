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
from houvast.queries.gather.statement_words import statement_words
from houvast.queries.gather.words import Words

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


def live_part(conversation_id: int, *, language: str, reads: str = "") -> LivePart | None:
    """The newest coarse result; None where too few people took part. reads: the language of the statements."""
    live = latest_live(conversation_id)
    if live is None or not live.people:
        return None
    by_number = {one.number: one for one in live.statements}
    words = statement_words(conversation_id, reads or language)
    return LivePart(
        people=live.people,
        binds=tuple(_items("binds", live.binds, by_number, words, language)),
        divides=tuple(_items("divides", live.divides, by_number, words, language)),
    )


def _items(
    kind: str, numbers: Iterable[int], live: Mapping[int, LiveStatement], words: Mapping[str, Words], language: str
) -> Iterable[LiveItem]:
    """The first few, as the reader reads them; the result holds only statements that are still offered."""
    chosen = [live[number] for number in numbers if number in live]
    for one in chosen[:MOST]:
        own = words[str(one.number)]
        yield LiveItem(kind, one.number, own.text, own.language, draw_live_bar(one, language))


def draw_live_bar(one: LiveStatement, language: str) -> Chart:
    """The ranges of the answers to one statement."""
    agree, disagree, passed = (Between(share.low, share.high) for share in (one.agree, one.disagree, one.passed))
    shares = CoarseShares(agree, disagree, passed, one.people)
    return draw_coarse_bar(shares, wording_for(language))
