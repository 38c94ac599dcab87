# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody who types ballots over see? The statements, how far the pile is, and the ballot they did last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.crypto import salted_hmac

from houvast.domain.conversation import ConversationState, Mode, writing_direction
from houvast.domain.shuffled_number import shuffle_number
from houvast.domain.votes import Moderation
from houvast.queries.gather.words import languages_of, name_of
from houvast.store.models import Conversation, Participant, StaffMember, Statement, Vote

ENTERED = (Mode.PAPER, Mode.STREET)


@dataclass(frozen=True, slots=True)
class EntryStatement:
    """A statement on the ballot."""

    number: int
    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile of paper or a round in the street, and how many people are in it."""

    mode: Mode
    batch: str
    people: int


@dataclass(frozen=True, slots=True)
class LastBallot:
    """The ballot that this colleague entered last. number: of this ballot, telling nothing of how many came before."""

    number: int
    answers: int
    statements: int


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The screen for entry. pile is None as long as none is chosen."""

    code: str
    title: str
    is_open: bool
    takes_statements: bool
    statements: tuple[EntryStatement, ...]
    languages: tuple[tuple[str, str], ...]
    piles: tuple[Pile, ...]
    pile: Pile | None
    last: LastBallot | None


def entry_page(conversation: Conversation, *, by: StaffMember, mode: Mode | None = None, batch: str = "") -> EntryPage:
    """The screen, for a pile where one is chosen."""
    piles = list_piles(conversation)
    pile = next((p for p in piles if (p.mode, p.batch) == (mode, batch)), Pile(mode, batch, 0)) if mode else None
    return EntryPage(
        code=conversation.code,
        title=conversation.title,
        is_open=conversation.state == ConversationState.OPEN,
        takes_statements=conversation.residents_add_statements,
        statements=ballot_statements(conversation),
        languages=tuple((code, name_of(code)) for code in languages_of(conversation)),
        piles=piles,
        pile=pile,
        last=_last_ballot(conversation, by, pile) if pile else None,
    )


def ballot_statements(conversation: Conversation) -> tuple[EntryStatement, ...]:
    """The accepted statements, by number."""
    rows = Statement.objects.filter(conversation=conversation, is_shown=True, moderation=Moderation.IN)
    return tuple(
        EntryStatement(row.number, row.text, row.language, writing_direction(row.language))
        for row in rows.filter(is_rehearsal=False).order_by("number")
    )


def list_piles(conversation: Conversation) -> tuple[Pile, ...]:
    """The piles and rounds there are already."""
    rows = (
        Participant.objects.filter(conversation=conversation, mode__in=ENTERED, is_test=False)
        .values("mode", "batch")
        .annotate(people=Count("id"))
        .order_by("mode", "batch")
    )
    return tuple(Pile(Mode(row["mode"]), row["batch"], row["people"]) for row in rows)


def find_last_entered(conversation: Conversation, by: StaffMember) -> Participant | None:
    """The participant whose answers this colleague entered last in this conversation."""
    entered = Participant.objects.filter(conversation=conversation, entered_by=by, mode__in=ENTERED)
    return entered.order_by("-id").first()


def ballot_number(participant: Participant) -> int:
    """A number for the form that takes a ballot back: neither the place in the row nor a number of an export."""
    key = salted_hmac("houvast.ballot", str(participant.conversation_id), algorithm="sha256").digest()
    return shuffle_number(participant.number, key=key)


def _last_ballot(conversation: Conversation, by: StaffMember, pile: Pile) -> LastBallot | None:
    last = find_last_entered(conversation, by)
    if last is None or (last.mode, last.batch) != (pile.mode, pile.batch):
        return None
    return LastBallot(ballot_number(last), last.votes.count(), last.statements.count())


def count_same_ballots(conversation: Conversation, *, mode: Mode, batch: str, ballots: list[Mapping[int, int]]) -> int:
    """How many of these ballots (values by statement number) have exactly the answers of one in the pile."""
    rows = Vote.objects.filter(participant__conversation=conversation, participant__mode=mode, participant__batch=batch)
    there: dict[int, dict[int, int]] = {}
    for person, number, value in rows.order_by("id").values_list("participant_id", "statement__number", "value"):
        there.setdefault(person, {})[number] = value
    known = {frozenset(answers.items()) for answers in there.values()}
    return sum(frozenset((n, int(v)) for n, v in ballot.items()) in known for ballot in ballots)
