# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the files that leave the house? Last votes to the hour, nothing joined to them; texts without authors.

Participants have another number than inside, and stand in the order of that: who joined as the ninth cannot be found.
It stays the same from one file to the next. In what was imported they keep the numbers of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from houvast.domain import votes as domain
from houvast.domain.conversation import ConversationState, ModerationReason, Origin
from houvast.domain.hour import SECONDS
from houvast.domain.shuffled_number import shuffle_number
from houvast.domain.votes import Moderation
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.live.vote_log import count_last_votes
from houvast.exchange.landscape_tables import guard_formula
from houvast.exchange.polis_writer import PolisConversation, PolisTable, polis_tables, write_lines
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.vote_rows import read_votes_after
from houvast.store.models import Conversation, ModerationDecision, Participant, Vote

HIDDEN_REASONS = frozenset(
    {ModerationReason.PERSONAL_DATA, ModerationReason.ABOUT_A_PERSON, ModerationReason.WITHDRAWN}
)
VOTE_WORDS = {1: "eens", 0: "pas", -1: "oneens"}
MILLISECONDS = 1000
JSON_FORMAT = "houvast-gesprek-1"


@dataclass(frozen=True, slots=True)
class ExportPage:
    """What can be taken from a conversation, and what cannot, with the reason."""

    code: str
    title: str
    state: ConversationState
    k: int
    participants: int
    votes_removed_at: datetime | None
    retention_until: date | None

    @property
    def is_rehearsal(self) -> bool:
        """Whether all there is was invented."""
        return self.state is ConversationState.REHEARSAL

    @property
    def has_votes(self) -> bool:
        """Whether the files with votes can be had."""
        return not self.is_rehearsal and self.votes_removed_at is None and self.participants >= self.k


def read_export_page(code: str) -> ExportPage:
    """What the page before the download says."""
    found = get_conversation(code)
    return ExportPage(
        code=found.code,
        title=found.title,
        state=ConversationState(found.state),
        k=found.k,
        participants=count_voters(found),
        votes_removed_at=found.votes_removed_at,
        retention_until=found.retention_until,
    )


def count_voters(conversation: Conversation) -> int:
    """How many people, none invented, cast a vote."""
    return (
        _real_people(conversation)
        .filter(pk__in=Vote.objects.filter(conversation=conversation).values("participant_id"))
        .count()
    )


def _real_people(conversation: Conversation) -> QuerySet[Participant]:
    return Participant.objects.filter(conversation=conversation, is_test=False)


def export_table(conversation: Conversation) -> VoteTable:
    """Every last vote of everybody who is not invented, on every statement that is not, left out or not."""
    hidden = _hidden(conversation)
    people = _numbered(conversation)
    rows = list(conversation.statements.filter(is_rehearsal=False).order_by("number"))
    return count_last_votes(
        read_votes_after(conversation.pk),
        people=np.array(people, dtype=np.int64).reshape(-1, 2),
        statement_ids=np.array([row.pk for row in rows], dtype=np.int64),
        statements=tuple(
            domain.Statement(
                id=str(row.number),
                text="" if row.pk in hidden else row.text,
                moderation=Moderation(row.moderation),
                is_seed=row.origin == Origin.MUNICIPALITY,
            )
            for row in rows
        ),
    )


def _numbered(conversation: Conversation) -> list[tuple[int, int]]:
    """Row id and the number outside, in the order of the latter."""
    people = list(_real_people(conversation).values_list("pk", "number"))
    if not conversation.source:
        key = salted_hmac("houvast.export", conversation.code, algorithm="sha256").digest()
        people = [(pk, shuffle_number(number, key=key)) for pk, number in people]
    return sorted(people, key=lambda one: one[1])


def _hidden(conversation: Conversation) -> set[int]:
    """Statements whose words are not passed on: they were left out because they tell of a person."""
    latest: dict[int, str] = {}
    decisions = ModerationDecision.objects.filter(statement__conversation=conversation).order_by("id")
    for statement, decision, reason in decisions.values_list("statement_id", "decision", "reason"):
        latest[statement] = reason if decision == Moderation.OUT else ""
    return {statement for statement, reason in latest.items() if reason in HIDDEN_REASONS}


