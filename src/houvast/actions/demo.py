# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a newcomer see a municipality at work? Invented people answer invented conversations, once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from numpy.typing import NDArray

from houvast.actions.gather.landscapes import refresh_full, refresh_live
from houvast.actions.gather.polis_import import import_polis
from houvast.actions.gather.publication import publish
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.actions.notice.attention import refresh_attention
from houvast.actions.notice.calibration import calibrate_attention
from houvast.actions.notice.demo import make_notice_demo
from houvast.domain.conversation import ConversationState, Mode, ModerationReason, Origin, PromiseState
from houvast.domain.errors import ActionRefused
from houvast.domain.hour import hour_of
from houvast.domain.participant_key import hash_key, new_token
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.exchange.demo_pack import DemoConversation, DemoQuestion, read_demo_pack
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    ConversationText,
    Exposure,
    ModerationDecision,
    Participant,
    PerceivedView,
    Promise,
    ReportBack,
    StaffMember,
    Statement,
    StatementTranslation,
    Tally,
    Vote,
)

PASSWORD = "houvast in noorderhaaks"  # noqa: S105 -- printed on the first screen of the demo
SIDES = ((0.45, -1.1, 0.6), (0.40, 1.1, 0.6), (0.15, 0.0, 0.4))  # share, centre, spread of places
FEWEST_ANSWERS = 8
ESTIMATES = 0.4  # share of people who estimate a statement
SILENT = 0.2  # share that leaves the background questions open
DAYS = 12
ATTRIBUTION = "Gathered with Polis; CC BY 4.0, attribution to The Computational Democracy Project"


@dataclass(frozen=True, slots=True)
class Demo:
    """Who can log in, with which password, and the codes of the conversations."""

    accounts: tuple[tuple[str, str], ...]
    password: str
    open_code: str
    published_code: str


def make_demo(*, rng: np.random.Generator) -> Demo:
    """Fill an empty installation with the demo; a second call changes nothing. ActionRefused outside a demo."""
    if not settings.HOUVAST.flag("HOUVAST_DEMO"):
        raise ActionRefused(
            "The demo has well-known passwords. Set HOUVAST_DEMO=1 to allow it, in an empty data folder."
        )
    pack = read_demo_pack()
    demo = Demo(
        accounts=tuple((email, role) for email, _, role in pack.accounts),
        password=PASSWORD,
        open_code=pack.open.code,
        published_code=pack.published.code,
    )
    if Conversation.objects.filter(code=pack.open.code).exists():
        return demo
    if Conversation.objects.exists() or StaffMember.objects.exists():
        raise ActionRefused("There is data in this installation already. Give the demo an empty HOUVAST_DATA folder.")
    with transaction.atomic():
        adviser = _add_accounts(pack.accounts)
        running = _converse(pack.open, by=adviser, state=ConversationState.OPEN, days_ago=DAYS, rng=rng)
        ended = _converse(pack.published, by=adviser, state=ConversationState.CLOSED, days_ago=60, rng=rng)
        make_notice_demo(rng=rng)
    calibrate_attention()
    refresh_attention()
    refresh_full(running)
    refresh_live(running)
    for conversation in (running, ended):
        refresh_reach(conversation)
    refresh_full(ended)
    publish(conversation=ended, reading=pack.published.reading, by=adviser)
    _tell(ended, pack.published, by=adviser)
    return demo


def import_example(folder: Path) -> str:
    """Import a real open conversation beside the invented ones, once; its code."""
    source = f"{folder.name}. {ATTRIBUTION}"
    found = Conversation.objects.filter(source=source).first()
    if found is None:
        adviser = StaffMember.objects.filter(role=Role.ADVISER).order_by("id")[0]
        found = import_polis(folder=folder, title="", language="en", source=source, by=adviser)
        refresh_full(found)
    return found.code


def _add_accounts(accounts: Sequence[tuple[str, str, str]]) -> StaffMember:
    made = {}
    for email, name, role in accounts:
        member = StaffMember(email=email, name=name, role=role)
        member.set_password(PASSWORD)
        member.save()
        made[role] = member
    return made[Role.ADVISER]


