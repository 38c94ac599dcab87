# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do I stand, and do I know what others think? For one participant's own screen, while people take part."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from houvast.charts.chart import Chart
from houvast.charts.own_place import Line, draw_own_place
from houvast.queries.gather.landscape_words import lay_out, wording_for
from houvast.queries.gather.landscapes import latest_live
from houvast.queries.gather.own_place import own_place
from houvast.queries.gather.publications import newest_full_snapshot
from houvast.store.models import Participant, PerceivedView

NEAR = 1  # of ten: a guess this close is right, for the shares themselves are rounded


@dataclass(frozen=True, slots=True)
class OwnEstimate:
    """A statement, how many of ten I thought agree, and about how many do."""

    text: str
    language: str
    mine: int
    others: int


@dataclass(frozen=True, slots=True)
class OwnResult:
    """My place, None where it cannot be told, and my guesses beside what others answered."""

    place: Chart | None
    estimates: tuple[OwnEstimate, ...]
    summary: str


def own_result(participant: Participant, *, language: str) -> OwnResult:
    """Computed for this page and not kept."""
    estimates = own_estimates(participant)
    return OwnResult(_draw_place(participant, language), estimates, summarise_estimates(estimates))


def _draw_place(participant: Participant, language: str) -> Chart | None:
    place = own_place(participant)
    snapshot = newest_full_snapshot(participant.conversation_id) if place else None
    if place is None or snapshot is None:
        return None
    shown = lay_out(snapshot.content, language).shown
    if shown.participants < shown.k or not any(shown.map.curve):
        return None
    line = Line(shown.map.x, shown.map.curve)
    return draw_own_place(line, x=place.x, x_se=place.x_se, wording=wording_for(language))


def own_estimates(participant: Participant) -> tuple[OwnEstimate, ...]:
    """My guesses about statements that enough people answered, in the order in which I made them."""
    live = latest_live(participant.conversation_id)
    shares = {one.number: one.agree for one in live.statements} if live else {}
    guesses = PerceivedView.objects.filter(participant=participant, of_ten__isnull=False, statement__is_shown=True)
    made = []
    for guess in guesses.select_related("statement").order_by("id"):
        share = shares.get(guess.statement.number)
        if share is not None and guess.of_ten is not None:
            said = guess.statement
            made.append(OwnEstimate(said.text, said.language, guess.of_ten, round(share * 10)))
    return tuple(made)


def summarise_estimates(estimates: tuple[OwnEstimate, ...]) -> str:
    """How often I thought that fewer, or more, people agree than do."""
    if not estimates:
        return ""
    low = sum(one.mine < one.others - NEAR for one in estimates)
    high = sum(one.mine > one.others + NEAR for one in estimates)
    told = ngettext("You guessed about %(n)s statement.", "You guessed about %(n)s statements.", len(estimates)) % {
        "n": len(estimates)
    }
    if not low and not high:
        return told + " " + _("Your guesses are close to what others answered.")
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
