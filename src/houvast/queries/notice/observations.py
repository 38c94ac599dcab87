# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which signals are there, who still has to hear back, and what is in one? Never who reported.

The file of counts has one cell for every week, area and theme with at least k signals by at least k reporters, and
nothing else: no cell below k, no totals and no filters, so that nothing about fewer can be computed from what is in it.
Counts are given as ranges of k wide, so that two files made at different times do not tell one signal either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from houvast.domain.errors import NotFound
from houvast.domain.observation import ObservationKind
from houvast.domain.week import write_week
from houvast.exchange.csv_text import write_csv_text
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Observation, ObservationReply

PER_PAGE = 25
COLUMNS = ("week", "area", "area_name", "theme", "theme_name", "signals_at_least", "signals_at_most")


class Answered(StrEnum):
    """Whether the reporter heard back."""

    ANY = ""
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ObservationFilter:
    """Which signals: codes of area and theme, the kind, weeks as Mondays, and whether the reporter heard back."""

    area: str = ""
    theme: str = ""
    kind: str = ""
    first_week: date | None = None
    last_week: date | None = None
    answered: Answered = Answered.ANY


@dataclass(frozen=True, slots=True)
class ListedObservation:
    """A signal in the list. begin: its first words. due: when the reporter hears back; None where nobody waits."""

    identity: int
    week: date
    area: str
    theme: str
    kind: ObservationKind
    begin: str
    due: date | None
    is_overdue: bool
    is_taken_up: bool
    owner: str


@dataclass(frozen=True, slots=True)
class ObservationListPage:
    """A page of the list: those whose reporter should have heard back first, then the newest."""

    observations: tuple[ListedObservation, ...]
    total: int
    overdue: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class SaidReply:
    """A reply to the reporter; whether it was read."""

    text: str
    at: date
    is_read: bool


@dataclass(frozen=True, slots=True)
class ObservationPage:
    """One signal, without who reported it. codes: (field, value) of what was said in codes, empty ones left out."""

    identity: int
    week: date
    entered_week: date
    area_code: str
    area: str
    theme_code: str
    theme: str
    kind: ObservationKind
    source_kind: str
    origin: str
    seen: str
    reporter_reading: str
    already_done: str
    language: str
    text_removed_at: date | None
    codes: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    wants_feedback: bool
    due: date | None
    is_overdue: bool
    taken_up_at: date | None
    owner: str
    replies: tuple[SaidReply, ...]


CODES = ("grounds", "dividing_line", "need", "place_kind", "witness", "tone", "direction", "extent")
MARKS = ("is_gut_feeling", "is_us_them", "is_repeated", "concerns_government")
BEGIN = 160


def observation_list(
    wanted: ObservationFilter, *, today: date, page: int = 1, reader: int | None = None
) -> ObservationListPage:
    """The page with this number, from 1; the last one where there are fewer. reader: whose own come first."""
    rows = _filtered(wanted)
    due = Q(wants_feedback=True, feedback_due__lt=today)
    own_first = Case(When(feedback_owner_id=reader, then=Value(0)), default=Value(1))
    late = rows.filter(due & ~Exists(_replies())).order_by(own_first, "feedback_due", "id")
    others = rows.filter(~due | Exists(_replies())).order_by("-week", "-id")
    overdue, total = late.count(), rows.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), pages)
    first = (number - 1) * PER_PAGE
    found = list(_whole(late)[first : first + PER_PAGE])
    if len(found) < PER_PAGE:
        skip = max(0, first - overdue)
        found += list(_whole(others)[skip : skip + PER_PAGE - len(found)])
    return ObservationListPage(tuple(_listed(row, today) for row in found), total, overdue, number, pages)


def overdue_count(*, today: date) -> int:
    """How many reporters should have heard back before today and did not."""
    return Observation.objects.filter(
        Q(wants_feedback=True, feedback_due__lt=today) & ~Exists(_replies())
    ).count()  # fmt: skip