def _converse(
    demo: DemoConversation, *, by: StaffMember, state: ConversationState, days_ago: int, rng: np.random.Generator
) -> Conversation:
    """The conversation with everything that people did in it."""
    opened = timezone.now() - timedelta(days=days_ago)
    closes = opened + timedelta(days=28)
    conversation = Conversation.objects.create(
        code=demo.code,
        state=state,
        languages=["en"] if demo.english else [],
        opens_at=opened,
        opened_at=opened,
        closes_at=closes,
        closed_at=closes if state is ConversationState.CLOSED else None,
        hear_back_by=(closes + timedelta(days=24)).date(),
        retention_until=(closes + timedelta(days=365)).date(),
        next_participant_number=demo.participants,
        created_by=by,
        **demo.texts,
    )
    if demo.english:
        ConversationText.objects.create(conversation=conversation, language="en", **demo.english)
    people = _add_people(conversation, opened, days=min(days_ago, DAYS), rng=rng, number=demo.participants)
    statements = _add_statements(conversation, demo, people, opened)
    place = _draw_places(demo.participants, rng)
    _answer(conversation, demo, statements, people, place, rng)
    _estimate(demo, statements, people, rng)
    for order, question in enumerate(demo.background):
        _ask(conversation, question, order, people, rng)
    _leave_waiting(conversation, demo, people, by)
    return conversation


def _add_people(
    conversation: Conversation, opened: datetime, *, days: int, rng: np.random.Generator, number: int
) -> list[Participant]:
    hours = hour_of(opened) + rng.integers(0, max(days, 1) * 24, size=number)
    modes = rng.choice([Mode.ONLINE, Mode.PAPER, Mode.STREET], p=[0.82, 0.1, 0.08], size=number)
    made = [
        Participant(
            conversation=conversation,
            number=n,
            key_hash=hash_key(new_token()) if modes[n] == Mode.ONLINE else None,
            mode=modes[n],
            batch="" if modes[n] == Mode.ONLINE else {"paper": "bibliotheek", "street": "weekmarkt"}[modes[n]],
            joined_hour=int(hours[n]),
        )
        for n in range(number)
    ]
    return Participant.objects.bulk_create(made)


def _add_statements(
    conversation: Conversation, demo: DemoConversation, people: list[Participant], opened: datetime
) -> list[Statement]:
    made = Statement.objects.bulk_create(
        Statement(
            conversation=conversation,
            number=number,
            text=s.text,
            language="nl",
            origin=s.origin,
            author=people[number] if s.origin == Origin.RESIDENT else None,
            moderation=Moderation.IN,
            is_shown=True,
            created_hour=hour_of(opened) + number,
        )
        for number, s in enumerate(demo.statements)
    )
    StatementTranslation.objects.bulk_create(
        StatementTranslation(statement=made[number], language="en", text=s.english)
        for number, s in enumerate(demo.statements)
        if s.english
    )
    return made


def _draw_places(number: int, rng: np.random.Generator) -> NDArray[np.float64]:
    side = rng.choice(len(SIDES), p=[share for share, _, _ in SIDES], size=number)
    centre, spread = (np.array([s[i] for s in SIDES]) for i in (1, 2))
    return np.asarray(centre[side] + spread[side] * rng.standard_normal(number))


def _answer(
    conversation: Conversation,
    demo: DemoConversation,
    statements: list[Statement],
    people: list[Participant],
    place: NDArray[np.float64],
    rng: np.random.Generator,
) -> None:
    """Votes, what was shown, and the tallies of both."""
    votes, exposures = [], []
    counts = np.zeros((len(statements), 4), dtype=int)
    for i, person in enumerate(people):
        order = rng.permutation(len(statements))[: rng.integers(FEWEST_ANSWERS, len(statements) + 1)]
        for seen, j in enumerate(order):
            value = _draw_vote(demo, j, place[i], rng)
            hour = person.joined_hour
            exposures.append(
                Exposure(
                    participant=person, statement=statements[j], probability=1 / (len(statements) - seen), hour=hour
                )
            )
            votes.append(
                Vote(
                    conversation=conversation,
                    participant=person,
                    statement=statements[j],
                    value=value,
                    hour=hour,
                    request=uuid.UUID(bytes=rng.bytes(16)),
                )
            )
            counts[j, {1: 0, -1: 1, 0: 2}[value]] += 1
            counts[j, 3] += 1
    Exposure.objects.bulk_create(exposures, batch_size=2000)
    Vote.objects.bulk_create(votes, batch_size=2000)
    Tally.objects.bulk_create(
        Tally(statement=s, agree=int(a), disagree=int(d), passed=int(p), shown=int(n))
        for s, (a, d, p, n) in zip(statements, counts, strict=True)
    )


