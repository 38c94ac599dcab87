# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a newcomer see a municipality that notices? A year of invented signals, a theme that rises, a silence."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from houvast.actions.notice.themes import start_with_own_list
from houvast.domain.area import AreaKind, parent_code
from houvast.domain.inbox import MessageKind, SenderKind
from houvast.domain.observation import Grounds, SourceKind, Tone, Witness
from houvast.domain.participant_key import hash_key, new_token
from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.domain.trigger import TriggerKind
from houvast.domain.week import WEEK, monday_of
from houvast.exchange.notice_demo_pack import DemoArea, NoticeDemoPack, read_notice_demo_pack
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import (
    Area,
    CheckIn,
    InboxMessage,
    Observation,
    Round,
    Theme,
    Trigger,
)

SOURCES = (
    SourceKind.YOUTH_WORK,
    SourceKind.NEIGHBOURHOOD_TEAM,
    SourceKind.SCHOOL,
    SourceKind.HOUSING,
    SourceKind.OUTDOOR_SERVICE,
    SourceKind.RESIDENT,
)
GROUNDS = ("", Grounds.EXPERIENCED, Grounds.EVIDENCED)
TONES = ("", "", Tone.WORRY, Tone.ANGER)
WANTS_TO_HEAR_BACK = 0.15
CHECKS_IN = 0.3  # of the reporters who had nothing to tell


@transaction.atomic
def make_notice_demo(*, rng: np.random.Generator) -> None:
    """Fill the tables of noticing with the demo; where there are areas already, nothing changes."""
    if Area.objects.exists():
        return
    pack = read_notice_demo_pack()
    quarters = _add_areas(pack.areas)
    start_with_own_list(by=None)
    Observation.objects.bulk_create(_Year(pack, quarters, rng).observations(), batch_size=1000)
    CheckIn.objects.bulk_create(_check_ins(pack, quarters, rng), ignore_conflicts=True)
    today = timezone.localdate()
    for found in pack.rounds:
        _add_round(found, quarters, today)
    for found in pack.triggers:
        _add_trigger(found, quarters, today)
    for found in pack.inbox:
        _add_message(found, today)


def _add_areas(areas: tuple[DemoArea, ...]) -> list[Area]:
    """The neighbourhoods, in the order of the pack."""
    near = {a.code: [b.code for b in areas if _touch(a, b)] for a in areas}
    made: dict[str, Area] = {}
    for area in areas:
        parent = parent_code(area.code)
        made[area.code] = Area.objects.create(
            code=area.code,
            name=area.name,
            kind=area.kind,
            parent=made.get(parent) if parent else None,
            inhabitants=area.inhabitants,
            neighbours=near[area.code],
            centre_x=area.column,
            centre_y=area.row,
        )
    return [area for area in made.values() if area.kind == AreaKind.NEIGHBOURHOOD]


def _touch(one: DemoArea, other: DemoArea) -> bool:
    if one.column is None or one.row is None or other.column is None or other.row is None:
        return False
    return abs(one.column - other.column) + abs(one.row - other.row) == 1