def find_observation(identity: int) -> Observation:
    """The signal with this number. NotFound where there is none."""
    found = None
    if identity < 2**63:
        found = Observation.objects.select_related("area", "theme", "feedback_owner").filter(pk=identity).first()
    if found is None:
        raise NotFound("There is no signal with this number.")
    return found


def observation_page(identity: int, *, today: date) -> ObservationPage:
    """One signal with everything but its reporter."""
    row = find_observation(identity)
    replies = tuple(SaidReply(one.text, one.at, one.read_at is not None) for one in row.replies.order_by("id"))
    return ObservationPage(
        identity=row.pk,
        week=row.week,
        entered_week=row.entered_week,
        area_code=row.area.code if row.area else "",
        area=row.area.name if row.area else "",
        theme_code=row.theme.code if row.theme else "",
        theme=row.theme.name if row.theme else "",
        kind=ObservationKind(row.kind),
        source_kind=row.source_kind,
        origin=row.origin,
        seen=row.seen,
        reporter_reading=row.reporter_reading,
        already_done=row.already_done,
        language=row.language,
        text_removed_at=row.text_removed_at,
        codes=tuple((name, getattr(row, name)) for name in CODES if getattr(row, name)),
        marks=tuple(name for name in MARKS if getattr(row, name)),
        wants_feedback=row.wants_feedback,
        due=row.feedback_due,
        is_overdue=not replies and row.feedback_due is not None and row.feedback_due < today,
        taken_up_at=row.taken_up_at,
        owner=row.feedback_owner.name if row.feedback_owner else "",
        replies=replies,
    )


def write_counts_file() -> str:
    """The counts that may leave the team, as CSV with the codes of the programme; never a text of a signal."""
    k = notice_terms().k
    cells = (
        Observation.objects.filter(area__isnull=False, theme__isnull=False)
        .values("week", "area__code", "area__name", "theme__code", "theme__name")
        .annotate(signals=Count("id"), reporters=Count("reporter_key", distinct=True))
        .filter(signals__gte=k, reporters__gte=k)
        .order_by("week", "area__code", "theme__code")
    )
    return write_csv_text(head=COLUMNS, rows=[_cell(found, k) for found in cells])


def _cell(found: Mapping[str, Any], k: int) -> tuple[str, ...]:
    least = found["signals"] // k * k
    named = (found["area__code"], found["area__name"], found["theme__code"], found["theme__name"])
    return (write_week(found["week"]), *named, str(least), str(least + k - 1))


def _replies() -> QuerySet[ObservationReply]:
    return ObservationReply.objects.filter(observation=OuterRef("pk"))


def _filtered(wanted: ObservationFilter) -> QuerySet[Observation]:
    parts = {
        "area__code": wanted.area,
        "theme__code": wanted.theme,
        "kind": wanted.kind,
        "week__gte": wanted.first_week,
        "week__lte": wanted.last_week,
    }
    rows = Observation.objects.filter(**{name: value for name, value in parts.items() if value})
    if wanted.answered is Answered.OPEN:
        return rows.filter(Q(wants_feedback=True) & ~Exists(_replies()))
    return rows.filter(Exists(_replies())) if wanted.answered is Answered.DONE else rows


def _whole(rows: QuerySet[Observation]) -> QuerySet[Observation]:
    return rows.select_related("area", "theme", "feedback_owner").annotate(has_reply=Exists(_replies()))


def _listed(row: Observation, today: date) -> ListedObservation:
    waits = row.wants_feedback and not row.has_reply  # type: ignore[attr-defined]  # annotated
    return ListedObservation(
        identity=row.pk,
        week=row.week,
        area=row.area.name if row.area else "",
        theme=row.theme.name if row.theme else "",
        kind=ObservationKind(row.kind),
        begin=row.seen if len(row.seen) <= BEGIN else row.seen[:BEGIN].rsplit(" ", 1)[0] + " …",
        due=row.feedback_due if waits else None,
        is_overdue=bool(waits and row.feedback_due and row.feedback_due < today),
        is_taken_up=row.taken_up_at is not None,
        owner=row.feedback_owner.name if row.feedback_owner else "",
    )
