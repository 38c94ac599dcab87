# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do I stand, and do I know what others think? For one participant's own screen, while people take part."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from houvast.charts.chart import Chart
from houvast.charts.own_place import Line, draw_own_place
from houvast.queries.gather.landscape_words import wording_for
from houvast.queries.gather.landscapes import LiveResult, LiveShare, latest_live
from houvast.queries.gather.own_place import own_place
from houvast.queries.gather.statement_words import statement_words
from houvast.store.models import Participant, PerceivedView

MOST_WIDE = 5  # of ten: a wider range says too little to hold a guess against it


@dataclass(frozen=True, slots=True)
class OwnEstimate:
    """A statement, how many of ten I thought agree, and between how many of ten do."""

    text: str
    language: str
    mine: int
    low: int
    high: int

    @property
    def is_wide(self) -> bool:
        """Whether too little is known of the others to compare."""
        return self.high - self.low > MOST_WIDE


@dataclass(frozen=True, slots=True)
class OwnResult:
    """My place, None where it cannot be told, and my guesses beside what others answered."""

    place: Chart | None
    estimates: tuple[OwnEstimate, ...]
    summary: str


def own_result(participant: Participant, *, language: str, reads: str = "") -> OwnResult:
    """Computed for this page and not kept. reads: the language of the statements."""
    live = latest_live(participant.conversation_id)
    estimates = own_estimates(participant, live, reads=reads or language)
    return OwnResult(_draw_place(participant, live, language), estimates, summarise_estimates(estimates))


def _draw_place(participant: Participant, live: LiveResult | None, language: str) -> Chart | None:
    spread = live.places if live else None
    if spread is None or not any(spread.share):
        return None
    place = own_place(participant)
    if place is None:
        return None
    return draw_own_place(Line(spread.x, spread.share), x=place.x, x_se=place.x_se, wording=wording_for(language))


def own_estimates(participant: Participant, live: LiveResult | None, *, reads: str) -> tuple[OwnEstimate, ...]:
    """My guesses about statements that enough people answered, in the order in which I made them."""
    said = {one.number: one for one in live.statements} if live else {}
    guesses = PerceivedView.objects.filter(participant=participant, of_ten__isnull=False, statement__is_shown=True)
    words = statement_words(participant.conversation_id, reads)
    return tuple(
        OwnEstimate(words[str(number)].text, words[str(number)].language, mine, *_of_ten(said[number].agree))
        for mine, number in guesses.order_by("id").values_list("of_ten", "statement__number")
        if mine is not None and number in said
    )


def _of_ten(share: LiveShare) -> tuple[int, int]:
    """Whole numbers of ten around the range, never within it."""
    return math.floor(round(share.low * 10, 6)), math.ceil(round(share.high * 10, 6))


def summarise_estimates(estimates: tuple[OwnEstimate, ...]) -> str:
    """How often I thought that fewer, or more, people agree than can be. Within the range no guess is called wrong."""
    if not estimates:
        return ""
    known = [one for one in estimates if not one.is_wide]
    low = sum(one.mine < one.low for one in known)
    high = sum(one.mine > one.high for one in known)
    told = ngettext("You guessed about %(n)s statement.", "You guessed about %(n)s statements.", len(estimates)) % {
        "n": len(estimates)
    }
    if not known:
        return told + " " + _("Too few people answered so far to say how close your guesses are.")
    if not low and not high:
        return told + " " + _("Your guesses may be right: they lie within what we can say of the others now.")
    parts = [
        ngettext("Once more people agreed than you thought.", "%(n)s times more people agreed than you thought.", low)
        % {"n": low}
        if low
        else "",
        ngettext(
            "Once fewer people agreed than you thought.", "%(n)s times fewer people agreed than you thought.", high
        )
        % {"n": high}
        if high
        else "",
    ]
    return " ".join(filter(None, [told, *parts]))
