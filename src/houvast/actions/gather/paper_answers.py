# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do answers on paper and from the street come in? Typed over by a colleague: a whole ballot, or nothing of it.

Only while the conversation is open, as for everybody: paper that comes later waits until it is reopened. A ballot is
one participant with its own mode and pile. The request of the form, hashed, stands where somebody online has the hash
of a key, so that a form that is sent twice is one ballot; it opens no personal page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.gather.answering import hold_conversation, require_answering
from houvast.actions.gather.erasure import erase
from houvast.actions.gather.participation import join
from houvast.actions.gather.statements import add_statement
from houvast.actions.gather.votes import cast_vote
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import Mode
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Capability
from houvast.domain.votes import Moderation, Vote
from houvast.exchange.ballot_file import RowFault, read_ballot_file
from houvast.queries.gather.paper_entry import ENTERED, ballot_number, count_same_ballots, find_last_entered
from houvast.queries.text_checks import near_duplicates
from houvast.store.models import Conversation, Exposure, Participant, StaffMember, Statement, Tally

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PaperPile:
    """Where ballots come from: paper or street, the name of the pile or round, the language people filled in."""

    mode: Mode
    batch: str
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class PaperBallot:
    """What is on one ballot: answers by statement number, own statements.

    has_consent: the box is ticked on the paper. is_another: not the ballot with the same answers that is in the pile.
    is_new: the own statements say something else than those they look like. not_a_person: see pass_gate.
    """

    answers: Mapping[int, Vote]
    request: UUID
    has_consent: bool
    own: tuple[str, ...] = ()
    is_another: bool = False
    is_new: bool = False
    not_a_person: bool = False


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file of ballots, see exchange.ballot_file."""

    content: bytes
    request: UUID
    has_consent: bool
    is_another: bool = False


class BallotFileRejected(FieldRejected):
    """A file with faults; nothing of it was kept."""

    code = "ballot-file-rejected"

    def __init__(self, faults: tuple[RowFault, ...]) -> None:
        super().__init__("file", "Nothing of this file was kept. Mend it and send it again.")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Entry:
    """What all ballots of one form share."""

    conversation: Conversation
    pile: PaperPile
    by: StaffMember
    statements: Mapping[int, int] = field(default_factory=dict)  # id by number


def name_pile(*, conversation: Conversation, mode: Mode, batch: str) -> str:
    """The name as it may be kept: places and occasions, never people. FieldRejected otherwise."""
    if mode not in ENTERED:
        raise FieldRejected("mode", "Choose paper or street.")
    return pass_gate(field="batch", text=batch, language=conversation.language, most=LONGEST_NAME)


@transaction.atomic
def enter_ballot(*, conversation: Conversation, pile: PaperPile, ballot: PaperBallot, by: StaffMember) -> Participant:
    """Keep one ballot; the same request again gives the ballot that is there. FieldRejected leaves nothing behind."""
    entry = _begin(conversation, pile, has_consent=ballot.has_consent, by=by)
    known = _find(ballot.request)
    if known is not None:
        return known
    if not ballot.answers and not ballot.own:
        raise FieldRejected("answers", "Fill in at least one answer.")
    if ballot.answers and not ballot.is_another:
        _require_other(entry, [ballot.answers], one=True)
    made = _enter(entry, ballot.answers, ballot.request)
    for index, text in enumerate(ballot.own):
        _add_own(made, index, text, ballot, language=pile.language)
    return made


@transaction.atomic
def enter_file(*, conversation: Conversation, pile: PaperPile, file: PaperFile, by: StaffMember) -> int:
    """Keep all ballots of a file and say how many they are; BallotFileRejected, with every fault, keeps nothing."""
    entry = _begin(conversation, pile, has_consent=file.has_consent, by=by)
    read = read_ballot_file(file.content, numbers=entry.statements)
    if read.faults:
        raise BallotFileRejected(read.faults)
    ballots = {label: answers for label, answers in read.ballots.items() if answers}
    requests = {label: uuid5(file.request, label) for label in ballots}
    fresh = [label for label in ballots if _find(requests[label]) is None]
    if not file.is_another:
        _require_other(entry, [ballots[label] for label in fresh], one=False)
    for label in fresh:
        _enter(entry, ballots[label], requests[label])
    return len(ballots)


@transaction.atomic
def undo_last(*, conversation: Conversation, number: int, by: StaffMember) -> None:
    """Take the ballot back that this colleague entered last, with its statements; number says which one that is.

    Only while answers may come in: what was counted at the closing stays.
    """
    require(by, Capability.ENTER_ANSWERS)
    require_answering(hold_conversation(conversation.pk))
    last = find_last_entered(conversation, by)
    if last is None or ballot_number(last) != number:
        raise StateRefused("Only the last ballot that you entered can be taken back, and it was already.")
    record(by=by, action="participant.undo", subject=last, conversation=conversation.code)
    erase(participant=last)


def _begin(conversation: Conversation, pile: PaperPile, *, has_consent: bool, by: StaffMember) -> _Entry:
    """May this colleague enter ballots now? The conversation's row is held, so that two forms follow one another."""
    require(by, Capability.ENTER_ANSWERS)
    held = hold_conversation(conversation.pk)
    require_answering(held)
    batch = name_pile(conversation=held, mode=pile.mode, batch=pile.batch)
    if not has_consent:
        raise FieldRejected("consent", "Without consent on the paper these answers may not be kept.")
    offered = Statement.objects.filter(conversation=held, is_shown=True, moderation=Moderation.IN)
    statements = dict(offered.order_by("pk").values_list("number", "pk"))
    return _Entry(held, PaperPile(pile.mode, batch, pile.language), by, statements)


