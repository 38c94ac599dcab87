# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a conversation reach people: what is there to hand out, who takes part, and does the way in matter?

Nothing here moves by one person. The meter is a stored one (reach_meter.py), counted anew after k people or more.
Answers by way in are compared after the closing, of the very people and votes of the final result: of others, what is
shown here and there could be subtracted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from houvast.charts.chart import Chart
from houvast.charts.reach_shares import ReachRow, draw_reach_shares
from houvast.charts.share_rows import say_estimate
from houvast.charts.wording import Wording, say_share
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.estimate import Estimate
from houvast.domain.votes import Moderation
from houvast.engine.disclosure.headcounts import Headcount, hide_one
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.mode_difference import ModeComparison, ModeFinding, compare_modes
from houvast.engine.reach import (
    QuestionReach,
    ReachFinding,
    move_with_newcomers,
    share_of_newcomers,
)
from houvast.exchange.texts import LANGUAGES, Texts
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.landscapes import read_landscape
from houvast.queries.gather.publications import newest_full_snapshot
from houvast.queries.gather.reach_meter import StoredMeter, latest_meter
from houvast.queries.gather.reach_prints import public_link
from houvast.queries.gather.vote_tables import gather_votes
from houvast.queries.gather.words import languages_of, name_of
from houvast.store.models import BackgroundQuestion, Conversation, LandscapeSnapshot, Participant, Statement

Ints = NDArray[np.int64]
HALF = Estimate(0.5, 0.5, 0.5, 0.95, None)
FEWEST_NEWCOMERS = 0.01


@dataclass(frozen=True, slots=True)
class OptionMeter:
    """An answer to a background question: people (None where hidden), shares in words, what may be said."""

    text: str
    people: int | None
    share: str
    known: str
    finding: ReachFinding


