# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation with one of everything, for the tests that ask every address."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

import cast
from attention_evidence import attention_routes
from django.utils import timezone
from noticed_things import noticed_routes
from observed_things import observed_routes
from own_areas import area_routes
from snapshots import full_snapshot

from houvast.actions.gather.invitations import make_invitations
from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.queries.gather.paper_entry import ballot_number
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Exposure,
    Invitation,
    ModerationDecision,
    Participant,
    PerceivedView,
    Promise,
    Publication,
    ReportBack,
    Statement,
    StatementTranslation,
    Tally,
    Vote,
)

NAMES_A_THING = ("number", "identity", "key")  # what names a thing of one conversation; languages and file names do not
_first_numbers = count(0, 10)  # of the statements: no two conversations have a number in common

# How each table hangs on a conversation.
BELONGS = {
    Statement: "conversation",
    StatementTranslation: "statement__conversation",
    Tally: "statement__conversation",
    ModerationDecision: "statement__conversation",
    Vote: "statement__conversation",
    Exposure: "statement__conversation",
    PerceivedView: "statement__conversation",
    BackgroundQuestion: "conversation",
    BackgroundOption: "question__conversation",
    BackgroundAnswer: "option__question__conversation",
    Participant: "conversation",
    Invitation: "conversation",
    Promise: "conversation",
    Publication: "conversation",
    ReportBack: "conversation",
}


@dataclass(frozen=True, slots=True)
class Seeded:
    """A conversation, and what to fill in its addresses: everywhere, and where a route means something else by a word.

    sent: by route, forms that name things of it by their id.
    """

    conversation: Conversation
    values: dict[str, Any]
    of_route: dict[str, dict[str, Any]]
    sent: dict[str, dict[str, Any]]

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """All that is kept of this conversation and hangs on it."""
        return {
            model.__name__: list(model.objects.filter(**{path: self.conversation}).order_by("pk").values())
            for model, path in BELONGS.items()
        }


def seed(state: ConversationState, *, mark: str = "") -> Seeded:
    """One of everything; `mark` stands in every text of it."""
    adviser, first = cast.staff(Role.ADVISER), next(_first_numbers)
    made = cast.conversation(state=ConversationState.OPEN, statements=0, title=f"{mark}plein", languages=["en"])
    for number in range(first, first + 3):
        cast.statement(made, number=number, text=f"{mark} Stelling {number}")
    waiting = cast.statement(
        made, number=first + 3, text=f"{mark} wacht", origin=Origin.RESIDENT, moderation=Moderation.OPEN, is_shown=False
    )
    Conversation.objects.filter(pk=made.pk).update(next_statement_number=first + 4)
    key = personal_key(new_token(), made.code)
    somebody = cast.participant(made, key_hash=hash_key(key))
    cast.participant(made, mode=Mode.PAPER, batch="bieb", entered_by=adviser)
    Conversation.objects.filter(pk=made.pk).update(next_participant_number=2)
    question = BackgroundQuestion.objects.create(conversation=made, text=f"{mark} Hoe oud bent u?")
    option = BackgroundOption.objects.create(question=question, text=f"{mark} 18-34")
    cast.vote(somebody, made.statements.get(number=first), 1)
    cast.vote(somebody, made.statements.get(number=first + 1), -1)
    BackgroundAnswer.objects.create(participant=somebody, option=option)
    invitation = make_invitations(conversation=made, batch="brief", number=2, by=adviser)[0]
    promise = Promise.objects.create(
        conversation=made, text=f"{mark} Er komt groen.", owner="Team Groen", due=date(2027, 3, 1)
    )
    snapshot = full_snapshot(made)
    if state is ConversationState.PUBLISHED:
        Publication.objects.create(
            conversation=made, snapshot=snapshot, reading="Het groen.", by=adviser, at=timezone.now()
        )
    Conversation.objects.filter(pk=made.pk).update(state=state, opened_at=timezone.now())
    made.refresh_from_db()
    return Seeded(
        conversation=made,
        values={
            "code": made.code,
            "number": first + 2,
            "identity": question.pk,
            "key": key,
            "language": "en",
            "name": "stemmen.csv",
            "invitation_code": invitation,
        },
        of_route={
            "publish:promise": {"number": promise.pk},
            "people:colleague": {"identity": adviser.pk},
            "moderate:statement": {"number": waiting.number},
            "moderate:mend": {"number": waiting.number},
            **noticed_routes(personal_key(new_token(), "inbox")),
            **observed_routes(),
            "themes:one": {"identity": cast.theme().pk},
            **area_routes(),
            **attention_routes(),
        },
        sent=_forms(made, waiting, option, invitation),
    )


def _forms(
    made: Conversation, waiting: Statement, option: BackgroundOption, invitation: str
) -> dict[str, dict[str, Any]]:
    """By the name of their address."""
    shown = made.statements.filter(is_shown=True).order_by("-number")[0]
    text = {"text": "Er moet meer groen komen.", "confirmed": "on"}
    return {
        "resident:join": {"uitnodiging": invitation},
        "resident:vote": {"statement": shown.pk, "vote": "agree", "request": str(uuid.uuid4())},
        "resident:estimate": {"statement": shown.pk, "of_ten": "3"},
        "resident:background": {f"question-{option.question_id}": option.pk},
        "prepare:statement": text,
        "prepare:statement-leave-out": {},
        "prepare:background-question": {"text": "Hoe oud bent u nu?", "option_0": "Jong", "option_1": "Oud"},
        "prepare:background-remove": {},
        "moderate:accept-many": {"numbers": [waiting.number]},
        "moderate:statement": {"decision": "in", "seen": "open"},
        "moderate:mend": {"text": waiting.text.replace("wacht", "wachd")},
        "reach:entry-undo": {"number": ballot_number(made.participants.get(mode=Mode.PAPER))},
        "publish:promise": {"state": "kept", "outcome": "Het is gedaan."},
    }
