# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screens of the attention list, with codes in words?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from houvast.domain.attention import Decision, PointKind, PointState
from houvast.queries.notice.attention_list import AttentionListPage
from houvast.queries.notice.attention_point import AttentionPointPage, DecisionLine, ObservationOfPoint
from houvast.queries.notice.kept_points import ListedPoint
from houvast.web.notice.attention.forms import DecisionForm
from houvast.web.notice.attention.words import DECISION_WORDS, POINT_KIND_WORDS, STATE_WORDS
from houvast.web.notice.words import in_words

UNWEIGHED = frozenset({PointKind.FEEDBACK})


@dataclass(frozen=True, slots=True)
class PointCard:
    """A point in a list, in words. more: an address where it can be dealt with, and how that is said."""

    about: ListedPoint
    kind: str
    state: str
    decision: str
    source: str
    more: str = ""
    more_words: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list with its heading and what it means."""

    name: str
    heading: str
    explains: str
    cards: tuple[PointCard, ...]


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list in sections; empty ones are left out. sets_terms: whether the terms are for this colleague to set."""

    found: AttentionListPage
    sections: tuple[Section, ...]
    sets_terms: bool


@dataclass(frozen=True, slots=True)
class ObservationLine:
    """A signal of a point, in words."""

    about: ObservationOfPoint
    kind: str
    source: str
    witness: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """A decision of the table, in words."""

    about: DecisionLine
    state: str
    decision: str


@dataclass(frozen=True, slots=True)
class PointScreen:
    """A point; form: what the table fills in, None for those who may not, and where nothing is to be weighed."""

    found: AttentionPointPage
    card: PointCard
    sources: tuple[str, ...]
    signals: tuple[ObservationLine, ...]
    log: tuple[LogLine, ...]
    form: DecisionForm | None


def card_of(point: ListedPoint) -> PointCard:
    """The point in words."""
    more, more_words = _where_it_waits(point)
    return PointCard(
        about=point,
        kind=str(POINT_KIND_WORDS[point.kind]),
        state=_state(point.state),
        decision="" if point.decision is None else _decision(point.decision),
        source=in_words("source_kind", point.source) if point.source else "",
        more=more,
        more_words=more_words,
    )


def _where_it_waits(point: ListedPoint) -> tuple[str, str]:
    """Where answers are given, and how that is said; empty where nobody waits."""
    if point.kind is not PointKind.FEEDBACK:
        return "", ""
    if point.waits == "messages":
        return reverse("inbox:list"), _("To the inbox")
    return reverse("observations:list"), _("To the signals")


def list_screen(found: AttentionListPage, *, sets_terms: bool = False) -> ListScreen:
    """The sections of the list. sets_terms: this colleague sets the terms of noticing."""
    return ListScreen(found, tuple(one for one in _sections(found) if one.cards), sets_terms)


def _sections(found: AttentionListPage) -> Iterator[Section]:
    waiting = _("People told us something and still hear nothing.")
    silent = _("A reason to go there, or to ask the source.")
    watch = _("Out of the ordinary, but too few signals or reporters to announce.")
    told = (
        ("waiting", found.waiting, _("Answers that are overdue"), waiting),
        ("again", found.again, _("Back on the table"), _("You agreed to look at these again.")),
        ("announced", found.announced, _("Deserves a look together"), ""),
        ("coming", found.coming, _("Occasions that are coming"), _("In the next four weeks.")),
        ("potential", found.potential, _("May be coming"), _("Signals about something that is still to come.")),
        ("fading", found.fading, _("What connects is noted less"), ""),
        ("silent", found.silent, _("Silent: we do not know whether it is calm"), silent),
        ("watch", found.watch, _("Watch list"), watch),
        ("decided", found.decided, _("Decided in the last eight weeks"), ""),
    )  # fmt: skip
    for name, points, heading, explains in told:
        yield Section(name, heading, explains, tuple(card_of(point) for point in points))


def point_screen(found: AttentionPointPage, form: DecisionForm | None) -> PointScreen:
    """The page of a point in words."""
    sources = found.evidence.sources if found.evidence is not None else ()
    return PointScreen(
        found=found,
        card=card_of(found.point),
        sources=tuple(f"{in_words('source_kind', code)}: {n}" for code, n in sources),
        signals=tuple(_observation(one) for one in found.signals),
        log=tuple(LogLine(one, _state(one.state), _decision(one.decision)) for one in found.decisions),
        form=None if found.point.kind in UNWEIGHED else form,
    )


def _observation(one: ObservationOfPoint) -> ObservationLine:
    witness = in_words("witness", one.witness) if one.witness else ""
    return ObservationLine(one, in_words("kind", one.kind), in_words("source_kind", one.source), witness)


def _state(state: PointState) -> str:
    return str(STATE_WORDS[state])


def _decision(decision: Decision) -> str:
    return str(DECISION_WORDS[decision])


def decision_start(found: AttentionPointPage) -> dict[str, Any]:
    """What the form begins with: the day on which to look again, if one was agreed."""
    return {"return_on": found.point.return_on}
