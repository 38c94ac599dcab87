# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which coarse questions are asked about people? At most a few, never about what the law protects most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability
from houvast.domain.special_categories import SpecialCategory, find_special_category
from houvast.store.models import BackgroundOption, BackgroundQuestion, Conversation, StaffMember

LONGEST_QUESTION, LONGEST_OPTION, LONGEST_SOURCE = 200, 120, 200
LEAST_OPTIONS, MOST_OPTIONS, MOST_QUESTIONS = 2, 10, 4
ROUNDING = 0.005
SPECIAL = {
    SpecialCategory.RELIGION: (
        "Houvast never asks about religion or belief: the law protects it most, and it could harm people."
    ),
    SpecialCategory.ORIGIN: "Houvast never asks about origin: the law protects it most, and it could harm people.",
    SpecialCategory.HEALTH: "Houvast never asks about health: the law protects it most, and it could harm people.",
    SpecialCategory.ORIENTATION: (
        "Houvast never asks about sexual orientation: the law protects it most, and it could harm people."
    ),
    SpecialCategory.PARTY: (
        "Houvast never asks about political parties: the law protects it most, and it could harm people."
    ),
    SpecialCategory.UNION: "Houvast never asks about trade unions: the law protects it most, and it could harm people.",
}


@dataclass(frozen=True, slots=True)
class OptionText:
    """An answer, and the share (0 to 1) of the area's residents for whom it is true, None where unknown."""

    text: str
    known_share: float | None = None


@transaction.atomic
def save_question(
    *, conversation: Conversation, text: str, options: Sequence[OptionText], source: str, by: StaffMember,
    question_id: int | None = None,
) -> BackgroundQuestion:  # fmt: skip
    """Add a question, or replace the one with this id."""
    require(by, Capability.PREPARE)
    found = _lock(conversation)
    kept = _keep(found, "text", text, LONGEST_QUESTION)
    answers = _keep_options(found, options)
    where = _keep(found, "source", source, LONGEST_SOURCE) if source.strip() else ""
    if not where and any(one.known_share is not None for one in answers):
        raise FieldRejected("source", "Say where the known shares come from, for example CBS 2025.")
    question = _question(found, question_id)
    question.text, question.source = kept, where
    question.save()
    question.options.all().delete()
    BackgroundOption.objects.bulk_create(
        BackgroundOption(question=question, order=at, text=one.text, known_share=one.known_share)
        for at, one in enumerate(answers)
    )
    record(by=by, action="background.save", subject=question, code=found.code, options=len(answers))
    return question


@transaction.atomic
def remove_question(*, conversation: Conversation, question_id: int, by: StaffMember) -> None:
    """Ask it no more."""
    require(by, Capability.PREPARE)
    found = _lock(conversation)
    question = _question(found, question_id)
    record(by=by, action="background.remove", subject=question, code=found.code)
    question.delete()


def _lock(conversation: Conversation) -> Conversation:
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if found.state not in {ConversationState.DRAFT, ConversationState.REHEARSAL}:
        raise StateRefused("People may have answered: background questions stay as they are once it was opened.")
    return found


def _question(found: Conversation, question_id: int | None) -> BackgroundQuestion:
    if question_id is not None:
        question = found.background_questions.filter(pk=question_id).first()
        if question is None:
            raise FieldRejected("text", "This question is gone. Load the page again.")
        return question
    number = found.background_questions.count()
    if number >= MOST_QUESTIONS:
        raise FieldRejected(
            "text", "Ask at most {most} questions: together they could single people out.", most=MOST_QUESTIONS
        )
    return BackgroundQuestion(conversation=found, order=number)


def _keep(found: Conversation, field: str, text: str, most: int) -> str:
    kept = pass_gate(field=field, text=text, language=found.language, not_a_person=True, most=most)
    category = find_special_category(kept) if field != "source" else None
    if category is not None:
        raise FieldRejected(field, SPECIAL[category])
    return kept


def _keep_options(found: Conversation, options: Sequence[OptionText]) -> tuple[OptionText, ...]:
    kept = tuple(
        OptionText(_keep(found, "options", one.text, LONGEST_OPTION), one.known_share)
        for one in options
        if one.text.strip()
    )
    if len({one.text.casefold() for one in kept}) < len(kept):
        raise FieldRejected("options", "Two answers are the same.")
    if not LEAST_OPTIONS <= len(kept) <= MOST_OPTIONS:
        raise FieldRejected("options", "Give {least} to {most} answers.", least=LEAST_OPTIONS, most=MOST_OPTIONS)
    shares = [one.known_share for one in kept if one.known_share is not None]
    if any(not 0 <= share <= 1 for share in shares) or sum(shares) > 1 + ROUNDING:
        raise FieldRejected("options", "Known shares are percentages from 0 to 100, together at most 100.")
    return kept