@dataclass(frozen=True, slots=True)
class QuestionMeter:
    """A background question. unanswered: None where hidden. chart: None where nothing can be shown."""

    text: str
    source: str
    options: tuple[OptionMeter, ...]
    unanswered: int | None
    chart: Chart | None

    @property
    def missing(self) -> tuple[OptionMeter, ...]:
        """Those who clearly take part less than they live here."""
        return tuple(o for o in self.options if o.finding in {ReachFinding.LESS, ReachFinding.MUCH_LESS})

    @property
    def few(self) -> tuple[OptionMeter, ...]:
        """Those that fewer than k people chose, whatever share lives here."""
        return tuple(o for o in self.options if o.finding is ReachFinding.TOO_FEW)


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What would come in with those who are missing: their share, and how far a share of half could move. In words."""

    share: str
    low: str
    high: str


class ModesState(StrEnum):
    """Whether the ways in can be compared. OTHER_PEOPLE: the result is not about everybody who is there now."""

    READY = "ready"
    NOT_CLOSED = "not closed"
    NOT_COUNTED = "not counted"
    OTHER_PEOPLE = "other people"
    ONE_WAY = "one way"


@dataclass(frozen=True, slots=True)
class ModePart:
    """One way in, or a few together because of small numbers."""

    modes: tuple[Mode, ...]
    people: int


@dataclass(frozen=True, slots=True)
class ModeRow:
    """A statement: the share agreeing of everybody and of each part, in words."""

    number: int
    text: str
    language: str
    everybody: str
    parts: tuple[str, ...]
    finding: ModeFinding


@dataclass(frozen=True, slots=True)
class ModesTable:
    """Answers by way in. rows: those with a difference first."""

    state: ModesState
    parts: tuple[ModePart, ...] = ()
    rows: tuple[ModeRow, ...] = ()

    @property
    def differences(self) -> int:
        """On how many statements a difference was found."""
        return sum(row.finding is ModeFinding.DIFFERENCE for row in self.rows)

    @property
    def compared(self) -> int:
        """On how many statements enough people answered in every way to compare."""
        return sum(row.finding is not ModeFinding.TOO_FEW for row in self.rows)


@dataclass(frozen=True, slots=True)
class ReachPage:
    """The whole screen. counted: how many people the meter is about, 0 where there is none; counted_at: when."""

    code: str
    title: str
    language: str
    k: int
    is_open: bool
    by_invitation: bool
    link: str
    embed_sites: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    joined: Headcount
    asks_background: bool
    counted: int
    counted_at: datetime | None
    questions: tuple[QuestionMeter, ...]
    newcomers: Newcomers | None
    modes: ModesTable


def reach_page(code: str, *, language: str) -> ReachPage:
    """The screen, with its words in this language."""
    conversation = get_conversation(code)
    wording = Texts(language if language in LANGUAGES else LANGUAGES[0])
    people = Participant.objects.filter(conversation=conversation, is_test=False).count()
    asked = list(conversation.background_questions.prefetch_related("options"))
    stored = latest_meter(conversation.pk)
    measured = _measured(asked, stored.meter) if stored else []
    return ReachPage(
        code=code,
        title=conversation.title,
        language=conversation.language,
        k=conversation.k,
        is_open=conversation.state == ConversationState.OPEN,
        by_invitation=conversation.by_invitation,
        link=public_link(code),
        embed_sites=tuple(settings.HOUVAST.text("HOUVAST_EMBED_SITES").split()),
        languages=tuple((tag, name_of(tag)) for tag in languages_of(conversation)),
        joined=hide_one(people, k=conversation.k),
        asks_background=bool(asked),
        counted=stored.meter.people if stored else 0,
        counted_at=stored.at if stored else None,
        questions=tuple(_meter(question, reach, wording) for question, reach in measured),
        newcomers=_newcomers([reach for _, reach in measured], wording),
        modes=_modes(conversation, wording),
    )


def _measured(asked: list[BackgroundQuestion], meter: StoredMeter) -> list[tuple[BackgroundQuestion, QuestionReach]]:
    """Each background question with what the meter says of it."""
    known = {(one.question_id, one.option_ids): one.reach for one in meter.questions}
    named = [(question, (question.pk, tuple(option.pk for option in question.options.all()))) for question in asked]
    return [(question, known[name]) for question, name in named if name in known]


def _meter(question: BackgroundQuestion, reach: QuestionReach, wording: Wording) -> QuestionMeter:
    named = list(zip(question.options.all(), reach.options, strict=True))
    rows = [ReachRow(option.text, found.share, found.known) for option, found in named]
    says_something = any(found.people is not None for found in reach.options)
    return QuestionMeter(
        text=question.text,
        source=question.source,
        options=tuple(
            OptionMeter(
                text=option.text,
                people=found.people,
                share=say_estimate(found.share, wording),
                known="" if found.known is None else say_share(found.known, wording),
                finding=found.finding,
            )
            for option, found in named
        ),
        unanswered=reach.unanswered,
        chart=draw_reach_shares(question.text, rows, wording) if says_something else None,
    )


def _newcomers(questions: list[QuestionReach], wording: Wording) -> Newcomers | None:
    share = share_of_newcomers(questions)
    if share < FEWEST_NEWCOMERS:
        return None
    low, high = move_with_newcomers(HALF, newcomers=share)
    return Newcomers(wording.percent(share), wording.percent(low), wording.percent(high))


def _modes(conversation: Conversation, wording: Wording) -> ModesTable:
    """The comparison over the votes of the final result."""
    if conversation.state not in {ConversationState.CLOSED, ConversationState.PUBLISHED}:
        return ModesTable(ModesState.NOT_CLOSED)
    newest, votes = newest_full_snapshot(conversation.pk), gather_votes(conversation.pk)
    if newest is None or votes.last_vote > newest.last_vote:
        return ModesTable(ModesState.NOT_COUNTED)
    table = votes.count()
    is_as_counted = votes.last_erasure == newest.last_erasure and conversation.votes_removed_at is None
    if not is_as_counted or not _is_about_all(newest, table, conversation.k):
        return ModesTable(ModesState.OTHER_PEOPLE)
    modes = dict(Participant.objects.filter(conversation=conversation).values_list("number", "mode"))
    offered = [i for i, statement in enumerate(table.statements) if statement.moderation != Moderation.OUT]
    found = tuple(Mode)
    counts, sizes = count_by_mode(table, [found.index(Mode(modes[int(n)])) for n in table.participants], offered)
    compared = compare_modes(counts=counts, sizes=sizes, k=conversation.k)
    if not compared.parts:
        return ModesTable(ModesState.ONE_WAY)
    numbers = [int(table.statements[i].id) for i in offered]
    return ModesTable(ModesState.READY, _parts(compared, found), _rows(conversation, compared, numbers, wording))


def _is_about_all(result: LandscapeSnapshot, table: VoteTable, k: int) -> bool:
    """Whether the result counts exactly the people in the table: no block was left out, nobody came or went."""
    if table.n_participants < k:
        return True  # the result says nothing, and neither will the comparison
    shown = read_landscape(result.content)
    return shown.participants_counted == shown.participants == table.n_participants == result.participants


def count_by_mode(table: VoteTable, modes: list[int], statements: list[int]) -> tuple[Ints, Ints]:
    """Counts (M, S, 3) of agree, disagree, pass on these statements, and people (M,) who answered any, by mode."""
    place = np.full(table.n_statements, -1, np.int64)
    place[statements] = np.arange(len(statements))
    wanted = place[table.statement] >= 0
    people, where = table.rows()[wanted], place[table.statement[wanted]]
    by = np.array(modes, dtype=np.int64)
    answer = np.select([table.value[wanted] == 1, table.value[wanted] == -1], [0, 1], default=2)
    counts = np.zeros((len(Mode), len(statements), 3), np.int64)
    np.add.at(counts, (by[people], where, answer), 1)
    return counts, np.bincount(by[np.unique(people)], minlength=len(Mode)).astype(np.int64)


def _parts(compared: ModeComparison, modes: tuple[Mode, ...]) -> tuple[ModePart, ...]:
    together = zip(compared.parts, compared.sizes, strict=True)
    return tuple(ModePart(tuple(modes[i] for i in part), size) for part, size in together)


def _rows(
    conversation: Conversation, compared: ModeComparison, numbers: list[int], wording: Wording
) -> tuple[ModeRow, ...]:
    words = {
        number: (text, language)
        for number, text, language in Statement.objects.filter(conversation=conversation).values_list(
            "number", "text", "language"
        )
    }
    rows = [
        ModeRow(
            number=number,
            text=words[number][0],
            language=words[number][1],
            everybody=say_estimate(found.everybody, wording),
            parts=tuple(say_estimate(share, wording) for share in found.parts),
            finding=found.finding,
        )
        for number, found in zip(numbers, compared.statements, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.finding is not ModeFinding.DIFFERENCE, row.number)))