def polis_export(conversation: Conversation) -> tuple[PolisTable, ...]:
    """The four tables of a Polis export. Nobody has the author's number that stands at every statement."""
    table = export_table(conversation)
    hours = conversation.statements.filter(is_rehearsal=False).order_by("number").values_list("created_hour", flat=True)
    scale = SECONDS * MILLISECONDS
    cast = table.hour if table.hour is not None else np.zeros(0, dtype=np.int32)
    return polis_tables(
        PolisConversation(
            table=table,
            created=np.array(list(hours), dtype=np.int64) * scale,
            cast=cast.astype(np.int64) * scale,
            topic=conversation.title,
            description=conversation.purpose,
            url=f"{settings.HOUVAST.text('HOUVAST_ADDRESS').rstrip('/')}/g/{conversation.code}",
            author=int(table.participants.max(initial=-1)) + 1,
        )
    )


def votes_lines(conversation: Conversation) -> Iterator[str]:
    """stemmen.csv: one last vote a row."""
    table = export_table(conversation)
    ids = [int(s.id) for s in table.statements]
    people = table.participants[table.rows()].tolist()
    cells = zip(people, table.statement.tolist(), table.value.tolist(), strict=True)
    return write_lines(("deelnemer", "stelling", "stem"), ((i, ids[j], VOTE_WORDS[v]) for i, j, v in cells))


def statement_lines(conversation: Conversation) -> Iterator[str]:
    """stellingen.csv: the statements with who they come from, the decision, and their translations; no figures."""
    languages = list(conversation.languages)
    head = ("nummer", "tekst", "taal", "afkomstig_van", "besluit", *(f"tekst_{tag}" for tag in languages))
    return write_lines(head, (_statement_row(row, languages) for row in _statements(conversation)))


FROM = {"municipality": "gemeente", "resident": "inwoner", "imported": "ingelezen"}
DECISION = {"in": "opgenomen", "open": "wacht", "out": "niet opgenomen"}


def _statement_row(row: dict[str, Any], languages: Sequence[str]) -> tuple[Any, ...]:
    texts = [guard_formula(row["translations"].get(tag, "")) for tag in languages]
    origin, decision = FROM[row["origin"]], DECISION[row["moderation"]]
    return (row["number"], guard_formula(row["text"]), row["language"], origin, decision, *texts)


def _statements(conversation: Conversation) -> list[dict[str, Any]]:
    hidden = _hidden(conversation)
    rows = conversation.statements.filter(is_rehearsal=False).order_by("number").prefetch_related("translations")
    return [
        {
            "number": row.number,
            "text": "" if row.pk in hidden else row.text,
            "language": row.language,
            "origin": row.origin,
            "moderation": row.moderation,
            "translations": {} if row.pk in hidden else {one.language: one.text for one in row.translations.all()},
        }
        for row in rows
    ]


def conversation_document(conversation: Conversation) -> dict[str, Any]:
    """gesprek.json: texts, dates, rules, statements and background questions; no answer of anybody."""
    texts = ("title", "purpose", "question", "asked_by", "use_of_answers", "hear_back")
    rules = ("moderation_timing", "residents_add_statements", "asks_estimates", "is_listed", "by_invitation", "k")
    dates = ("opens_at", "closes_at", "opened_at", "closed_at", "hear_back_by", "retention_until")
    return {
        "format": JSON_FORMAT,
        "code": conversation.code,
        "state": str(conversation.state),
        "language": conversation.language,
        "languages": list(conversation.languages),
        "source": conversation.source,
        "texts": {name: getattr(conversation, name) for name in texts},
        "dates": {name: _iso(getattr(conversation, name)) for name in dates},
        "rules": {name: getattr(conversation, name) for name in rules},
        "translations": {
            row.language: {name: getattr(row, name) for name in texts if name != "asked_by"}
            for row in conversation.texts.order_by("language")
        },
        "statements": _statements(conversation),
        "background": [
            {
                "text": question.text,
                "source": question.source,
                "options": [{"text": one.text, "known_share": one.known_share} for one in question.options.all()],
            }
            for question in conversation.background_questions.prefetch_related("options")
        ],
    }


def _iso(moment: datetime | date | None) -> str | None:
    return None if moment is None else moment.isoformat()
