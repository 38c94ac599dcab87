# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which street-talk rounds are coming, where does somebody still have to go back, and what was done?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils import timezone

from houvast.domain.errors import NotFound
from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.domain.week import monday_of, write_week
from houvast.store.models import Round

HELD_SHOWN = 30


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list. conversations: None before any was counted. is_late: the day to come back has passed."""

    number: int
    area: str
    place: str
    theme: str
    planned_on: date
    part_of_day: PartOfDay
    state: RoundState
    conversations: int | None
    minutes: int | None
    observations: int
    return_on: date | None
    return_promise: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """The rounds. open: planned for before today and not closed. returns: where somebody goes back, late ones first."""

    returns: tuple[RoundLine, ...]
    late: int
    open: tuple[RoundLine, ...]
    coming: tuple[RoundLine, ...]
    held: tuple[RoundLine, ...]
    cancelled: tuple[RoundLine, ...]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """One round. may_hold: it is today or was before. week: for the notes taken in it."""

    about: RoundLine
    area_code: str
    theme_code: str
    week: str
    questions: tuple[str, ...]
    walkers: tuple[SourceKind, ...]
    number_of_walkers: int
    remark: str
    returned_on: date | None
    may_hold: bool


def rounds_page() -> RoundsPage:
    """The page of rounds, as it is today."""
    today = timezone.localdate()
    returns = _rows().filter(state=RoundState.HELD, return_on__isnull=False, returned_on__isnull=True)
    planned = _rows().filter(state=RoundState.PLANNED).order_by("planned_on", "id")
    due = tuple(_line(one, today) for one in returns.order_by("return_on", "id"))
    return RoundsPage(
        returns=due,
        late=sum(one.is_late for one in due),
        open=tuple(_line(one, today) for one in planned.filter(planned_on__lt=today)),
        coming=tuple(_line(one, today) for one in planned.filter(planned_on__gte=today)),
        held=tuple(_line(one, today) for one in _rows().filter(state=RoundState.HELD)[:HELD_SHOWN]),
        cancelled=tuple(_line(one, today) for one in _rows().filter(state=RoundState.CANCELLED)[:HELD_SHOWN]),
    )


def round_page(number: int) -> RoundPage:
    """The page of one round, or NotFound."""
    today, found = timezone.localdate(), _rows().filter(pk=number).first()
    if found is None:
        raise NotFound("There is no such round. Look in the list of rounds.")
    return RoundPage(
        about=_line(found, today),
        area_code=found.area.code,
        theme_code=found.theme.code if found.theme else "",
        week=write_week(monday_of(found.planned_on)),
        questions=tuple(found.questions),
        walkers=tuple(SourceKind(one) for one in found.walkers),
        number_of_walkers=found.number_of_walkers,
        remark=found.remark,
        returned_on=found.returned_on,
        may_hold=found.planned_on <= today,
    )


def _rows() -> QuerySet[Round]:
    return Round.objects.select_related("area", "theme").annotate(noted=Count("observations"))


def _line(one: Round, today: date) -> RoundLine:
    waits = one.return_on is not None and one.returned_on is None
    return RoundLine(
        number=one.pk,
        area=one.area.name,
        place=one.place,
        theme=one.theme.name if one.theme else "",
        planned_on=one.planned_on,
        part_of_day=PartOfDay(one.part_of_day),
        state=RoundState(one.state),
        conversations=one.conversations_held,
        minutes=one.minutes,
        observations=getattr(one, "noted", 0),
        return_on=one.return_on,
        return_promise=one.return_promise,
        is_late=waits and one.return_on is not None and one.return_on < today,
    )
