# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look this week? The list for the weekly table; for others only what may be told outside the team.

There is no ranking of areas: points stand in the order in which chance explains them least, and areas that did not
stand out are nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from houvast.charts.attention_sentences import say_budget, say_nothing, say_nothing_told, say_shortage
from houvast.charts.wording import Wording
from houvast.domain.attention import JUDGED, PointKind, PointState
from houvast.domain.roles import Capability, Role, may
from houvast.domain.week import monday_of, write_week
from houvast.engine.attention.points import Shortage, TooLittle
from houvast.queries.gather.landscape_words import wording_for
from houvast.queries.notice.kept_points import ListedPoint, list_point, may_be_told
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AttentionPoint, AttentionSnapshot, StaffMember

DECIDED_FOR = timedelta(weeks=8)
OPEN_STATES = (PointState.NEW, PointState.INTERPRETING)
LOOK_KINDS = (PointKind.COUNTS, PointKind.EMERGING, PointKind.BY_HAND)


@dataclass(frozen=True, slots=True)
class AttentionListPage:
    """The whole list. looked_at: when the worker last looked, None before the first time. Outside the team it is a day
    alone: the worker looks whenever a signal came in.

    announced: deserves a look. waiting: answers that are overdue. coming, potential, fading, silent: the other reasons.
    watch: over the line, but too few signals or reporters to announce. again: judged, and due to be looked at again.
    decided: in the last eight weeks. overdue: how many points wait for a judgement longer than five working days.
    nothing: what to say when nothing stands out, empty otherwise. short: what is short when less can be said.
    """

    is_team: bool
    week: str
    looked_at: datetime | None
    budget: str
    announced: tuple[ListedPoint, ...]
    watch: tuple[ListedPoint, ...]
    waiting: tuple[ListedPoint, ...]
    coming: tuple[ListedPoint, ...]
    potential: tuple[ListedPoint, ...]
    fading: tuple[ListedPoint, ...]
    silent: tuple[ListedPoint, ...]
    again: tuple[ListedPoint, ...]
    decided: tuple[ListedPoint, ...]
    overdue: int
    nothing: tuple[str, ...]
    short: tuple[str, ...]


def is_in_team(member: StaffMember) -> bool:
    """Whether somebody is of those who see signals, also few of them."""
    return may(Role(member.role), Capability.SEE_OBSERVATIONS)


def attention_list(*, by: StaffMember, language: str) -> AttentionListPage:
    """The list as this colleague may see it."""
    terms, today, wording = notice_terms(), timezone.localdate(), wording_for(language)
    is_team = is_in_team(by)
    rows = [row for row in _rows(today) if is_team or may_be_told(row, k=terms.k)]

    def listed(kinds: tuple[str, ...], *, announced: bool = True) -> tuple[ListedPoint, ...]:
        chosen = [r for r in rows if r.kind in kinds and r.state in OPEN_STATES and r.is_announced == announced]
        return _listed(chosen, today, is_team, terms.k, wording)

    announced = listed(LOOK_KINDS)
    judged = [row for row in rows if PointState(row.state) in JUDGED]
    snapshot = AttentionSnapshot.objects.filter(kind="list").order_by("-id").first()
    return AttentionListPage(
        is_team=is_team,
        week=write_week(monday_of(today)),
        looked_at=_looked_at(snapshot, is_team),
        budget=say_budget(terms.false_points_a_month, wording),
        announced=announced,
        watch=listed(LOOK_KINDS, announced=False),
        waiting=listed((PointKind.FEEDBACK,)),
        coming=_by_day(listed((PointKind.TRIGGER,)), rows),
        potential=listed((PointKind.POTENTIAL,)),
        fading=listed((PointKind.RESILIENCE_FADES,)),
        silent=listed((PointKind.SILENCE,)),
        again=_listed([row for row in judged if _is_due(row, today)], today, is_team, terms.k, wording),
        decided=_listed([row for row in judged if not _is_due(row, today)], today, is_team, terms.k, wording),
        overdue=sum(point.is_overdue for point in announced) if is_team else 0,
        nothing=() if announced else _nothing(is_team, snapshot, wording),
        short=_short(snapshot, wording) if is_team else (),
    )


def _looked_at(snapshot: AttentionSnapshot | None, is_team: bool) -> datetime | None:
    if snapshot is None or is_team:
        return snapshot.at if snapshot else None
    return timezone.localtime(snapshot.at).replace(hour=0, minute=0, second=0, microsecond=0)


def _rows(today: date) -> list[AttentionPoint]:
    """Open points, and judged ones of the last weeks or due again; strongest evidence first."""
    found = AttentionPoint.objects.select_related("theme").prefetch_related("areas", "decisions")
    kept = [row for row in found if row.state in OPEN_STATES or _is_recent(row, today) or _is_due(row, today)]
    return sorted(kept, key=lambda row: (-(row.score or 0.0), -row.opened_on.toordinal(), row.pk))


def _is_recent(row: AttentionPoint, today: date) -> bool:
    last = list(row.decisions.all())
    return bool(last) and last[-1].at >= today - DECIDED_FOR


def _is_due(row: AttentionPoint, today: date) -> bool:
    return PointState(row.state) in JUDGED and row.return_on is not None and row.return_on <= today


def _listed(
    rows: Iterable[AttentionPoint], today: date, is_team: bool, k: int, wording: Wording
) -> tuple[ListedPoint, ...]:
    return tuple(list_point(row, today=today, is_team=is_team, k=k, wording=wording) for row in rows)


def _by_day(points: tuple[ListedPoint, ...], rows: list[AttentionPoint]) -> tuple[ListedPoint, ...]:
    starts = {row.pk: str(row.evidence.get("starts_on", "")) for row in rows}
    return tuple(sorted(points, key=lambda one: (starts[one.identity], one.identity)))


def _nothing(is_team: bool, snapshot: AttentionSnapshot | None, wording: Wording) -> tuple[str, ...]:
    if snapshot is None:
        return ()
    if is_team:
        return () if _says_too_little(snapshot) else say_nothing(wording)
    return say_nothing_told(wording)


def _says_too_little(snapshot: AttentionSnapshot) -> bool:
    return snapshot.content.get("threshold") is None


def _short(snapshot: AttentionSnapshot | None, wording: Wording) -> tuple[str, ...]:
    kept = snapshot.content.get("too_little", ()) if snapshot else ()
    return tuple(
        say_shortage(TooLittle(Shortage(one["shortage"]), one["have"], one["needed"]), wording) for one in kept
    )