def _draw_vote(demo: DemoConversation, j: int, place: float, rng: np.random.Generator) -> int:
    statement = demo.statements[j]
    if rng.random() < statement.passing:
        return 0
    agrees = 1 / (1 + np.exp(-(statement.intercept + statement.slope * place)))
    return 1 if rng.random() < agrees else -1


def _estimate(
    demo: DemoConversation, statements: list[Statement], people: list[Participant], rng: np.random.Generator
) -> None:
    views = []
    for s, statement in zip(demo.statements, statements, strict=True):
        if s.perceived is None:
            continue
        for person in people:
            if person.mode == Mode.ONLINE and rng.random() < ESTIMATES:
                guess = int(np.clip(round(10 * (s.perceived + 0.17 * rng.standard_normal())), 0, 10))
                views.append(
                    PerceivedView(participant=person, statement=statement, of_ten=guess, hour=person.joined_hour)
                )
    PerceivedView.objects.bulk_create(views, batch_size=2000)


def _ask(
    conversation: Conversation, question: DemoQuestion, order: int, people: list[Participant], rng: np.random.Generator
) -> None:
    asked = BackgroundQuestion.objects.create(
        conversation=conversation, order=order, text=question.text, source=question.source
    )
    options = BackgroundOption.objects.bulk_create(
        BackgroundOption(question=asked, order=n, text=o.text, known_share=o.known_share)
        for n, o in enumerate(question.options)
    )
    shares = np.array([o.taking_part for o in question.options])
    BackgroundAnswer.objects.bulk_create(
        BackgroundAnswer(participant=person, option=options[rng.choice(len(options), p=shares / shares.sum())])
        for person in people
        if rng.random() > SILENT
    )


def _leave_waiting(
    conversation: Conversation, demo: DemoConversation, people: list[Participant], by: StaffMember
) -> None:
    """Statements of residents that wait for a moderator, and some that were left out with a reason."""
    number, hour = len(demo.statements), hour_of(timezone.now())
    texts = [(text, "", "") for text in demo.waiting] + list(demo.left_out)
    for text, reason, note in texts:
        made = Statement.objects.create(
            conversation=conversation,
            number=number,
            text=text,
            language="nl",
            origin=Origin.RESIDENT,
            author=people[number],
            moderation=Moderation.OUT if reason else Moderation.OPEN,
            created_hour=hour - 2,
        )
        Tally.objects.create(statement=made)
        if reason:
            ModerationDecision.objects.create(
                statement=made,
                decision=Moderation.OUT,
                reason=ModerationReason(reason),
                note_to_author=note,
                by=by,
                at=timezone.now(),
            )
        number += 1
    Conversation.objects.filter(pk=conversation.pk).update(next_statement_number=number)


def _tell(conversation: Conversation, demo: DemoConversation, *, by: StaffMember) -> None:
    """The promises and what was told to the people who took part."""
    today = timezone.localdate()
    Promise.objects.bulk_create(
        Promise(
            conversation=conversation,
            text=p["text"],
            owner=p["owner"],
            due=today + timedelta(days=p["in_days"]),
            state=PromiseState(p["state"]),
            outcome=p.get("outcome", ""),
        )
        for p in demo.promises
    )
    if demo.report_back:
        ReportBack.objects.create(conversation=conversation, text=demo.report_back, at=timezone.now(), by=by)