def _find(request: UUID) -> Participant | None:
    return Participant.objects.filter(key_hash=_hash(request)).first()


def _hash(request: UUID) -> str:
    return hash_key(f"ballot {request}")  # no personal key looks like this


def _require_other(entry: _Entry, ballots: list[Mapping[int, Vote]], *, one: bool) -> None:
    """FieldRejected where the pile holds ballots with the very same answers."""
    same = count_same_ballots(entry.conversation, mode=entry.pile.mode, batch=entry.pile.batch, ballots=list(ballots))
    if same and one:
        raise FieldRejected(
            "is_another", "A ballot with exactly these answers is in this pile. Is this another one? Then say so here."
        )
    if same:
        raise FieldRejected(
            "is_another",
            "{number} of these ballots have the same answers as one in this pile. Was this file sent before? "
            "If they are others, say so here.",
            number=same,
        )


def _enter(entry: _Entry, answers: Mapping[int, Vote], request: UUID) -> Participant:
    unknown = sorted(set(answers) - set(entry.statements))
    if unknown:
        raise FieldRejected("answers", "There is no statement {number} on the ballot.", number=unknown[0])
    pile = entry.pile
    made = join(
        conversation=entry.conversation, key=None, mode=pile.mode, language=pile.language, batch=pile.batch, by=entry.by
    )
    made.key_hash = _hash(request)
    made.save(update_fields=["key_hash"])
    # In the order of the statements' ids, as everybody takes the tallies.
    answered = sorted((entry.statements[number], vote) for number, vote in answers.items())
    for statement_id, vote in answered:
        cast_vote(
            participant=made, statement_id=statement_id, value=vote, request=uuid5(request, f"statement {statement_id}")
        )
    _show(made, [statement_id for statement_id, _ in answered])
    return made


def _show(participant: Participant, statement_ids: list[int]) -> None:
    """What was answered was seen; nothing was drawn, so with probability one."""
    hour = hour_of(timezone.now())
    Exposure.objects.bulk_create(
        Exposure(participant=participant, statement_id=pk, probability=1.0, hour=hour) for pk in statement_ids
    )
    Tally.objects.filter(statement_id__in=statement_ids).update(shown=F("shown") + 1)


def _add_own(participant: Participant, index: int, text: str, ballot: PaperBallot, *, language: str) -> None:
    """An own statement, for the moderator like any other; its field is own_0 for the first."""
    near = () if ballot.is_new else near_duplicates(text, conversation_id=participant.conversation_id, most=1)
    if near:
        raise FieldRejected(
            "is_new",
            "This looks like statement {number}: “{text}”. Enter an answer to that one, "
            "or say here that it is something else.",
            number=near[0].number,
            text=near[0].text,
        )
    try:
        add_statement(participant=participant, text=text, language=language, not_a_person=ballot.not_a_person)
    except FieldRejected as wrong:
        wrong.field = f"own_{index}"
        raise