class _Year:
    """A year of signals: usual ones everywhere, one theme that rises, one neighbourhood that goes silent."""

    def __init__(self, pack: NoticeDemoPack, areas: list[Area], rng: np.random.Generator) -> None:
        self._pack, self._areas, self._rng = pack, areas, rng
        self._themes = {theme.code: theme for theme in Theme.objects.all()}
        self._this_week = monday_of(timezone.localdate())
        self._keeps_text_from = self._this_week - notice_terms().text_weeks * WEEK
        self._feedback_days = notice_terms().feedback_days

    def observations(self) -> list[Observation]:
        """All of them, oldest first."""
        made = []
        for weeks_ago in range(self._pack.weeks, -1, -1):
            for place, area in enumerate(self._areas):
                usual = self._rng.poisson(self._usual(place, weeks_ago))
                made += [self._one(area, place, weeks_ago) for _ in range(usual)]
                made += [
                    self._one(area, place, weeks_ago, self._pack.rise["theme"])
                    for _ in range(self._extra(place, weeks_ago))
                ]
        return made

    def _usual(self, place: int, weeks_ago: int) -> float:
        silent = self._pack.silent
        if place == silent["area"] and weeks_ago < silent["weeks"]:
            return 0.0
        return float(self._pack.observations_in_an_area_and_week)

    def _extra(self, place: int, weeks_ago: int) -> int:
        rise = self._pack.rise
        return int(rise["extra_a_week"]) if place == rise["area"] and weeks_ago < rise["weeks"] else 0

    def _one(self, area: Area, place: int, weeks_ago: int, theme: str = "") -> Observation:
        texts = [text for text in self._pack.texts if not theme or (text.theme == theme and text.kind == "tension")]
        text = texts[self._rng.integers(len(texts))]
        reporter = int(self._rng.integers(self._pack.reporters_in_an_area))
        week = self._this_week - weeks_ago * WEEK
        wants = bool(self._rng.random() < WANTS_TO_HEAR_BACK)
        return Observation(
            note_key=uuid.UUID(bytes=self._rng.bytes(16)),
            week=week,
            entered_week=min(week + int(self._rng.random() < 0.2) * WEEK, self._this_week),
            area=area,
            theme=self._themes.get(text.theme),
            kind=text.kind,
            source_kind=SOURCES[(reporter + place) % len(SOURCES)],
            witness=Witness.SELF if self._rng.random() < 0.6 else Witness.HEARD,
            grounds=str(GROUNDS[self._rng.integers(len(GROUNDS))]),
            tone=str(TONES[self._rng.integers(len(TONES))]),
            seen=text.text if week >= self._keeps_text_from else "",
            text_removed_at=None if week >= self._keeps_text_from else self._this_week,
            reporter_key=f"demo {area.code} {reporter}",
            taken_up_at=week if weeks_ago > 2 else None,
            **self._feedback(week, wants=wants and weeks_ago < 3),
        )

    def _feedback(self, week: date, *, wants: bool) -> dict[str, Any]:
        if not wants:
            return {}
        due = week + timedelta(days=self._feedback_days)
        return {"wants_feedback": True, "feedback_due": due, "reply_hash": hash_key(new_token())}


def _check_ins(pack: NoticeDemoPack, areas: list[Area], rng: np.random.Generator) -> list[CheckIn]:
    """Reporters who were there and had nothing to tell; nobody was in the silent neighbourhood."""
    this_week = monday_of(timezone.localdate())
    return [
        CheckIn(
            note_key=uuid.UUID(bytes=rng.bytes(16)),
            week=this_week - weeks_ago * WEEK,
            area=area,
            source_kind=SOURCES[(reporter + place) % len(SOURCES)],
            reporter_key=f"demo {area.code} {reporter}",
        )
        for weeks_ago in range(pack.weeks + 1)
        for place, area in enumerate(areas)
        for reporter in range(pack.reporters_in_an_area)
        if rng.random() < CHECKS_IN and not (place == pack.silent["area"] and weeks_ago < pack.silent["weeks"])
    ]


def _add_round(found: dict[str, Any], areas: list[Area], today: date) -> None:
    planned = today + timedelta(days=found["in_days"])
    Round.objects.create(
        area=areas[found["area"]],
        place=found["place"],
        planned_on=planned,
        part_of_day=PartOfDay(found["part_of_day"]),
        questions=found["questions"],
        walkers=found["walkers"],
        state=RoundState(found["state"]),
        conversations_held=found.get("conversations"),
        minutes=found.get("minutes"),
        return_on=today + timedelta(days=found["return_in_days"]) if "return_in_days" in found else None,
        return_promise=found.get("return_promise", ""),
    )


def _add_trigger(found: dict[str, Any], areas: list[Area], today: date) -> None:
    starts = today + timedelta(days=found["in_days"])
    Trigger.objects.create(
        kind=TriggerKind(found["kind"]),
        title=found["title"],
        expects=found["expects"],
        starts_on=starts,
        ends_on=starts + timedelta(days=found["days"] - 1),
        area=areas[found["area"]] if "area" in found else None,
        theme=Theme.objects.filter(code=found["theme"]).first(),
    )


def _add_message(found: dict[str, Any], today: date) -> None:
    received = today - timedelta(days=found["days_ago"])
    InboxMessage.objects.create(
        note_key=uuid.uuid4(),
        kind=MessageKind(found["kind"]),
        sender=SenderKind(found["sender"]),
        text=found["text"],
        received_on=received,
        due=received + timedelta(days=notice_terms().feedback_days),
        reply_hash=hash_key(new_token()),
    )
